import { community, documented, javaLibrary, recorded } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

const VELOCITY = javaLibrary('Apache Velocity 1.7');
const JSONPATH = javaLibrary('Jayway JsonPath 2.0.0');
const QUOTAS = documented('Amazon API Gateway quotas and important notes');

/** D, second half: the template language and JSONPath. */
export const TEMPLATE_LANGUAGE = {
  'java-method-unsupported-here': {
    section: 'D15',
    severity: 'info',
    when: 'request',
    title: 'This Java method is missing in the playground',
    evidence: VELOCITY,
    help: {
      symptom: 'A call prints nothing here, though Java has the method.',
      cause: 'Methods on texts, lists and maps are Java’s, and the playground does not have all of them.',
      remedy: 'Nothing is wrong with the template; test this part in the service.',
    },
  },
  'if-empty-and-null': {
    section: 'D16',
    severity: 'warning',
    when: 'request',
    title: '#if takes an empty value for true',
    evidence: recorded('203 renders of mapping templates'),
    help: {
      symptom: 'The branch runs though there is nothing.',
      cause:
        'In API Gateway only the boolean false is false. A missing value counts as the empty text, and the empty text, 0 ' +
        'and empty lists are true.',
      remedy: 'Compare with the empty text, and ask a list for its size.',
      example: { before: '#if($name)', after: '#if($name && $name != "")' },
    },
  },
  'equality-types': {
    section: 'D17',
    severity: 'warning',
    when: 'request',
    title: 'A text is compared with < or >',
    evidence: VELOCITY,
    help: {
      symptom: 'The condition is never true.',
      cause:
        'Only numbers have an order in Velocity. With a text on one side the comparison is false, also for `"5" > 3`.',
      remedy:
        'Write numbers without quotes; turn a text into a number with `$number.parseInt($text)`, after `#set($number = 0)`.',
      example: { before: '#if($count > "5")', after: '#if($count > 5)' },
    },
  },
  'set-null-keeps-old': {
    section: 'D18',
    severity: 'warning',
    when: 'request',
    title: 'A calculation without result leaves the variable as it was',
    evidence: VELOCITY,
    help: {
      symptom: 'A variable keeps its former value.',
      cause:
        'A calculation with something that is no number, or a division by zero, has no result, and `#set` then assigns ' +
        'nothing.',
      remedy: 'Make sure that both sides are numbers.',
    },
  },
  'number-precision': {
    section: 'D19',
    severity: 'warning',
    when: 'request',
    title: 'A number changes its form on the way',
    evidence: javaLibrary('json-smart 2.2'),
    help: {
      symptom: '`10.00` arrives as `10.0`, a long decimal with fewer digits.',
      cause: 'Numbers with a fraction or an exponent are read and printed as Java doubles.',
      remedy: 'Send the number as text, or pass the body on as it is with `$input.body`.',
      example: { before: '{"price": 10.00}', after: '{"price": "10.00"}' },
    },
  },
  'whitespace-in-output': {
    section: 'D20',
    severity: 'hint',
    when: 'request',
    title: 'The indentation of directives is printed',
    evidence: VELOCITY,
    help: {
      symptom: 'Lines of a text or CSV begin with blanks that no one wrote.',
      cause: 'A directive takes its line break with it, but not the blanks before it.',
      remedy: 'Begin directives at the start of the line. In JSON and HTML it makes no difference.',
    },
  },
  'comment-hash-eats-text': {
    section: 'D21',
    severity: 'warning',
    when: 'request',
    title: '## begins a comment and eats the rest of the line',
    evidence: VELOCITY,
    help: {
      symptom: 'A text ends in its middle, and its closing quote is gone.',
      cause: '`##` begins a comment wherever it stands outside directives, also in an address or a colour.',
      remedy: 'Write `#[[##]]#`, which prints two hash signs.',
      example: { before: '"color": "##fff"', after: '"color": "#[[##]]#fff"' },
    },
  },
  'dollar-literal': {
    section: 'D22',
    severity: 'warning',
    when: 'request',
    title: 'A dollar sign and a word are taken for a variable',
    evidence: VELOCITY,
    help: {
      symptom: 'A word after a dollar sign is missing from the response.',
      cause: '`$5` is plain text, but `$total` is a variable, and one that was never set prints nothing.',
      remedy: 'Write `#[[$total]]#`, which prints the text as it is.',
      example: { before: 'all for $total', after: 'all for #[[$total]]#' },
    },
  },
  'quotes-in-directive-argument': {
    section: 'D23',
    severity: 'error',
    when: 'request',
    title: 'Single quotes keep the variable from being filled in',
    evidence: VELOCITY,
    help: {
      symptom: 'A path or text has the name of a variable in it instead of its value.',
      cause: 'Only double quotes fill variables in. In single quotes `$key` is four characters.',
      remedy: 'Use double quotes.',
      example: { before: "$input.path('$.items.$key')", after: '$input.path("$.items.$key")' },
    },
  },
  'jsonpath-key-needs-brackets': {
    section: 'D24',
    severity: 'warning',
    when: 'request',
    title: 'A key with dots needs brackets in the path',
    evidence: JSONPATH,
    help: {
      symptom: 'The path finds nothing though the key is there.',
      cause: 'A dot in a path steps into the next object, so a key that has a dot itself is cut in two.',
      remedy: "Write the key in brackets and quotes: `$['my.key']`.",
      example: { before: "$input.path('$.app.version')", after: '$input.path("$[\'app.version\']")' },
    },
  },
  'jsonpath-filter-returns-list': {
    section: 'D25',
    severity: 'info',
    when: 'request',
    title: 'The path gives a list, also for one hit',
    evidence: JSONPATH,
    help: {
      symptom: 'The value is printed in brackets.',
      cause: 'Filters, wildcards and deep scans give a list, however many values they find.',
      remedy: 'Take the first one: `[0]` behind the call.',
      example: { before: "$input.path('$..id')", after: "$input.path('$..id')[0]" },
    },
  },
  'template-error-gives-500': {
    section: 'D26',
    severity: 'error',
    when: 'request',
    title: 'The template stops with an error',
    evidence: community('log with "Unable to transform response"'),
    help: {
      symptom: 'The client gets a 500, and the log says "Unable to transform response".',
      cause: 'The template does not parse, a method failed, or the body it reads is broken JSON.',
      remedy: 'The message names the line and what to change.',
    },
  },
  'loop-limit': {
    section: 'D27',
    severity: 'warning',
    when: 'request',
    title: 'The loop ends after 1000 rounds',
    evidence: QUOTAS,
    help: {
      symptom: 'A long list is cut off.',
      cause:
        'The documentation (read in November 2026) limits `#foreach` to 1000 rounds. It does not say whether the rest is left ' +
        'out or fails.',
      remedy: 'Print the whole list with `$input.json`, or let the backend answer in pages.',
    },
  },
  'template-too-large': {
    section: 'D27',
    severity: 'error',
    when: 'configuration',
    title: 'The template is larger than the service stores',
    evidence: QUOTAS,
    help: {
      symptom: 'Storing the rule fails.',
      cause: 'The documentation (read in November 2026) limits a mapping template to 300 KB.',
      remedy: 'Move fixed content into the backend.',
    },
  },
} as const satisfies CatalogueSection;
