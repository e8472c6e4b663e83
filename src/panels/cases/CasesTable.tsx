import { type KeyboardEvent, useRef } from 'react';
import { selectCase } from '../../document/changes';
import type { PlaygroundDocument } from '../../document/model';
import type { CaseSummary } from '../../document/summarise-case';
import type { CaseRow, CasesSlice } from '../../store/cases-slice';
import { describeTrouble } from '../../store/outcome-slice';
import { edit } from '../../store/session';
import { Icon } from '../icons';
import { formatBytes, statusTone } from '../stage/verdicts';
import { expectedVerdict, ruleWords } from './case-words';

interface Props {
  document: PlaygroundDocument;
  rows: CasesSlice['rows'];
}

/** One row a case; choosing its name opens it. Up and down move between the names. */
export function CasesTable({ document, rows }: Props) {
  const table = useRef<HTMLTableElement>(null);

  function press(event: KeyboardEvent) {
    const names = [...(table.current?.querySelectorAll<HTMLElement>('.case-open') ?? [])];
    const at = names.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    names.at(to % names.length)?.focus();
  }

  return (
    <table className="cases-table" ref={table} onKeyDown={press} aria-label="All cases">
      <thead>
        <tr>
          <th scope="col">Case</th>
          <th scope="col" className="case-subject">
            Matched text
          </th>
          <th scope="col">Rule</th>
          <th scope="col">Client gets</th>
          <th scope="col" className="case-expected">
            Expected
          </th>
        </tr>
      </thead>
      <tbody>
        {document.cases.map(({ name }, index) => (
          <tr key={name} aria-current={index === document.activeCase || undefined}>
            <th scope="row">
              <button
                type="button"
                className="case-open place-link"
                title={name}
                tabIndex={index === document.activeCase ? 0 : -1}
                onClick={() => edit((current) => selectCase(current, index))}
              >
                {name}
              </button>
            </th>
            <Cells row={rows[name]} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ row }: { row: CaseRow | undefined }) {
  if (!row || row.state === 'waiting') return <td colSpan={4}>…</td>;
  if (row.state === 'trouble') {
    const words = describeTrouble(row.trouble);
    return (
      <td colSpan={4} className="case-trouble" title={words}>
        {words}
      </td>
    );
  }
  const { summary } = row;
  if (!summary.response) {
    return (
      <td colSpan={4} className="case-trouble">
        Cannot be read; open the case to see why.
      </td>
    );
  }
  const rule = ruleWords(summary);
  return (
    <>
      <td className="case-subject case-code" title={summary.subject}>
        {summary.subject}
      </td>
      <td className="case-code" title={rule}>
        {rule}
      </td>
      <td title={gets(summary)}>
        <span className="case-status" data-tone={statusTone(summary.response.statusCode)}>
          {summary.response.statusCode}
        </span>{' '}
        <span className="case-code">{bodyWords(summary.response)}</span>
      </td>
      <td className="case-expected">
        <Expected row={row} />
      </td>
    </>
  );
}

function Expected({ row }: { row: Extract<CaseRow, { state: 'done' }> }) {
  const verdict = expectedVerdict(row);
  if (verdict === 'none') return <span className="case-none">not said</span>;
  return verdict === 'met' ? (
    <span className="case-met">
      <Icon name="check" /> yes
    </span>
  ) : (
    <span className="case-missed">
      <Icon name="close" /> no
    </span>
  );
}

function bodyWords({ body, size }: NonNullable<CaseSummary['response']>): string {
  if (size === 0) return 'no body';
  return body ?? formatBytes(size);
}

function gets({ response }: CaseSummary): string {
  return response ? `${response.statusCode} ${response.reason} · ${formatBytes(response.size)}` : '';
}
