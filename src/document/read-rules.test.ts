import { describe, expect, test } from 'vitest';
import { readRules } from './read-rules';
import { pathKey } from './shape';

/** What a text comes to, without the types that say nothing (a null prototype). */
function read(text: string): unknown {
  return JSON.parse(JSON.stringify(readRules(text).method ?? null));
}

const told = (text: string) =>
  readRules(text).faults.map(({ id, severity, span }) => [id, severity, text.slice(span.from, span.to)]);

const RULES = [
  { statusCode: '200' },
  {
    statusCode: '404',
    selectionPattern: '.*NotFound.*',
    responseParameters: { 'method.response.header.X': "'v'" },
    responseTemplates: { 'application/json': 'error.vtl', 'text/html': null },
    contentHandling: 'CONVERT_TO_TEXT',
  },
];

describe('readRules takes every shape people have at hand', () => {
  test.each<[shape: string, text: string]>([
    [
      'a bare list',
      `- statusCode: 200
- statusCode: 404
  selectionPattern: .*NotFound.*
  responseParameters: {method.response.header.X: "'v'"}
  responseTemplates: {application/json: error.vtl, text/html: }
  contentHandling: CONVERT_TO_TEXT`,
    ],
    [
      'CloudFormation capitals',
      `- StatusCode: '200'
- StatusCode: 404
  SelectionPattern: .*NotFound.*
  ResponseParameters: {method.response.header.X: "'v'"}
  ResponseTemplates: {application/json: error.vtl, text/html: null}
  ContentHandling: convert_to_text`,
    ],
    [
      'a map by status',
      `200: {}
"404": {selectionPattern: .*NotFound.*, responseParameters: {method.response.header.X: "'v'"},
  responseTemplates: {application/json: error.vtl, text/html: null}, contentHandling: CONVERT_TO_TEXT}`,
    ],
    [
      'get-integration',
      JSON.stringify({ type: 'AWS', integrationResponses: { 200: RULES[0], 404: RULES[1] } }),
    ],
    [
      'get-method',
      JSON.stringify({
        httpMethod: 'GET',
        authorizationType: 'NONE',
        methodIntegration: { type: 'AWS', integrationResponses: { 200: RULES[0], 404: RULES[1] } },
      }),
    ],
    [
      'OpenAPI patterns',
      `responses:
  default: {statusCode: "200"}
  .*NotFound.*:
    statusCode: 404
    responseParameters: {method.response.header.X: "'v'"}
    responseTemplates: {application/json: error.vtl, text/html: ~}
    contentHandling: CONVERT_TO_TEXT`,
    ],
    [
      'bare OpenAPI patterns',
      JSON.stringify({
        default: { statusCode: 200 },
        '.*NotFound.*': { ...RULES[1], selectionPattern: undefined },
      }),
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ integration: { type: 'AWS', integrationResponses: RULES } });
    expect(told(text)).toEqual([]);
  });

  test('a single rule, with or without a type', () => {
    expect(read('statusCode: 404\nselectionPattern: a')).toEqual({
      integration: { type: 'AWS', integrationResponses: [{ statusCode: '404', selectionPattern: 'a' }] },
    });
    expect(read('type: HTTP\nstatusCode: 404')).toEqual({
      integration: { type: 'HTTP', integrationResponses: [{ statusCode: '404' }] },
    });
  });

  test('the whole method as CloudFormation has it', () => {
    const text = `
GetOrder:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    AuthorizationType: NONE
    MethodResponses:
      - StatusCode: 200
        ResponseParameters: {method.response.header.X: true}
        ResponseModels: {application/json: Empty}
      - StatusCode: 404
    Integration:
      Type: AWS
      IntegrationHttpMethod: POST
      Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
      Credentials: !GetAtt Role.Arn
      PassthroughBehavior: when_no_match
      TimeoutInMillis: 5000
      IntegrationResponses:
        - StatusCode: 200
          ResponseTemplates:
            application/json: !Join ["\\n", ["#set($a = 1)", "$a"]]
`;
    expect(read(text)).toEqual({
      integration: {
        type: 'AWS',
        httpMethod: 'POST',
        uri: 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations',
        passthroughBehavior: 'WHEN_NO_MATCH',
        timeoutInMillis: 5000,
        integrationResponses: [
          { statusCode: '200', responseTemplates: { 'application/json': '#set($a = 1)\n$a' } },
        ],
      },
      methodResponses: {
        200: {
          responseParameters: { 'method.response.header.X': true },
          responseModels: { 'application/json': 'Empty' },
        },
        404: {},
      },
    });
    expect(told(text).map(([id, severity]) => [id, severity])).toEqual([['unresolved-hole', 'hint']]);
  });

  test('an OpenAPI operation, whose responses are the method responses', () => {
    const text = `
responses:
  '200': {description: ok, headers: {X-Name: {schema: {type: string}}}}
x-amazon-apigateway-integration:
  type: http
  uri: https://example.com
  responses:
    default: {statusCode: 200}
    '4\\d{2}': {statusCode: '400'}
`;
    expect(read(text)).toEqual({
      integration: {
        type: 'HTTP',
        uri: 'https://example.com',
        integrationResponses: [{ statusCode: '200' }, { statusCode: '400', selectionPattern: '4\\d{2}' }],
      },
      methodResponses: { 200: { responseParameters: { 'method.response.header.X-Name': false } } },
    });
    expect(told(text)).toEqual([]);
  });

  test('a document with one method in it', () => {
    expect(
      read(
        'openapi: 3.0.1\nx-amazon-apigateway-binary-media-types: [image/png]\npaths: {/a: {get: {x-amazon-apigateway-integration: {type: mock}}}}',
      ),
    ).toEqual({ integration: { type: 'MOCK' }, binaryMediaTypes: ['image/png'] });
    expect(
      read('Resources: {M: {Type: "AWS::ApiGateway::Method", Properties: {Integration: {Type: MOCK}}}}'),
    ).toEqual({
      integration: { type: 'MOCK' },
    });
  });

  test('what the API says for all methods', () => {
    const text = `
type: AWS_PROXY
binaryMediaTypes: [image~1png, '*/*']
gatewayResponses:
  DEFAULT_5XX:
    statusCode: 599
    responseParameters: {gatewayresponse.header.X: "'v'"}
    responseTemplates: {application/json: '{"m":$context.error.messageString}'}
  UNAUTHORIZED: {ResponseParameters: {Headers: {Y: "'w'"}}}
`;
    expect(read(text)).toEqual({
      integration: { type: 'AWS_PROXY' },
      binaryMediaTypes: ['image/png', '*/*'],
      gatewayResponses: {
        DEFAULT_5XX: {
          statusCode: '599',
          responseParameters: { 'gatewayresponse.header.X': "'v'" },
          responseTemplates: { 'application/json': '{"m":$context.error.messageString}' },
        },
        UNAUTHORIZED: { responseParameters: { 'gatewayresponse.header.Y': "'w'" } },
      },
    });
    expect(told(text)).toEqual([]);
  });

  test.each<[text: string, expected: unknown]>([
    ['', { integration: { type: 'AWS' } }],
    ['# nothing yet', { integration: { type: 'AWS' } }],
    ['null', { integration: { type: 'AWS' } }],
    ['type: mock', { integration: { type: 'MOCK' } }],
    ['integrationResponses: []', { integration: { type: 'AWS', integrationResponses: [] } }],
    ['integrationResponses:', { integration: { type: 'AWS', integrationResponses: [] } }],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('readRules keeps what was written', () => {
  test.each<[written: string, pattern: string | null | undefined]>([
    ['"4\\\\d{2}"', '4\\d{2}'],
    ["'4\\d{2}'", '4\\d{2}'],
    ['4\\d{2}', '4\\d{2}'],
    ['404', '404'],
    ['0404', '0404'],
    ['true', 'true'],
    ["''", ''],
    ['null', null],
    ['', null],
    ['default', 'default'],
    ['|-\n    a\n    b', 'a\nb'],
  ])('selectionPattern: %s', (written, pattern) => {
    const { method } = readRules(`- statusCode: 404\n  selectionPattern: ${written}\n`);
    expect(method?.integration.integrationResponses?.[0]?.selectionPattern).toBe(pattern);
  });

  test('rules of one status both stay, in order', () => {
    const { method } = readRules(
      '- {statusCode: 200}\n- {statusCode: 404}\n- {statusCode: 200, selectionPattern: a}',
    );
    expect(method?.integration.integrationResponses?.map(({ statusCode }) => statusCode)).toEqual([
      '200',
      '404',
      '200',
    ]);
    expect(
      readRules('200: {}\n"200": {selectionPattern: a}').method?.integration.integrationResponses,
    ).toHaveLength(2);
  });

  test('names of prototypes are names like any other', () => {
    const { method } = readRules(
      '- statusCode: 200\n  responseTemplates: {__proto__: a, constructor: b, toString: c}\nx: 1'.replace(
        '\nx: 1',
        '',
      ),
    );
    const templates = method?.integration.integrationResponses?.[0]?.responseTemplates;
    expect(Object.getPrototypeOf(templates)).toBeNull();
    expect(Object.entries(templates ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', 'c'],
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('readRules tells', () => {
  test.each<[text: string, told: [id: string, severity: string, at: string][]]>([
    ['type: LAMBDA', [['unknown-integration-type', 'error', 'LAMBDA']]],
    ['hello', [['rules-not-a-map', 'error', 'hello']]],
    ['- statusCode: 404\n  selection_pattern: a', [['unknown-member', 'hint', 'selection_pattern']]],
    ['integration: {}\nmethodRespones: []', [['unknown-member', 'hint', 'methodRespones']]],
    ['- statusCode: 404\n  statusCode: 405', [['repeated-member', 'warning', 'statusCode']]],
    ['- selectionPattern: a', [['rule-without-status', 'error', 'selectionPattern: a']]],
    ['- abc', [['not-a-rule', 'error', 'abc']]],
    ['integrationResponses: abc', [['not-a-list', 'error', 'abc']]],
    ['- {statusCode: [1]}', [['not-text', 'error', '[1]']]],
    [
      '- statusCode: 200\n  responseTemplates: {application/json: {"a": "$b"}}',
      [['not-text', 'error', '{"a": "$b"}']],
    ],
    ['- statusCode: 200\n  responseTemplates: abc', [['not-a-map', 'error', 'abc']]],
    [
      '- statusCode: 200\n  responseTemplates:\n    application/json: #set($x = 1)\n',
      [['yaml-comment-swallowed-template', 'warning', '#set($x = 1)']],
    ],
    ['- statusCode: 200\n  responseTemplates:\n    application/json: # later\n', []],
    ['- statusCode: 200\n  contentHandling: BINARY', [['unknown-value', 'warning', 'BINARY']]],
    ['timeoutInMillis: soon', [['unknown-value', 'warning', 'soon']]],
    ['404: {statusCode: 405}', [['status-and-key-differ', 'warning', '404']]],
    ['gatewayResponses: {NOPE: {}}', [['unknown-response-type', 'warning', 'NOPE']]],
    ['methodResponses: abc', [['not-a-map', 'error', 'abc']]],
    ['methodResponses: [{}]', [['rule-without-status', 'error', '{}']]],
    ['uri: !Ref Url', [['unresolved-hole', 'hint', 'Url']]],
    ['uri: {"Fn::ImportValue": x}', [['unresolved-hole', 'hint', '{"Fn::ImportValue": x}']]],
    ['paths: {}', [['no-method', 'error', 'p']]],
    [
      'paths: {/a: {get: {x-amazon-apigateway-integration: {}}, put: {x-amazon-apigateway-integration: {}}}}',
      [['several-methods', 'error', 'p']],
    ],
    ['a: "b', [['yaml-missing-char', 'error', '"']]],
  ])('%j', (text, expected) => expect(told(text)).toEqual(expected));

  test('says which member may be meant', () => {
    expect(readRules('- statusCode: 404\n  selection_pattern: a').faults[0]?.message).toBe(
      'Line 2: “selection_pattern” is not known here and is left out. Is “selectionPattern” meant?',
    );
  });

  test('names the methods of a document with several', () => {
    const operation = '{x-amazon-apigateway-integration: {}}';
    expect(readRules(`paths: {/a: {get: ${operation}, put: ${operation}}}`).faults[0]?.message).toBe(
      'Line 1: there are 2 methods in this document (GET /a, PUT /a). Keep only the one to look at.',
    );
  });

  test('sends a template where it belongs', () => {
    expect(readRules('"#set($x = 1) $x"').faults[0]?.message).toContain('mapping template');
  });

  test('ends a reading that aliases would make endless', () => {
    const keys = Array.from({ length: 400 }, (_, index) => `k${index}: v`).join(', ');
    const rules = Array(400).fill('{statusCode: 200, responseTemplates: *t}').join(', ');
    const { method, faults } = readRules(
      `binaryMediaTypes: []\nx: &t {${keys}}\nintegrationResponses: [${rules}]`,
    );
    expect(method).toBeUndefined();
    expect(faults.map(({ id }) => id)).toContain('text-too-large');
  });

  test('tells of fifty faults, and of an error after them', () => {
    const hints = Array.from({ length: 200 }, (_, index) => `unknown${index}: 1`).join('\n');
    const { method, faults } = readRules(`${hints}\ntype: LAMBDA\n`);
    expect(method).toBeUndefined();
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)?.id).toBe('unknown-integration-type');
  });

  test('refuses more than half a megabyte', () => {
    expect(readRules(`a: ${'x'.repeat(512 * 1024)}`).faults).toMatchObject([
      { id: 'text-too-large', severity: 'error' },
    ]);
  });
});

describe('readRules keeps places', () => {
  const text =
    'integrationResponses:\n  - statusCode: 404\n    selectionPattern: "a"\n\n  - statusCode: 200\n# end\n';

  test('of the rules', () => {
    expect(readRules(text).ruleSpans.map(({ from, to }) => text.slice(from, to))).toEqual([
      'statusCode: 404\n    selectionPattern: "a"',
      'statusCode: 200',
    ]);
  });

  test('of rules in a map, from their key', () => {
    const byPattern = 'responses:\n  default:\n    statusCode: 200\n  a.*: {statusCode: 404}\n';
    expect(readRules(byPattern).ruleSpans.map(({ from, to }) => byPattern.slice(from, to))).toEqual([
      'default:\n    statusCode: 200',
      'a.*: {statusCode: 404}',
    ]);
    const { origins } = readRules(byPattern);
    const pattern = origins.get(pathKey(['integration', 'integrationResponses', 1, 'selectionPattern']));
    expect(pattern && byPattern.slice(pattern.span.from, pattern.span.to)).toBe('a.*');
  });

  test('of every member', () => {
    const { origins } = readRules(text);
    const node = origins.get(pathKey(['integration', 'integrationResponses', 0, 'selectionPattern']));
    expect(node && text.slice(node.span.from, node.span.to)).toBe('"a"');
  });
});
