import { useMemo } from 'react';
import { setRules } from '../../document/changes';
import { edit } from '../../store/session';
import { usePlayground } from '../../store/store';
import { runFix } from '../result/fix';
import { marksFor } from '../result/problem-places';
import { StageHead } from '../stage/StageHead';
import { noVerdict, rulesVerdict } from '../stage/verdicts';
import { Editor } from './Editor';
import { originHighlights, patternHighlights } from './highlights';
import { ruleNotes } from './rule-notes';
import { yamlOrJson } from './text-language';
import type { PanelProps } from './types';
import { useIntegrationType } from './use-integration-type';

/** ② The method as it is configured; each rule says what it did with this case. */
export function RulesPanel({ readOnly = false }: PanelProps) {
  const { document, reveals } = usePlayground((state) => state.work);
  const { shown, evaluation } = usePlayground((state) => state.outcome);
  const pointed = usePlayground((state) => state.trace.pointed);
  const type = useIntegrationType();
  const marks = useMemo(() => marksFor(evaluation.problems, 'rules'), [evaluation]);
  const notes = useMemo(
    () => (evaluation.outcome ? ruleNotes(evaluation.outcome, evaluation.ruleSpans) : []),
    [evaluation],
  );
  const highlights = useMemo(
    () =>
      shown && shown.document === document
        ? [...patternHighlights(shown), ...originHighlights(shown, pointed, 'rules')]
        : [],
    [shown, document, pointed],
  );
  const reveal = reveals.rules;

  const verdict = shown ? rulesVerdict(shown.outcome, type) : noVerdict('Rules');

  return (
    <section
      className="panel stage"
      data-tone={verdict.tone}
      data-panel="rules"
      aria-labelledby="stage-rules"
    >
      <StageHead id="stage-rules" number={2} name="rules" verdict={verdict} />
      <div className="editor-slot">
        <Editor
          editor="rules"
          model="rules"
          language={yamlOrJson(document.rules)}
          text={document.rules}
          onChange={changeRules}
          readOnly={readOnly}
          label="Rules: integration and method responses, YAML or JSON"
          marks={marks}
          {...(readOnly ? {} : { onFix: runFix })}
          notes={notes}
          highlights={highlights}
          {...(reveal ? { reveal } : {})}
        />
      </div>
    </section>
  );
}

function changeRules(text: string) {
  edit((document) => setRules(document, text));
}
