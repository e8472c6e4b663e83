import { matchPattern } from '../java-regex/match-pattern';
import type { Fix, FixEdit, Problem } from '../outcome';
import { ruleName, rulePlace } from '../pipeline/rule-place';
import type { Rule } from '../pipeline/setup';
import { count, shorten } from '../pipeline/stage';
import { JavaList, JavaMap } from '../values/types';
import { type DiagnosisContext, type Diagnostician, tellProblem } from './context';
import { patternFix, setTemplate } from './edits';

/** A: what the backend answered, and what people take it for. Lambda only: other backends answer with a status. */
export const backendAnswer: Diagnostician = {
  find(context) {
    if (!context.isLambda) return [];
    const always = timeoutPatterns(context);
    const { chosen } = context;
    if (context.setup.backend.kind !== 'lambda' || !chosen) return always;
    const checks = context.threw ? CHECKS_OF_ERRORS : CHECKS_OF_RESULTS;
    return [...always, ...checks.flatMap((check) => check(context, chosen) ?? [])];
  },
};

type Check = (context: DiagnosisContext, chosen: Rule) => Problem | undefined;

const CHECKS_OF_RESULTS: readonly Check[] = [
  errorReturned,
  statusCodeIgnored,
  textIsJson,
  bodyIsJsonText,
  stringQuoted,
  nullResult,
];

const CHECKS_OF_ERRORS: readonly Check[] = [notAnErrorObject, jsonInMessage, crashText, stackLeaks];

function passesThrough({ outcome }: DiagnosisContext): boolean {
  return outcome.template?.verdict === 'passthrough';
}

