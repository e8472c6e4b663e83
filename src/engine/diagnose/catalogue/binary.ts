import { assumed, community, documented, javaLibrary, recorded } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

/** H: binary content and encodings. */
export const BINARY = {
  'binary-under-template': {
    section: 'H1',
    severity: 'error',
    when: 'request',
    title: 'A template cannot run on bytes',
    evidence: community('logs with Unable to transform response'),
    help: {
      symptom: '500; the log says `Unable to transform response`.',
      cause: 'The body is binary, and the rule has a template.',
      remedy:
        'Convert the body to text first with `contentHandling: CONVERT_TO_TEXT`, or remove the template.',
    },
  },
  'base64-not-decoded': {
    section: 'H2',
    severity: 'warning',
    when: 'request',
    title: 'The client gets base64 instead of bytes',
    evidence: documented('Content type conversions in API Gateway'),
    help: {
      symptom: 'An image or archive arrives as a long text.',
      cause:
        'Base64 is decoded only where the conversion is asked for: by `contentHandling`, or by an Accept header whose first ' +
        'type is in `binaryMediaTypes`.',
      remedy: 'Set `contentHandling: CONVERT_TO_BINARY`, or list the media type in `binaryMediaTypes`.',
    },
  },
  'quoted-base64': {
    section: 'H3',
    severity: 'warning',
    when: 'request',
    title: 'The quotes of JSON got into the base64',
    evidence: recorded('test_apigw_s3_binary_support_response_* (2025-03-17)'),
    help: {
      symptom: '500, although the function returns proper base64.',
      cause:
        'A function’s result is a JSON document. The quotes around the text are part of the body that is decoded.',
      remedy:
        "Print the text with a template, `$input.path('$')`, or use `AWS_PROXY` with `isBase64Encoded`.",
    },
  },
  'non-ascii-escapes': {
    section: 'H4',
    severity: 'info',
    when: 'request',
    title: 'Letters are written as escapes',
    evidence: javaLibrary('Apache Commons Lang, StringEscapeUtils'),
    help: {
      symptom: 'The body has `\\u00E9` where the backend sent `é`.',
      cause: '`$util.escapeJavaScript` escapes everything beyond ASCII. As JSON both are the same.',
      remedy: 'Where the body is not JSON, print the text without escaping, or use `$input.json`.',
    },
  },
  'body-on-204-or-304': {
    section: 'H5',
    severity: 'warning',
    when: 'request',
    title: 'This response cannot have a body',
    evidence: assumed('no-body-status'),
    help: {
      symptom: 'The template prints a body and the client gets none.',
      cause: 'Responses with status 204 or 304, and answers to HEAD requests, have no body.',
      remedy: 'Use another status, or print nothing.',
    },
  },
  'body-not-base64': {
    section: 'H6',
    severity: 'error',
    when: 'request',
    title: 'The body to be decoded is not base64',
    evidence: documented('Content type conversions in API Gateway'),
    help: {
      symptom: '500; the log says `Unable to base64 decode the body`.',
      cause: 'The conversion to binary decodes the body from base64, and it holds other characters.',
      remedy: 'Send base64, or set `contentHandling: CONVERT_TO_TEXT`.',
    },
  },
} as const satisfies CatalogueSection;
