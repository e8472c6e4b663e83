import { useMemo } from 'react';
import { coverageOf, type Lines } from '../../document/coverage';
import type { PlaygroundDocument } from '../../document/model';
import type { Span } from '../../engine/text/span';
import type { CasesSlice } from '../../store/cases-slice';
import { goTo } from '../../store/session';
import { usePlayground } from '../../store/store';
import { isCovered, linesWords } from './case-words';

/** Rules no case chooses and template lines no case runs, each leading to its place. */
export function CoverageList({ cases: { rows, complete } }: { cases: CasesSlice }) {
  const { outcome, ruleSpans } = usePlayground((state) => state.outcome.evaluation);
  const rules = outcome?.rules;
  const coverage = useMemo(() => {
    const summaries = Object.values(rows).flatMap((row) => (row.state === 'done' ? [row.summary] : []));
    return complete && rules ? coverageOf(complete, summaries, rules.length) : undefined;
  }, [rows, complete, rules]);
  if (!coverage || !complete || !rules || isCovered(coverage)) return null;
  return (
    <section className="cases-part" aria-labelledby="coverage-title">
      <h3 id="coverage-title">Not reached by any case</h3>
      <ul className="cases-list">
        {coverage.rules.map((index) => (
          <li key={index}>
            Rule{' '}
            <PlaceButton editor="rules" span={ruleSpans[index]}>
              {rules[index]?.statusCode} <code>{rules[index]?.selectionPattern || 'default'}</code>
            </PlaceButton>
          </li>
        ))}
        {coverage.templates.map(({ name, lines }) => (
          <li key={name}>
            <PlaceButton editor="template" template={name} span={spanOf(complete, name, lines[0])}>
              {name}, {linesWords(lines)}
            </PlaceButton>
          </li>
        ))}
        {coverage.unused.map((name) => (
          <li key={name}>
            Template{' '}
            <PlaceButton editor="template" template={name} span={{ from: 0, to: 0 }}>
              {name}
            </PlaceButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PlaceButtonProps {
  editor: 'rules' | 'template';
  template?: string;
  span: Span | undefined;
  children: React.ReactNode;
}

function PlaceButton({ editor, template, span, children }: PlaceButtonProps) {
  if (!span) return children;
  return (
    <button
      type="button"
      className="place-link"
      onClick={() => goTo({ editor, span, ...(template === undefined ? {} : { template }) })}
    >
      {children}
    </button>
  );
}

/** The span of whole lines in a template. */
function spanOf({ templates }: PlaygroundDocument, name: string, lines: Lines | undefined): Span | undefined {
  const text = templates.find((template) => template.name === name)?.text.split('\n');
  if (!text || !lines) return undefined;
  const before = text.slice(0, lines.from - 1).join('\n').length + (lines.from > 1 ? 1 : 0);
  return { from: before, to: before + text.slice(lines.from - 1, lines.to).join('\n').length };
}
