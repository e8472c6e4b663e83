import { type Example, example, json } from './example';

const TEAPOT = '{"errorMessage": "I am a teapot.errorCode.418", "errorType": "Error"}';
const CONFLICT = '{"errorMessage": "Somebody was faster.errorCode.409", "errorType": "Error"}';

/** Examples of where the client's status and headers come from. */
export const HEADERS_AND_STATUS: readonly Example[] = [
  example({
    id: 'status-from-body',
    group: 'Headers and status',
    title: 'A status from the body',
    summary:
      'The statusCode a function returns is plain data in a non-proxy integration; a template can look at the body and override the status.',
    cases: [
      {
        name: 'customerror',
        answer: '{"statusCode": 200, "body": "customerror"}',
        expected: {
          statusCode: 400,
          headers: { 'Content-Type': 'application/json' },
          body: '{"statusCode": 200, "body": "customerror"}',
        },
      },
      {
        name: 'fine',
        answer: '{"statusCode": 200, "body": "fine"}',
        expected: { statusCode: 200, body: '{"statusCode": 200, "body": "fine"}' },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
    responseTemplates:
      application/json: status.vtl
`,
    templates: {
      'status.vtl': `
#set($inputRoot = $input.path('$'))
$input.json("$")
#if($inputRoot.toString().contains("customerror"))
#set($context.responseOverride.status = 400)
#end
`,
    },
  }),

  example({
    id: 'one-rule-per-status',
    group: 'Headers and status',
    title: 'One rule per status',
    summary: 'First way to a 418: a rule of that status whose pattern covers the whole message.',
    cases: [
      { name: 'teapot', answer: TEAPOT, functionError: true, expected: { statusCode: 418 } },
      { name: 'conflict', answer: CONFLICT, functionError: true, expected: { statusCode: 409 } },
      { name: 'ok', answer: '{"tea": "ready"}', expected: { statusCode: 200, body: '{"tea": "ready"}' } },
    ],
    rules: String.raw`
type: AWS
integrationResponses:
  - statusCode: 200
  - statusCode: 409
    selectionPattern: '(?s).*\.errorCode\.409'
  - statusCode: 418
    selectionPattern: '(?s).*\.errorCode\.418'
`,
  }),

  example({
    id: 'status-from-message',
    group: 'Headers and status',
    title: 'The status from the message',
    summary:
      'Second way to a 418: one rule for all errors, and a template that reads the number and overrides the status with it.',
    cases: [
      {
        name: 'teapot',
        answer: TEAPOT,
        functionError: true,
        expected: { statusCode: 418, body: '{"message": "I am a teapot"}' },
      },
      {
        name: 'conflict',
        answer: CONFLICT,
        functionError: true,
        expected: { statusCode: 409, body: '{"message": "Somebody was faster"}' },
      },
      { name: 'ok', answer: '{"tea": "ready"}', expected: { statusCode: 200, body: '{"tea": "ready"}' } },
    ],
    rules: String.raw`
type: AWS
integrationResponses:
  - statusCode: 200
  - statusCode: 500
    selectionPattern: '(?s).*\.errorCode\.\d{3}'
    responseTemplates:
      application/json: error.vtl
`,
    templates: {
      'error.vtl': String.raw`
#set($parts = $input.path('$.errorMessage').split("\.errorCode\."))
#set($number = 0)
#set($context.responseOverride.status = $number.parseInt($parts[1]))
{"message": "$parts[0]"}
`,
    },
  }),

  example({
    id: 'declared-not-mapped',
    group: 'Headers and status',
    title: 'A 400 set by the template alone',
    summary: 'The method declares a 400 that no rule gives; only the template’s override makes it.',
    cases: [
      {
        name: 'invalid',
        answer: json({ valid: false, errors: ['email is not an address', 'age is below zero'] }),
        expected: {
          statusCode: 400,
          body: '{"errors": ["email is not an address", "age is below zero"]}',
        },
      },
      {
        name: 'valid',
        answer: '{"valid": true, "id": "u-17"}',
        expected: { statusCode: 200, body: '{"id": "u-17"}' },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
    responseTemplates:
      application/json: result.vtl
methodResponses:
  - statusCode: 200
  - statusCode: 400
`,
    templates: {
      'result.vtl': `
#if($input.path('$.valid'))
{"id": $input.json('$.id')}
#else
#set($context.responseOverride.status = 400)
{"errors": $input.json('$.errors')}
#end
`,
    },
  }),

  example({
    id: 'redirect',
    group: 'Headers and status',
    title: 'A redirect with a header from the body',
    summary:
      'A header mapping reads the target from the result; the status is the rule’s own, and the template leaves the body empty.',
    cases: [
      {
        name: 'known',
        answer: '{"url": "https://shop.example.com/products/tea-pot", "visits": 31}',
        expected: {
          statusCode: 302,
          headers: { Location: 'https://shop.example.com/products/tea-pot', 'Cache-Control': 'no-store' },
          body: '',
        },
      },
      {
        name: 'unknown',
        answer: '{"errorMessage": "NotFound: no link of that name", "errorType": "Error"}',
        functionError: true,
        expected: { statusCode: 404, body: '{"message": "There is no such link."}' },
      },
    ],
    rules: `
# GET /{short}
type: AWS
integrationResponses:
  - statusCode: 302
    responseParameters:
      method.response.header.Location: integration.response.body.url
      method.response.header.Cache-Control: "'no-store'"
    responseTemplates:
      application/json: '#set($nothing = 0)'
  - statusCode: 404
    selectionPattern: 'NotFound: .*'
    responseTemplates:
      application/json: '{"message": "There is no such link."}'
`,
  }),

  example({
    id: 'headers-from-error',
    group: 'Headers and status',
    title: 'Headers from JSON in the message',
    summary: 'Header mappings, unlike templates, look into JSON text in errorMessage by themselves.',
    cases: [
      {
        name: 'quota',
        answer: json({
          errorMessage: '{"kind":"Quota","code":429,"where":{"function":"buy"},"retryAfter":30}',
          errorType: 'Error',
        }),
        functionError: true,
        expected: {
          statusCode: 429,
          headers: {
            'X-Error-Kind': 'Quota',
            'X-Error-Code': '429',
            'X-Error-Where': '{"function":"buy"}',
            'Retry-After': '30',
          },
        },
      },
      { name: 'ok', answer: '{"bought": true}', expected: { statusCode: 200 } },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
  - statusCode: 429
    selectionPattern: '.*"kind":"Quota".*'
    responseParameters:
      method.response.header.X-Error-Kind: integration.response.body.errorMessage.kind
      method.response.header.X-Error-Code: integration.response.body.errorMessage.code
      method.response.header.X-Error-Where: integration.response.body.errorMessage.where
      method.response.header.Retry-After: integration.response.body.errorMessage.retryAfter
`,
  }),
];
