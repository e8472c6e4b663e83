import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../engine/text/json-value';
import { removeMember, setMember, type TextEdit } from './edit-rules';
import { readRules } from './read-rules';
import type { Path } from './shape';

const RULE: Path = ['integration', 'integrationResponses', 0];
const SECOND: Path = ['integration', 'integrationResponses', 1];

function applied(text: string, edit: TextEdit | undefined): string | undefined {
  return edit && text.slice(0, edit.span.from) + edit.text + text.slice(edit.span.to);
}

function set(text: string, path: Path, value: JsonValue): string | undefined {
  return applied(text, setMember(text, readRules(text).origins, path, value));
}

function remove(text: string, path: Path): string | undefined {
  return applied(text, removeMember(text, readRules(text).origins, path));
}

const LIST = `# rules
- statusCode: 200   # the default
- statusCode: 404
  selectionPattern: 'NotFound' # found
  responseTemplates:
    application/json: |-
      {"a": 1}
`;

const JSON_TEXT = `{
  "type": "AWS",
  "integrationResponses": [
    { "statusCode": "200" },
    {
      "statusCode": "404",
      "selectionPattern": "NotFound"
    }
  ]
}
`;

const CLOUD_FORMATION = `Type: AWS::ApiGateway::Method
Properties:
  Integration:
    Type: AWS
    IntegrationResponses:
      - StatusCode: 200
  MethodResponses:
    - StatusCode: 200
`;

const OPEN_API = `x-amazon-apigateway-integration:
  type: aws
  responses:
    default:
      statusCode: "200"
    "NotFound":
      statusCode: "404"
`;

describe('setting a member', () => {
  test.each<[string, string, Path, JsonValue, string]>([
    [
      'a pattern in single quotes',
      LIST,
      [...SECOND, 'selectionPattern'],
      "It's .*",
      LIST.replace("'NotFound'", "'It''s .*'"),
    ],
    [
      'a pattern in JSON',
      JSON_TEXT,
      [...SECOND, 'selectionPattern'],
      '4\\d\\d',
      JSON_TEXT.replace('"NotFound"', '"4\\\\d\\\\d"'),
    ],
    [
      'a missing pattern, beside the status and its comment',
      LIST,
      [...RULE, 'selectionPattern'],
      'a: b',
      LIST.replace('# the default\n', "# the default\n  selectionPattern: 'a: b'\n"),
    ],
    [
      'a missing pattern in JSON on one line',
      JSON_TEXT,
      [...RULE, 'selectionPattern'],
      'x',
      JSON_TEXT.replace('"200" }', '"200", "selectionPattern": "x" }'),
    ],
    [
      'a missing member in JSON on lines',
      JSON_TEXT,
      [...SECOND, 'responseParameters'],
      { a: "'b'" },
      JSON_TEXT.replace(
        '"NotFound"\n',
        `"NotFound",\n      "responseParameters": {\n        "a": "'b'"\n      }\n`,
      ),
    ],
    [
      'a second rule',
      JSON_TEXT,
      ['integration', 'integrationResponses', 2],
      { statusCode: '500' },
      JSON_TEXT.replace('    }\n  ]', '    },\n    {\n      "statusCode": "500"\n    }\n  ]'),
    ],
    [
      'a rule behind a template',
      LIST,
      ['integration', 'integrationResponses', 2],
      { statusCode: '500', selectionPattern: '.+' },
      `${LIST}- statusCode: '500'\n  selectionPattern: '.+'\n`,
    ],
    [
      'the first rule of all',
      'type: AWS\n',
      RULE,
      { statusCode: '200' },
      "type: AWS\nintegrationResponses:\n  - statusCode: '200'\n",
    ],
    [
      'a template of several lines',
      'type: AWS\nintegrationResponses:\n  - statusCode: 200',
      [...RULE, 'responseTemplates'],
      { 'application/json': '#set($a = 1)\n$a' },
      'type: AWS\nintegrationResponses:\n  - statusCode: 200\n    responseTemplates:\n      application/json: |-\n        #set($a = 1)\n        $a',
    ],
    [
      'a template in place of another',
      LIST,
      [...SECOND, 'responseTemplates', 'application/json'],
      'one\n\ntwo',
      LIST.replace('{"a": 1}', 'one\n\n      two'),
    ],
    [
      'a method response of CloudFormation',
      CLOUD_FORMATION,
      ['methodResponses', '404'],
      {},
      `${CLOUD_FORMATION}    - StatusCode: '404'\n`,
    ],
    [
      'a declared header of CloudFormation',
      CLOUD_FORMATION,
      ['methodResponses', '200', 'responseParameters', 'method.response.header.X'],
      true,
      `${CLOUD_FORMATION}      ResponseParameters:\n        method.response.header.X: true\n`,
    ],
    [
      'a member of CloudFormation',
      CLOUD_FORMATION,
      [...RULE, 'contentHandling'],
      'CONVERT_TO_TEXT',
      CLOUD_FORMATION.replace(
        'StatusCode: 200\n  Method',
        "StatusCode: 200\n        ContentHandling: 'CONVERT_TO_TEXT'\n  Method",
      ),
    ],
    [
      'a pattern that is a key',
      OPEN_API,
      [...SECOND, 'selectionPattern'],
      'Gone',
      OPEN_API.replace('"NotFound"', '"Gone"'),
    ],
    [
      'a pattern for what was the default',
      OPEN_API,
      [...RULE, 'selectionPattern'],
      'x.*',
      OPEN_API.replace('default', "'x.*'"),
    ],
    [
      'a rule by its pattern',
      OPEN_API,
      ['integration', 'integrationResponses', 2],
      { statusCode: '500', selectionPattern: '.+' },
      `${OPEN_API}    '.+':\n      statusCode: '500'\n`,
    ],
    [
      'a status whose method response says nothing',
      'type: AWS\nmethodResponses:\n  "200":\n',
      ['methodResponses', '200', 'responseParameters', 'method.response.header.X'],
      true,
      'type: AWS\nmethodResponses:\n  "200":\n    responseParameters:\n      method.response.header.X: true\n',
    ],
    [
      'a setting of the API',
      '# proxy\ntype: AWS_PROXY\n',
      ['binaryMediaTypes'],
      ['*/*'],
      "# proxy\ntype: AWS_PROXY\nbinaryMediaTypes:\n  - '*/*'\n",
    ],
    [
      'a member of an empty map',
      'type: AWS\nmethodResponses: {}\n',
      ['methodResponses', '404'],
      {},
      'type: AWS\nmethodResponses: {"404": {}}\n',
    ],
  ])('%s', (_, text, path, value, expected) => {
    expect(readRules(text).faults).toEqual([]);
    expect(set(text, path, value)).toBe(expected);
    expect(readRules(expected).faults).toEqual([]);
  });

  test.each<[string, string, Path, JsonValue]>([
    [
      'behind an alias, which is used twice',
      'a: &a\n  statusCode: 200\nintegrationResponses:\n  - *a\n',
      [...RULE, 'selectionPattern'],
      'x',
    ],
    [
      'in a response of OpenAPI',
      'responses:\n  "200":\n    description: OK\nx-amazon-apigateway-integration:\n  type: aws\n',
      ['methodResponses', '404'],
      {},
    ],
    ['for a setting of the API inside a resource', CLOUD_FORMATION, ['binaryMediaTypes'], ['*/*']],
    ['of the text itself', '- statusCode: 200\n', ['binaryMediaTypes'], ['*/*']],
  ])('finds no place %s', (_, text, path, value) => expect(set(text, path, value)).toBeUndefined());

  const STYLES = ["'x'", '"x"', 'x', '|-\n    x', '|\n    x', '>-\n    x'].flatMap((value) => [
    `integrationResponses:\n- statusCode: 404\n  selectionPattern: ${value}\n`,
    `integrationResponses:\n- selectionPattern: ${value}\n  statusCode: 404\n`,
  ]);
  const TEXTS = [...STYLES, LIST, JSON_TEXT, CLOUD_FORMATION, OPEN_API, JSON_TEXT.replaceAll('\n', '\r\n')];

  test('is read back as it was set, and changes nothing else', () => {
    const pattern = fc.oneof(
      fc.string({ minLength: 1, unit: 'binary', maxLength: 20 }),
      fc.stringMatching(/^[-'":#{}[\]|>&*!%@`, a\n\\]{1,12}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), pattern, (text, value) => {
        const changed = set(text, [...RULE, 'selectionPattern'], value);
        const { method, faults } = readRules(changed!);
        expect(faults).toEqual([]);
        const expected = structuredClone(readRules(text).method!);
        expected.integration.integrationResponses![0]!.selectionPattern = value;
        expect(method).toEqual(expected);
      }),
    );
  }, 30_000);
});

