import { useEffect, useState } from 'react';
import type { TemplateVerdict } from '../../engine/outcome';
import type { Span } from '../../engine/text/span';
import { type Comparison, compareAnswers, type DifferenceKind } from '../../lens/compare-answers';
import type { LensAnswer } from '../../lens/emulate';
import { askLens } from '../../store/ask-lens';
import type { Shown } from '../../store/outcome-slice';
import { startEngineWorker } from '../../worker/start-engine-worker';

/** Pause in typing before the emulator is asked, in ms: every question starts a worker. */
const PAUSE = 250;

/** Characters shown before and after a difference. */
const AROUND = 120;

/** Characters shown of an output there is nothing to compare with. */
const LONGEST_SHOWN = 4000;

const REASONS: Record<DifferenceKind, string> = {
  'nothing-printed': 'It prints a reference or a null where the service prints nothing.',
  'java-method': 'It does not have this Java method and prints the call.',
  'white-space': 'It keeps or drops white space differently.',
  'integer-division': 'It divides as JavaScript does; in the service integers divide to integers.',
  'value-text': 'It writes maps, lists or numbers differently.',
  other: 'Its engine understands this part of the template differently.',
};

interface Asked {
  shown: Shown;
  answer: LensAnswer;
  comparison: Comparison;
}

/** What a local emulator would render for the same template, and where that differs. */
export default function EmulatorTab({ shown }: { shown: Shown }) {
  const asked = useEmulator(shown);
  const { template } = shown.outcome;
  if (!template?.place || template.verdict === 'passthrough') {
    return (
      <p className="empty">No template ran, so there is nothing an emulator could render differently.</p>
    );
  }
  return (
    <div className="lens">
      <p className="lens-about">
        Local emulators render templates with velocityjs, a JavaScript imitation of Velocity. What it makes of
        this template is shown here for comparison; the response above does not depend on it.
      </p>
      {asked === undefined ? (
        <p className="lens-verdict">Asking the emulator.</p>
      ) : (
        <Answer asked={asked} template={template} />
      )}
    </div>
  );
}

function Answer({ asked, template }: { asked: Asked; template: TemplateVerdict }) {
  const { answer, comparison } = asked;
  switch (answer.kind) {
    case 'failed':
      return (
        <>
          <p className="lens-verdict">An emulator stops with an error.</p>
          <pre className="lens-text">{answer.message}</pre>
        </>
      );
    case 'stopped':
      return <p className="lens-verdict">The emulator was stopped: {answer.why}.</p>;
    case 'unknown':
      return <p className="lens-verdict">No answer: {answer.why}.</p>;
    case 'rendered':
      break;
  }
  if (template.verdict === 'failed') {
    return (
      <>
        <p className="lens-verdict">The service stops with an error; an emulator renders a body.</p>
        <pre className="lens-text">{answer.output.slice(0, LONGEST_SHOWN)}</pre>
      </>
    );
  }
  if (comparison.kind === 'same') return <p className="lens-verdict">An emulator renders the same text.</p>;
  if (comparison.kind === 'no-answer') return null;
  return (
    <>
      <p className="lens-verdict">An emulator renders something else. {REASONS[comparison.reason]}</p>
      <dl className="lens-pair">
        <dt>The service, as rendered here</dt>
        <dd>
          <Excerpt text={template.output ?? ''} span={comparison.ours} />
        </dd>
        <dt>The emulator</dt>
        <dd>
          <Excerpt text={answer.output} span={comparison.theirs} />
        </dd>
      </dl>
    </>
  );
}

/** A difference with the text around it; white space inside the difference is made visible. */
function Excerpt({ text, span }: { text: string; span: Span }) {
  const from = Math.max(0, span.from - AROUND);
  const to = Math.min(text.length, span.to + AROUND);
  const different = text.slice(span.from, Math.min(span.to, span.from + 2 * AROUND));
  return (
    <pre className="lens-text">
      {from > 0 && '…'}
      {text.slice(from, span.from)}
      <mark>{different === '' ? '∅' : visible(different)}</mark>
      {text.slice(span.to, to)}
      {to < text.length && '…'}
    </pre>
  );
}

function visible(text: string): string {
  return text.replace(/ /g, '·').replace(/\t/g, '→').replace(/\r/g, '␍').replace(/\n/g, '␊\n');
}

/** Asks anew for every response, after a pause; an answer to an older one is not shown. */
function useEmulator(shown: Shown): Asked | undefined {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    const { template } = shown.outcome;
    const place = template?.place;
    if (!place || template.verdict === 'passthrough') return;
    const ours = template.output ?? '';
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await askLens(shown.document, stop.signal, startEngineWorker);
      if (!stop.signal.aborted) setAsked({ shown, answer, comparison: compareAnswers(ours, answer) });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [shown]);
  return asked?.shown === shown ? asked : undefined;
}
