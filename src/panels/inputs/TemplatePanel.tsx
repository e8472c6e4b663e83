import { useCallback, useMemo } from 'react';
import {
  addTemplate,
  removeTemplate,
  renameTemplate,
  setTemplate,
  templateNameProblem,
} from '../../document/changes';
import type { NamedTemplate } from '../../document/model';
import type { Shown } from '../../store/outcome-slice';
import { edit } from '../../store/session';
import { changeWork, tell, usePlayground } from '../../store/store';
import { ranTemplate, showTemplate } from '../../store/work-slice';
import { runFix } from '../result/fix';
import { errorLine, marksFor } from '../result/problem-places';
import { StageHead } from '../stage/StageHead';
import { noVerdict, templateVerdict } from '../stage/verdicts';
import { Editor } from './Editor';
import { lineCounts, lineHighlights, originHighlights } from './highlights';
import { TabStrip } from './TabStrip';
import type { PanelProps } from './types';
import { useIntegrationType } from './use-integration-type';

/** ③ The mapping templates, one tab each; the lines that ran are marked in the one that did. */
export function TemplatePanel({ readOnly = false }: PanelProps) {
  const { document, template, reveals } = usePlayground((state) => state.work);
  const { shown, evaluation } = usePlayground((state) => state.outcome);
  const pointed = usePlayground((state) => state.trace.pointed);
  const type = useIntegrationType();
  const index = document.templates.findIndex(({ name }) => name === template);
  const active = document.templates[index];
  const marks = useMemo(() => marksFor(evaluation.problems, 'template', template), [evaluation, template]);
  const highlights = useMemo(() => {
    if (!shown || shown.document !== document || template === undefined) return [];
    const place = shown.outcome.template?.place;
    const ran = place?.in === 'template' && place.name === template;
    const lines = ran ? lineHighlights(active?.text ?? '', shown.outcome.template?.lineHits ?? {}) : [];
    return [...lines, ...originHighlights(shown, pointed, 'template', template)];
  }, [shown, document, template, active, pointed]);
  const notes = useMemo(() => {
    if (!shown || shown.document !== document || ranTemplate(shown.outcome) !== template) return [];
    return lineCounts(active?.text ?? '', shown.outcome.template?.lineHits ?? {});
  }, [shown, document, template, active]);
  const reveal = reveals.template;
  const change = useCallback(
    (text: string) => edit((current) => setTemplate(current, template ?? '', text)),
    [template],
  );

  function add() {
    edit((current) => addTemplate(current));
    changeWork((work) => showTemplate(work, work.document.templates.at(-1)?.name ?? ''));
  }

  function rename(from: string, to: string) {
    edit((current) => renameTemplate(current, from, to));
    changeWork((work) => showTemplate(work, to));
  }

  const nameAt = (at: number) => document.templates[at]?.name ?? '';
  const ran = document.templates.findIndex(({ name }) => name === ranTemplate(shown?.outcome));
  const verdict = shown ? templateVerdict(shown.outcome, type, shownErrorLine(shown)) : noVerdict('Template');

  return (
    <section
      className="panel stage"
      data-tone={verdict.tone}
      data-panel="template"
      aria-labelledby="stage-template"
    >
      <StageHead id="stage-template" number={3} name="template" verdict={verdict} />
      <TabStrip
        label="Templates"
        noun="template"
        names={document.templates.map(({ name }) => name)}
        active={index}
        panelId="editor-template"
        {...(ran < 0 ? {} : { marked: { index: ran, word: 'ran' } })}
        readOnly={readOnly}
        onSelect={(at) => changeWork((work) => showTemplate(work, nameAt(at)))}
        onAdd={add}
        onRename={(at, name) => rename(nameAt(at), name)}
        nameProblem={(at, name) => templateNameProblem(document, nameAt(at), name)}
        onRemove={(at) => remove(document.templates[at])}
      />
      <div
        className="editor-slot"
        id="editor-template"
        role="tabpanel"
        aria-label={active?.name ?? 'No template'}
      >
        {active ? (
          <Editor
            editor="template"
            template={active.name}
            model={`template:${active.name}`}
            language="vtl"
            text={active.text}
            onChange={change}
            readOnly={readOnly}
            label={`Mapping template ${active.name}`}
            marks={marks}
            {...(readOnly ? {} : { onFix: runFix })}
            notes={notes}
            highlights={highlights}
            {...(reveal ? { reveal } : {})}
          />
        ) : (
          <NoTemplate readOnly={readOnly} onAdd={add} />
        )}
      </div>
    </section>
  );
}

function shownErrorLine({ evaluation, document, outcome }: Shown): number | undefined {
  return errorLine(evaluation.problems, document, ranTemplate(outcome));
}

function remove(removed: NamedTemplate | undefined) {
  if (!removed) return;
  const { name, text } = removed;
  edit((document) => removeTemplate(document, name));
  tell({
    tone: 'info',
    text: `Template ${name} is removed.`,
    action: {
      label: 'Bring it back',
      run() {
        edit((document) => addTemplate(document, name, text));
        changeWork((work) => showTemplate(work, name));
      },
    },
  });
}

function NoTemplate({ readOnly, onAdd }: { readOnly: boolean; onAdd(): void }) {
  return (
    <div className="empty">
      <p>
        This document has no template of its own. A rule names one under <code>responseTemplates</code>.
      </p>
      {!readOnly && (
        <button type="button" className="button" onClick={onAdd}>
          Add a template
        </button>
      )}
    </div>
  );
}
