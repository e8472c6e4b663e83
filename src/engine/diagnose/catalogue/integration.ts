import { community, documented, recorded } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

/** F: integration type and deployment. */
export const INTEGRATION = {
  'proxy-ignores-mapping': {
    section: 'F1',
    severity: 'warning',
    when: 'configuration',
    title: 'A proxy integration ignores its rules',
    evidence: documented('Set up Lambda proxy integrations'),
    help: {
      symptom: 'Rules, templates and header mappings have no effect.',
      cause: 'With `AWS_PROXY` and `HTTP_PROXY` the backend writes the response itself.',
      remedy: 'Change the type to `AWS` or `HTTP`, or let the backend answer with status, headers and body.',
    },
  },
  'malformed-proxy-response': {
    section: 'F2',
    severity: 'error',
    when: 'request',
    title: 'The result has not the shape of a proxy response',
    evidence: documented('Handle Lambda errors in API Gateway'),
    help: {
      symptom: '502 with `Internal server error`; the log says `Malformed Lambda proxy response`.',
      cause:
        'A proxy integration wants an object with `statusCode` (a whole number), `headers` (texts), `body` (a text) and ' +
        '`isBase64Encoded`, and nothing else.',
      remedy: 'Return that object, with the body made text by `JSON.stringify`.',
      example: {
        before: '{"statusCode": 200, "body": {"id": 7}}',
        after: '{"statusCode": 200, "body": "{\\"id\\": 7}"}',
      },
    },
  },
  'method-response-missing': {
    section: 'F3',
    severity: 'error',
    when: 'request',
    title: 'The status is not declared',
    evidence: community('logs at classmethod (2023), AWS re:Post and a serverless plug-in'),
    help: {
      symptom: '500; the log says `Output mapping refers to an invalid method response`.',
      cause:
        'The status of a rule has to be declared as a method response. One set by an override need not be.',
      remedy: 'Add the status to the method responses.',
    },
  },
  'permission-and-integration-failures': {
    section: 'F5',
    severity: 'info',
    when: 'request',
    title: 'API Gateway itself answers',
    evidence: documented('Gateway response types'),
    help: {
      symptom: 'Rules and templates have no effect on some errors.',
      cause:
        'A missing permission to invoke, throttling, a refused request or an unreachable backend leaves nothing to map. ' +
        'A gateway response answers.',
      remedy: 'Customise the gateway response of that type, or `DEFAULT_4XX` and `DEFAULT_5XX`.',
    },
  },
  'http-api-has-no-vtl': {
    section: 'F6',
    severity: 'info',
    when: 'input',
    title: 'HTTP APIs have no templates',
    evidence: documented('Choose between REST APIs and HTTP APIs'),
    help: {
      symptom: 'A template or a selection pattern has no effect.',
      cause:
        'HTTP APIs (version 2) have parameter mapping only. Templates and selection patterns belong to REST APIs.',
      remedy: 'Use a REST API, or make the response in the function.',
    },
  },
  'gateway-response-is-not-vtl': {
    section: 'F7',
    severity: 'warning',
    when: 'configuration',
    title: 'A gateway response is no VTL template',
    evidence: documented('Set up gateway responses for REST APIs'),
    help: {
      symptom: '`#set` or `$input` appears in the response as text.',
      cause:
        'In gateway responses only simple variables are replaced: `$context`, `$stageVariables` and the parameters of the ' +
        'request.',
      remedy: 'Write the text with these variables only.',
      example: {
        before: '{"message": "$input.path(\'$.message\')"}',
        after: '{"message": $context.error.messageString}',
      },
    },
  },
  'proxy-function-error': {
    section: 'F8',
    severity: 'error',
    when: 'request',
    title: 'The function failed behind a proxy integration',
    evidence: recorded('test_lambda_aws_proxy_response_format (2024-02-23)'),
    help: {
      symptom: '502 with `Internal server error`, whatever the error was.',
      cause: 'A proxy integration has no rules that could make a response of an error.',
      remedy: 'Catch the error in the function and return a response for it.',
    },
  },
  'lambda-needs-post': {
    section: 'F9',
    severity: 'error',
    when: 'request',
    title: 'Lambda is called with another method than POST',
    evidence: recorded('test_lambda_aws_proxy_integration_non_post_method (2024-07-10)'),
    help: {
      symptom: '500, and the function is never called.',
      cause:
        'The method of the integration is not that of the client: a function is invoked with POST, always.',
      remedy: 'Set `httpMethod` of the integration to `POST`.',
    },
  },
} as const satisfies CatalogueSection;
