import { describe, expect, test } from 'vitest';
import { readRequest } from './read-request';
import { pathKey } from './shape';

const read = (text: string): unknown => JSON.parse(JSON.stringify(readRequest(text).request ?? null));

describe('readRequest', () => {
  test.each<[text: string, expected: unknown]>([
    ['', {}],
    ['# all defaults\n', {}],
    [
      'httpMethod: get\nresourcePath: /a/{b}\npath: /a/1',
      { request: { httpMethod: 'GET', resourcePath: '/a/{b}', path: '/a/1' } },
    ],
    ['method: PUT', { request: { httpMethod: 'PUT' } }],
    ['path: /a?x=1&y=%20&x=2', { request: { path: '/a', queryStringParameters: { x: '2', y: ' ' } } }],
    ['path: /a?x=1\nquery: {x: 3}', { request: { path: '/a', queryStringParameters: { x: '3' } } }],
    [
      'headers:\n  Accept: text/html\n  X-Empty:\n  X-Number: 1.0',
      { request: { headers: { Accept: 'text/html', 'X-Empty': '', 'X-Number': '1.0' } } },
    ],
    ['pathParameters: {id: 007}', { request: { pathParameters: { id: '007' } } }],
    ['body: {"a": [1, null]}', { request: { body: '{"a":[1,null]}' } }],
    ['body: |\n  a=b\n', { request: { body: 'a=b\n' } }],
    ['stageVariables: {env: prod, n: 1}', { request: {}, stageVariables: { env: 'prod', n: '1' } }],
    [
      'context:\n  requestId: abc\n  identity: {sourceIp: 1.2.3.4}\n  authorizer: {claims: {sub: x}}\n  n: 5',
      {
        request: {},
        context: {
          requestId: 'abc',
          identity: { sourceIp: '1.2.3.4' },
          authorizer: { claims: { sub: 'x' } },
          n: 5,
        },
      },
    ],
    ['context: {a: .inf, b: 1e2}', { request: {}, context: { a: '.inf', b: 100 } }],
    [
      JSON.stringify({
        resource: '/pets/{petId}',
        path: '/pets/7',
        httpMethod: 'GET',
        headers: { Accept: '*/*' },
        multiValueHeaders: { Accept: ['text/html', '*/*'], Cookie: ['a=1', 'b=2'] },
        queryStringParameters: null,
        pathParameters: { petId: '7' },
        stageVariables: null,
        requestContext: { stage: 'prod' },
        body: null,
        isBase64Encoded: false,
      }),
      {
        request: {
          httpMethod: 'GET',
          resourcePath: '/pets/{petId}',
          path: '/pets/7',
          headers: { Accept: '*/*', Cookie: 'b=2' },
          pathParameters: { petId: '7' },
        },
        context: { stage: 'prod' },
      },
    ],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(readRequest(text).faults).toEqual([]);
  });

  test.each<[text: string, told: [id: string, severity: string, at: string]]>([
    ['GET /pets', ['request-not-a-map', 'error', 'GET /pets']],
    ['- a', ['request-not-a-map', 'error', '- a']],
    ['headers: abc', ['not-a-map', 'error', 'abc']],
    ['headers: {Accept: [a, b]}', ['not-text', 'error', '[a, b]']],
    ['header: {Accept: a}', ['unknown-member', 'hint', 'header']],
    ['path: "a', ['yaml-missing-char', 'error', '"']],
    ['context: &c {a: *c}', ['text-too-deep', 'error', '{a: *c}']],
  ])('%j is told of', (text, [id, severity, at]) => {
    const [fault] = readRequest(text).faults;
    expect([fault?.id, fault?.severity, fault && text.slice(fault.span.from, fault.span.to)]).toEqual([
      id,
      severity,
      at,
    ]);
    expect(readRequest(text).request === undefined).toBe(severity === 'error');
  });

  test('ends a context that aliases would make endless', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `  l${level}: &l${level} [${Array(9)
          .fill(level === 0 ? 'ha' : `*l${level - 1}`)
          .join(', ')}]`,
    );
    const { request, faults } = readRequest(`context:\n${levels.join('\n')}\n`);
    expect(request).toBeUndefined();
    expect(faults.map(({ id }) => id)).toContain('text-too-large');
  });

  test('keeps names of prototypes as plain names', () => {
    const { request } = readRequest('headers: {__proto__: x}\ncontext: {__proto__: {a: 1}}');
    expect(Object.getPrototypeOf(request?.request?.headers)).toBeNull();
    expect(Object.keys(request?.context ?? {})).toEqual(['__proto__']);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test('keeps places', () => {
    const text = 'headers:\n  Accept: "text/html"\n';
    const node = readRequest(text).origins.get(pathKey(['request', 'headers', 'Accept']));
    expect(node && text.slice(node.span.from, node.span.to)).toBe('"text/html"');
  });
});
