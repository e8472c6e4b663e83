/** One question about the service that no documentation and no recording settles. */
export interface Assumption {
  question: string;
  /** What is known about it. */
  known: string;
  /** What this engine does. */
  assumed: string;
  /** How the known part is known. */
  evidence: 'documented' | 'recorded' | 'emulator-source' | 'community' | 'java-library' | 'nothing';
}

/**
 * Everything the pipeline assumes. Steps and problems refer to an entry by its key, and "How right is this?"
 * lists them all.
 */
export const ASSUMPTIONS = {
  'selection-order': {
    question: 'Several patterns match: which rule answers?',
    known: 'One recording, in which the rule with the lower status won; it fits several orders.',
    assumed: 'Rules are tried in ascending order of their status.',
    evidence: 'recorded',
  },
  'success-with-error-message': {
    question: 'Does a returned (not thrown) Lambda result with an errorMessage member match patterns?',
    known:
      'An emulator looks at the payload only; the documentation speaks of both payload and error header.',
    assumed: 'Only the payload counts, so it matches.',
    evidence: 'emulator-source',
  },
  'error-message-not-text': {
    question: 'What are patterns compared with when errorMessage is not a string?',
    known: 'Nothing.',
    assumed: 'With its JSON text; null counts as the empty string.',
    evidence: 'nothing',
  },
  'pattern-error-wording': {
    question: 'How does the service word the refusal of a pattern that does not compile?',
    known: 'Patterns are compiled when they are stored; the wording was not found.',
    assumed: 'The refusal happens when the rule is stored and carries the message of the Java library.',
    evidence: 'nothing',
  },
  'no-match-log-for-lambda': {
    question: 'Which status does the log name when no rule matches a Lambda error?',
    known: 'One log of a successful call, with 200.',
    assumed: '200, the status of the Invoke call.',
    evidence: 'community',
  },
  'override-twice': {
    question: 'What happens when a template sets one override twice?',
    known: 'The documentation announces a 5XX; emulators keep the last value.',
    assumed: 'The last value counts.',
    evidence: 'documented',
  },
  'override-status-text': {
    question: 'Does a status override given as text, such as "400", count?',
    known: 'An emulator ignores it.',
    assumed: 'It is ignored, and the status of the rule stays.',
    evidence: 'emulator-source',
  },
  'override-header-list': {
    question: 'What does a list as header override become?',
    known: 'An emulator keeps it as a header with several values.',
    assumed: 'One header line for each element.',
    evidence: 'emulator-source',
  },
  'override-header-not-text': {
    question: 'What does a number, a boolean or a map as header override become?',
    known: 'Nothing.',
    assumed: 'The text the template would print for it.',
    evidence: 'nothing',
  },
  'accept-list': {
    question: 'Accept names several types: which one chooses the template?',
    known: 'For binary conversion the documentation says the first one.',
    assumed: 'The first one here too.',
    evidence: 'documented',
  },
  'accept-unmatched': {
    question: 'No template has the accepted type: which one runs?',
    known: 'The documentation says the first existing one; an emulator saw application/json preferred.',
    assumed: 'The one for application/json if there is one, else the first as written.',
    evidence: 'documented',
  },
  'no-trimming': {
    question: 'Are blanks around a template trimmed?',
    known: 'An emulator trims the template before it renders it.',
    assumed: 'Nothing is trimmed.',
    evidence: 'emulator-source',
  },
  'template-key-and-content-type': {
    question: 'Does the key of the chosen template set the Content-Type?',
    known: 'The documentation says that JSON is the default; its samples map the header as well.',
    assumed: 'No: application/json unless a mapping or an override sets another.',
    evidence: 'documented',
  },
  'escape-javascript': {
    question: 'What does $util.escapeJavaScript do with a slash and with characters beyond ASCII?',
    known: 'The documentation speaks of the single quote only.',
    assumed: 'As Apache Commons Lang 2: the slash is escaped, characters beyond ASCII become \\uXXXX.',
    evidence: 'documented',
  },
  'json-of-missing-path': {
    question: 'What does $input.json print for a path that finds nothing?',
    known: 'An emulator prints two quotes.',
    assumed: 'Two quotes.',
    evidence: 'emulator-source',
  },
  'json-of-null': {
    question: 'What does $input.json print for a JSON null?',
    known: 'An emulator prints two quotes; $input.path treats null as missing.',
    assumed: 'Two quotes, as for a missing path.',
    evidence: 'emulator-source',
  },
  'number-text': {
    question: 'How are large and decimal numbers of the payload printed?',
    known: 'The service reads JSON with a Java library.',
    assumed: 'As Java prints them: whole numbers exactly, others by Double.toString.',
    evidence: 'java-library',
  },
  'proxy-header-number': {
    question: 'Is a number or null as a header value of a Lambda proxy result accepted?',
    known: 'A boolean is; an emulator refuses numbers and null.',
    assumed: 'Both make the result malformed: 502.',
    evidence: 'emulator-source',
  },
  'proxy-status-range': {
    question: 'Which numbers are accepted as statusCode of a Lambda proxy result?',
    known: 'Whole numbers and whole numbers as text.',
    assumed: 'Also a decimal without a fraction such as 200.0; anything else or outside 100 to 599 is 502.',
    evidence: 'recorded',
  },
  'proxy-body-scalar': {
    question: 'Is a number or a boolean as body of a Lambda proxy result accepted?',
    known: 'An object is refused.',
    assumed: 'Refused too: 502.',
    evidence: 'community',
  },
  'proxy-flag-type': {
    question: 'What may isBase64Encoded of a Lambda proxy result be, besides true and false?',
    known: 'Nothing.',
    assumed: 'null counts as false; anything else is 502.',
    evidence: 'nothing',
  },
  'proxy-endpoint-status': {
    question: 'An HTTP_PROXY endpoint answers with a status outside 100 to 599: what does the client get?',
    known: 'Nothing.',
    assumed: '502 from API Gateway.',
    evidence: 'nothing',
  },
  'proxy-502-type': {
    question: 'Which gateway response does a malformed Lambda proxy result use?',
    known: 'Users customise DEFAULT_5XX for it; an emulator does the same.',
    assumed: 'DEFAULT_5XX.',
    evidence: 'community',
  },
  'failure-type': {
    question: 'Which gateway response answers an undeclared status or a failing template?',
    known: 'For a missing rule and for undecodable base64 the documentation says API_CONFIGURATION_ERROR.',
    assumed: 'API_CONFIGURATION_ERROR for these as well.',
    evidence: 'documented',
  },
  'gateway-template-choice': {
    question: 'How is the template of a gateway response chosen, and which Content-Type does it get?',
    known: 'Nothing.',
    assumed: 'By Accept, as other templates; Content-Type is the key of the chosen one.',
    evidence: 'nothing',
  },
  'gateway-unset-variable': {
    question: 'What does an unset variable in the template of a gateway response become?',
    known: 'Nothing.',
    assumed: 'Nothing is printed.',
    evidence: 'nothing',
  },
  'header-line-break': {
    question: 'What happens to a mapped header value with line breaks or control characters?',
    known: 'HTTP does not allow them.',
    assumed: 'They are taken out.',
    evidence: 'nothing',
  },
  'header-not-latin-1': {
    question: 'What happens to characters above U+00FF in a header value?',
    known: 'HTTP header lines carry bytes; Java servers write such characters as a question mark.',
    assumed: 'Each becomes a question mark.',
    evidence: 'java-library',
  },
  'header-name-illegal': {
    question: 'What happens to an override of a header whose name HTTP does not allow?',
    known: 'HTTP does not allow it.',
    assumed: 'The header is not sent.',
    evidence: 'nothing',
  },
  'proxy-remapping': {
    question: 'Which headers of a Lambda proxy result are renamed?',
    known: 'Four are in an emulator; users report WWW-Authenticate.',
    assumed: 'Connection, Content-Length, Date, Server and WWW-Authenticate.',
    evidence: 'community',
  },
  'request-id-remapping': {
    question: 'What becomes of a header x-amzn-RequestId set by a mapping, an override or a Lambda proxy?',
    known: 'From an HTTP_PROXY backend it arrives renamed.',
    assumed: 'It is renamed everywhere.',
    evidence: 'recorded',
  },
  'mock-remapping': {
    question: 'Are headers of a MOCK integration renamed like those of AWS and HTTP?',
    known: 'The list was recorded for AWS and HTTP, which are alike.',
    assumed: 'Yes, the same list.',
    evidence: 'recorded',
  },
  'duplicate-status': {
    question: 'Two rules of a template or OpenAPI file have one status: which one is kept?',
    known: 'The API stores rules by status; storing one again overwrites it.',
    assumed: 'The later one.',
    evidence: 'recorded',
  },
  'catch-all-success': {
    question: 'Does .* match a successful Lambda result?',
    known: 'The documentation says that it takes the place of the default rule.',
    assumed: 'Yes, it matches the empty message.',
    evidence: 'documented',
  },
  'foreach-limit': {
    question: 'Does #foreach stop or fail after 1000 rounds?',
    known: 'The documentation gives the number.',
    assumed: 'Further rounds are silently left out.',
    evidence: 'documented',
  },
  'access-denied-member': {
    question: 'Is the member Message (capital M) of ACCESS_DENIED kept when the answer is customised?',
    known: 'An emulator treats the default only.',
    assumed: 'Only the answer without a customised template has it.',
    evidence: 'emulator-source',
  },
  'response-json-error': {
    question: 'A template reads a backend body that is broken JSON: error or passthrough?',
    known: 'On the request side it is an error (400).',
    assumed: '500 with "Unable to transform response".',
    evidence: 'recorded',
  },
  'request-json-error-type': {
    question: 'Which gateway response answers a request template that reads broken JSON?',
    known: 'Status 400 and how its message begins.',
    assumed: 'BAD_REQUEST_BODY.',
    evidence: 'recorded',
  },
  'header-case-duplicates': {
    question: 'Two header names differ only in case: which value is sent?',
    known: 'Nothing.',
    assumed: 'The last one.',
    evidence: 'nothing',
  },
  'no-body-status': {
    question: 'What does a client see of the body of a 1xx, 204 or 304 answer, or of an answer to HEAD?',
    known: 'HTTP allows none.',
    assumed: 'Nothing: the body is dropped on the way.',
    evidence: 'nothing',
  },
  'base64-dialect': {
    question: 'Which base64 text does the service decode?',
    known: 'Ordinary text and text with invalid characters are refused.',
    assumed: 'What the basic decoder of java.util.Base64 accepts: no line breaks, no URL-safe alphabet.',
    evidence: 'recorded',
  },
  'error-message-parse-scope': {
    question: 'Where may a header mapping step into JSON that is written inside a string?',
    known: 'The documentation shows it for errorMessage of a Lambda error.',
    assumed: 'In every string of a Lambda payload that holds a JSON object.',
    evidence: 'documented',
  },
  'content-type-parameters': {
    question: 'Do parameters and capitals of a Content-Type matter for binaryMediaTypes?',
    known: 'Nothing.',
    assumed: 'No.',
    evidence: 'nothing',
  },
  'declared-headers-case': {
    question: 'Must a mapped header be declared with the same capitals?',
    known: 'Nothing.',
    assumed: 'No, header names are compared without regard to case.',
    evidence: 'nothing',
  },
  'nothing-declared': {
    question: 'The configuration says nothing about method responses: are the statuses declared?',
    known: 'They have to be, or the request fails with 500.',
    assumed: 'They are: whoever leaves them out has shown only a part of the configuration.',
    evidence: 'documented',
  },
  'response-size': {
    question: 'What does the client get when a response is larger than 10 MB?',
    known: 'The documentation gives the limit.',
    assumed: '500 from API Gateway.',
    evidence: 'documented',
  },
  'header-size': {
    question: 'What does the client get when the headers are larger than 10,240 bytes?',
    known: 'The documentation gives the limit.',
    assumed: '500 from API Gateway.',
    evidence: 'documented',
  },
  'custom-lambda-method': {
    question: 'A custom Lambda integration uses another method than POST: what does the client get?',
    known: 'For AWS_PROXY 500 was recorded.',
    assumed: 'The same.',
    evidence: 'recorded',
  },
  'mock-status-syntax': {
    question: 'How lenient is MOCK when it reads statusCode?',
    known: '{statusCode: 200} works; an emulator also takes single quotes and trailing commas.',
    assumed: 'Anything the lenient JSON reader takes, and stray text after the first member.',
    evidence: 'emulator-source',
  },
  'mock-passthrough': {
    question: 'A MOCK integration has no request template: what are the patterns compared with?',
    known: 'The documentation says that the default rule answers.',
    assumed: 'With the statusCode of the passed body when it has one, else with nothing.',
    evidence: 'documented',
  },
} as const satisfies Record<string, Assumption>;

export type AssumptionId = keyof typeof ASSUMPTIONS;
