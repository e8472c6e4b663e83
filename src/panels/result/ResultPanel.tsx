import { type KeyboardEvent, lazy, Suspense, useRef } from 'react';
import type { ResultTab } from '../../store/layout-slice';
import type { Shown } from '../../store/outcome-slice';
import { changeLayout, usePlayground } from '../../store/store';
import { Boundary } from '../Boundary';
import { ProblemList } from './ProblemList';
import { Story } from './Story';

const CasesTab = lazy(() => import('../cases/CasesTab'));
const EmulatorLens = lazy(() => import('./EmulatorTab'));

const TABS: { id: ResultTab; label: string }[] = [
  { id: 'why', label: 'Why' },
  { id: 'problems', label: 'Problems' },
  { id: 'cases', label: 'Cases' },
  { id: 'log', label: 'Log' },
  { id: 'emulator', label: 'Emulator' },
];

/** What stands behind the response: the story, the problems, the log, and what a local emulator would say. */
export function ResultPanel({ readOnly = false }: { readOnly?: boolean }) {
  const tab = usePlayground((state) => state.layout.resultTab);
  const outcome = usePlayground((state) => state.outcome);
  const work = usePlayground((state) => state.work.document);
  const list = useRef<HTMLDivElement>(null);
  const { shown, evaluation } = outcome;
  const count = evaluation.problems.filter(({ severity }) => severity !== 'hint').length;

  function press(event: KeyboardEvent) {
    const at = TABS.findIndex(({ id }) => id === tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = TABS.at(to % TABS.length);
    if (next) select(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to % TABS.length]?.focus();
  }

  return (
    <section className="panel result" aria-label="Explanation" data-panel="result">
      <div className="tab-strip">
        <div className="tabs" role="tablist" aria-label="Explanation" ref={list} onKeyDown={press}>
          {TABS.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`result-tab-${id}`}
              className="tab"
              aria-selected={tab === id}
              aria-controls="result-panel"
              tabIndex={tab === id ? 0 : -1}
              onClick={() => select(id)}
            >
              {label}
              {id === 'problems' && count > 0 && (
                <span className="count" data-severity={worst(evaluation.problems)}>
                  {count}
                </span>
              )}
            </button>
          ))}
        </div>
        <div className="tab-rest">
          {outcome.took !== undefined && <span className="took">{formatTook(outcome.took)}</span>}
        </div>
      </div>
      <div
        id="result-panel"
        className="result-body"
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling tab panel takes the focus
        tabIndex={0}
        aria-labelledby={`result-tab-${tab}`}
      >
        {tab !== 'problems' && tab !== 'cases' && !shown && (
          <p className="empty">There is no response to explain yet.</p>
        )}
        {tab === 'why' && shown && <Story shown={shown} />}
        {tab === 'problems' && (
          <ProblemList problems={evaluation.problems} document={work} readOnly={readOnly} />
        )}
        {tab === 'cases' && (
          <Boundary what="The table of cases">
            <Suspense fallback={<p className="empty">Loading the table of cases.</p>}>
              <CasesTab readOnly={readOnly} />
            </Suspense>
          </Boundary>
        )}
        {tab === 'log' && shown && <Log shown={shown} />}
        {tab === 'emulator' && shown && (
          <Boundary what="The emulator">
            <Suspense fallback={<p className="empty">Loading the emulator.</p>}>
              <EmulatorLens shown={shown} />
            </Suspense>
          </Boundary>
        )}
      </div>
    </section>
  );
}

function select(resultTab: ResultTab) {
  changeLayout((layout) => ({ ...layout, resultTab }));
}

function Log({ shown }: { shown: Shown }) {
  if (shown.outcome.log.length === 0) return <p className="empty">The log has no entries.</p>;
  return (
    <ol className="log">
      {shown.outcome.log.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: log lines repeat
        <li key={index}>{line}</li>
      ))}
    </ol>
  );
}

function worst(problems: readonly { severity: string }[]): string {
  return (
    ['error', 'warning', 'info'].find((severity) => problems.some((p) => p.severity === severity)) ?? 'info'
  );
}

function formatTook(millis: number): string {
  return millis < 1 ? 'under 1 ms' : `${Math.round(millis)} ms`;
}
