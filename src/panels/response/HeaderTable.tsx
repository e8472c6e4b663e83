import type { ResponseHeader } from '../../engine/outcome';
import { findPlace, type Shown } from '../../store/outcome-slice';
import { goTo } from '../../store/session';
import { changeLayout, point, usePlayground } from '../../store/store';
import { Icon } from '../icons';
import { useReached } from '../trace/use-reached';
import { describeOrigin } from './header-origin';

/**
 * The headers, each with where it came from. What the configuration decides comes first; what API Gateway adds to
 * every response is folded away, but counted and named.
 */
export function HeaderTable({ shown }: { shown: Shown }) {
  const open = usePlayground((state) => state.layout.serviceHeadersOpen);
  const headers = shown.outcome.response.headers.map((header, index) => ({ header, index }));
  const added = headers.filter(({ header }) => isAddedAlways(header));
  const others = headers.filter(({ header }) => !isAddedAlways(header));
  if (headers.length === 0) return <p className="empty">No headers.</p>;
  return (
    <>
      <Rows headers={others} shown={shown} caption="Headers" />
      {added.length > 0 && (
        <button
          type="button"
          className="headers-more"
          aria-expanded={open}
          onClick={() => changeLayout((layout) => ({ ...layout, serviceHeadersOpen: !open }))}
        >
          <Icon name="chevron" />
          <span>
            {added.length} added by API Gateway
            {open ? '' : `: ${added.map(({ header }) => header.name).join(', ')}`}
          </span>
        </button>
      )}
      {open && added.length > 0 && <Rows headers={added} shown={shown} caption="Headers API Gateway adds" />}
    </>
  );
}

/** The content type comes from the service too, but it is what people look for. */
function isAddedAlways({ name, origin }: ResponseHeader): boolean {
  return origin.kind === 'service' && name.toLowerCase() !== 'content-type';
}

interface RowsProps {
  headers: { header: ResponseHeader /** In the response. */; index: number }[];
  shown: Shown;
  caption: string;
}

function Rows(props: RowsProps) {
  const reached = useReached()?.headers;
  if (props.headers.length === 0) return null;
  return (
    <table className="headers">
      <caption className="visually-hidden">{props.caption}, with where they came from</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Header</th>
          <th scope="col">Value</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {props.headers.map(({ header, index }) => {
          const origin = describeOrigin(header.origin);
          const place = findPlace(props.shown.evaluation, origin.place);
          const follow = () => point({ kind: 'header', index });
          return (
            <tr
              key={index}
              data-origin={header.origin.kind}
              data-reached={reached?.has(index)}
              onPointerEnter={follow}
              onPointerLeave={(event) => event.pointerType === 'mouse' && point(undefined)}
              onFocus={follow}
            >
              <th scope="row">{header.name}</th>
              <td className="header-value">{header.value}</td>
              <td className="header-origin" title={origin.detail}>
                {place ? (
                  <button type="button" className="place-link" onClick={() => goTo(place)}>
                    {origin.word}
                  </button>
                ) : (
                  origin.word
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
