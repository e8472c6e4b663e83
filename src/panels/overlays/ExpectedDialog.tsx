import { type FormEvent, useState } from 'react';
import { setCaseOptions } from '../../document/changes';
import type { Expectation } from '../../document/model';
import { edit } from '../../store/session';
import { closeDialog, usePlayground } from '../../store/store';
import { readExpectedHeaders, writeExpectedHeaders } from '../cases/expected-headers';
import { Dialog } from './Dialog';

/** What the active case should come to; a field left empty is not compared. */
export function ExpectedDialog() {
  const active = usePlayground(({ work: { document } }) => document.cases[document.activeCase]);
  const [status, setStatus] = useState(String(active?.expected?.statusCode ?? ''));
  const [headers, setHeaders] = useState(writeExpectedHeaders(active?.expected?.headers));
  const [body, setBody] = useState(active?.expected?.body ?? '');
  const [compareBody, setCompareBody] = useState(active?.expected?.body !== undefined);
  if (!active) return null;
  const read = readExpectedHeaders(headers);

  function save(event: FormEvent) {
    event.preventDefault();
    if ('problem' in read) return;
    const expected: Expectation = {
      ...(status !== '' && { statusCode: Number(status) }),
      ...(Object.keys(read.headers).length > 0 && { headers: read.headers }),
      ...(compareBody && { body }),
    };
    const nothing = Object.keys(expected).length === 0;
    edit((document) => setCaseOptions(document, { expected: nothing ? undefined : expected }));
    closeDialog();
  }

  return (
    <Dialog title={`Expected of case ${active.name}`} className="dialog-small" onClose={closeDialog}>
      <form className="fields" onSubmit={save}>
        <label className="field">
          <span>Status; empty: any</span>
          <input
            type="number"
            min={100}
            max={999}
            value={status}
            onChange={({ currentTarget: { value } }) => setStatus(value)}
          />
        </label>
        <label className="field">
          <span>Headers, one “name: value” a line</span>
          <textarea
            rows={4}
            spellCheck={false}
            value={headers}
            aria-invalid={'problem' in read}
            aria-describedby="expected-headers-problem"
            onChange={({ currentTarget: { value } }) => setHeaders(value)}
          />
        </label>
        <p id="expected-headers-problem" role="status" className="field-problem">
          {'problem' in read && read.problem}
        </p>
        <label className="field field-check">
          <input
            type="checkbox"
            checked={compareBody}
            onChange={({ currentTarget: { checked } }) => setCompareBody(checked)}
          />
          <span>Compare the body: as JSON when both are JSON, else as text</span>
        </label>
        {compareBody && (
          <label className="field">
            <span>Body</span>
            <textarea
              rows={8}
              spellCheck={false}
              value={body}
              onChange={({ currentTarget: { value } }) => setBody(value)}
            />
          </label>
        )}
        <div className="dialog-actions">
          <button type="submit" className="button primary" disabled={'problem' in read}>
            Expect this
          </button>
        </div>
      </form>
    </Dialog>
  );
}
