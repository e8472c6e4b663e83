import { type Example, example, json } from './example';

/** Examples of what a mapping template makes of a body. */
export const TEMPLATES: readonly Example[] = [
  example({
    id: 'path-or-json',
    group: 'Templates',
    title: 'path prints Java, json prints JSON',
    summary: '$input.path gives Java values, and an object prints as {a=b}; $input.json gives JSON text.',
    cases: [
      {
        name: 'user',
        answer: json({ user: { name: 'Anna', roles: ['admin', 'editor'] }, active: true }),
        expected: {
          statusCode: 200,
          body: [
            'path:   {name=Anna, roles=["admin","editor"]}',
            'json:   {"name":"Anna","roles":["admin","editor"]}',
            'name:   Anna',
            'quoted: "Anna"',
            'role:   admin',
            'none:   []',
          ].join('\n'),
        },
      },
      {
        name: 'empty',
        answer: '{"user": {"name": "", "roles": []}}',
        expected: {
          statusCode: 200,
          body: [
            'path:   {name=, roles=[]}',
            'json:   {"name":"","roles":[]}',
            'name:   ',
            'quoted: ""',
            'role:   ',
            'none:   []',
          ].join('\n'),
        },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
    responseParameters:
      method.response.header.Content-Type: "'text/plain'"
    responseTemplates:
      application/json: both.vtl
`,
    templates: {
      'both.vtl': `
path:   $input.path('$.user')
json:   $input.json('$.user')
name:   $input.path('$.user.name')
quoted: $input.json('$.user.name')
role:   $input.path('$.user.roles[0]')
none:   [$input.path('$.user.phone')]
`,
    },
  }),

  example({
    id: 'list-with-commas',
    group: 'Templates',
    title: 'A list with commas in the right places',
    summary: '#foreach writes one object per item, and $foreach.hasNext keeps the comma away from the last.',
    cases: [
      {
        name: 'three',
        answer: json({
          Items: [
            { id: { S: 'p1' }, name: { S: 'Earl Grey' }, price: { N: '7.90' }, stock: { N: '12' } },
            { id: { S: 'p2' }, name: { S: 'Blue cup' }, price: { N: '12' }, stock: { N: '0' } },
            { id: { S: 'p3' }, name: { S: 'Tea pot' }, price: { N: '39.5' }, stock: { N: '3' } },
          ],
          Count: 3,
          ScannedCount: 3,
        }),
        expected: {
          statusCode: 200,
          body: json({
            count: 3,
            products: [
              { id: 'p1', name: 'Earl Grey', price: 7.9, available: true },
              { id: 'p2', name: 'Blue cup', price: 12, available: false },
              { id: 'p3', name: 'Tea pot', price: 39.5, available: true },
            ],
          }),
        },
      },
      {
        name: 'none',
        answer: '{"Items": [], "Count": 0, "ScannedCount": 0}',
        expected: { statusCode: 200, body: '{"count": 0, "products": []}' },
      },
    ],
    rules: `
# GET /products, straight from DynamoDB
type: AWS
uri: arn:aws:apigateway:eu-west-1:dynamodb:action/Scan
integrationResponses:
  - statusCode: 200
    responseTemplates:
      application/json: products.vtl
`,
    templates: {
      'products.vtl': `
#set($items = $input.path('$.Items'))
{
  "count": $items.size(),
  "products": [
#foreach($item in $items)
    {
      "id": "$item.id.S",
      "name": "$item.name.S",
      "price": $item.price.N,
      "available": #if($item.stock.N == "0")false#{else}true#end

    }#if($foreach.hasNext),#end

#end
  ]
}
`,
    },
  }),

  example({
    id: 'quotes-in-values',
    group: 'Templates',
    title: 'Quotes inside a value',
    summary:
      'A value printed between quotes breaks the JSON when it has quotes itself; escapeJavaScript and one replaceAll mend that.',
    cases: [
      {
        name: 'quotes',
        answer: json({ title: 'The "best" tea', note: "It's back\nsince Monday" }),
        expected: {
          statusCode: 200,
          body: json({ title: 'The "best" tea', note: "It's back\nsince Monday" }),
        },
      },
      {
        name: 'plain',
        answer: json({ title: 'Green tea', note: 'sold out' }),
        expected: { statusCode: 200, body: json({ title: 'Green tea', note: 'sold out' }) },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
    responseTemplates:
      application/json: escaped.vtl
`,
    templates: {
      'escaped.vtl': String.raw`
#set($title = $util.escapeJavaScript($input.path('$.title')).replaceAll("\\'", "'"))
#set($note = $util.escapeJavaScript($input.path('$.note')).replaceAll("\\'", "'"))
{
  "title": "$title",
  "note": "$note"
}
`,
    },
  }),

  example({
    id: 'accept-chooses',
    group: 'Templates',
    title: 'Accept chooses the template',
    summary:
      'Which template runs hangs on the client’s Accept header; the Content-Type is a matter of its own and stays JSON unless mapped.',
    cases: [
      {
        name: 'page',
        answer: '{"title": "Opening hours", "from": "09:00", "to": "18:00"}',
        expected: {
          statusCode: 200,
          headers: { 'Content-Type': 'text/html' },
          body: '<h1>Opening hours</h1>\n<p>09:00 to 18:00</p>',
        },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
    responseParameters:
      method.response.header.Content-Type: "'text/html'"
    responseTemplates:
      application/json: "$input.json('$')"
      text/html: page.vtl
`,
    templates: {
      'page.vtl': `
<h1>$input.path('$.title')</h1>
<p>$input.path('$.from') to $input.path('$.to')</p>
`,
    },
    request: `
# Try application/json, or take the header away
headers:
  Accept: text/html
`,
  }),
];
