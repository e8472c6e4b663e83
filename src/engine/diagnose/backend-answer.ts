import type { Problem } from '../outcome';
import { type DiagnosisContext, type Diagnostician, tellProblem } from './context';

/** A: what the backend answered, and what people take it for. */
export const backendAnswer: Diagnostician = {
  find: (context) => [...stringQuoted(context)],
};

function* stringQuoted({ isLambda, outcome, payload }: DiagnosisContext): Iterable<Problem> {
  if (!isLambda || outcome.template?.verdict !== 'passthrough') return;
  const text = payload.text.trim();
  if (!/^"[^"\\]*"$/.test(text)) return;
  const inner = text.slice(1, -1);
  yield tellProblem('lambda-string-quoted', {
    message: `The function returned a text, and the client gets its JSON, quotes included. A template $input.path('$') prints ${inner} alone.`,
    place: { in: 'answer' },
  });
}
