import { useEffect, useState } from 'react';
import type { Span } from '../../engine/text/span';
import { askEmulator } from '../../lens/ask-emulator';
import { type Comparison, compareAnswers, type DifferenceKind } from '../../lens/compare-answers';
import type { LensAnswer } from '../../lens/emulate';
import type { Shown } from '../../store/outcome-slice';
import './emulator.css';

/** Typing asks again and again; each question costs a worker. In ms. */
const PAUSE = 200;

/** How much is shown around the first difference, in UTF-16 units. */
const AROUND = 400;

/** What the template renders to on velocityjs, as local emulators run it, beside what API Gateway sends. */
export default function EmulatorTab({ shown }: { shown: Shown }) {
  const answer = useEmulator(shown);
  const ours = shown.outcome.template?.output;
  if (shown.outcome.template?.place === undefined || ours === undefined) {
    return (
      <p className="empty">No template ran, so there is nothing an emulator would render differently.</p>
    );
  }
  if (!answer) return <p className="empty">Asking the emulator.</p>;
  const comparison = compareAnswers(ours, answer);
  return (
    <div className="emulator">
      <p className="emulator-verdict" data-same={comparison.kind === 'same'}>
        {sentence(comparison, answer, shown.outcome.template.verdict === 'failed')}
      </p>
      {answer.kind === 'rendered' && (
        <div className="emulator-sides">
          <Side
            title="API Gateway"
            text={ours}
            {...(comparison.kind === 'different' ? { mark: comparison.ours, reason: comparison.reason } : {})}
          />
          <Side
            title="Emulator"
            text={answer.output}
            {...(comparison.kind === 'different'
              ? { mark: comparison.theirs, reason: comparison.reason }
              : {})}
          />
        </div>
      )}
      <p className="emulator-note">
        The emulator is velocityjs with a plain $input and $util, the ground many local emulators stand on. It
        takes no part in the response above.
      </p>
    </div>
  );
}

/** The answer to what is shown; the one before stays until it comes. */
function useEmulator({ document, outcome }: Shown): LensAnswer | undefined {
  const [answer, setAnswer] = useState<LensAnswer>();
  const place = outcome.template?.place;
  useEffect(() => {
    if (!place) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      askEmulator({ document, place }, abort.signal).then(setAnswer);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [document, place]);
  return answer;
}

const REASONS: Record<DifferenceKind, string> = {
  'nothing-printed': 'it prints the reference, or null, where API Gateway prints nothing.',
  'java-method': 'it has no such Java method and prints the call.',
  'white-space': 'its white space is not Velocity’s.',
  'integer-division': 'it divides integers as JavaScript does; in Velocity 7 / 2 is 3.',
  'value-text': 'it writes maps, lists, numbers or escapes in another way.',
  other: 'it renders something else here.',
};

function sentence(comparison: Comparison, answer: LensAnswer, failed: boolean): string {
  if (answer.kind === 'failed') {
    return `A local emulator would stop with an error${failed ? ' as well' : ''}: ${answer.message}`;
  }
  if (answer.kind === 'stopped') return `The emulator was stopped: ${answer.why}.`;
  if (answer.kind === 'unknown') return `What an emulator would answer is not known: ${answer.why}.`;
  if (failed) return 'Here the template fails; a local emulator would render it.';
  if (comparison.kind === 'different')
    return `A local emulator would answer differently: ${REASONS[comparison.reason]}`;
  return 'A local emulator would render the same.';
}

interface SideProps {
  title: string;
  text: string;
  mark?: Span;
  reason?: DifferenceKind;
}

function Side({ title, text, mark, reason }: SideProps) {
  const { from, to } = mark ?? { from: 0, to: 0 };
  const start = Math.max(0, from - AROUND);
  const end = Math.min(text.length, Math.max(to, from) + AROUND * (mark ? 1 : 4));
  const marked = text.slice(from, Math.min(to, end));
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus */}
      <pre tabIndex={0} aria-label={title}>
        {start > 0 && '…'}
        {text.slice(start, from)}
        {mark && <mark>{reason === 'white-space' ? visible(marked) : marked || '\u200B'}</mark>}
        {text.slice(Math.min(to, end), end)}
        {end < text.length && '…'}
      </pre>
    </figure>
  );
}

function visible(text: string): string {
  return text.replaceAll(' ', '·').replaceAll('\t', '→').replaceAll('\n', '↵\n') || '\u200B';
}
