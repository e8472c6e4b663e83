import { documented, javaLibrary, recorded } from '../../pipeline/evidence';
import type { CatalogueSection } from './entry';

const REFERENCE = documented('Mapping template variable reference');
const VELOCITY = javaLibrary('Apache Velocity 1.7');
const EXCHANGE = recorded('203 renders of mapping templates');

/** D, first half: values on their way into the body. */
export const TEMPLATE_OUTPUT = {
  'json-inside-quotes': {
    section: 'D1',
    severity: 'error',
    when: 'request',
    title: '$input.json stands inside quotes',
    evidence: REFERENCE,
    help: {
      symptom: 'The body has doubled quotes such as `""Ann""` and is no JSON.',
      cause: '`$input.json` prints JSON text, and a text in JSON brings its own quotes.',
      remedy: 'Take the quotes around it away.',
      example: { before: '{"name": "$input.json(\'$.name\')"}', after: '{"name": $input.json(\'$.name\')}' },
    },
  },
  'path-without-escape': {
    section: 'D2',
    severity: 'warning',
    when: 'request',
    title: 'Text is put between quotes without escaping',
    evidence: REFERENCE,
    help: {
      symptom: 'It works until a value has a quote, a backslash or a line break; then the body is no JSON.',
      cause: 'A reference prints its text as it is.',
      remedy:
        'Use `$input.json` without quotes around it, or escape the text with `$util.escapeJavaScript(…)` and undo its ' +
        "`\\'`.",
      example: {
        before: '{"message": "$input.path(\'$.errorMessage\')"}',
        after: '{"message": $input.json(\'$.errorMessage\')}',
      },
    },
  },
  'escape-single-quote': {
    section: 'D3',
    severity: 'warning',
    when: 'request',
    title: "escapeJavaScript leaves \\' behind, which is no JSON",
    evidence: REFERENCE,
    help: {
      symptom: 'An apostrophe in a value breaks the JSON.',
      cause:
        "`$util.escapeJavaScript` writes `\\'` for an apostrophe. JavaScript knows that escape, JSON does not.",
      remedy: 'Turn it back: append `.replaceAll("\\\\\'","\'")`.',
      example: {
        before: '"$util.escapeJavaScript($text)"',
        after: '"$util.escapeJavaScript($text).replaceAll("\\\\\'","\'")"',
      },
    },
  },
  'map-printed-java-style': {
    section: 'D4',
    severity: 'warning',
    when: 'request',
    title: 'An object is printed in Java’s form',
    evidence: EXCHANGE,
    help: {
      symptom: 'The body has `{code=1, tags=[…]}` where JSON was wanted.',
      cause: 'Printing an object gives Java’s form. A list prints as JSON, even inside an object.',
      remedy: "Print it with `$input.json('$.path')`.",
      example: { before: "$input.path('$.user')", after: "$input.json('$.user')" },
    },
  },
  'missing-path-renders-empty': {
    section: 'D5',
    severity: 'warning',
    when: 'request',
    title: 'A value is missing where JSON needs one',
    evidence: EXCHANGE,
    help: {
      symptom: 'The body has a hole, as in `{"id": }`.',
      cause: 'A reference that finds nothing prints nothing.',
      remedy: 'Print something else in that case.',
      example: {
        before: '{"id": $id}',
        after: '{"id": #if($id == "")null#{else}$id#end}',
      },
    },
  },
  'unresolved-reference': {
    section: 'D6',
    severity: 'warning',
    when: 'request',
    title: 'A reference names nothing',
    evidence: EXCHANGE,
    help: {
      symptom: 'A value is missing from the response, without any error.',
      cause:
        'A variable that was never set, a misspelt member or an unknown method prints nothing in API Gateway. Velocity by ' +
        'itself, and most emulators, print the source text of the reference instead.',
      remedy: 'Correct the name; capitals matter.',
    },
  },
  'output-not-json': {
    section: 'D7',
    severity: 'error',
    when: 'request',
    title: 'The body is sent as JSON and is not JSON',
    evidence: documented('Data transformations for REST APIs in API Gateway'),
    help: {
      symptom: 'Clients fail to read the response though the status is fine.',
      cause: 'API Gateway does not check what a template prints.',
      remedy: 'Look at the first character that does not fit, and at the line of the template that wrote it.',
    },
  },
  'trailing-comma-in-loop': {
    section: 'D8',
    severity: 'warning',
    when: 'request',
    title: 'The loop writes a comma after its last item',
    evidence: VELOCITY,
    help: {
      symptom: 'The list ends with `,]`, which is no JSON.',
      cause: 'The comma is printed in every round, the last one included.',
      remedy: 'Print it only when another round follows.',
      example: {
        before: '#foreach($i in $list)$i,#end',
        after: '#foreach($i in $list)$i#if($foreach.hasNext),#end#end',
      },
    },
  },
  'loop-variable-missing': {
    section: 'D9',
    severity: 'warning',
    when: 'request',
    title: 'This name tells nothing about the loop',
    evidence: VELOCITY,
    help: {
      symptom: 'Counting or the comma between items does not work.',
      cause:
        '`$foreach` and `$velocityCount` exist inside a loop only, and `$foreach` has the members index, count, hasNext, ' +
        'first, last, parent and topmost.',
      remedy:
        'Write `$foreach.index` (from 0), `$foreach.count` (from 1) or `$foreach.hasNext`, inside the loop.',
    },
  },
  'path-on-text-message': {
    section: 'D10',
    severity: 'error',
    when: 'request',
    title: 'errorMessage is text and has no members',
    evidence: REFERENCE,
    help: {
      symptom: "`$input.path('$.errorMessage.code')` prints nothing.",
      cause: 'The error message is one text, even when that text is JSON.',
      remedy: 'Parse it before reading from it.',
      example: {
        before: "$input.path('$.errorMessage.code')",
        after: "#set($error = $util.parseJson($input.path('$.errorMessage')))$error.code",
      },
    },
  },
  'input-body-is-the-lambda-value': {
    section: 'D11',
    severity: 'info',
    when: 'request',
    title: '$input reads the backend’s answer, not the request',
    evidence: REFERENCE,
    help: {
      symptom: 'A value that the client sent in its body is missing.',
      cause:
        'In a response template `$input` is the answer of the backend. Only `$input.params()` still reads the request: path, ' +
        'query string and headers, not the body.',
      remedy: 'Let the backend hand back what the template needs.',
    },
  },
  'stage-variables-missing': {
    section: 'D12',
    severity: 'warning',
    when: 'request',
    title: 'The stage variable is not defined',
    evidence: recorded('203 renders of mapping templates'),
    help: {
      symptom: 'Nothing stands where a stage variable should be.',
      cause: 'The stage has no variable of that name, and an unknown one prints nothing.',
      remedy: 'Define it for the stage; here, in the request’s stage variables.',
    },
  },
  'context-name-unknown': {
    section: 'D13',
    severity: 'warning',
    when: 'request',
    title: '$context has no such member',
    evidence: documented('Variables for data transformations for API Gateway'),
    help: {
      symptom: 'Nothing stands where a value of the request’s context should be.',
      cause:
        'An unknown member of `$context` prints nothing. `$context.error` exists in gateway responses only.',
      remedy: 'Use a documented name; capitals matter.',
      example: { before: '$context.identity.sourceIP', after: '$context.identity.sourceIp' },
    },
  },
  'util-method-unknown': {
    section: 'D14',
    severity: 'warning',
    when: 'request',
    title: '$util has no such method in API Gateway',
    evidence: documented('Mapping template variable reference'),
    help: {
      symptom: 'A call prints nothing.',
      cause:
        '`$util` of API Gateway has six methods. `$util.toJson`, `$util.qr`, `$util.error` and `$ctx` belong to AppSync.',
      remedy:
        "Print JSON with `$input.json('$.path')`, and set the status with `$context.responseOverride.status`.",
    },
  },
} as const satisfies CatalogueSection;
