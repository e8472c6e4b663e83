import type { AnswerKind } from '../document/answer-kind';
import type { BackendCase } from '../document/model';

/*
 * Answers that backends give sooner or later, to try a configuration on. The shapes of Lambda's error payloads are as
 * recorded from each runtime: the order of the members differs, and so do their names.
 */

/** An answer to add as a case. */
export interface Preset {
  title: string;
  /** What is special about it. */
  detail: string;
  /** Its name is a proposal; a document that has it already gets another one. */
  case: BackendCase;
}

export interface PresetGroup {
  title: string;
  /** The backends that answer so; absent: API Gateway answers by itself, whatever the backend. */
  kind?: AnswerKind;
  presets: Preset[];
}

const REQUEST_ID = '5c6f9b1e-0d3a-4f7e-9a1b-8e2d7c4a6f10';

function returned(title: string, detail: string, name: string, answer: string): Preset {
  return { title, detail, case: { name, answer } };
}

function thrown(title: string, detail: string, name: string, payload: object): Preset {
  return { title, detail, case: { name, answer: JSON.stringify(payload, null, 2), functionError: true } };
}

function answered(title: string, detail: string, name: string, ...lines: string[]): Preset {
  return { title, detail, case: { name, answer: lines.join('\n') } };
}

export const PRESET_GROUPS: readonly PresetGroup[] = [
  {
    title: 'The function returned',
    kind: 'lambda',
    presets: [
      returned(
        'An object',
        'what most functions return',
        'ok',
        JSON.stringify(
          { orderId: 'A-1001', status: 'shipped', lines: [{ sku: 'lamp-7', count: 2 }] },
          null,
          2,
        ),
      ),
      returned('A text', 'a JSON string, quotes and all', 'text', '"Order A-1001 has shipped"'),
      returned('null', 'a function without a return value', 'null', 'null'),
      returned('Nothing at all', 'an empty payload', 'empty', ''),
      returned(
        'Something that is not JSON',
        'written by hand or by another tool',
        'not-json',
        'Order A-1001 has shipped',
      ),
    ],
  },
  {
    title: 'The function threw',
    kind: 'lambda',
    presets: [
      thrown('Python', 'errorMessage first, with a requestId', 'python-error', {
        errorMessage: 'Order A-1001 NotFound',
        errorType: 'OrderError',
        requestId: REQUEST_ID,
        stackTrace: [
          '  File "/var/task/app.py", line 12, in handler\n    return load(event["id"])\n',
          '  File "/var/task/app.py", line 7, in load\n    raise OrderError(f"Order {key} NotFound")\n',
        ],
      }),
      thrown('Python that cannot be imported', 'fails before the handler runs', 'python-import', {
        errorMessage: "Unable to import module 'app': No module named 'requests'",
        errorType: 'Runtime.ImportModuleError',
        requestId: '',
        stackTrace: [],
      }),
      thrown('Node.js', 'errorType first; the stack is called trace', 'node-error', {
        errorType: 'OrderError',
        errorMessage: 'Order A-1001 NotFound',
        trace: [
          'OrderError: Order A-1001 NotFound',
          '    at Runtime.handler (file:///var/task/index.mjs:9:11)',
        ],
      }),
      thrown('Java', 'the full name of the class', 'java-error', {
        errorMessage: 'Order A-1001 NotFound',
        errorType: 'shop.orders.OrderNotFoundException',
        stackTrace: [
          'shop.orders.Orders.load(Orders.java:31)',
          'shop.orders.Handler.handleRequest(Handler.java:18)',
        ],
      }),
      thrown('Ruby', 'the class inside Function<…>', 'ruby-error', {
        errorMessage: 'Order A-1001 NotFound',
        errorType: 'Function<OrderError>',
        stackTrace: ["/var/task/app.rb:6:in `load'", "/var/task/app.rb:2:in `handler'"],
      }),
      thrown('.NET', 'errorType first', 'dotnet-error', {
        errorType: 'OrderNotFoundException',
        errorMessage: 'Order A-1001 NotFound',
        stackTrace: ['at Shop.Orders.Load(String id)', 'at Shop.Function.Handler(Request request)'],
      }),
      thrown('Go', 'no stack', 'go-error', {
        errorMessage: 'Order A-1001 NotFound',
        errorType: 'errorString',
      }),
      thrown('Rust', 'the message is debug output', 'rust-error', {
        errorType: 'shop::OrderError',
        errorMessage: 'NotFound("A-1001")',
      }),
    ],
  },
  {
    title: 'Messages patterns stumble over',
    kind: 'lambda',
    presets: [
      thrown('With line breaks', 'a dot does not match them', 'multi-line', {
        errorMessage: 'NotFound\norder A-1001\nin shop 7',
        errorType: 'OrderError',
        requestId: REQUEST_ID,
        stackTrace: [],
      }),
      thrown('JSON in the message', 'quotes and braces inside a string', 'json-message', {
        errorType: 'Error',
        errorMessage: JSON.stringify({ status: 404, code: 'NotFound', orderId: 'A-1001' }),
        trace: [],
      }),
      thrown('A Python dict in the message', 'looks like JSON and is not', 'dict-message', {
        errorMessage: "{'status': 404, 'code': 'NotFound'}",
        errorType: 'Exception',
        requestId: REQUEST_ID,
        stackTrace: [],
      }),
      thrown('An object for a message', 'Node.js calls it [object Object]', 'object-message', {
        errorType: 'Error',
        errorMessage: '[object Object]',
        trace: [],
      }),
      thrown('An empty message', 'only the default rule takes it', 'empty-message', {
        errorType: 'Error',
        errorMessage: '',
        trace: [],
      }),
    ],
  },
  {
    title: 'Lambda ended the function',
    kind: 'lambda',
    presets: [
      thrown('Time-out', 'worded as it is now', 'timeout', {
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${REQUEST_ID} Error: Task timed out after 3.00 seconds`,
      }),
      thrown('Time-out, old wording', 'as it was up to 2024, without errorType', 'timeout-old', {
        errorMessage: `2023-05-04T10:21:07.345Z ${REQUEST_ID} Task timed out after 3.01 seconds`,
      }),
      thrown('Out of memory', 'the process is killed', 'out-of-memory', {
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${REQUEST_ID} Error: Runtime exited with error: signal: killed`,
      }),
      thrown('Exit with a code', 'the process ends by itself', 'exit-code', {
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${REQUEST_ID} Error: Runtime exited with error: exit status 1`,
      }),
      thrown('Exit without a reason', 'the process ends without an error', 'exit', {
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${REQUEST_ID} Error: Runtime exited without providing a reason`,
      }),
      thrown('More than 6 MB', 'the answer is too large', 'too-large', {
        errorType: 'Function.ResponseSizeTooLarge',
        errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
      }),
    ],
  },
  {
    title: 'The endpoint answered',
    kind: 'http',
    presets: [
      answered(
        '200 with JSON',
        'as it should be',
        'ok',
        'HTTP/1.1 200 OK',
        'Content-Type: application/json',
        '',
        '{"orderId": "A-1001", "status": "shipped"}',
      ),
      answered('204 without a body', 'nothing to map', 'no-content', 'HTTP/1.1 204 No Content', '', ''),
      answered(
        '404 with JSON',
        'patterns see the status alone',
        'not-found',
        'HTTP/1.1 404 Not Found',
        'Content-Type: application/json',
        '',
        '{"code": "NotFound"}',
      ),
      answered(
        '500 with HTML',
        'not what a JSON template expects',
        'html-error',
        'HTTP/1.1 500 Internal Server Error',
        'Content-Type: text/html',
        '',
        '<h1>It broke</h1>',
      ),
      answered(
        '503 without a body',
        'a proxy in between',
        'unavailable',
        'HTTP/1.1 503 Service Unavailable',
        '',
        '',
      ),
    ],
  },
  {
    title: 'API Gateway answered instead',
    presets: [
      {
        title: 'Integration time-out',
        detail: 'the backend took longer than the integration may',
        case: { name: 'integration-timeout', answer: '', gatewayFailure: 'INTEGRATION_TIMEOUT' },
      },
      {
        title: 'Throttled',
        detail: 'more requests than the stage allows',
        case: { name: 'throttled', answer: '', gatewayFailure: 'THROTTLED' },
      },
      {
        title: 'Not authorised',
        detail: 'refused before the backend is asked',
        case: { name: 'unauthorized', answer: '', gatewayFailure: 'UNAUTHORIZED' },
      },
    ],
  },
];

/** The groups that make sense for a kind of backend. */
export function presetsFor(kind: AnswerKind): PresetGroup[] {
  return PRESET_GROUPS.filter((group) => group.kind === undefined || group.kind === kind);
}
