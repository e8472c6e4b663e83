import { useMemo } from 'react';
import type { AnswerKind } from '../../document/answer-kind';
import {
  addCase,
  answerKindOf,
  caseNameProblem,
  removeCase,
  renameCase,
  selectCase,
  setAnswer,
} from '../../document/changes';
import type { BackendCase } from '../../document/model';
import type { EditorLanguage } from '../../editors/types';
import { edit } from '../../store/session';
import { openDialog, tell, usePlayground } from '../../store/store';
import { Icon } from '../icons';
import { runFix } from '../result/fix';
import { marksFor } from '../result/problem-places';
import { StageHead } from '../stage/StageHead';
import { answerVerdict, noVerdict } from '../stage/verdicts';
import { CaseFacts } from './CaseFacts';
import { Editor } from './Editor';
import { coveredHighlights, originHighlights } from './highlights';
import { TabStrip } from './TabStrip';
import type { PanelProps } from './types';
import { useIntegrationType } from './use-integration-type';

/** ① What the backend answered: one tab per case, the active one is evaluated. */
export function BackendPanel({ readOnly = false }: PanelProps) {
  const { document, reveals } = usePlayground((state) => state.work);
  const { shown, evaluation } = usePlayground((state) => state.outcome);
  const pointed = usePlayground((state) => state.trace.pointed);
  const type = useIntegrationType();
  const active = document.cases[document.activeCase];
  const kind = useMemo(() => answerKindOf(document), [document]);
  const marks = useMemo(() => marksFor(evaluation.problems, 'answer'), [evaluation]);
  const highlights = useMemo(
    () =>
      shown && shown.document === document
        ? [...coveredHighlights(shown), ...originHighlights(shown, pointed, 'answer')]
        : [],
    [shown, document, pointed],
  );
  const reveal = reveals.answer;

  const verdict = shown ? answerVerdict(shown.outcome, type) : noVerdict('Backend answer');

  return (
    <section
      className="panel stage"
      data-tone={verdict.tone}
      data-panel="answer"
      aria-labelledby="stage-answer"
    >
      <StageHead id="stage-answer" number={1} name="backend answer" verdict={verdict} />
      <TabStrip
        label="Cases"
        noun="case"
        names={document.cases.map(({ name }) => name)}
        active={document.activeCase}
        panelId="editor-answer"
        readOnly={readOnly}
        keepOne
        onSelect={(index) => edit((current) => selectCase(current, index))}
        onAdd={() => edit((current) => addCase(current))}
        onRename={(index, name) => edit((current) => renameCase(current, index, name))}
        nameProblem={(index, name) => caseNameProblem(document, index, name)}
        onRemove={(index) => remove(document.cases[index], index)}
      >
        {!readOnly && (
          <button
            type="button"
            className="button quiet"
            aria-label={`Settings of case ${active?.name}`}
            title="Settings of this case"
            onClick={() => openDialog('case')}
          >
            <Icon name="more" />
          </button>
        )}
      </TabStrip>
      {active && <CaseFacts of={active} kind={kind} readOnly={readOnly} />}
      <div className="editor-slot" id="editor-answer" role="tabpanel" aria-label={`Case ${active?.name}`}>
        <Editor
          editor="answer"
          model={`case:${active?.name}`}
          language={answerLanguage(kind)}
          text={active?.answer ?? ''}
          onChange={changeAnswer}
          readOnly={readOnly}
          label={`Backend answer, case ${active?.name}`}
          marks={marks}
          {...(readOnly ? {} : { onFix: runFix })}
          highlights={highlights}
          {...(reveal ? { reveal } : {})}
        />
      </div>
    </section>
  );
}

function remove(removed: BackendCase | undefined, index: number) {
  if (!removed) return;
  edit((document) => removeCase(document, index));
  tell({
    tone: 'info',
    text: `Case ${removed.name} is removed.`,
    action: { label: 'Bring it back', run: () => edit((document) => addCase(document, removed)) },
  });
}

function changeAnswer(text: string) {
  edit((document) => setAnswer(document, text));
}

function answerLanguage(kind: AnswerKind): EditorLanguage {
  return kind === 'http' ? 'http' : 'json';
}
