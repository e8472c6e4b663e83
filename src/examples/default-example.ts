import { example, json } from './example';

/** What the page opens with: it is loaded at once, the other examples when the menu is opened. */
export const DEFAULT_EXAMPLE = example({
  id: 'error-as-json',
  group: 'Choosing a rule',
  title: 'From a thrown error to a clean response',
  summary:
    'A function throws an error whose message is JSON text; a pattern picks the status, a template parses the message into a clean body.',
  cases: [
    {
      name: 'not-found',
      answer: json({
        errorType: 'ApiError',
        errorMessage: JSON.stringify({
          code: 'OrderNotFound',
          message: "There's no order 8271 in this shop.",
          orderId: '8271',
        }),
        trace: [
          'ApiError: {"code":"OrderNotFound", ...',
          '    at findOrder (file:///var/task/orders.mjs:23:11)',
          '    at async Runtime.handler (file:///var/task/index.mjs:8:17)',
        ],
      }),
      functionError: true,
      expected: {
        statusCode: 404,
        headers: { 'X-Error-Code': 'OrderNotFound', 'Content-Type': 'application/json' },
        body: json({
          error: {
            code: 'OrderNotFound',
            message: "There's no order 8271 in this shop.",
            orderId: '8271',
            requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
          },
        }),
      },
    },
    {
      name: 'ok',
      answer: json({
        orderId: '8270',
        status: 'SHIPPED',
        items: [
          { sku: 'TEA-EARL-GREY', quantity: 2, price: 7.9 },
          { sku: 'CUP-BLUE', quantity: 4, price: 12 },
        ],
        internalNote: 'customer called twice',
      }),
      expected: {
        statusCode: 200,
        headers: { 'Content-Type': 'application/json' },
        body: json({
          id: '8270',
          status: 'shipped',
          items: [
            { sku: 'TEA-EARL-GREY', quantity: 2 },
            { sku: 'CUP-BLUE', quantity: 4 },
          ],
        }),
      },
    },
    {
      name: 'timeout',
      answer: json({
        errorType: 'Sandbox.Timedout',
        errorMessage:
          'RequestId: 8f5c2d7a-55c6-4a3a-9a0e-31f0a1f2b7cd Error: Task timed out after 3.00 seconds',
      }),
      functionError: true,
      latencyInMillis: 3003,
      expected: {
        statusCode: 504,
        headers: { 'Retry-After': '5', 'Content-Type': 'application/json' },
        body: '{"error": {"code": "Timeout", "message": "The shop is busy. Try again in a moment."}}',
      },
    },
  ],
  rules: String.raw`
# GET /orders/{orderId}
type: AWS
integrationResponses:
  - statusCode: 200          # no pattern: the default rule
    responseTemplates:
      application/json: order.vtl

  - statusCode: 404
    selectionPattern: '.*"code":"\w+NotFound".*'
    responseParameters:
      method.response.header.X-Error-Code: integration.response.body.errorMessage.code
    responseTemplates:
      application/json: error.vtl

  - statusCode: 504
    selectionPattern: '.*Task timed out after .*'
    responseParameters:
      method.response.header.Retry-After: "'5'"
    responseTemplates:
      application/json: |-
        {"error": {"code": "Timeout", "message": "The shop is busy. Try again in a moment."}}

methodResponses:
  - statusCode: 200
  - statusCode: 404
    responseParameters: {method.response.header.X-Error-Code: true}
  - statusCode: 504
    responseParameters: {method.response.header.Retry-After: true}
`,
  templates: {
    'error.vtl': String.raw`
#set($error = $util.parseJson($input.path('$.errorMessage')))
{
  "error": {
    "code": "$error.code",
    "message": "$util.escapeJavaScript($error.message).replaceAll("\\'", "'")",
    "orderId": "$error.orderId",
    "requestId": "$context.requestId"
  }
}
`,
    'order.vtl': `
#set($order = $input.path('$'))
{
  "id": "$order.orderId",
  "status": "$order.status.toLowerCase()",
  "items": [
#foreach($item in $order.items)
    { "sku": "$item.sku", "quantity": $item.quantity }#if($foreach.hasNext),#end

#end
  ]
}
`,
  },
  request: `
httpMethod: GET
resourcePath: /orders/{orderId}
pathParameters:
  orderId: '8271'
headers:
  Accept: application/json
context:
  requestId: c6af9ac6-7b61-11e6-9a41-93e8deadbeef
`,
});
