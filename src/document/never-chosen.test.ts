import { expect, test } from 'vitest';
import { evaluateDocument } from './evaluate-document';
import type { PlaygroundDocument } from './model';

const RULES = `- statusCode: 200
- statusCode: 404
  selectionPattern: 'NotFound.*'
- statusCode: 409
  selectionPattern: 'Conflict.*'
- statusCode: 500
  selectionPattern: '[\\s\\S]+'
`;

function told(rules: string, ...messages: (string | undefined)[]): string[] {
  const document: PlaygroundDocument = {
    format: 'apigw-response-playground',
    version: 1,
    cases: messages.map((errorMessage, index) => ({
      name: `${index}`,
      answer: errorMessage === undefined ? '{"id": 7}' : JSON.stringify({ errorMessage, errorType: 'Error' }),
    })),
    activeCase: 0,
    rules,
    templates: [],
    request: '',
  };
  const { problems } = evaluateDocument(document);
  return problems.filter(({ id }) => id === 'rule-never-matches').map(({ message }) => message);
}

test.each<[string, (string | undefined)[], string[]]>([
  ['a rule that no case is for', [undefined, 'NotFound: 7', 'boom'], ['409']],
  ['a rule before which another one is chosen', [undefined, 'NotFound: 7', 'Conflict'], ['500']],
  ['nothing when every rule has its case', [undefined, 'NotFound: 7', 'Conflict', 'boom'], []],
  ['nothing of few cases', [undefined, 'NotFound: 7'], []],
])('tells of %s', (_, messages, statuses) => {
  expect(told(RULES, ...messages)).toEqual(
    statuses.map((status) => expect.stringContaining(`chooses rule ${status}.`)),
  );
});

test('says nothing of statuses, which no list of cases is complete for', () => {
  const http = `type: HTTP\nintegrationResponses:\n${RULES.replace(/^/gm, '  ').trimEnd()}\n`;
  expect(told(http.replace(/'[NC][^']*'/g, "'4\\d\\d'"), 'a', 'b', 'c')).toEqual([]);
});
