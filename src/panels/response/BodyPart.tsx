import { useMemo, useState } from 'react';
import type { BodyView } from '../../store/layout-slice';
import type { Shown } from '../../store/outcome-slice';
import { goTo } from '../../store/session';
import { changeLayout, usePlayground } from '../../store/store';
import { formatBytes } from '../stage/verdicts';
import { templatePlace } from '../trace/part-origin';
import {
  claimsJson,
  dataUrl,
  findJsonError,
  hexDump,
  imageType,
  lineAndColumn,
  PAINTED_LIMIT,
  prettyJson,
  showInvisibles,
} from './body-text';
import { DownloadBody } from './DownloadBody';
import { SentText } from './SentText';

const VIEWS: Record<BodyView, string> = {
  sent: 'As sent',
  pretty: 'Pretty',
  invisibles: 'Invisibles',
  hex: 'Hex',
  image: 'Image',
};

/** The body in one of its views, with its length and, where it claims to be JSON and is not, the first bad place. */
export function BodyPart({ shown }: { shown: Shown }) {
  const chosen = usePlayground((state) => state.layout.bodyView);
  const { body, headers } = shown.outcome.response;
  const contentType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const pretty = useMemo(() => (body.text === undefined ? undefined : prettyJson(body.text)), [body]);
  const image = useMemo(() => imageType(body.bytes), [body]);
  const badJson = useMemo(
    () =>
      body.text !== undefined && body.text !== '' && claimsJson(contentType)
        ? findJsonError(body.text)
        : undefined,
    [body, contentType],
  );
  const views = availableViews(body.text !== undefined, pretty !== undefined, image !== undefined);
  const view = views.includes(chosen) ? chosen : (views[0] ?? 'hex');

  if (body.bytes.length === 0) {
    return (
      <div className="body">
        <p className="empty">The body is empty: 0 bytes.</p>
      </div>
    );
  }
  return (
    <div className="body">
      <div className="body-bar">
        <fieldset className="segments">
          <legend className="visually-hidden">View of the body</legend>
          {views.map((id) => (
            <label key={id} className="segment">
              <input
                type="radio"
                name="body-view"
                checked={id === view}
                onChange={() => changeLayout((layout) => ({ ...layout, bodyView: id }))}
              />
              <span>{VIEWS[id]}</span>
            </label>
          ))}
        </fieldset>
        <span className="body-size">
          {formatBytes(body.bytes.length)}{' '}
          <DownloadBody bytes={body.bytes} kind={image ?? (body.text === undefined ? 'bytes' : 'text')} />
        </span>
      </div>
      {badJson !== undefined && <NotJson shown={shown} offset={badJson} />}
      {view === 'image' && image ? (
        <img className="body-image" src={dataUrl(body.bytes, image)} alt={`The body as ${image}`} />
      ) : (
        <pre className="body-text" data-view={view}>
          {view === 'hex' && hexDump(body.bytes)}
          {view === 'pretty' && <Limited text={pretty ?? ''}>{(text) => <JsonText text={text} />}</Limited>}
          {view === 'invisibles' && (
            <Limited text={body.text ?? ''}>{(text) => <Invisibles text={text} />}</Limited>
          )}
          {view === 'sent' && (
            <Limited text={body.text ?? ''}>
              {(text) => <SentText text={text} pieces={body.pieces ?? []} bad={badJson} shown={shown} />}
            </Limited>
          )}
        </pre>
      )}
    </div>
  );
}

function availableViews(text: boolean, json: boolean, image: boolean): BodyView[] {
  const views: BodyView[] = [];
  if (image) views.push('image');
  if (text) views.push('sent');
  if (json) views.push('pretty');
  if (text) views.push('invisibles');
  return [...views, 'hex'];
}

function NotJson({ shown, offset }: { shown: Shown; offset: number }) {
  const text = shown.outcome.response.body.text ?? '';
  const { line, column } = lineAndColumn(text, offset);
  const found =
    offset >= text.length ? 'it ends too early' : `“${text.slice(offset, offset + 1)}” cannot stand here`;
  const piece = shown.outcome.response.body.pieces?.find(({ output }) => output.to > offset);
  const place = piece && templatePlace(shown, piece.template);
  return (
    <p className="body-note">
      The body says it is JSON and is not: {found}, line {line}, column {column}.{' '}
      {place && (
        <button type="button" className="place-link" onClick={() => goTo(place)}>
          Written here
        </button>
      )}
    </p>
  );
}

/** A text of any length, painted up to a limit until more is asked for. */
function Limited({ text, children }: { text: string; children(text: string): React.ReactNode }) {
  const [all, setAll] = useState(false);
  if (all || text.length <= PAINTED_LIMIT) return children(text);
  return (
    <>
      {children(text.slice(0, PAINTED_LIMIT))}
      <button type="button" className="button body-more" onClick={() => setAll(true)}>
        Show the other {(text.length - PAINTED_LIMIT).toLocaleString('en-US')} characters
      </button>
    </>
  );
}

/** JSON with its names, texts and other values told apart. */
function JsonText({ text }: { text: string }) {
  const parts = text.split(/("(?:[^"\\]|\\.)*"(?:(?=:))?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b)/);
  return parts.map((part, index) => {
    if (index % 2 === 0) return part;
    const kind = part.startsWith('"') ? (parts[index + 1]?.startsWith(':') ? 'name' : 'string') : 'value';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in order
      <span key={index} className={`json-${kind}`}>
        {part}
      </span>
    );
  });
}

function Invisibles({ text }: { text: string }) {
  return showInvisibles(text).map((piece, index) =>
    piece.name ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in order
      <span key={index} className="invisible" title={piece.name}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}
