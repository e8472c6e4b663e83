import { findPlace, type Shown } from '../../store/outcome-slice';
import { goTo } from '../../store/session';
import { describeOrigin } from './header-origin';

/** The headers in the order they are sent, each with where it came from. */
export function HeaderTable({ shown }: { shown: Shown }) {
  const { headers } = shown.outcome.response;
  if (headers.length === 0) return <p className="empty">No headers.</p>;
  return (
    <table className="headers">
      <caption className="visually-hidden">Headers of the response and where they came from</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Header</th>
          <th scope="col">Value</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {headers.map((header, index) => {
          const origin = describeOrigin(header.origin);
          const place = findPlace(shown.evaluation, origin.place);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a header may be sent twice
            <tr key={index} data-origin={header.origin.kind}>
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
