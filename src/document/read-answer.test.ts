import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IntegrationType } from '../engine/scenario';
import { answerKind } from './answer-kind';
import { readHttpMessage } from './http-message';
import { readAnswer } from './read-answer';

const HTTP = { type: 'HTTP' } as const;
const LAMBDA = { type: 'AWS' } as const;
const one = (answer: string) => ({ name: 'a', answer });

describe('answerKind', () => {
  test.each<[type: IntegrationType, uri: string | undefined, kind: string]>([
    ['AWS', undefined, 'lambda'],
    ['AWS', 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn/invocations', 'lambda'],
    ['AWS', 'arn:aws:apigateway:eu-west-1:lambda:path//2015-03-31/functions/arn/invocations', 'lambda'],
    ['AWS', 'arn:aws:apigateway:eu-west-1:s3:path/bucket/key', 'http'],
    ['AWS', 'arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem', 'http'],
    ['AWS_PROXY', undefined, 'lambda'],
    ['HTTP', undefined, 'http'],
    ['HTTP_PROXY', undefined, 'http'],
    ['MOCK', undefined, 'none'],
  ])('%s %s is %s', (type, uri, kind) => {
    expect(answerKind({ type, ...(uri !== undefined && { uri }) })).toBe(kind);
  });
});

describe('readHttpMessage', () => {
  test.each<[text: string, statusCode: number | undefined, headers: [string, string][], body: string]>([
    ['', undefined, [], ''],
    ['hello\n', undefined, [], 'hello\n'],
    ['{"a": 1}', undefined, [], '{"a": 1}'],
    ['HTTP/1.1 404 Not Found\nA: b\n\nbody\n', 404, [['A', 'b']], 'body\n'],
    ['HTTP/1.1 404 Not Found\r\nA: b\r\n\r\nbo\r\ndy', 404, [['A', 'b']], 'bo\r\ndy'],
    ['HTTP/2 200\n\n', 200, [], ''],
    ['HTTP/2 200', 200, [], ''],
    ['http/1.0 500 x\n\nb', 500, [], 'b'],
    ['\n\nHTTP/1.1 200 OK\n\nb', 200, [], 'b'],
    [
      'HTTP/1.1 200 OK\nA: 1\nA:2\na:\t 3 \nB:\n\n',
      200,
      [
        ['A', '1'],
        ['A', '2'],
        ['a', '3'],
        ['B', ''],
      ],
      '',
    ],
    ['HTTP/1.1 200 OK\nA: one\n  two\n\tthree\n\nb', 200, [['A', 'one two three']], 'b'],
    ['HTTP/1.1 200 OK\nA: b: c\n', 200, [['A', 'b: c']], ''],
    ['HTTP/1.1 200 OK\n\n\nb', 200, [], '\nb'],
    ['HTTP/1.1 100 Continue\n\nHTTP/1.1 201 Created\nA: b\n\nx', 201, [['A', 'b']], 'x'],
    [
      'HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 301 Moved\r\nL: /\r\n\r\nHTTP/2 200 \r\n\r\nx',
      200,
      [],
      'x',
    ],
    ['HTTP/1.1 200 OK\n\nsee HTTP/1.1 404 Not Found', 200, [], 'see HTTP/1.1 404 Not Found'],
  ])('%j', (text, statusCode, headers, body) => {
    const message = readHttpMessage(text);
    expect(message.statusCode).toBe(statusCode);
    expect(message.headers).toEqual(headers);
    expect(text.slice(message.body.from, message.body.to)).toBe(body);
    expect(message.faults).toEqual([]);
  });

  test.each<[text: string, id: string, severity: string, at: string]>([
    ['HTTP/1.1 OK\n\nx', 'bad-status-line', 'error', 'HTTP/1.1 OK'],
    ['HTTP/1.1 20\n', 'bad-status-line', 'error', 'HTTP/1.1 20'],
    ['HTTP/1.1 200 OK\nA: b\n{"a": 1}\n', 'bad-header-line', 'warning', '{"a": 1}'],
    ['Content-Type: text/plain\nA: b\n\nbody', 'no-status-line', 'hint', 'Content-Type: text/plain'],
  ])('%j is told of', (text, id, severity, at) => {
    const [fault] = readHttpMessage(text).faults;
    expect([fault?.id, fault?.severity, fault && text.slice(fault.span.from, fault.span.to)]).toEqual([
      id,
      severity,
      at,
    ]);
  });

  test('a message that was written is read back', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,8}$/);
    const value = fc.stringMatching(/^[!-~]([ -~]{0,10}[!-~])?$/);
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.array(fc.tuple(name, value), { maxLength: 5 }),
        fc.string().filter((body) => !/^HTTP\//i.test(body)),
        fc.constantFrom('\n', '\r\n'),
        (statusCode, headers, body, newline) => {
          const lines = headers.map((pair) => pair.join(': ') + newline);
          const text = `HTTP/1.1 ${statusCode} Reason${newline}${lines.join('')}${newline}${body}`;
          const message = readHttpMessage(text);
          expect(message).toMatchObject({ statusCode, headers, faults: [] });
          expect(text.slice(message.body.from, message.body.to)).toBe(body);
        },
      ),
    );
  });
});

