import { describe, expect, test } from 'vitest';
import { applyFixes, problemsOf, type Texts } from './problem-cases';

const TEMPLATE = (text: string) => `- statusCode: 200\n  responseTemplates:\n    application/json: ${text}\n`;
const PATTERN = (text: string) => `- statusCode: 200\n- statusCode: 404\n  selectionPattern: ${text}\n`;
const SERVERLESS = `functions:
  get:
    handler: a.b
    events:
      - http:
          path: /
          integration: lambda
`;

describe.each<[id: string, told: Texts[], silent: Texts[], fixes?: string[]]>([
  [
    'yaml-comment-swallowed-template',
    [{ rules: TEMPLATE("#set($x = $input.path('$.a'))$x"), answer: '{"a": 1}' }],
    [
      { rules: TEMPLATE('"#set($x = 1)$x"'), answer: '{}' },
      { rules: TEMPLATE('# none so far'), answer: '{}' },
    ],
    ['Put the template in quotes'],
  ],
  [
    'yaml-double-quoted-pattern',
    [
      { rules: PATTERN('".*\\[\\d+\\].*"'), answer: '{}' },
      { rules: PATTERN('".*\\bNotFound\\b.*"'), answer: '{}' },
      { rules: PATTERN('"\\d\\\\d"'), answer: '{}' },
    ],
    [
      { rules: PATTERN("'.*\\d.*'"), answer: '{}' },
      { rules: PATTERN('".*\\\\d.*"'), answer: '{}' },
      { rules: 'uri: "\\d"\n', answer: '{}' },
    ],
    ['Put the pattern in single quotes', 'Put the pattern in single quotes'],
  ],
  [
    'yaml-duplicate-status',
    [{ rules: '200: {}\n"200": {selectionPattern: "a.*"}\n', answer: '{}' }],
    [
      { rules: '200: {}\n"404": {selectionPattern: "a.*"}\n', answer: '{}' },
      { rules: '- statusCode: 200\n- statusCode: 200\n', answer: '{}' },
    ],
  ],
  [
    'sub-reference-in-template',
    [
      { rules: TEMPLATE('!Sub "#set($m = 1)${m} in ${AWS::Region}"'), answer: '{}' },
      { rules: TEMPLATE('!Sub |\n      ${input.body} and $input.body'), answer: '{}' },
      { rules: TEMPLATE('{"Fn::Sub": "${context.requestId}"}'), answer: '{}' },
    ],
    [
      { rules: TEMPLATE('!Sub "#set($m = 1)${!m} in ${AWS::Region}"'), answer: '{}' },
      { rules: TEMPLATE('"#set($m = 1)${m}"'), answer: '{}' },
      { rules: TEMPLATE('!Sub "${TableName}"'), answer: '{}' },
    ],
    Array<string>(3).fill('Leave these variables to the template: ${!…}'),
  ],
  [
    'terraform-interpolation-in-template',
    [
      { rules: TEMPLATE('"{\\"v\\": \\"${var.version}\\"}"'), answer: '{}' },
      { rules: TEMPLATE("'#set($m = 1)$${m}'"), answer: '{}' },
      { rules: TEMPLATE('a.vtl'), templates: { 'a.vtl': '#set($m = 1)\n$${m} and $${m}' }, answer: '{}' },
    ],
    [
      { rules: TEMPLATE('"#set($m = 1)${m} ${context.stage}"'), answer: '{}' },
      { rules: TEMPLATE('"#set($var = 1)$var"'), answer: '{}' },
    ],
    ['Write ${ as API Gateway gets it', 'Write ${ as API Gateway gets it'],
  ],
  [
    'framework-variable-in-template',
    [{ rules: TEMPLATE('a.vtl'), templates: { 'a.vtl': '{"stage": "${self:custom.stage}"}' }, answer: '{}' }],
    [
      {
        rules: TEMPLATE('a.vtl'),
        templates: { 'a.vtl': '{"stage": "${stageVariables.stage}"}' },
        answer: '{}',
      },
    ],
  ],
  [
    'framework-hidden-rules',
    [{ rules: SERVERLESS }],
    [
      { rules: SERVERLESS.replace('lambda', 'lambda-proxy') },
      {
        rules: `${SERVERLESS}          response:\n            statusCodes:\n              200: {pattern: ''}\n`,
      },
    ],
  ],
  [
    'http-api-has-no-vtl',
    [
      { rules: 'Resources:\n  Api:\n    Type: AWS::ApiGatewayV2::Integration\n' },
      { rules: 'type: AWS_PROXY\npayloadFormatVersion: "2.0"\n', answer: '{}' },
    ],
    [{ rules: 'Resources:\n  Api:\n    Type: AWS::ApiGateway::Method\n' }],
  ],
  [
    'unresolved-hole',
    [{ rules: PATTERN('!Ref Pattern'), answer: '{}' }],
    [{ rules: PATTERN('!Sub "a.*"'), answer: '{}' }],
  ],
  [
    'nothing-to-map',
    [{ rules: 'type: AWS_PROXY\n', templates: { 'a.vtl': '{}' }, answer: '{"body": ""}' }],
    [
      { rules: 'type: AWS_PROXY\n', answer: '{"body": ""}' },
      { rules: TEMPLATE('a.vtl'), templates: { 'a.vtl': '{}' }, answer: '{}' },
    ],
  ],
])('%s', (id, told, silent, fixes) => {
  test.each(told)('is told %#', (texts) => expect(problemsOf(texts, id)).toHaveLength(1));
  test.each(silent)('is not told %#', (texts) => expect(problemsOf(texts, id)).toEqual([]));
  test('is gone after each of its fixes', () => {
    expect(told.flatMap((texts) => applyFixes(texts, id))).toEqual(fixes ?? []);
  });
});
