import { type Example, example } from './example';

/** Examples of bytes, of API Gateway's own answers, and of MOCK. */
export const BINARY_AND_FAILURES: readonly Example[] = [
  example({
    id: 'base64-to-binary',
    group: 'Binary and failures',
    title: 'Base64 to bytes',
    summary: 'CONVERT_TO_BINARY decodes a base64 text from the endpoint, so that the client gets the bytes.',
    cases: [
      {
        name: 'base64',
        answer: 'HTTP/1.1 200 OK\nContent-Type: application/octet-stream\n\nUG5nPyBObywganVzdCB0ZXh0Lg==',
        expected: { statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: 'Png? No, just text.' },
      },
      {
        name: 'not-base64',
        answer: 'HTTP/1.1 200 OK\nContent-Type: application/octet-stream\n\nthis is a UTF8 text typed object',
        expected: { statusCode: 500, body: '{"message": "Internal server error"}' },
      },
    ],
    rules: `
type: AWS
uri: arn:aws:apigateway:eu-west-1:s3:path/files/notes.txt
httpMethod: GET
integrationResponses:
  - statusCode: 200
    contentHandling: CONVERT_TO_BINARY
    responseParameters:
      method.response.header.Content-Type: "'text/plain'"
`,
  }),

  example({
    id: 'accept-asks-for-binary',
    group: 'Binary and failures',
    title: 'When Accept asks for bytes',
    summary:
      'An Accept that matches binaryMediaTypes makes API Gateway decode a text answer as base64; ordinary text then is a 500.',
    cases: [
      {
        name: 'text',
        answer: 'HTTP/1.1 200 OK\nContent-Type: text/plain\n\nthis is a UTF8 text typed object',
        expected: { statusCode: 500, body: '{"message": "Internal server error"}' },
      },
      {
        name: 'base64',
        answer: 'HTTP/1.1 200 OK\nContent-Type: text/plain\n\nR3JlZW4gdGVh',
        expected: { statusCode: 200, body: 'Green tea' },
      },
      {
        name: 'bytes',
        answer: 'HTTP/1.1 200 OK\nContent-Type: image/png\n\nR3JlZW4gdGVh',
        base64: true,
        expected: { statusCode: 200, body: 'Green tea' },
      },
    ],
    rules: `
type: AWS
uri: arn:aws:apigateway:eu-west-1:s3:path/files/notes.txt
httpMethod: GET
binaryMediaTypes: [image/png]
integrationResponses:
  - statusCode: 200
`,
    request: `
# Take the header away, and the first case is a 200
headers:
  Accept: image/png
`,
  }),

  example({
    id: 'gateway-answers',
    group: 'Binary and failures',
    title: 'API Gateway answers by itself',
    summary:
      'A time-out of API Gateway or a refused request never reaches the rules; gateway responses give these answers their shape.',
    cases: [
      {
        name: 'took-30-seconds',
        answer: '{"order": "8271"}',
        latencyInMillis: 30_000,
        expected: {
          statusCode: 504,
          headers: { 'Access-Control-Allow-Origin': '*' },
          body: '{"error": "Endpoint request timed out", "type": "INTEGRATION_TIMEOUT"}',
        },
      },
      {
        name: 'throttled',
        answer: '{"order": "8271"}',
        gatewayFailure: 'THROTTLED',
        expected: {
          statusCode: 429,
          headers: { 'Retry-After': '1' },
          body: '{"error": "Slow down, please."}',
        },
      },
      { name: 'in-time', answer: '{"order": "8271"}', latencyInMillis: 120, expected: { statusCode: 200 } },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
gatewayResponses:
  DEFAULT_5XX:
    responseParameters:
      gatewayresponse.header.Access-Control-Allow-Origin: "'*'"
    responseTemplates:
      application/json: '{"error": $context.error.messageString, "type": "$context.error.responseType"}'
  THROTTLED:
    statusCode: 429
    responseParameters:
      gatewayresponse.header.Retry-After: "'1'"
    responseTemplates:
      application/json: '{"error": "Slow down, please."}'
`,
  }),

  example({
    id: 'mock',
    group: 'Binary and failures',
    title: 'No backend at all',
    summary:
      'A MOCK integration answers from templates: the request template gives the status that the patterns are compared with.',
    cases: [
      {
        name: 'pet-42',
        answer: '',
        expected: {
          statusCode: 200,
          headers: { 'X-Stage': 'beta' },
          body: '{"petId": "42", "name": "Mia", "stage": "beta"}',
        },
      },
    ],
    rules: `
# GET /pets/{petId}
type: MOCK
requestTemplates:
  application/json: |-
    {"statusCode": #if($input.params('petId') == "42")200#{else}404#end}
integrationResponses:
  - statusCode: 200
    responseTemplates:
      application/json: pet.vtl
  - statusCode: 404
    selectionPattern: '404'
    responseTemplates:
      application/json: '{"message": "There is no pet $input.params("petId")."}'
`,
    templates: {
      'pet.vtl': `
#set($context.responseOverride.header.X-Stage = $stageVariables.name)
{
  "petId": "$input.params('petId')",
  "name": "Mia",
  "stage": "$stageVariables.name"
}
`,
    },
    request: `
# Ask for another pet to get the 404
resourcePath: /pets/{petId}
pathParameters:
  petId: '42'
stageVariables:
  name: beta
`,
  }),
];