describe('removing a member', () => {
  test.each<[string, string, Path, string]>([
    [
      'the last one',
      '- statusCode: 200\n  selectionPattern: x # comment\n',
      [...RULE, 'selectionPattern'],
      '- statusCode: 200\n',
    ],
    [
      'the first one',
      '- selectionPattern: x\n  statusCode: 200\n',
      [...RULE, 'selectionPattern'],
      '- statusCode: 200\n',
    ],
    [
      'one in JSON',
      JSON_TEXT,
      [...SECOND, 'selectionPattern'],
      JSON_TEXT.replace(',\n      "selectionPattern": "NotFound"', ''),
    ],
    ['a rule', LIST, RULE, LIST.replace('- statusCode: 200   # the default\n', '')],
    ['the last rule', LIST, SECOND, '# rules\n- statusCode: 200   # the default\n'],
    ['a rule in JSON', JSON_TEXT, RULE, JSON_TEXT.replace('{ "statusCode": "200" },\n    ', '')],
    [
      'a pattern that is a key',
      OPEN_API.replace('default', 'x'),
      [...RULE, 'selectionPattern'],
      OPEN_API.replace('default', "'default'"),
    ],
    [
      'all rules',
      'type: AWS_PROXY\nintegrationResponses:\n  - statusCode: 200\n',
      ['integration', 'integrationResponses'],
      'type: AWS_PROXY\n',
    ],
  ])('%s', (_, text, path, expected) => {
    expect(remove(text, path)).toBe(expected);
    expect(readRules(expected).faults).toEqual([]);
  });

  test.each<[string, string, Path]>([
    ['the only rule', '- statusCode: 200\n', RULE],
    ['what is not there', LIST, [...RULE, 'selectionPattern']],
  ])('leaves %s', (_, text, path) => expect(remove(text, path)).toBeUndefined());
});
