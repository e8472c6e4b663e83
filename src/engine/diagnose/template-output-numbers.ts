import { shorten } from '../pipeline/stage';
import { type DiagnosisContext, tellProblem } from './context';
import { type Findings, MAX_TOLD, type Rendered } from './rendered';

/** Longer stretches of the answer are not compared number by number. */
const MAX_COMPARED = 100_000;

/** D19: numbers that are written otherwise in the body than in the answer. */
export function* numberFindings(rendered: Rendered, { payload }: DiagnosisContext): Findings {
  const told = new Set<string>();
  for (const { piece, text } of rendered.values) {
    const { source } = piece;
    if (source?.in !== 'answer' || source.derived || !source.span || told.size >= MAX_TOLD) continue;
    if (text.length > MAX_COMPARED || source.span.to - source.span.from > MAX_COMPARED) continue;
    // A text has no number in it, whatever its digits.
    if (payload.text[source.span.from] === '"') continue;
    const written = payload.text.slice(source.span.from, source.span.to);
    const changed = written === text ? undefined : firstChange(numbersIn(written), numbersIn(text));
    const key = changed?.join();
    if (!changed || key === undefined || told.has(key)) continue;
    told.add(key);
    yield tellProblem('number-precision', {
      ...(digitsOf(changed[0]) === digitsOf(changed[1]) && { severity: 'info' as const }),
      message: `The answer has ${shorten(changed[0], 40)}, and ${shorten(rendered.textOf(piece.template), 60)} prints ${shorten(changed[1], 40)}. A text keeps its form.`,
      place: rendered.placeOf(piece.template),
    });
  }
}

/** The digits that make a number's value, wherever its point stands. */
function digitsOf(number: string): string {
  return number
    .replace(/e.*$/i, '')
    .replace('.', '')
    .replace(/^-?0*|0+$/g, '');
}

/** Numbers outside of texts, in order. */
function numbersIn(json: string): string[] {
  // A text without its closing quote goes to the end, so that no character is looked at twice.
  const found = json.match(/"(?:[^"\\]|\\.)*(?:"|\\?$)|-?\b\d[\d.]*(?:[eE][+-]?\d+)?/gs) ?? [];
  return found.filter((token) => token[0] !== '"');
}

/** The first number that came out otherwise; none where numbers were lost or added, which has other reasons. */
function firstChange(before: string[], after: string[]): [before: string, after: string] | undefined {
  if (before.length !== after.length) return undefined;
  const at = before.findIndex((number, i) => number !== after[i]);
  return at < 0 ? undefined : [before[at]!, after[at]!];
}
