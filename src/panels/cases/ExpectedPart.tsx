import { setCaseOptions } from '../../document/changes';
import type { PlaygroundDocument } from '../../document/model';
import type { CasesSlice } from '../../store/cases-slice';
import { edit } from '../../store/session';
import { openDialog, tell } from '../../store/store';
import { differenceWords } from './case-words';

interface Props {
  document: PlaygroundDocument;
  rows: CasesSlice['rows'];
  readOnly: boolean;
}

/** What is expected of the active case, what differs, and the ways to change it. */
export function ExpectedPart({ document, rows, readOnly }: Props) {
  const active = document.cases[document.activeCase];
  if (!active) return null;
  const row = rows[active.name];
  const summary = row?.state === 'done' ? row.summary : undefined;
  const { expected } = active;
  return (
    <section className="cases-part" aria-label={`Expected of case ${active.name}`}>
      {expected && summary?.differences?.length === 0 && (
        <p>
          <b>{active.name}</b> comes to what is expected.
        </p>
      )}
      {expected && summary?.differences && summary.differences.length > 0 && (
        <>
          <p>
            <b>{active.name}</b> comes to something else than expected:
          </p>
          <ul className="cases-list">
            {summary.differences.map((difference) => (
              <li key={difference.where}>{differenceWords(difference)}</li>
            ))}
          </ul>
        </>
      )}
      {!readOnly && (
        <div className="cases-actions">
          <button
            type="button"
            className="button"
            disabled={!summary?.keep || summary.differences?.length === 0}
            onClick={() => edit((current) => keep(current, rows, [current.activeCase]))}
          >
            Keep this answer as expected
          </button>
          {document.cases.length > 1 && (
            <button type="button" className="button" onClick={() => keepAll(document, rows)}>
              Keep all
            </button>
          )}
          <button type="button" className="button" onClick={() => openDialog('expected')}>
            {expected ? 'Edit' : 'Write'} what is expected
          </button>
          <button type="button" className="button" onClick={() => openDialog('presets')}>
            Add a usual answer
          </button>
          {expected && (
            <button
              type="button"
              className="button"
              onClick={() => edit((current) => setCaseOptions(current, { expected: undefined }))}
            >
              Expect nothing
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function keepAll(document: PlaygroundDocument, rows: CasesSlice['rows']) {
  const before = document.cases;
  edit((current) =>
    keep(
      current,
      rows,
      current.cases.map((_, index) => index),
    ),
  );
  tell({
    tone: 'info',
    text: 'All answers are kept as expected.',
    action: {
      label: 'Undo',
      run: () =>
        edit((current) =>
          before.reduce((result, { name, expected }) => {
            const index = result.cases.findIndex((one) => one.name === name);
            return setCaseOptions(result, { expected }, index);
          }, current),
        ),
    },
  });
}

/** Makes the present answers of cases what is expected of them. */
function keep(document: PlaygroundDocument, rows: CasesSlice['rows'], indexes: number[]): PlaygroundDocument {
  return indexes.reduce((result, index) => {
    const row = rows[result.cases[index]?.name ?? ''];
    const expected = row?.state === 'done' ? row.summary.keep : undefined;
    return expected ? setCaseOptions(result, { expected }, index) : result;
  }, document);
}
