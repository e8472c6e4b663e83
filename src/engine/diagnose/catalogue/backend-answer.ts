import { community, documented, recorded } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

const ERRORS = documented('Handle Lambda errors in API Gateway');

/** A: what the backend answered. */
export const BACKEND_ANSWER = {
  'lambda-error-returned-not-thrown': {
    section: 'A1',
    severity: 'warning',
    when: 'request',
    title: 'An error was returned, not thrown',
    evidence: ERRORS,
    help: {
      symptom: 'The function answers with an object that tells of an error, and the client gets 200.',
      cause:
        'Patterns are compared with the `errorMessage` of a failed invocation. What a function returns is a success, ' +
        'whatever it says. Whether a returned object that has an `errorMessage` of its own is compared is not proven; ' +
        'the playground compares it and says so.',
      remedy: 'Throw an error, or set the status in the template with `$context.responseOverride.status`.',
      example: {
        before: 'return { error: "NotFound" };',
        after: 'throw new Error("NotFound: order 7");',
      },
    },
  },
  'lambda-status-code-ignored': {
    section: 'A2',
    severity: 'warning',
    when: 'request',
    title: 'statusCode in the value sets no status',
    evidence: community('questions about statusCode with custom integrations'),
    help: {
      symptom:
        'The function returns `statusCode`, `headers` and `body`, and the client sees that object as its body.',
      cause: 'That envelope belongs to proxy integrations. Here it is plain data.',
      remedy:
        'Change the type to `AWS_PROXY`, or map: the status by a rule or an override, headers by `responseParameters`, the ' +
        'body by a template.',
      example: {
        before: '{"statusCode": 404, "body": "..."}',
        after: "#set($context.responseOverride.status = $input.path('$.statusCode'))\n$input.path('$.body')",
      },
    },
  },
  'lambda-body-is-json-text': {
    section: 'A3',
    severity: 'info',
    when: 'request',
    title: 'JSON inside a text is encoded twice',
    evidence: community('questions about escaped quotes in responses'),
    help: {
      symptom: 'The client sees quotes with backslashes before them.',
      cause:
        'The function made JSON of its result, and Lambda makes JSON of that text once more. The outer layer is a text, ' +
        'the inner one the object.',
      remedy:
        'Return the object itself, print the text with `$input.path`, or read it with `$util.parseJson`.',
      example: { before: '"{\\"id\\": 7}"', after: '{"id": 7}' },
    },
  },
  'lambda-string-quoted': {
    section: 'A4',
    severity: 'info',
    when: 'request',
    title: 'A text from Lambda keeps its quotes',
    evidence: documented('Lambda function handlers: the result is serialised as JSON'),
    help: {
      symptom: 'The function returns a text and the client gets it in double quotes.',
      cause:
        'What a function returns is written as JSON, and a text in JSON stands in quotes. Without a template the JSON goes ' +
        'out as it is.',
      remedy: "Give the rule a template that prints the value: `$input.path('$')`.",
      example: { before: '"hello"', after: 'hello' },
    },
  },
  'lambda-null-result': {
    section: 'A5',
    severity: 'info',
    when: 'request',
    title: 'The function returned nothing',
    evidence: ERRORS,
    help: {
      symptom: 'The body is `null`, or a template prints nothing where values should be.',
      cause: 'The handler ended without a value. Mostly a `return` or an `await` is missing.',
      remedy:
        'Return a value. Where nothing is meant, give the rule a template that prints what the client should get.',
    },
  },
  'lambda-error-not-an-error-object': {
    section: 'A6',
    severity: 'warning',
    when: 'request',
    title: 'What was thrown became an unreadable text',
    evidence: ERRORS,
    help: {
      symptom: 'The message is `[object Object]`, or a Python dict with single quotes.',
      cause:
        'Something other than a text became the message, and was turned into text the way the language prints it.',
      remedy: 'Throw an error whose message carries the data as JSON text.',
      example: {
        before: 'callback({ code: 404 })',
        after: 'throw new Error(JSON.stringify({ code: 404 }))',
      },
    },
  },
  'lambda-error-json-in-message': {
    section: 'A7',
    severity: 'info',
    when: 'request',
    title: 'The message is JSON as text',
    evidence: ERRORS,
    help: {
      symptom: 'The message holds JSON, and its members cannot be reached.',
      cause:
        'The message is a text. `$.errorMessage.code` does not exist, and a pattern has to match the whole text, quotes ' +
        'and braces included.',
      remedy: 'Read the text with `$util.parseJson` before reading its members.',
      example: {
        before: "$input.path('$.errorMessage.code')",
        after: "#set($error = $util.parseJson($input.path('$.errorMessage')))\n$error.code",
      },
    },
  },
  'lambda-timeout-text': {
    section: 'A8',
    severity: 'warning',
    when: 'configuration',
    title: 'The pattern misses the text of a time-out',
    evidence: recorded('test_lambda_invoke_timed_out_environment_reuse (2024-04-08)'),
    help: {
      symptom: 'A rule for `Task timed out.*` never answers.',
      cause:
        'The text does not begin with these words. Today it begins with `RequestId:`, until 2024 it began with a time and ' +
        'an id. A pattern has to match all of it.',
      remedy: 'Use `.*Task timed out after .*`, which matches both.',
      example: { before: 'Task timed out.*', after: '.*Task timed out after .*' },
    },
  },
  'lambda-crash-text': {
    section: 'A9',
    severity: 'info',
    when: 'request',
    title: 'Lambda wrote this message itself',
    evidence: recorded('Lambda invocation errors, LocalStack lambda test suite'),
    help: {
      symptom: 'An error that the code never threw goes to the default rule.',
      cause:
        'When a function runs out of memory, ends its process or has no handler, Lambda writes a message of its own shape.',
      remedy:
        'Add a rule for these texts, such as `.*Runtime exited.*`, or one for all other errors: `[\\s\\S]+`.',
    },
  },
  'gateway-timeout-bypasses-rules': {
    section: 'A10',
    severity: 'warning',
    when: 'request',
    title: 'API Gateway gives up before the backend answers',
    evidence: documented('Gateway response types'),
    help: {
      symptom: 'There is a rule for 504, yet slow requests get a 504 with another body.',
      cause:
        'API Gateway waits 29 seconds unless configured otherwise. Then there is no answer to map: a gateway response is ' +
        'sent, and rules and templates do not run.',
      remedy:
        'Customise the gateway response `INTEGRATION_TIMEOUT`, or make the backend faster than the limit.',
    },
  },
  'lambda-error-leaks-stack': {
    section: 'A11',
    severity: 'warning',
    when: 'request',
    title: 'The response shows a stack trace',
    evidence: recorded('test_lambda_selection_patterns (2025-05-05)'),
    help: {
      symptom: 'Clients see file names and lines of the code.',
      cause: 'The rule that answered has no template, so the error object goes out whole.',
      remedy: 'Give the rules of errors a template that prints what the client may see.',
      example: {
        before: '{"errorMessage": "...", "stackTrace": ["..."]}',
        after: '{"message": $input.json(\'$.errorMessage\')}',
      },
    },
  },
} as const satisfies CatalogueSection;
