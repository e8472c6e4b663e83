import { type Example, example } from './example';

const message = (status: string, body: string) =>
  `HTTP/1.1 ${status}\nContent-Type: application/json\nServer: nginx\n\n${body}`;

/** Examples of endpoints whose status is what patterns are compared with. */
export const HTTP_BACKENDS: readonly Example[] = [
  example({
    id: 'http-statuses',
    group: 'HTTP backends',
    title: 'Patterns on an endpoint’s status',
    summary:
      'For an HTTP integration the patterns are compared with the endpoint’s status, never with its body.',
    cases: [
      {
        name: '404',
        answer: message('404 Not Found', '{"detail": "no such pet"}'),
        expected: { statusCode: 400, body: '{"detail": "no such pet"}' },
      },
      {
        name: '201',
        answer: message('201 Created', '{"id": 12}'),
        expected: { statusCode: 200, body: '{"id": 12}' },
      },
      {
        name: '503',
        answer: message('503 Service Unavailable', '{"detail": "maintenance"}'),
        expected: { statusCode: 500, body: '{"message": "The pet shop is closed."}' },
      },
      {
        name: '301',
        answer: message('301 Moved Permanently', ''),
        expected: { statusCode: 500, body: '{"message": "Internal server error"}' },
      },
    ],
    rules: String.raw`
type: HTTP
uri: https://petstore.example.com/pets
httpMethod: GET
integrationResponses:
  - statusCode: 200
    selectionPattern: '2\d{2}'
  - statusCode: 400
    selectionPattern: '4\d{2}'
  - statusCode: 500
    selectionPattern: '.*5\d\d.*'
    responseTemplates:
      application/json: '{"message": "The pet shop is closed."}'
`,
  }),

  example({
    id: 'http-always-200',
    group: 'HTTP backends',
    title: 'Every status becomes 200',
    summary: 'Without patterns the default rule turns each of the endpoint’s statuses into its own.',
    cases: [
      {
        name: '404',
        answer: message('404 Not Found', '{"detail": "no such pet"}'),
        expected: { statusCode: 200, body: '{"detail": "no such pet"}' },
      },
      {
        name: '500',
        answer: message('500 Internal Server Error', '{"detail": "broken"}'),
        expected: { statusCode: 200, body: '{"detail": "broken"}' },
      },
      { name: '301', answer: message('301 Moved Permanently', ''), expected: { statusCode: 200 } },
    ],
    rules: `
type: HTTP
uri: https://petstore.example.com/pets
httpMethod: GET
integrationResponses:
  - statusCode: 200
`,
  }),

  example({
    id: 'number-range-pattern',
    group: 'HTTP backends',
    title: 'A pattern for 000 to 255',
    summary:
      'A pattern of digit ranges, often copied: it takes statuses up to 255, so it catches successes and none of the errors.',
    cases: [
      { name: '200', answer: message('200 OK', '{}'), expected: { statusCode: 202 } },
      { name: '250', answer: message('250 Unusual', '{}'), expected: { statusCode: 202 } },
      { name: '256', answer: message('256 Unusual', '{}'), expected: { statusCode: 500 } },
      { name: '301', answer: message('301 Moved Permanently', '{}'), expected: { statusCode: 500 } },
      { name: '404', answer: message('404 Not Found', '{}'), expected: { statusCode: 500 } },
      { name: '500', answer: message('500 Internal Server Error', '{}'), expected: { statusCode: 500 } },
    ],
    rules: `
type: HTTP
uri: https://petstore.example.com/pets
httpMethod: GET
integrationResponses:
  - statusCode: 500
  - statusCode: 202
    selectionPattern: '.*([01][0-9][0-9]|2[0-4][0-9]|25[0-5]).*'
`,
  }),

  example({
    id: 'http-headers',
    group: 'HTTP backends',
    title: 'The endpoint’s headers',
    summary:
      'Only mapped headers reach the client, their names are matched letter by letter, and some are sent under another name.',
    cases: [
      {
        name: 'page-2',
        answer: `HTTP/1.1 200 OK
Content-Type: application/json
ETag: "7f3a"
X-Total-Count: 57
Server: nginx/1.27

["tea", "cups"]`,
        expected: {
          statusCode: 200,
          headers: {
            'X-Total': '57',
            'X-Version': '"7f3a"',
            'x-amzn-Remapped-Server': 'nginx/1.27',
            'Access-Control-Allow-Origin': '*',
          },
          body: '["tea", "cups"]',
        },
      },
    ],
    rules: `
type: HTTP
uri: https://shop.example.com/categories
httpMethod: GET
integrationResponses:
  - statusCode: 200
    responseParameters:
      method.response.header.X-Total: integration.response.header.X-Total-Count
      method.response.header.X-Version: integration.response.header.ETag
      method.response.header.X-Missed: integration.response.header.etag
      method.response.header.Server: integration.response.header.Server
      method.response.header.Access-Control-Allow-Origin: "'*'"
`,
  }),
];
