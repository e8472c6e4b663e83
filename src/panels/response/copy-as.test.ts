import { expect, test } from 'vitest';
import { newDocument, setAnswer, setTitle } from '../../document/changes';
import { outcome } from '../test-outcome';
import { copyAs } from './copy-as';

const DOCUMENT = setAnswer(setTitle(newDocument(), 'Orders'), '{"note": "```"}');
const RESPONSE = outcome({
  response: {
    statusCode: 404,
    reason: 'Not Found',
    headers: [
      { name: 'Content-Type', value: 'application/json', origin: { kind: 'service', why: 'default' } },
      { name: 'Set-Cookie', value: 'a=1', origin: { kind: 'backend' } },
      { name: 'Set-Cookie', value: 'b=2', origin: { kind: 'backend' } },
    ],
    body: { bytes: new TextEncoder().encode('{\n}'), text: '{\n}' },
  },
  steps: [{ stage: 'selection', verdict: 'ok', text: 'Rule 404 answers.', evidence: { kind: 'documented' } }],
});

test('a raw response has the bytes between its lines', () => {
  expect(copyAs('raw', RESPONSE, DOCUMENT)).toBe(
    'HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n{\n}',
  );
});

test('curl prints HTTP/2 without a reason and names in lower case', () => {
  expect(copyAs('curl', RESPONSE, DOCUMENT)).toBe(
    'HTTP/2 404 \ncontent-type: application/json\nset-cookie: a=1\nset-cookie: b=2\n\n{\n}',
  );
});

test('the body alone is the body alone', () => {
  expect(copyAs('body', RESPONSE, DOCUMENT)).toBe('{\n}');
});

test('bytes that are no text are counted, not guessed', () => {
  const body = { bytes: Uint8Array.of(0x89, 0x50, 0xff) };
  const binary = outcome({ response: { ...RESPONSE.response, body } });
  expect(copyAs('body', binary, DOCUMENT)).toBe('[3 bytes that are not UTF-8 text]');
});

test('a report tells the whole case, and backticks in a text do not end its fence', () => {
  const report = copyAs('report', RESPONSE, DOCUMENT);
  expect(report).toContain('# Orders\n\nThe client gets **404 Not Found**.');
  expect(report).toContain('1. Rule 404 answers. _(documented)_');
  expect(report).toContain('## Backend answer: case-1\n\n````\n{"note": "```"}\n````');
  expect(report).not.toContain('## Request');
});
