import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate';

type Rules = [status: string, pattern?: string][];

function select(rules: Rules, errorMessage: string) {
  return evaluate({
    integration: {
      type: 'AWS',
      integrationResponses: rules.map(([statusCode, selectionPattern]) => ({
        statusCode,
        ...(selectionPattern !== undefined && { selectionPattern }),
      })),
    },
    backend: { kind: 'lambda', payload: JSON.stringify({ errorMessage }) },
  });
}

describe('verdicts in the order written', () => {
  test.each<[Rules, string, string[]]>([
    [[['200'], ['404', '.*x.*']], 'has x', ['default', 'chosen']],
    [
      [
        ['404', '.*x.*'],
        ['200', ''],
      ],
      'none',
      ['no-match', 'chosen'],
    ],
    [
      [
        ['502', '.+'],
        ['405', '.*x.*'],
      ],
      'has x',
      ['also-matched', 'chosen'],
    ],
    [[['200'], ['400', '(']], 'm', ['chosen', 'invalid']],
    [[['200'], ['200', 'm']], 'm', ['replaced', 'chosen']],
    [[['200'], ['201']], 'm', ['chosen', 'refused']],
    [
      [
        ['400', 'm'],
        ['401', 'm'],
      ],
      'm',
      ['chosen', 'refused'],
    ],
    [[['200'], ['600', 'm']], 'm', ['chosen', 'refused']],
    [[['200'], ['20x', 'm']], 'm', ['chosen', 'refused']],
    [[['400', 'a']], 'm', ['no-match']],
    // A rule overwritten in between frees its pattern.
    [
      [
        ['200', 'm'],
        ['200', 'n'],
        ['201', 'm'],
      ],
      'm',
      ['replaced', 'no-match', 'chosen'],
    ],
  ])('%j on %j', (rules, message, verdicts) => {
    expect(select(rules, message).rules.map(({ verdict }) => verdict)).toEqual(verdicts);
  });
});

test('a near miss tells where the pattern occurs', () => {
  const [, rule] = select([['200'], ['404', 'NotFound']], 'NotFound: order 7').rules;
  expect(rule?.nearMiss?.found).toEqual({ from: 0, to: 8 });
});

test('an invalid pattern has its description and place', () => {
  const outcome = select([['200'], ['404', '(NotFound']], 'm');
  expect(outcome.rules[1]?.error?.description).toBe('Unclosed group');
  expect(outcome.problems).toContainEqual(
    expect.objectContaining({
      id: 'pattern-invalid',
      when: 'configuration',
      place: {
        in: 'rules',
        path: ['integration', 'integrationResponses', 1, 'selectionPattern'],
        span: { from: 8, to: 9 },
      },
    }),
  );
});

test('a pattern that is given up does not decide about the others', () => {
  const outcome = select([['200'], ['400', '(a+)+\\1b'], ['404', 'a+c']], `${'a'.repeat(40)}c`);
  expect(outcome.rules[2]?.verdict).toBe('chosen');
});

describe('the subject of services and HTTP endpoints is the status', () => {
  test.each([
    ['HTTP', 404, '404', '404'],
    ['HTTP', 404, '4\\d{2}', '404'],
    ['HTTP', 404, '4', '200'],
    ['HTTP', 999, '\\d+', '404'],
    ['AWS', 400, '4..', '404'],
  ] as const)('%s %d against %s', (type, status, pattern, expected) => {
    const outcome = evaluate({
      integration: {
        type,
        uri: type === 'HTTP' ? 'https://example.com' : 'arn:aws:apigateway:eu-west-1:sqs:path/1/queue',
        integrationResponses: [{ statusCode: '200' }, { statusCode: '404', selectionPattern: pattern }],
      },
      backend: { kind: 'http', statusCode: status, body: '{"errorMessage":"404"}' },
    });
    expect(outcome.subject).toEqual({ what: 'status', text: `${status}` });
    expect(outcome.response.statusCode).toBe(Number(expected));
  });
});
