import { community, documented, emulatorSource, recorded } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

const MAPPING = documented('Amazon API Gateway API request and response data mapping reference');
const MAPPING_LOGS = community(
  'logs in issues of aws-apigateway-importer, aws-solutions-constructs and CDK, 2015 to 2024',
);

/** G: headers. */
export const HEADERS = {
  'cors-missing-on-error': {
    section: 'G1',
    severity: 'warning',
    when: 'configuration',
    title: 'Some rules do not allow the browser to read them',
    evidence: documented('Enable CORS for a REST API'),
    help: {
      symptom: 'The browser reports a CORS failure and hides the real error.',
      cause: '`Access-Control-Allow-Origin` is mapped for successes only.',
      remedy: 'Map it in every rule, and in the gateway responses `DEFAULT_4XX` and `DEFAULT_5XX`.',
      example: {
        before: '- statusCode: 404',
        after:
          '- statusCode: 404\n  responseParameters:\n    method.response.header.Access-Control-Allow-Origin: "\'*\'"',
      },
    },
  },
  'header-static-needs-quotes': {
    section: 'G2',
    severity: 'error',
    when: 'configuration',
    title: 'A constant needs quotes inside the value',
    evidence: MAPPING_LOGS,
    help: {
      symptom: 'The deployment fails with `Invalid mapping expression specified`.',
      cause:
        'A value without single quotes is read as a mapping expression such as `integration.response.header.ETag`.',
      remedy: 'Put single quotes around the constant, inside the quotes of YAML or JSON.',
      example: { before: "'*'", after: '"\'*\'"' },
    },
  },
  'header-not-declared': {
    section: 'G3',
    severity: 'error',
    when: 'configuration',
    title: 'The mapped header is not declared',
    evidence: MAPPING_LOGS,
    help: {
      symptom: 'The deployment fails with `Invalid mapping expression parameter specified`.',
      cause: 'The method response of the same status has to declare the header.',
      remedy: 'Add `method.response.header.NAME` to its `responseParameters`.',
    },
  },
  'header-source-missing': {
    section: 'G4',
    severity: 'warning',
    when: 'request',
    title: 'A mapped header has no value',
    evidence: emulatorSource('LocalStack'),
    help: {
      symptom: 'A header is mapped and the client does not get it.',
      cause:
        'The path in the body or the header of the backend is not there. A Lambda result has no headers of its own.',
      remedy: 'Check the path; for Lambda map from `integration.response.body`.',
    },
  },
  'header-path-syntax': {
    section: 'G5',
    severity: 'error',
    when: 'configuration',
    title: 'The path of a header mapping begins with “$.”',
    evidence: MAPPING_LOGS,
    help: {
      symptom: 'The deployment fails, or the header is not sent.',
      cause: 'What follows `integration.response.body.` is a JSONPath without its `$.`.',
      remedy: 'Leave `$.` out.',
      example: { before: 'integration.response.body.$.id', after: 'integration.response.body.id' },
    },
  },
  'header-source-case': {
    section: 'G6',
    severity: 'warning',
    when: 'request',
    title: 'The backend writes the header’s name differently',
    evidence: documented('Amazon API Gateway important notes'),
    help: {
      symptom: 'A header of the backend is mapped and the client does not get it.',
      cause: 'Names of the backend’s headers are looked up with their exact capitals.',
      remedy: 'Write the name as the backend sends it.',
      example: { before: 'integration.response.header.etag', after: 'integration.response.header.ETag' },
    },
  },
  'header-remapped': {
    section: 'G7',
    severity: 'warning',
    when: 'request',
    title: 'The header is sent under another name',
    evidence: recorded('TestApiGatewayHeaderRemapping (2024-12-11)'),
    help: {
      symptom: 'The client gets `x-amzn-Remapped-Server` and no `Server`.',
      cause:
        'Some names belong to API Gateway: `Date`, `Server`, `Content-Length`, `WWW-Authenticate` and others.',
      remedy: 'Use another name.',
    },
  },
  'header-object-value': {
    section: 'G8',
    severity: 'warning',
    when: 'request',
    title: 'An object or list became a header',
    evidence: emulatorSource('LocalStack'),
    help: {
      symptom: 'A header holds JSON.',
      cause: 'The path of the mapping leads to an object or a list, which is written as JSON.',
      remedy: 'Map a member that is a text or a number.',
      example: { before: 'integration.response.body.user', after: 'integration.response.body.user.id' },
    },
  },
  'set-cookie-many': {
    section: 'G9',
    severity: 'info',
    when: 'request',
    title: 'One of several cookies is passed on',
    evidence: MAPPING,
    help: {
      symptom: 'The backend sets several cookies and the browser gets one.',
      cause:
        'A mapping from `integration.response.header` has one value. `multivalueheader` joins them with commas, which browsers do not take for several cookies.',
      remedy: 'Use a proxy integration, or set one cookie.',
    },
  },
  'redirect-without-location': {
    section: 'G10',
    severity: 'warning',
    when: 'request',
    title: 'A redirect leads nowhere',
    evidence: documented('RFC 9110, section 15.4'),
    help: {
      symptom: 'The status is 301 or 302 and the browser stays where it is.',
      cause: 'The response has no `Location` header.',
      remedy: 'Map it from the backend’s answer, or set it by an override.',
      example: {
        before: '- statusCode: 302',
        after:
          '- statusCode: 302\n  responseParameters:\n    method.response.header.Location: integration.response.body.location',
      },
    },
  },
} as const satisfies CatalogueSection;
