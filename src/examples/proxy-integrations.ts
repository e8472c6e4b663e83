import { type Example, example, json } from './example';

const INTERNAL_ERROR = {
  statusCode: 502,
  headers: { 'x-amzn-ErrorType': 'InternalServerErrorException' },
  body: '{"message": "Internal server error"}',
};

/** Examples of integrations that pass the answer on and have no use for rules. */
export const PROXY_INTEGRATIONS: readonly Example[] = [
  example({
    id: 'lambda-proxy',
    group: 'Proxy integrations',
    title: 'Lambda proxy',
    summary: 'The function gives status, headers and body itself; a result of any other shape is a 502.',
    cases: [
      {
        name: 'passed-on',
        answer: json({
          statusCode: 201,
          headers: { Location: '/orders/8271', 'Content-Type': 'application/json' },
          multiValueHeaders: { 'Set-Cookie': ['basket=; Max-Age=0', 'visitor=anna'] },
          body: '{"id":"8271"}',
          isBase64Encoded: false,
        }),
        expected: {
          statusCode: 201,
          headers: { Location: '/orders/8271', 'Content-Type': 'application/json' },
          body: '{"id":"8271"}',
        },
      },
      {
        name: 'binary',
        answer: json({
          statusCode: 200,
          headers: { 'Content-Type': 'text/plain' },
          body: 'R3JlZW4gdGVh',
          isBase64Encoded: true,
        }),
        expected: { statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: 'Green tea' },
      },
      {
        name: 'body-as-object',
        answer: json({ statusCode: 200, body: { id: '8271' } }),
        expected: INTERNAL_ERROR,
      },
      {
        name: 'not-that-shape',
        answer: json({ id: '8271', status: 'SHIPPED' }),
        expected: INTERNAL_ERROR,
      },
      {
        name: 'threw',
        answer: json({
          errorType: 'TypeError',
          errorMessage: "Cannot read properties of undefined (reading 'id')",
        }),
        functionError: true,
        expected: INTERNAL_ERROR,
      },
    ],
    rules: `
type: AWS_PROXY
binaryMediaTypes: ['*/*']
`,
  }),

  example({
    id: 'http-proxy',
    group: 'Proxy integrations',
    title: 'HTTP proxy',
    summary:
      'Status, headers and body of the endpoint pass through; a few headers that API Gateway needs for itself are renamed.',
    cases: [
      {
        name: 'not-found',
        answer: `HTTP/1.1 404 Not Found
Content-Type: application/problem+json
Access-Control-Allow-Origin: *
Server: gunicorn/19.9.0
Date: Mon, 23 Nov 2026 07:00:00 GMT

{"title": "No such order"}`,
        expected: {
          statusCode: 404,
          headers: {
            'Content-Type': 'application/problem+json',
            'Access-Control-Allow-Origin': '*',
            'x-amzn-Remapped-Server': 'gunicorn/19.9.0',
            'x-amzn-Remapped-Date': 'Mon, 23 Nov 2026 07:00:00 GMT',
          },
          body: '{"title": "No such order"}',
        },
      },
    ],
    rules: `
type: HTTP_PROXY
uri: https://shop.example.com/orders
httpMethod: GET
`,
  }),
];