describe('readAnswer', () => {
  test('hands a Lambda payload on byte for byte', () => {
    const payload = ' {"a":\t1}\r\n';
    expect(readAnswer({ ...one(payload), functionError: true, latencyInMillis: 5 }, LAMBDA)).toEqual({
      backend: { kind: 'lambda', payload, functionError: true, latencyInMillis: 5 },
      faults: [],
      body: { from: 0, to: payload.length },
    });
  });

  test.each<[answer: string, id: string, at: number]>([
    ['', 'payload-empty', 0],
    ["{'a': 1}", 'payload-not-json', 1],
    ['hello', 'payload-not-json', 0],
    [
      '{"StatusCode": 200, "FunctionError": "Unhandled", "ExecutedVersion": "$LATEST"}',
      'payload-is-metadata',
      0,
    ],
    ['Mon : Endpoint response body before transformations: {}', 'payload-is-log', 0],
  ])('gives a hint for the payload %j', (answer, id, at) => {
    const { backend, faults } = readAnswer(one(answer), LAMBDA);
    expect(backend).toEqual({ kind: 'lambda', payload: answer });
    expect(faults).toMatchObject([{ id, severity: 'hint', span: { from: at } }]);
  });

  test.each(['null', '"text"', '{"StatusCode": 200}', '{"statusCode": 200, "body": ""}', '[1]'])(
    'has no hint for %s',
    (answer) => expect(readAnswer(one(answer), LAMBDA).faults).toEqual([]),
  );

  test('reads an HTTP message and says where its body stands', () => {
    const answer = 'HTTP/1.1 404 Not Found\nA: b\n\nbody';
    expect(readAnswer(one(answer), HTTP)).toEqual({
      backend: { kind: 'http', statusCode: 404, headers: [['A', 'b']], body: 'body' },
      faults: [],
      body: { from: answer.indexOf('body'), to: answer.length },
    });
  });

  test.each<[text: string, bytes: number[]]>([
    ['', []],
    ['aGk=', [104, 105]],
    ['aGk', [104, 105]],
    ['aG\nk=\n', [104, 105]],
    ['HTTP/1.1 200 OK\n\n/+8=', [255, 239]],
  ])('decodes the base64 of %j', (answer, bytes) => {
    const { backend, faults, body } = readAnswer({ ...one(answer), base64: true }, HTTP);
    expect(backend?.kind === 'http' && backend.body).toEqual(Uint8Array.from(bytes));
    expect(faults).toEqual([]);
    expect(body).toBeUndefined();
  });

  test.each<[text: string, at: number]>([
    ['aG*k', 2],
    ['HTTP/1.1 200 OK\n\naG-k', 19],
    ['a', 1],
    ['aG=k', 2],
    ['aGk===', 6],
  ])('tells where %j is not base64', (answer, at) => {
    const { backend, faults } = readAnswer({ ...one(answer), base64: true }, HTTP);
    expect(backend).toBeUndefined();
    expect(faults).toMatchObject([{ id: 'body-not-base64', severity: 'error', span: { from: at } }]);
  });

  test('MOCK has no answer, and a gateway failure needs none', () => {
    expect(readAnswer(one('x'), { type: 'MOCK' })).toEqual({ backend: { kind: 'none' }, faults: [] });
    expect(readAnswer({ ...one('x'), gatewayFailure: 'THROTTLED' }, LAMBDA)).toEqual({
      backend: { kind: 'gateway-failure', responseType: 'THROTTLED' },
      faults: [],
    });
  });
});
