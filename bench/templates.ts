/** A template as people write them, and what it is given. */
export interface BenchTemplate {
  name: string;
  template: string;
  /** JSON text of the payload. */
  body: string;
  /** How the output has to begin, so that no engine is fast by doing nothing. */
  startsWith: string;
}

const OVERRIDE = `#set($inputRoot = $input.path('$'))
#if($inputRoot.body == "customerror")
#set($context.responseOverride.status = 400)
#end
{"body": "$inputRoot.body"}`;

const ERROR_BODY = `#set($inputRoot = $input.path('$'))
#set($error = $inputRoot.error)
#if($error.code == "NotFound")
  #set($status = 404)
#elseif($error.code == "Forbidden" || $error.code == "Unauthorized")
  #set($status = 403)
#elseif($error.code == "Invalid")
  #set($status = 400)
#else
  #set($status = 500)
#end
#set($context.responseOverride.status = $status)
#set($context.responseOverride.header.x-error-code = $error.code)
{
  "status": $status,
  "code": "$error.code",
  "message": "$util.escapeJavaScript($error.message)",
  "requestId": "$context.requestId",
  "stage": "$context.stage",
#if($error.details && $error.details.size() > 0)
  "details": [
#foreach($detail in $error.details)
    {
      "field": "$detail.field",
      "reason": "$util.escapeJavaScript($detail.reason)",
      "index": $foreach.index
    }#if($foreach.hasNext),#end

#end
  ]
#end
}`;

const TRANSFORM = `#set($inputRoot = $input.path('$'))
{
  "count": $inputRoot.items.size(),
  "items": [
#foreach($item in $inputRoot.items)
    {
      "id": "$item.id",
      "name": "$util.escapeJavaScript($item.name)",
      "price": $item.price,
      "inStock": #if($item.stock > 0)true#{else}false#end,
      "tags": [#foreach($tag in $item.tags)"$tag"#if($foreach.hasNext), #end#end]
    }#if($foreach.hasNext),#end

#end
  ]
}`;

const LOOPS = `#set($total = 0)
#foreach($i in [1..30])
#foreach($j in [1..30])
#if($j % 3 == 0)
#set($total = $total + $i * $j)
#elseif($j % 5 == 0)
#set($total = $total - $i)
#end
#end
#end
{"total": $total}`;

function items(count: number): string {
  return JSON.stringify({
    items: Array.from({ length: count }, (_, i) => ({
      id: `item-${i}`,
      name: `Item "number" ${i}`,
      price: i * 1.25 + 0.5,
      stock: i % 4,
      tags: ['new', `group-${i % 7}`],
    })),
  });
}

export const BENCH_TEMPLATES: BenchTemplate[] = [
  {
    name: 'small override',
    template: OVERRIDE,
    body: '{"statusCode": 200, "body": "customerror"}',
    startsWith: '{"body": "customerror"}',
  },
  {
    name: '30-line error body',
    template: ERROR_BODY,
    body: JSON.stringify({
      error: {
        code: 'Invalid',
        message: 'The order\'s "date" lies in the past',
        details: [
          { field: 'date', reason: "can't be before today" },
          { field: 'amount', reason: 'has to be a number' },
        ],
      },
    }),
    startsWith: '{\n  "status": 400',
  },
  { name: 'transform, 100 items', template: TRANSFORM, body: items(100), startsWith: '{\n  "count": 100' },
  { name: 'transform, 1000 items', template: TRANSFORM, body: items(1000), startsWith: '{\n  "count": 1000' },
  { name: 'loops', template: LOOPS, body: '{}', startsWith: '{"total": ' },
];
