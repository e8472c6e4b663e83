import { decodeBase64 } from '../bytes/base64';
import type { Fix, FixEdit, Problem } from '../outcome';
import { isBinary } from '../pipeline/content-handling';
import { rulePath, rulePlace } from '../pipeline/rule-place';
import { shorten } from '../pipeline/stage';
import { type DiagnosisContext, type Diagnostician, tellProblem } from './context';

/** H: bytes and text. */
export const binaryProblems: Diagnostician = {
  find: (context) => [...base64Sent(context), ...quotedBase64(context), ...escapedLetters(context)],
  fixes: {
    'binary-under-template': (_, context) =>
      handlingFix(context, 'CONVERT_TO_TEXT', 'Convert the body to text first'),
    'base64-not-decoded': (_, context) => decodeFix(context),
    'body-not-base64': (_, context) => plainTextFix(context),
  },
};

/** How files begin when their bytes are written as base64. */
const FILES: readonly [start: string, what: string][] = [
  ['iVBORw0KGgo', 'a PNG image'],
  ['/9j/', 'a JPEG image'],
  ['R0lGOD', 'a GIF image'],
  ['JVBERi0', 'a PDF document'],
  ['UEsDB', 'a ZIP archive'],
  ['H4sI', 'gzip data'],
];

/** The file a text is when it is decoded from base64. */
function fileIn(text: string): string | undefined {
  const found = FILES.find(([start]) => text.startsWith(start));
  return found && text.length >= 16 && /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? found[1] : undefined;
}

function base64Sent(context: DiagnosisContext): Problem[] {
  const { outcome, chosen, isProxy } = context;
  const body = outcome.response.body.text?.trim();
  if (isProxy || !chosen || !body || context.reports('base64-not-decoded')) return [];
  const what = fileIn(body.replace(/^"|"$/g, ''));
  if (what === undefined || chosen.contentHandling === 'CONVERT_TO_BINARY') return [];
  const message = `The client gets ${what} as base64 text: ${shorten(body, 30)}.`;
  const place = rulePlace(chosen);
  if (!decodes(context)) return [tellProblem('base64-not-decoded', { message, place })];
  return [
    tellProblem('base64-not-decoded', {
      message: `${message} With contentHandling CONVERT_TO_BINARY the rule sends its bytes.`,
      place,
      fixes: handlingFix(context, 'CONVERT_TO_BINARY', 'Send the bytes'),
    }),
  ];
}

/** Whether the conversion to binary would decode the body: it leaves bytes alone, and a text in JSON is no base64. */
function decodes({ setup, payload, isLambda }: DiagnosisContext): boolean {
  const { backend } = setup;
  const headers = backend.kind === 'http' && !isLambda ? backend.headers : [];
  const payloadType = headers.findLast(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return !isBinary(payloadType, setup.binaryMediaTypes) && fileIn(payload.text.trim()) !== undefined;
}

function quotedBase64(context: DiagnosisContext): Problem[] {
  const text = context.payload.text.trim();
  const inner = /^"([A-Za-z0-9+/=]+)"$/.exec(text)?.[1];
  if (!context.isLambda || inner === undefined || !context.reports('body-not-base64')) return [];
  if (!decodeBase64(inner).ok) return [];
  return [
    tellProblem('quoted-base64', {
      message:
        'A function’s result is JSON, so the base64 text it returned stands in quotes, and a quote is no base64. Convert to text and print it with $input.path, or use AWS_PROXY with isBase64Encoded.',
      place: {
        in: 'answer',
        span: { from: context.payload.text.indexOf('"'), to: context.payload.text.indexOf('"') + 1 },
      },
    }),
  ];
}

function escapedLetters({ ran, outcome, payload }: DiagnosisContext): Problem[] {
  const body = outcome.response.body.text;
  if (!ran?.text.includes('escapeJavaScript') || body === undefined) return [];
  const written = /\\u00[89A-Fa-f][0-9A-Fa-f]|\\u(?!00)[0-9A-Fa-f]{4}/.exec(body)?.[0];
  if (written === undefined) return [];
  const letter = String.fromCharCode(Number.parseInt(written.slice(2), 16));
  if (!payload.text.includes(letter) || /[\ud800-\udfff]/.test(letter)) return [];
  return [
    tellProblem('non-ascii-escapes', {
      message: `$util.escapeJavaScript writes ${letter} as ${written}. In JSON both are the same; in a body that is not JSON the client sees the escape.`,
      place: ran.place,
    }),
  ];
}

function handlingFix({ chosen }: DiagnosisContext, value: string, title: string): Fix[] {
  if (!chosen) return [];
  const path = rulePath(chosen, 'contentHandling');
  return [
    { title: `${title}: contentHandling ${value}`, safe: false, edits: [{ kind: 'set', path, value }] },
  ];
}

function decodeFix(context: DiagnosisContext): Fix[] {
  if (!context.isProxy) return handlingFix(context, 'CONVERT_TO_BINARY', 'Send the bytes');
  const types = context.setup.binaryMediaTypes;
  const edit: FixEdit =
    types.length > 0
      ? { kind: 'set', path: ['binaryMediaTypes', types.length], value: '*/*' }
      : { kind: 'set', path: ['binaryMediaTypes'], value: ['*/*'] };
  return [{ title: 'Decode for every client: add */* to binaryMediaTypes', safe: false, edits: [edit] }];
}

function plainTextFix(context: DiagnosisContext): Fix[] {
  return context.isProxy ? [] : handlingFix(context, 'CONVERT_TO_TEXT', 'Take the body as text');
}