function isJsonContainer(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// ### Results

/** Members with which functions say that something went wrong. */
const ERROR_MEMBERS = ['error', 'errors', 'errorType', 'errorCode', 'error_message', 'error_code'];

function errorReturned(context: DiagnosisContext, chosen: Rule): Problem | undefined {
  const { rules, outcome, payload } = context;
  const { statusCode } = outcome.response;
  if (chosen.selectionPattern !== '' || statusCode < 200 || statusCode > 299) return undefined;
  if (rules.every(({ selectionPattern }) => selectionPattern === '')) return undefined;
  if (!payload.object || payload.object.entries.has('errorMessage') || hasStatusCode(context))
    return undefined;
  const name = ERROR_MEMBERS.find((member) => saysError(context, member));
  if (name === undefined) return undefined;
  return tellProblem('lambda-error-returned-not-thrown', {
    message:
      `This value was returned, not thrown: it has a member ${name}, but no errorMessage, so no pattern is tried and ` +
      `${ruleName(chosen)} answers ${statusCode}. Throw the error, or set the status in the template.`,
    place: context.placeOfMember(name),
  });
}

function saysError(context: DiagnosisContext, name: string): boolean {
  const value = context.member(name);
  if (typeof value === 'string') return value !== '';
  if (value instanceof JavaList) return value.items.length > 0;
  return value instanceof JavaMap || (typeof value === 'number' && name !== 'error' && value !== 0);
}

function hasStatusCode(context: DiagnosisContext): boolean {
  return statusCodeOf(context) !== undefined;
}

/** The `statusCode` a function returned as proxy integrations want it. */
function statusCodeOf(context: DiagnosisContext): { status: number; asText: boolean } | undefined {
  const value = context.member('statusCode');
  if (typeof value === 'number') return { status: value, asText: false };
  if (typeof value === 'string' && /^[1-5]\d\d$/.test(value)) return { status: Number(value), asText: true };
  return undefined;
}

function statusCodeIgnored(context: DiagnosisContext, chosen: Rule): Problem | undefined {
  const found = statusCodeOf(context);
  if (!found) return undefined;
  const { outcome, payload, ran } = context;
  const envelope = payload.object?.entries.has('body') || payload.object?.entries.has('headers');
  const sent = outcome.response.statusCode;
  const differs = sent !== found.status && outcome.overrides.every(({ target }) => target !== 'status');
  if (!envelope || ran?.text.includes('statusCode')) return undefined;
  if (!differs && !passesThrough(context)) return undefined;
  const whole = passesThrough(context) ? ', and the client gets the whole object as its body' : '';
  return tellProblem('lambda-status-code-ignored', {
    message:
      `statusCode: ${found.status} inside the value does not set the HTTP status with this type of integration; ` +
      `${ruleName(chosen)} answers ${sent}${whole}. Use AWS_PROXY, or set the status by an override and the body by a template.`,
    place: context.placeOfMember('statusCode'),
    fixes: statusCodeFixes(context, chosen, found.asText),
  });
}

function statusCodeFixes(context: DiagnosisContext, chosen: Rule, asText: boolean): Fix[] {
  const read = "$input.path('$.statusCode')";
  const override = `#set($context.responseOverride.status = ${asText ? `$util.parseJson(${read})` : read})\n`;
  if (context.ran) {
    const place = { ...context.ran.place, span: { from: 0, to: 0 } };
    const edits: FixEdit[] = [{ kind: 'replace', place, text: override }];
    return [{ title: 'Set the status from statusCode in the template', safe: false, edits }];
  }
  if (chosen.responseTemplates.size > 0) return [];
  const isText = typeof context.member('body') === 'string';
  const body = isText ? "$input.path('$.body')" : "$input.json('$.body')";
  return [
    {
      title: 'Add a template for status and body',
      safe: false,
      edits: [setTemplate(chosen, override + body)],
    },
  ];
}

function textIsJson(context: DiagnosisContext, chosen: Rule): Problem | undefined {
  const text = returnedText(context);
  if (text === undefined || !isJsonContainer(text) || !passesThrough(context)) return undefined;
  return tellProblem('lambda-body-is-json-text', {
    message:
      `The function returned JSON as a text (${shorten(text, 40)}), which is written as JSON once more: the client gets ` +
      'it in quotes and with backslashes. Return the object itself, or print the text with $input.path.',
    place: { in: 'answer' },
    fixes: templateFix(chosen, "$input.path('$')", 'Add a template that prints the text'),
  });
}

function bodyIsJsonText(context: DiagnosisContext, chosen: Rule): Problem | undefined {
  const body = context.member('body');
  if (typeof body !== 'string' || !isJsonContainer(body) || !passesThrough(context)) return undefined;
  if (hasStatusCode(context)) return undefined;
  return tellProblem('lambda-body-is-json-text', {
    message:
      `The member body is JSON as a text (${shorten(body, 40)}) inside JSON, so the client sees its quotes with ` +
      'backslashes. Return the object itself, or print the text with $input.path.',
    place: context.placeOfMember('body'),
    fixes: templateFix(chosen, "$input.path('$.body')", 'Add a template that prints body'),
  });
}

function stringQuoted(context: DiagnosisContext, chosen: Rule): Problem | undefined {
  const text = returnedText(context);
  if (text === undefined || isJsonContainer(text) || !passesThrough(context)) return undefined;
  return tellProblem('lambda-string-quoted', {
    message: `The function returned a text, and without a template the client gets its JSON: "${shorten(text, 40)}", quotes included.`,
    place: { in: 'answer' },
    fixes: templateFix(chosen, "$input.path('$')", 'Add a template that prints the text'),
  });
}

/** The text a function returned, if that is what it returned. */
function returnedText({ payload, outcome }: DiagnosisContext): string | undefined {
  if (!payload.text.trimStart().startsWith('"') || outcome.response.body.text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(payload.text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A template for a rule that has none. */
function templateFix(rule: Rule, text: string, title: string): Fix[] {
  return rule.responseTemplates.size > 0 ? [] : [{ title, safe: false, edits: [setTemplate(rule, text)] }];
}

function nullResult(context: DiagnosisContext): Problem | undefined {
  if (context.payload.text.trim() !== 'null') return undefined;
  const effect = passesThrough(context)
    ? 'the client gets the body null'
    : 'every path the template reads finds nothing';
  return tellProblem('lambda-null-result', {
    message: `The function ended without a value, so ${effect}. A return or an await may be missing.`,
    place: { in: 'answer' },
  });
}

// ### Errors

function notAnErrorObject(context: DiagnosisContext): Problem | undefined {
  const message = context.member('errorMessage');
  if (typeof message !== 'string') return undefined;
  const isObject = message === '[object Object]';
  if (!isObject && !/^\{'[^'\n]+': /.test(message)) return undefined;
  return tellProblem('lambda-error-not-an-error-object', {
    message: isObject
      ? 'The message is [object Object]: an object was thrown where a text is expected, and its content is lost. Throw an Error whose message is JSON.stringify of the object.'
      : `The message is a Python dict as Python prints it (${shorten(message, 40)}): single quotes, no JSON. Raise the exception with json.dumps of the dict.`,
    place: context.placeOfMember('errorMessage'),
  });
}

/** A read of a member inside the message: `$input.path('$.errorMessage.code')`. */
const READ_INSIDE = /\$input\.(path|json)\(\s*(['"])\$\.errorMessage([.[][^'"]*)\2\s*\)/g;

function jsonInMessage(context: DiagnosisContext, chosen: Rule): Problem | undefined {
  const message = context.member('errorMessage');
  if (typeof message !== 'string' || !isJsonContainer(message)) return undefined;
  const { ran } = context;
  const place = context.placeOfMember('errorMessage');
  const reads = [...(ran?.text.matchAll(READ_INSIDE) ?? [])];
  if (ran && reads.length > 0) {
    return tellProblem('lambda-error-json-in-message', {
      message: `The message is JSON text, so ${shorten(reads[0]![0], 60)} finds nothing in it. Parse the message before reading its members.`,
      place,
      fixes: parseMessageFix(context, reads),
    });
  }
  if (!passesThrough(context)) return undefined;
  const print = "$input.path('$.errorMessage')";
  return tellProblem('lambda-error-json-in-message', {
    message: `The message is JSON text inside the JSON of the error, so the client sees it as one text with backslashes. A template ${print} prints it as it is.`,
    place,
    // The default rule answers successes, too.
    fixes:
      chosen.selectionPattern === ''
        ? []
        : templateFix(chosen, print, 'Add a template that prints the message'),
  });
}

function parseMessageFix({ ran }: DiagnosisContext, reads: RegExpMatchArray[]): Fix[] {
  const name = ['error', 'parsedError'].find((candidate) => !ran!.text.includes(`$${candidate}`));
  const simple = reads.every(([, method, , path]) => method === 'path' && /^(?:\.[A-Za-z]\w*)+$/.test(path!));
  if (name === undefined || !simple) return [];
  const at = (from: number, to: number) => ({ ...ran!.place, span: { from, to } });
  const edits: FixEdit[] = reads.map((read) => ({
    kind: 'replace',
    place: at(read.index!, read.index! + read[0].length),
    text: `\${${name}${read[3]}}`,
  }));
  const parse = `#set($${name} = $util.parseJson($input.path('$.errorMessage')))\n`;
  return [
    {
      title: 'Parse the message first',
      safe: false,
      edits: [{ kind: 'replace', place: at(0, 0), text: parse }, ...edits],
    },
  ];
}

/** What the Lambda service and its runtimes write when the function does not get to say anything itself. */
const CRASHES: readonly [pattern: RegExp, what: string][] = [
  [/\bRuntime exited with error: signal: killed$/, 'the process was killed, most often for want of memory'],
  [/\bRuntime exited (?:with(?:out providing a reason)?|without)\b/, 'the process ended before it answered'],
  [/\bTask timed out after \d/, 'the function ran out of its time'],
];

const CRASH_TYPES: ReadonlyMap<string, string> = new Map([
  ['Runtime.HandlerNotFound', 'the handler was not found'],
  ['Runtime.ImportModuleError', 'the module of the handler could not be loaded'],
  ['Runtime.UserCodeSyntaxError', 'the code of the function has a syntax error'],
  ['Runtime.OutOfMemory', 'the memory of the function was used up'],
  ['Runtime.MarshalError', 'the result could not be written as JSON'],
]);

function crashText(context: DiagnosisContext, chosen: Rule): Problem | undefined {
  if (chosen.selectionPattern !== '') return undefined;
  const message = context.member('errorMessage');
  const type = context.member('errorType');
  if (typeof message !== 'string') return undefined;
  const what =
    CRASHES.find(([pattern]) => pattern.test(message))?.[1] ??
    (typeof type === 'string' ? CRASH_TYPES.get(type) : undefined);
  if (what === undefined) return undefined;
  return tellProblem('lambda-crash-text', {
    message: `Lambda itself wrote this message: ${what}. No pattern matches its text, so ${ruleName(chosen)} answers ${outcomeStatus(context)}.`,
    place: context.placeOfMember('errorMessage'),
  });
}

function outcomeStatus({ outcome }: DiagnosisContext): number {
  return outcome.response.statusCode;
}

function stackLeaks(context: DiagnosisContext, chosen: Rule): Problem | undefined {
  const trace = ['stackTrace', 'trace'].find((name) => firstFrame(context, name) !== undefined);
  const body = context.outcome.response.body.text;
  if (trace === undefined || body === undefined) return undefined;
  const frame = firstFrame(context, trace)!;
  const shown = body.includes(frame) || body.includes(JSON.stringify(frame).slice(1, -1));
  if (!shown) return undefined;
  return tellProblem('lambda-error-leaks-stack', {
    message: `This response shows the client where the code failed: ${shorten(frame.trim(), 60)} (${count(framesOf(context, trace), 'line')} of ${trace}). Give the rule of this error a template that prints what the client may see.`,
    place: context.placeOfMember(trace),
    // The default rule answers successes, too.
    fixes:
      chosen.selectionPattern === ''
        ? []
        : templateFix(
            chosen,
            '{"message": $input.json(\'$.errorMessage\')}',
            'Add a template with the message alone',
          ),
  });
}

function framesOf(context: DiagnosisContext, name: string): number {
  const trace = context.member(name);
  return trace instanceof JavaList ? trace.items.length : 0;
}

/** The first line of a stack trace that tells of a place in the code. */
function firstFrame(context: DiagnosisContext, name: string): string | undefined {
  const trace = context.member(name);
  if (!(trace instanceof JavaList)) return undefined;
  return trace.items.find((item): item is string => typeof item === 'string' && /\S{3}.*[:\d(]/.test(item));
}

// ### Patterns for time-outs

/** What Lambda writes today, and what it wrote until 2024. */
const TIMEOUTS = [
  'RequestId: 4b0c9e5d-7d7b-4d0e-9a8e-0f6f7c2f51aa Error: Task timed out after 3.00 seconds',
  '2024-04-08T09:15:32.118Z 4b0c9e5d-7d7b-4d0e-9a8e-0f6f7c2f51aa Task timed out after 3.00 seconds',
];

/** A pattern is tried on two short texts. */
const TIMEOUT_BUDGET = 20_000;

function timeoutPatterns(context: DiagnosisContext): Problem[] {
  return context.rules
    .filter(({ selectionPattern }) => /timed out/i.test(selectionPattern) && missesTimeouts(selectionPattern))
    .map((rule) =>
      tellProblem('lambda-timeout-text', {
        message: `${shorten(rule.selectionPattern, 60)} never matches the message of a time-out, which begins with a request id: “${shorten(TIMEOUTS[0]!, 60)}”.`,
        place: rulePlace(rule, 'selectionPattern'),
        fixes: patternFix(
          context,
          rule,
          '.*Task timed out after .*',
          'Match the text of a time-out: .*Task timed out after .*',
        ),
      }),
    );
}

/** The pattern occurs in the texts and covers none of them. */
function missesTimeouts(pattern: string): boolean {
  const tried = TIMEOUTS.map((text) =>
    matchPattern(pattern.replace(/^\^/, ''), text, { budget: TIMEOUT_BUDGET }),
  );
  return (
    tried.some((match) => match.ok && match.found !== undefined) &&
    tried.every((match) => match.ok && !match.matches && !match.gaveUp)
  );
}
