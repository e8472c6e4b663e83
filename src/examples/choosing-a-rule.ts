import { type Example, example, json } from './example';

const PYTHON_400 = json({
  errorMessage: 'Error: Raising 400 from within the Lambda function',
  errorType: 'Exception',
  stackTrace: [
    '  File "/var/task/lambda_function.py", line 7, in lambda_handler\n    raise Exception("Error: Raising 400 from within the Lambda function")\n',
  ],
});

const PYTHON_500 = json({
  errorMessage: 'Error: Raising 500 from within the Lambda function',
  errorType: 'Exception',
  stackTrace: [
    '  File "/var/task/lambda_function.py", line 9, in lambda_handler\n    raise Exception("Error: Raising 500 from within the Lambda function")\n',
  ],
});

/** Examples of which integration response answers, and why. */
export const CHOOSING_A_RULE: readonly Example[] = [
  example({
    id: 'python-errors',
    group: 'Choosing a rule',
    title: 'Statuses for a function’s errors',
    summary:
      'What a function raises is matched with each pattern; the rule that covers the whole message gives the status.',
    cases: [
      {
        name: 'raises-400',
        answer: PYTHON_400,
        functionError: true,
        expected: {
          statusCode: 400,
          headers: { 'Content-Type': 'application/json' },
          body: '{"error": "Error: Raising 400 from within the Lambda function"}',
        },
      },
      {
        name: 'raises-500',
        answer: PYTHON_500,
        functionError: true,
        expected: { statusCode: 500, body: '{"error": "The service has a problem. It is not your fault."}' },
      },
      {
        name: 'returns',
        answer: '{"message": "Hello from Lambda"}',
        expected: { statusCode: 200, body: '{"message": "Hello from Lambda"}' },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
  - statusCode: 400
    selectionPattern: '.*Raising 400.*'
    responseTemplates:
      application/json: |-
        {"error": "$input.path('$.errorMessage')"}
  - statusCode: 500
    selectionPattern: '.*Raising 500.*'
    responseTemplates:
      application/json: |-
        {"error": "The service has a problem. It is not your fault."}
`,
  }),

  example({
    id: 'always-200',
    group: 'Choosing a rule',
    title: 'Always 200',
    summary:
      'With nothing but the default rule every error of the function is a success for the client, stack trace included.',
    cases: [
      {
        name: 'raises-400',
        answer: PYTHON_400,
        functionError: true,
        expected: { statusCode: 200, body: PYTHON_400 },
      },
      {
        name: 'raises-500',
        answer: PYTHON_500,
        functionError: true,
        expected: { statusCode: 200, body: PYTHON_500 },
      },
      {
        name: 'returns',
        answer: '{"message": "Hello from Lambda"}',
        expected: { statusCode: 200, body: '{"message": "Hello from Lambda"}' },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200    # no pattern: takes whatever no pattern matched
`,
  }),

  example({
    id: 'whole-message',
    group: 'Choosing a rule',
    title: 'A pattern has to match the whole message',
    summary:
      'Finding the word somewhere in the message is not enough: the pattern has to cover it from the first to the last character.',
    cases: [
      {
        name: 'prefix-only',
        answer: '{"errorMessage": "Malformed input: the field email is missing", "errorType": "ValueError"}',
        functionError: true,
        expected: { statusCode: 200 },
      },
      {
        name: 'covered',
        answer: '{"errorMessage": "NotFound: order 7", "errorType": "LookupError"}',
        functionError: true,
        expected: { statusCode: 404, body: '{"message": "NotFound: order 7"}' },
      },
      {
        name: 'other-case',
        answer: '{"errorMessage": "notfound: order 7", "errorType": "LookupError"}',
        functionError: true,
        expected: { statusCode: 200 },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
  - statusCode: 400
    selectionPattern: 'Malformed*'       # “Malforme” and any number of d: never a whole message
  - statusCode: 404
    selectionPattern: 'NotFound.*'
    responseTemplates:
      application/json: |-
        {"message": "$input.path('$.errorMessage')"}
`,
  }),

  example({
    id: 'line-breaks',
    group: 'Choosing a rule',
    title: 'Line breaks that .* misses',
    summary:
      'A dot does not match a line break, so .* fails on a message of several lines; (?s) or [\\s\\S]* take it whole.',
    cases: [
      {
        name: 'two-lines-missed',
        answer: json({
          errorMessage: 'BadRequest: 2 fields are wrong\n- email: not an address\n- age: below zero',
          errorType: 'ValidationError',
        }),
        functionError: true,
        expected: { statusCode: 200 },
      },
      {
        name: 'one-line',
        answer: json({ errorMessage: 'BadRequest: email is not an address', errorType: 'ValidationError' }),
        functionError: true,
        expected: { statusCode: 400 },
      },
      {
        name: 'two-lines-matched',
        answer: json({
          errorMessage: 'Conflict: the order was changed meanwhile\nby: anna@example.com',
          errorType: 'ConflictError',
        }),
        functionError: true,
        expected: { statusCode: 409 },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 200
  - statusCode: 400
    selectionPattern: '.*BadRequest.*'          # stops at the first line break
  - statusCode: 409
    selectionPattern: '(?s).*Conflict.*'        # the dot takes line breaks, too
`,
  }),

  example({
    id: 'no-default-rule',
    group: 'Choosing a rule',
    title: 'No default rule',
    summary:
      'A result that no pattern matches and no default rule takes is a configuration error: the client gets a 500.',
    cases: [
      {
        name: 'ok-becomes-500',
        answer: '{"id": 7, "name": "Anna"}',
        expected: {
          statusCode: 500,
          headers: { 'x-amzn-ErrorType': 'InternalServerErrorException' },
          body: '{"message": "Internal server error"}',
        },
      },
      {
        name: 'error',
        answer: '{"errorMessage": "NotFound: user 8", "errorType": "Error"}',
        functionError: true,
        expected: { statusCode: 404 },
      },
    ],
    rules: `
type: AWS
integrationResponses:
  - statusCode: 404
    selectionPattern: '.+'     # a success has no message to match: add a rule without a pattern
`,
  }),

  example({
    id: 'timeout-message',
    group: 'Choosing a rule',
    title: 'A function that timed out',
    summary:
      'Lambda reports its own time-out as an error message, which a pattern can turn into a 504; today’s text and the older one both match.',
    cases: [
      {
        name: 'today',
        answer: json({
          errorType: 'Sandbox.Timedout',
          errorMessage:
            'RequestId: 4b0c9e5d-7d7b-4d0e-9a8e-0f6f7c2f51aa Error: Task timed out after 3.00 seconds',
        }),
        functionError: true,
        latencyInMillis: 3010,
        expected: { statusCode: 504, body: '{"message": "It took too long. Try again."}' },
      },
      {
        name: 'until-2024',
        answer: json({
          errorMessage:
            '2024-04-08T09:15:32.118Z 4b0c9e5d-7d7b-4d0e-9a8e-0f6f7c2f51aa Task timed out after 3.00 seconds',
        }),
        functionError: true,
        latencyInMillis: 3010,
        expected: { statusCode: 504, body: '{"message": "It took too long. Try again."}' },
      },
      {
        name: 'killed',
        answer: json({
          errorType: 'Runtime.ExitError',
          errorMessage:
            'RequestId: 4b0c9e5d-7d7b-4d0e-9a8e-0f6f7c2f51aa Error: Runtime exited with error: signal: killed',
        }),
        functionError: true,
        expected: { statusCode: 502, body: '{"message": "The function broke down."}' },
      },
    ],
    rules: String.raw`
type: AWS
integrationResponses:
  - statusCode: 200
  - statusCode: 502
    selectionPattern: '.*Runtime exited .*'
    responseTemplates:
      application/json: '{"message": "The function broke down."}'
  - statusCode: 504
    selectionPattern: '.*Task timed out after \d+\.\d+ seconds'
    responseTemplates:
      application/json: '{"message": "It took too long. Try again."}'
`,
  }),

  example({
    id: 'groups-set-no-status',
    group: 'Choosing a rule',
    title: 'A pattern cannot take the status out',
    summary:
      'A published pattern is said to read the status with a group; it covers only the end of the message, and groups never set a status.',
    cases: [
      {
        name: 'published',
        answer: '{"errorMessage": "I am a teapot.errorCode.418", "errorType": "Error"}',
        functionError: true,
        expected: { statusCode: 200 },
      },
      {
        name: 'nothing-before-it',
        answer: '{"errorMessage": ".errorCode.418", "errorType": "Error"}',
        functionError: true,
        expected: { statusCode: 500 },
      },
    ],
    rules: String.raw`
# Matches “.errorCode.418” alone, and even then the status is the rule's own: 500.
# Two ways to a 418: “One rule per status” and “The status from the message”.
type: AWS
integrationResponses:
  - statusCode: 200
  - statusCode: 500
    selectionPattern: '\.errorCode\.(\d{3})$'
`,
  }),
];
