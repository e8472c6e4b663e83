import { useMemo } from 'react';
import { setRequest } from '../../document/changes';
import { toggleRequest } from '../../store/layout-slice';
import { edit } from '../../store/session';
import { changeLayout, usePlayground } from '../../store/store';
import { Icon } from '../icons';
import { runFix } from '../result/fix';
import { marksFor } from '../result/problem-places';
import { Editor } from './Editor';
import { originHighlights } from './highlights';
import { yamlOrJson } from './text-language';
import type { PanelProps } from './types';

/** The client's request, stage variables and `$context`: folded away, since the defaults serve most people. */
export function RequestPanel({ readOnly = false }: PanelProps) {
  const { document, reveals } = usePlayground((state) => state.work);
  const { shown, evaluation } = usePlayground((state) => state.outcome);
  const pointed = usePlayground((state) => state.trace.pointed);
  const open = usePlayground((state) => state.layout.requestOpen);
  const marks = useMemo(() => marksFor(evaluation.problems, 'request'), [evaluation]);
  const highlights = useMemo(
    () => (shown && shown.document === document ? originHighlights(shown, pointed, 'request') : []),
    [shown, document, pointed],
  );
  const reveal = reveals.request;

  return (
    <section className="panel request" data-panel="request" data-open={open} aria-labelledby="request-title">
      <h2 className="fold-head">
        <button
          type="button"
          id="request-title"
          className="fold-button"
          aria-expanded={open}
          onClick={() => changeLayout(toggleRequest)}
        >
          <Icon name="chevron" />
          Request, stage variables, context
          <span className="fold-state">{requestState(document.request, marks.length)}</span>
        </button>
      </h2>
      {open && (
        <div className="editor-slot">
          <Editor
            editor="request"
            model="request"
            language={yamlOrJson(document.request)}
            text={document.request}
            onChange={changeRequest}
            readOnly={readOnly}
            label="Request, stage variables and context, YAML or JSON"
            marks={marks}
            highlights={highlights}
            {...(readOnly ? {} : { onFix: runFix })}
            {...(reveal ? { reveal } : {})}
          />
        </div>
      )}
    </section>
  );
}

function changeRequest(text: string) {
  edit((document) => setRequest(document, text));
}

function requestState(text: string, problems: number): string {
  if (problems > 0) return problems === 1 ? '1 problem' : `${problems} problems`;
  return text.trim() === '' ? 'all defaults' : '';
}
