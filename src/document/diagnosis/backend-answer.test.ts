import { describe, expect, test } from 'vitest';
import { applyFixes, problemsOf, type Texts, thrown } from './problem-cases';

const DEFAULT = '- statusCode: 200\n';
const RULES = `- statusCode: 200
- statusCode: 404
  selectionPattern: '.*NotFound.*'
`;
const WITH_TEMPLATE = (text: string) =>
  `${DEFAULT}  responseTemplates:\n    application/json: ${JSON.stringify(text)}\n`;
const TRACE = ['at handler (/var/task/index.js:4:9)'];
const JSON_MESSAGE = '{"code": "NotFound", "detail": "order 7"}';

describe.each<[id: string, told: Texts[], silent: Texts[], fixes?: string[]]>([
  [
    'lambda-error-returned-not-thrown',
    [
      { rules: RULES, answer: '{"error": "NotFound"}', how: { functionError: false } },
      { rules: RULES, answer: '{"errorMessage": "NotFound"}', how: { functionError: false } },
    ],
    [
      { rules: RULES, answer: '{"error": null, "id": 7}' },
      { rules: RULES, answer: '{"errors": []}' },
      { rules: DEFAULT, answer: '{"error": "NotFound"}' },
      { rules: RULES, ...thrown('NotFound: 7') },
    ],
  ],
  [
    'lambda-status-code-ignored',
    [
      { rules: RULES, answer: '{"statusCode": 404, "body": "{\\"a\\": 1}"}' },
      { rules: DEFAULT, answer: '{"statusCode": "404", "body": {"a": 1}}' },
      { rules: WITH_TEMPLATE("$input.json('$.body')"), answer: '{"statusCode": 404, "body": {"a": 1}}' },
    ],
    [
      { rules: RULES, answer: '{"statusCode": "shipped", "body": "x"}' },
      { rules: RULES, answer: '{"statusCode": 404, "count": 1}' },
      { rules: WITH_TEMPLATE("$input.path('$.statusCode')"), answer: '{"statusCode": 404, "body": "x"}' },
      { rules: 'type: AWS_PROXY', answer: '{"statusCode": 404, "body": "x"}' },
    ],
    [
      'Add a template for status and body',
      'Add a template for status and body',
      'Set the status from statusCode in the template',
    ],
  ],
  [
    'lambda-body-is-json-text',
    [
      { rules: DEFAULT, answer: JSON.stringify('{"id": 7}') },
      { rules: DEFAULT, answer: JSON.stringify({ body: '[1, 2]' }) },
    ],
    [
      { rules: DEFAULT, answer: JSON.stringify('{id: 7}') },
      { rules: DEFAULT, answer: JSON.stringify({ body: { id: 7 } }) },
      { rules: WITH_TEMPLATE("$input.path('$')"), answer: JSON.stringify('{"id": 7}') },
    ],
    ['Add a template that prints the text', 'Add a template that prints body'],
  ],
  [
    'lambda-string-quoted',
    [{ rules: DEFAULT, answer: '"hello"' }],
    [
      { rules: DEFAULT, answer: '["hello"]' },
      { rules: WITH_TEMPLATE("$input.path('$')"), answer: '"hello"' },
      { rules: 'type: HTTP\nintegrationResponses:\n  - statusCode: 200\n', answer: '"hello"' },
    ],
    ['Add a template that prints the text'],
  ],
  ['lambda-null-result', [{ rules: DEFAULT, answer: 'null' }], [{ rules: DEFAULT, answer: '{"a": null}' }]],
  [
    'lambda-error-not-an-error-object',
    [
      { rules: RULES, ...thrown('[object Object]') },
      { rules: RULES, ...thrown("{'code': 404, 'message': 'NotFound'}") },
    ],
    [
      { rules: RULES, ...thrown('NotFound: [object Object] was given') },
      { rules: RULES, ...thrown('{"code": 404}') },
    ],
  ],
  [
    'lambda-error-json-in-message',
    [
      { rules: RULES, ...thrown(JSON_MESSAGE) },
      {
        rules: WITH_TEMPLATE('{"c": "$input.path(\'$.errorMessage.code\')"}'),
        ...thrown(JSON_MESSAGE),
      },
    ],
    [
      { rules: RULES, ...thrown('NotFound: {"code": 1}') },
      { rules: WITH_TEMPLATE("$input.path('$.errorMessage')"), ...thrown(JSON_MESSAGE) },
      { rules: WITH_TEMPLATE("$input.path('$.errorMessage.code')"), ...thrown('NotFound') },
    ],
    ['Add a template that prints the message', 'Parse the message first'],
  ],
  [
    'lambda-timeout-text',
    [{ rules: `${DEFAULT}- statusCode: 504\n  selectionPattern: 'Task timed out.*'\n` }],
    [
      {
        rules: `${DEFAULT}- statusCode: 504\n  selectionPattern: '.*Task timed out after \\d+\\.\\d+ seconds'\n`,
      },
      { rules: `${DEFAULT}- statusCode: 504\n  selectionPattern: 'The database timed out.*'\n` },
    ],
    ['Match the text of a time-out: .*Task timed out after .*'],
  ],
  [
    'lambda-crash-text',
    [{ rules: RULES, ...thrown('RequestId: 1 Error: Runtime exited with error: signal: killed') }],
    [
      { rules: RULES, ...thrown('The runtime of the film is 3 hours') },
      {
        rules: `${DEFAULT}- statusCode: 502\n  selectionPattern: '.*Runtime exited.*'\n`,
        ...thrown('RequestId: 1 Error: Runtime exited with error: signal: killed'),
      },
    ],
  ],
  [
    'gateway-timeout-bypasses-rules',
    [{ rules: RULES, answer: '{}', how: { latencyInMillis: 30_000 } }],
    [{ rules: RULES, answer: '{}', how: { latencyInMillis: 28_000 } }],
  ],
  [
    'lambda-error-leaks-stack',
    [
      { rules: RULES, ...thrown('NotFound: 7', { trace: TRACE }) },
      { rules: DEFAULT, ...thrown('x', { stackTrace: TRACE }) },
    ],
    [
      { rules: RULES, ...thrown('NotFound: 7') },
      { rules: RULES, ...thrown('NotFound: 7', { trace: [] }) },
      { rules: WITH_TEMPLATE("$input.path('$.errorMessage')"), ...thrown('x', { trace: TRACE }) },
    ],
    ['Add a template with the message alone'],
  ],
])('%s', (id, told, silent, fixes) => {
  test.each(told)('is told %#', (texts) => expect(problemsOf(texts, id)).toHaveLength(1));
  test.each(silent)('is not told %#', (texts) => expect(problemsOf(texts, id)).toEqual([]));
  test('is gone after each of its fixes', () => {
    expect(told.flatMap((texts) => applyFixes(texts, id))).toEqual(fixes ?? []);
  });
});
