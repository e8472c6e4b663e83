import { assumed, community, documented, javaLibrary } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

const SELECTION = documented('Handle Lambda errors in API Gateway');
const WHOLE = community('two write-ups of 2019 on patterns that match a part only');
const JAVA = javaLibrary('java.util.regex');

/** B: choosing a rule. */
export const RULE_CHOICE = {
  'always-default': {
    section: 'B1',
    severity: 'warning',
    when: 'request',
    title: 'The default rule turns a failure into a success',
    evidence: SELECTION,
    help: {
      symptom: 'Every answer is 200, errors included.',
      cause:
        'No pattern matches the whole message, so the default rule answers. Usual reasons, in the order to look for them: ' +
        'the value was returned and not thrown; no rule has a pattern; the pattern matches only a part; the message has ' +
        'line breaks; letters differ in case; the integration is of proxy type.',
      remedy:
        'Give the rules of errors patterns that match the whole message, and keep the default rule for successes.',
      example: {
        before: '- statusCode: 200',
        after: "- statusCode: 200\n- statusCode: 500\n  selectionPattern: '[\\s\\S]+'",
      },
    },
  },
  'pattern-must-match-whole-message': {
    section: 'B2',
    severity: 'warning',
    when: 'request',
    title: 'The pattern matches only a part of the text',
    evidence: WHOLE,
    help: {
      symptom: '`NotFound` does not match `NotFound: order 7`.',
      cause: 'A pattern has to match the whole text, from the first character to the last.',
      remedy: 'Allow for what stands before and after.',
      example: { before: 'NotFound', after: '.*NotFound.*' },
    },
  },
  'dot-stops-at-newline': {
    section: 'B3',
    severity: 'warning',
    when: 'request',
    title: 'The dot does not match a line break',
    evidence: documented('IntegrationResponse'),
    help: {
      symptom: 'The pattern works in a test and fails on real errors.',
      cause: 'A dot matches any character but a line break, and real messages have several lines.',
      remedy: 'Write `[\\s\\S]*` for `.*`, or put `(?s)` before the pattern.',
      example: { before: '.*BadRequest.*', after: '[\\s\\S]*BadRequest[\\s\\S]*' },
    },
  },
  'pattern-brackets-are-a-class': {
    section: 'B4',
    severity: 'warning',
    when: 'configuration',
    title: 'Brackets stand for one character',
    evidence: JAVA,
    help: {
      symptom: '`[NotFound].*` matches `Nope`, and not `[NotFound] order 7` alone.',
      cause:
        'Brackets list characters of which one has to be there. Widely copied advice contains this slip.',
      remedy: 'Put a backslash before each bracket that is meant as itself.',
      example: { before: '[NotFound].*', after: '\\[NotFound\\].*' },
    },
  },
  'pattern-case': {
    section: 'B5',
    severity: 'hint',
    when: 'request',
    title: 'Only the letter case differs',
    evidence: JAVA,
    help: {
      symptom: '`.*notfound.*` does not match `NotFound: order 7`.',
      cause: 'Capital and small letters differ.',
      remedy: 'Write the text as it comes, or put `(?i)` before the pattern.',
      example: { before: '.*notfound.*', after: '(?i).*notfound.*' },
    },
  },
  'pattern-anchors': {
    section: 'B6',
    severity: 'hint',
    when: 'configuration',
    title: 'The anchors belong to one choice each',
    evidence: JAVA,
    help: {
      symptom: '`^a|b$` looks as if it meant what begins with a or ends with b.',
      cause:
        'A choice binds weaker than an anchor, and a pattern has to match the whole text anyway: ^ and $ change nothing.',
      remedy: 'Group the choices, and allow for what may stand around them.',
      example: { before: '^Not|Gone$', after: '^(?:Not|Gone)$' },
    },
  },
  'pattern-matched-against-status': {
    section: 'B7',
    severity: 'warning',
    when: 'configuration',
    title: 'The pattern is compared with something else',
    evidence: documented('IntegrationResponse'),
    help: {
      symptom: 'A pattern for the body of an HTTP endpoint, or `404` for a Lambda function, never matches.',
      cause:
        'Patterns are compared with the error message of a Lambda function, and with the status of everything else.',
      remedy: 'For Lambda write a pattern for the message, for HTTP one for the status.',
      example: { before: '404', after: '.*\\[404\\].*' },
    },
  },
  'no-default-rule': {
    section: 'B8',
    severity: 'warning',
    when: 'configuration',
    title: 'There is no default rule',
    evidence: documented('Gateway response types'),
    help: {
      symptom:
        '500 with `Internal server error`; the log says `No match for output mapping and no default output mapping configured`.',
      cause: 'No pattern matched and no rule is without a pattern.',
      remedy: 'Add a rule without `selectionPattern`.',
      example: {
        before: "- statusCode: 404\n  selectionPattern: '.+'",
        after: "- statusCode: 200\n- statusCode: 404\n  selectionPattern: '.+'",
      },
    },
  },
  'two-defaults': {
    section: 'B9',
    severity: 'error',
    when: 'configuration',
    title: 'Two rules have no pattern',
    evidence: community('Terraform issues of 2016 and 2017 with log'),
    help: {
      symptom:
        'The deployment fails with a conflict that names the pattern `default`, or one of the rules disappears.',
      cause: 'Rules were listed for several statuses, but only one of them can be the default.',
      remedy: 'Give every rule but one a pattern.',
    },
  },
  'duplicate-status': {
    section: 'B10',
    severity: 'error',
    when: 'configuration',
    title: 'Two rules have one status',
    evidence: assumed('duplicate-status'),
    help: {
      symptom: 'One of two rules is gone after the deployment.',
      cause: 'A rule is stored under its status, so the second one replaces the first.',
      remedy:
        'Join the patterns with `|`, or give one rule another status and set the wanted one by an override.',
      example: {
        before:
          "- statusCode: 404\n  selectionPattern: 'NotFound.*'\n- statusCode: 404\n  selectionPattern: 'Gone.*'",
        after: "- statusCode: 404\n  selectionPattern: 'NotFound.*|Gone.*'",
      },
    },
  },
  'duplicate-pattern': {
    section: 'B11',
    severity: 'error',
    when: 'configuration',
    title: 'Two rules have the same pattern',
    evidence: community('Terraform issues of 2016 and 2017 with log'),
    help: {
      symptom: 'The deployment fails because an integration response with that pattern exists.',
      cause: 'A pattern can stand in one rule only.',
      remedy: 'Remove one of the rules or change its pattern.',
    },
  },
  'several-rules-match': {
    section: 'B12',
    severity: 'warning',
    when: 'request',
    title: 'Several rules match the same text',
    evidence: assumed('selection-order'),
    help: {
      symptom: 'An unexpected rule answers.',
      cause:
        'Which of several matching rules answers is not documented. In the one recording there is, the lower status won, ' +
        'and the playground takes that for the rule.',
      remedy: 'Make the patterns exclude each other, for instance with a look-ahead.',
      example: { before: '.+', after: '(?!.*four hundred.*).+' },
    },
  },
  'catch-all-pattern': {
    section: 'B13',
    severity: 'warning',
    when: 'configuration',
    title: 'The pattern matches more or less than meant',
    evidence: documented('Handle Lambda errors in API Gateway'),
    help: {
      symptom: 'A rule for errors answers successes, too, or misses errors of several lines.',
      cause:
        'A success has the empty message. `.*` matches it and takes the place of the default rule; `.+` does not, but it ' +
        'stops at a line break.',
      remedy: 'For every error and no success write `[\\s\\S]+`.',
      example: { before: '.*', after: '[\\s\\S]+' },
    },
  },
  'rule-never-matches': {
    section: 'B14',
    severity: 'hint',
    when: 'configuration',
    title: 'A rule is never chosen',
    evidence: documented('IntegrationResponse'),
    help: {
      symptom: 'A rule is there, and none of the answers that were tried chose it.',
      cause: 'Its pattern matches none of them, or another rule is always before it.',
      remedy: 'Add a case with the answer the rule is for, or remove the rule.',
    },
  },
  'pattern-not-java': {
    section: 'B15',
    severity: 'warning',
    when: 'configuration',
    title: 'The pattern is JavaScript, not Java',
    evidence: JAVA,
    help: {
      symptom: 'A pattern that works in the browser is refused.',
      cause:
        'The service uses the patterns of Java, which are stricter: a brace or a bracket as itself needs a backslash.',
      remedy: 'Put a backslash before characters that are meant as themselves.',
      example: { before: '{"code".*', after: '\\{"code".*' },
    },
  },
  'pattern-slow': {
    section: 'B16',
    severity: 'warning',
    when: 'request',
    title: 'The pattern tries too many ways',
    evidence: JAVA,
    help: {
      symptom: 'Requests with certain messages are slow or fail.',
      cause:
        'Repetitions inside repetitions, such as `(a+)+`, can be tried in more ways than there is time for.',
      remedy: 'Write each repetition so that it can end in one way only.',
      example: { before: '(\\w+\\s?)+:.*', after: '[\\w\\s]+:.*' },
    },
  },
  'pattern-escape-level': {
    section: 'B17',
    severity: 'warning',
    when: 'configuration',
    title: 'Backslashes are doubled',
    evidence: JAVA,
    help: {
      symptom: '`\\\\d` stands where `\\d` was meant, and the rule never matches.',
      cause:
        'In JSON and HCL a backslash is written twice. Copied to a place where it is not, it stands for itself.',
      remedy: 'Write one backslash.',
      example: { before: '4\\\\d{2}', after: '4\\d{2}' },
    },
  },
  'pattern-quotes-in-json-message': {
    section: 'B18',
    severity: 'hint',
    when: 'request',
    title: 'JSON is written with other blanks',
    evidence: JAVA,
    help: {
      symptom:
        'A pattern for JSON in the message matches the answers of one language and not those of another.',
      cause: 'Some serializers write a blank after a colon, and some do not.',
      remedy: 'Allow for blanks with `\\s*`.',
      example: { before: '.*"code":404.*', after: '.*"code":\\s*404.*' },
    },
  },
  'pattern-special-characters': {
    section: 'B19',
    severity: 'warning',
    when: 'request',
    title: 'Special characters were meant as themselves',
    evidence: JAVA,
    help: {
      symptom: '`Really? No.*` does not match `Really? No, thanks`.',
      cause: 'Characters such as `?`, `(`, `{` and `+` mean something in a pattern.',
      remedy: 'Put a backslash before them.',
      example: { before: 'Really? .*', after: 'Really\\? .*' },
    },
  },
  'pattern-blanks': {
    section: 'B20',
    severity: 'warning',
    when: 'request',
    title: 'Blanks stand around the pattern',
    evidence: JAVA,
    help: {
      symptom: 'A pattern that looks right does not match.',
      cause: 'A blank before or after it belongs to the pattern and has to be in the text.',
      remedy: 'Remove it.',
      example: { before: '" NotFound.*"', after: '"NotFound.*"' },
    },
  },
  'pattern-invalid': {
    section: 'B21',
    severity: 'error',
    when: 'configuration',
    title: 'The pattern is no Java pattern',
    evidence: assumed('pattern-error-wording'),
    help: {
      symptom: 'The rule is refused when it is stored.',
      cause: 'The pattern does not compile: a bracket or brace is open, or a repetition repeats nothing.',
      remedy:
        'Put a backslash before characters that are meant as themselves, and a dot before a star that means anything.',
      example: { before: '*NotFound*', after: '.*NotFound.*' },
    },
  },
} as const satisfies CatalogueSection;
