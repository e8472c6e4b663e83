import type { Coverage, Lines } from '../../document/coverage';
import type { Difference } from '../../document/expectations';
import type { PlaygroundDocument } from '../../document/model';
import type { CaseSummary } from '../../document/summarise-case';
import type { CaseRow, CasesSlice } from '../../store/cases-slice';

/** How many cases there are and how they stand to what is expected of them. */
interface CaseCounts {
  cases: number;
  waiting: number;
  met: number;
  missed: number;
}

export function countRows({ cases }: PlaygroundDocument, { rows }: CasesSlice): CaseCounts {
  const counts = { cases: cases.length, waiting: 0, met: 0, missed: 0 };
  for (const { name, expected } of cases) {
    const verdict = expectedVerdict(rows[name]);
    if (rows[name] === undefined || verdict === 'waiting') counts.waiting += 1;
    else if (expected && verdict === 'met') counts.met += 1;
    else if (expected && verdict === 'missed') counts.missed += 1;
  }
  return counts;
}

/** `4 cases: 2 as expected, 1 not.` */
export function describeCounts({ cases, waiting, met, missed }: CaseCounts): string {
  const all = cases === 1 ? '1 case' : `${cases} cases`;
  if (waiting > 0) return `${all}, ${waiting} still running.`;
  if (met + missed === 0) return `${all}. Nothing is expected of ${cases === 1 ? 'it' : 'them'} yet.`;
  const parts = [
    ...(met > 0 ? [`${met} as expected`] : []),
    ...(missed > 0 ? [`${missed} not as expected`] : []),
  ];
  return `${all}: ${parts.join(', ')}.`;
}

/** How a case stands to its expectation; `none` when nothing is expected of it. */
export function expectedVerdict(row: CaseRow | undefined): 'waiting' | 'none' | 'met' | 'missed' {
  if (!row || row.state === 'waiting') return 'waiting';
  if (row.state === 'trouble') return 'missed';
  const { differences } = row.summary;
  if (!differences) return 'none';
  return differences.length === 0 ? 'met' : 'missed';
}

/** What the answering rule is called in a narrow column. */
export function ruleWords({ rule, response }: CaseSummary): string {
  if (rule) return rule.selectionPattern === '' ? 'default' : rule.selectionPattern;
  return response?.gatewayResponse ?? '';
}

/** `expected 404, got 500` */
export function differenceWords({ where, expected, actual }: Difference): string {
  return `${where}: expected ${expected}, ${actual === undefined ? 'it is missing' : `got ${actual}`}`;
}

/** `lines 3–4 and 9` */
export function linesWords(lines: readonly Lines[]): string {
  const words = lines.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  const many = lines.length > 1 || lines.some(({ from, to }) => from !== to);
  const last = words.pop();
  return `${many ? 'lines' : 'line'} ${words.length > 0 ? `${words.join(', ')} and ` : ''}${last}`;
}

/** Whether there is anything no case reaches. */
export function isCovered({ rules, templates, unused }: Coverage): boolean {
  return rules.length + templates.length + unused.length === 0;
}
