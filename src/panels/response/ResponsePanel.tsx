import { describeTrouble, type OutcomeSlice, type Shown } from '../../store/outcome-slice';
import { goTo } from '../../store/session';
import { changeLayout, point, tell, usePlayground } from '../../store/store';
import { Icon } from '../icons';
import { Menu } from '../overlays/Menu';
import { describePlace } from '../result/problem-places';
import { StageHead } from '../stage/StageHead';
import { noVerdict, responseVerdict, statusTone } from '../stage/verdicts';
import { OriginLine } from '../trace/OriginLine';
import { originOf } from '../trace/part-origin';
import { useReached } from '../trace/use-reached';
import { BodyPart } from './BodyPart';
import { COPY_FORMATS, type CopyFormat, copyAs } from './copy-as';
import { HeaderTable } from './HeaderTable';

/** ④ What the client gets: status, headers with their origin, body. */
export function ResponsePanel() {
  const outcome = usePlayground((state) => state.outcome);
  const { shown } = outcome;
  const verdict = shown ? responseVerdict(shown.outcome) : noVerdict('Response');
  return (
    <section
      className="panel stage response"
      data-panel="response"
      data-tone={verdict.tone}
      aria-labelledby="stage-response"
      data-stale={outcome.stale !== undefined}
    >
      <StageHead id="stage-response" number={4} name="response" verdict={verdict}>
        {shown && <CopyMenu shown={shown} />}
      </StageHead>
      <StaleNote outcome={outcome} />
      {shown ? <Response shown={shown} /> : <div className="response-scroll" />}
      {shown && <OriginLine shown={shown} />}
    </section>
  );
}

const STATUS_CLASSES: Record<number, string> = {
  1: 'informational',
  2: 'success',
  3: 'redirection',
  4: 'client error',
  5: 'server error',
};

function Response({ shown }: { shown: Shown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls takes the focus
    <section className="response-scroll" tabIndex={0} aria-label="Status, headers and body">
      <StatusLine shown={shown} />
      <HeaderTable shown={shown} />
      <BodyPart shown={shown} />
    </section>
  );
}

function StatusLine({ shown }: { shown: Shown }) {
  const { statusCode, reason } = shown.outcome.response;
  const reached = useReached()?.status;
  const written = originOf(shown, { kind: 'status' })?.written;
  const text = (
    <>
      <span className="status-code">{statusCode}</span>{' '}
      <span className="status-reason">{reason || 'no reason phrase'}</span>
    </>
  );
  const follow = () => point({ kind: 'status' });
  return (
    <p
      className="status-line"
      data-tone={statusTone(statusCode)}
      data-reached={reached}
      onPointerEnter={follow}
      onPointerLeave={(event) => event.pointerType === 'mouse' && point(undefined)}
      onFocus={follow}
    >
      {written ? (
        <button type="button" className="status-link" onClick={() => goTo(written)}>
          {text}
        </button>
      ) : (
        text
      )}
      <span className="status-class">{STATUS_CLASSES[Math.floor(statusCode / 100)]}</span>
    </p>
  );
}

function CopyMenu({ shown }: { shown: Shown }) {
  async function copy(format: CopyFormat, label: string) {
    try {
      await navigator.clipboard.writeText(copyAs(format, shown.outcome, shown.document));
      tell({ text: `Copied: ${label.toLowerCase()}.`, tone: 'info' });
    } catch {
      tell({
        text: 'The browser does not allow copying here. Select the text and copy it by hand.',
        tone: 'bad',
      });
    }
  }
  return (
    <Menu
      label="Copy the response"
      className="button quiet"
      align="end"
      groups={[
        {
          title: 'Copy as',
          entries: COPY_FORMATS.map(({ id, label }) => ({ label, run: () => copy(id, label) })),
        },
      ]}
    >
      <Icon name="copy" />
    </Menu>
  );
}

/** Says that the response on the screen is older than the texts, and leads to the reason. */
function StaleNote({ outcome }: { outcome: OutcomeSlice }) {
  const document = usePlayground((state) => state.work.document);
  if (outcome.stale === undefined) return null;
  const kept = outcome.shown ? ' Below is the last response.' : '';
  if (outcome.stale === 'trouble') {
    return <p className="stale-note">{outcome.trouble && describeTrouble(outcome.trouble) + kept}</p>;
  }
  const problem = outcome.evaluation.problems.find(({ when }) => when === 'input');
  const place = problem?.place;
  return (
    <p className="stale-note">
      <strong>{outcome.shown ? 'Stale.' : 'No response.'}</strong>{' '}
      {problem?.message ?? 'The input cannot be read.'}
      {place && (
        <>
          {' '}
          <button type="button" className="place-link" onClick={() => goTo(place)}>
            {describePlace(document, place)}
          </button>
        </>
      )}
      {kept}{' '}
      <button
        type="button"
        className="place-link"
        onClick={() => changeLayout((layout) => ({ ...layout, resultTab: 'problems' }))}
      >
        All problems
      </button>
    </p>
  );
}
