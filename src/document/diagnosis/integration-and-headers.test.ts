import { describe, expect, test } from 'vitest';
import { applyFixes, problemsOf, type Texts } from './problem-cases';

const HTTP = (rule: string, more = '') =>
  `type: HTTP\n${more}integrationResponses:\n  - statusCode: 200\n${rule}`;
const LAMBDA = (rule: string, more = '') =>
  `type: AWS\n${more}integrationResponses:\n  - statusCode: 200\n${rule}`;
const MAPPED = (mapping: string) => `    responseParameters:\n      method.response.header.${mapping}\n`;
const OK = 'HTTP/1.1 200 OK\n';
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ';
const CORS = MAPPED('Access-Control-Allow-Origin: "\'*\'"');
const RULE_404 = "  - statusCode: 404\n    selectionPattern: 'NotFound.*'\n";

describe.each<[id: string, told: Texts[], silent: Texts[], fixes?: string[]]>([
  [
    'proxy-ignores-mapping',
    [{ rules: LAMBDA('').replace('AWS', 'AWS_PROXY'), answer: '{"statusCode": 200}' }],
    [
      { rules: LAMBDA(''), answer: '{}' },
      { rules: 'type: AWS_PROXY\n', answer: '{"statusCode": 200}' },
    ],
    ['Map the answer: change the type to AWS', 'Stay with the proxy: remove the rules'],
  ],
  [
    'malformed-proxy-response',
    [
      { rules: 'type: AWS_PROXY\n', answer: '{"statusCode": 200, "body": {"id": 7}}' },
      { rules: 'type: AWS_PROXY\n', answer: '{"statusCode": 200, "headers": {"X": 7}}' },
      { rules: 'type: AWS_PROXY\n', answer: '{"id": 7}' },
    ],
    [{ rules: 'type: AWS_PROXY\n', answer: '{"statusCode": 200, "body": "{}"}' }],
    ['Write body as a text', 'Write headers.X as a text'],
  ],
  [
    'method-response-missing',
    [
      { rules: LAMBDA('', 'methodResponses:\n  "404": {}\n'), answer: '{}' },
      { rules: LAMBDA('', 'methodResponses:\n  - statusCode: 404\n'), answer: '{}' },
    ],
    [
      { rules: LAMBDA('', 'methodResponses:\n  "200": {}\n'), answer: '{}' },
      { rules: LAMBDA(''), answer: '{}' },
    ],
    ['Declare status 200', 'Declare status 200'],
  ],
  [
    'permission-and-integration-failures',
    [{ rules: LAMBDA(''), how: { gatewayFailure: 'THROTTLED' } }],
    [
      { rules: LAMBDA(''), answer: '{}' },
      { rules: 'type: AWS_PROXY\n', how: { gatewayFailure: 'THROTTLED' } },
    ],
  ],
  [
    'gateway-response-is-not-vtl',
    [
      {
        rules: LAMBDA(
          '',
          'gatewayResponses:\n  DEFAULT_5XX:\n    responseTemplates:\n      application/json: "#set($a = 1){}"\n',
        ),
        answer: '{}',
      },
    ],
    [
      {
        rules: LAMBDA(
          '',
          'gatewayResponses:\n  DEFAULT_5XX:\n    responseTemplates:\n      application/json: \'{"m": $context.error.messageString}\'\n',
        ),
        answer: '{}',
      },
    ],
  ],
  [
    'lambda-needs-post',
    [{ rules: LAMBDA('', 'httpMethod: GET\n'), answer: '{}' }],
    [{ rules: LAMBDA('', 'httpMethod: POST\n'), answer: '{}' }],
    ['Call the function with POST'],
  ],
  [
    'proxy-function-error',
    [{ rules: 'type: AWS_PROXY\n', answer: '{"errorMessage": "x"}' }],
    [{ rules: LAMBDA(''), answer: '{"errorMessage": "x"}' }],
  ],
  [
    'cors-missing-on-error',
    [
      { rules: LAMBDA(CORS + RULE_404), answer: '{}' },
      {
        rules: LAMBDA(
          CORS + RULE_404,
          'methodResponses:\n  "200":\n    responseParameters:\n      method.response.header.Access-Control-Allow-Origin: true\n  "404": {}\n',
        ),
        answer: '{}',
      },
    ],
    [
      { rules: LAMBDA(RULE_404), answer: '{}' },
      { rules: LAMBDA(CORS + RULE_404 + CORS), answer: '{}' },
      {
        rules: LAMBDA(
          `${CORS}${RULE_404}    responseTemplates:\n      application/json: "#set($context.responseOverride.header.Access-Control-Allow-Origin = '*')"\n`,
        ),
        answer: '{}',
      },
    ],
    ['Map Access-Control-Allow-Origin in every rule', 'Map Access-Control-Allow-Origin in every rule'],
  ],
  [
    'header-static-needs-quotes',
    [
      { rules: HTTP(MAPPED("Access-Control-Allow-Origin: '*'")), answer: OK },
      { rules: HTTP(MAPPED('X-Kind: error')), answer: OK },
      { rules: HTTP(MAPPED('X-Kind: integration.response.headers.Kind')), answer: OK },
    ],
    [{ rules: HTTP(MAPPED('X-Kind: "\'error\'"')), answer: OK }],
    ["Write the constant in quotes: '*'", "Write the constant in quotes: 'error'"],
  ],
  [
    'header-not-declared',
    [
      { rules: HTTP(MAPPED('X-Kind: "\'error\'"'), 'methodResponses:\n  "200": {}\n'), answer: OK },
      { rules: HTTP(MAPPED('X-Kind: "\'error\'"'), 'methodResponses:\n  - statusCode: 200\n'), answer: OK },
    ],
    [{ rules: HTTP(MAPPED('X-Kind: "\'error\'"')), answer: OK }],
    ['Declare the header', 'Declare the header'],
  ],
  [
    'header-source-missing',
    [{ rules: HTTP(MAPPED('X-Id: integration.response.body.id')), answer: `${OK}\n{"ID": 7}` }],
    [{ rules: HTTP(MAPPED('X-Id: integration.response.body.id')), answer: `${OK}\n{"id": 7}` }],
  ],
  [
    'header-path-syntax',
    [{ rules: HTTP(MAPPED('X-Id: integration.response.body.$.id')), answer: `${OK}\n{"id": 7}` }],
    [{ rules: HTTP(MAPPED('X-Id: integration.response.body.id')), answer: `${OK}\n{"id": 7}` }],
    ['Leave “$.” out: integration.response.body.id'],
  ],
  [
    'header-source-case',
    [{ rules: HTTP(MAPPED('X-Id: integration.response.header.etag')), answer: `${OK}ETag: 7\n` }],
    [{ rules: HTTP(MAPPED('X-Id: integration.response.header.ETag')), answer: `${OK}ETag: 7\n` }],
    ['Write the name as the backend does: ETag'],
  ],
  [
    'header-remapped',
    [{ rules: HTTP(MAPPED('Server: "\'x\'"')), answer: OK }],
    [{ rules: HTTP(MAPPED('X-Server: "\'x\'"')), answer: OK }],
  ],
  [
    'header-object-value',
    [{ rules: HTTP(MAPPED('X-User: integration.response.body.user')), answer: `${OK}\n{"user": {"id": 7}}` }],
    [{ rules: HTTP(MAPPED('X-User: integration.response.body.user')), answer: `${OK}\n{"user": "{}"}` }],
  ],
  [
    'set-cookie-many',
    [
      {
        rules: HTTP(MAPPED('Set-Cookie: integration.response.header.Set-Cookie')),
        answer: `${OK}Set-Cookie: a=1\nSet-Cookie: b=2\n`,
      },
    ],
    [
      {
        rules: HTTP(MAPPED('Set-Cookie: integration.response.header.Set-Cookie')),
        answer: `${OK}Set-Cookie: a=1\n`,
      },
    ],
  ],
  [
    'redirect-without-location',
    [
      { rules: HTTP('').replace('200', '302'), answer: 'HTTP/1.1 302 Found\nLocation: /b\n' },
      { rules: LAMBDA('').replace('200', '301'), answer: '{"location": "https://example.com/b"}' },
      { rules: LAMBDA('').replace('200', '301'), answer: '{"where": "there"}' },
    ],
    [{ rules: HTTP(MAPPED('Location: "\'/b\'"')).replace('200', '302'), answer: OK }],
    [
      'Map Location to integration.response.header.Location',
      'Map Location to integration.response.body.location',
    ],
  ],
  [
    'binary-under-template',
    [
      {
        rules: HTTP(
          '    responseTemplates:\n      application/json: "$input.body"\n',
          "binaryMediaTypes: ['image/png']\n",
        ),
        answer: `${OK}Content-Type: image/png\n\nabc`,
        request: 'headers:\n  Accept: image/png\n',
      },
    ],
    [
      {
        rules: HTTP(
          '    responseTemplates:\n      application/json: "$input.body"\n',
          "binaryMediaTypes: ['image/png']\n",
        ),
        answer: `${OK}Content-Type: text/plain\n\nabc`,
      },
    ],
    ['Convert the body to text first: contentHandling CONVERT_TO_TEXT'],
  ],
  [
    'base64-not-decoded',
    [
      { rules: HTTP(''), answer: `${OK}Content-Type: text/plain\n\n${PNG}` },
      { rules: LAMBDA(''), answer: `"${PNG}"` },
      { rules: 'type: AWS_PROXY\n', answer: `{"body": "${PNG}", "isBase64Encoded": true}` },
      {
        rules: "type: AWS_PROXY\nbinaryMediaTypes: ['image/gif']\n",
        answer: `{"body": "${PNG}", "isBase64Encoded": true}`,
      },
    ],
    [
      {
        rules: HTTP('    contentHandling: CONVERT_TO_BINARY\n', "binaryMediaTypes: ['image/png']\n"),
        answer: `${OK}Content-Type: image/png\n\n${PNG}`,
      },
      { rules: HTTP(''), answer: `${OK}Content-Type: text/plain\n\nGreen tea` },
      {
        rules: HTTP('    contentHandling: CONVERT_TO_BINARY\n'),
        answer: `${OK}Content-Type: text/plain\n\n${PNG}`,
      },
    ],
    [
      'Send the bytes: contentHandling CONVERT_TO_BINARY',
      'Decode for every client: add */* to binaryMediaTypes',
      'Decode for every client: add */* to binaryMediaTypes',
    ],
  ],
  [
    'quoted-base64',
    [{ rules: LAMBDA('    contentHandling: CONVERT_TO_BINARY\n'), answer: `"${PNG}"` }],
    [{ rules: LAMBDA('    contentHandling: CONVERT_TO_BINARY\n'), answer: '"no base64"' }],
  ],
  [
    'body-not-base64',
    [{ rules: HTTP('    contentHandling: CONVERT_TO_BINARY\n'), answer: `${OK}\nno base64` }],
    [{ rules: HTTP('    contentHandling: CONVERT_TO_BINARY\n'), answer: `${OK}\n${PNG}` }],
    ['Take the body as text: contentHandling CONVERT_TO_TEXT'],
  ],
  [
    'non-ascii-escapes',
    [
      {
        rules: LAMBDA(
          `    responseTemplates:\n      application/json: '"$util.escapeJavaScript($input.path("$.name"))"'\n`,
        ),
        answer: '{"name": "Zoé"}',
      },
    ],
    [
      {
        rules: LAMBDA(`    responseTemplates:\n      application/json: '$input.json("$.name")'\n`),
        answer: '{"name": "Zoé"}',
      },
      {
        rules: LAMBDA(
          `    responseTemplates:\n      application/json: '"$util.escapeJavaScript($input.path("$.name"))"'\n`,
        ),
        answer: '{"name": "Zoe"}',
      },
    ],
  ],
  [
    'body-on-204-or-304',
    [{ rules: LAMBDA('').replace('200', '204'), answer: '{"a": 1}' }],
    [{ rules: LAMBDA(''), answer: '{"a": 1}' }],
  ],
])('%s', (id, told, silent, fixes) => {
  test.each(told)('is told %#', (texts) => expect(problemsOf(texts, id)).toHaveLength(1));
  test.each(silent)('is not told %#', (texts) => expect(problemsOf(texts, id)).toEqual([]));
  test('is gone after each of its fixes', () => {
    expect(told.flatMap((texts) => applyFixes(texts, id))).toEqual(fixes ?? []);
  });
});
