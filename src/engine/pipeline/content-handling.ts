import { decodeBase64, encodeBase64 } from '../bytes/base64';
import { firstMediaType, mediaTypeFallsUnder } from '../bytes/media-type';
import type { Place } from '../outcome';
import type { ContentHandling } from '../scenario';
import { documented, recorded } from './evidence';
import { configurationError, type Staged } from './stage';

/*
 * Binary conversion of custom integrations (§8). Whether payload and client are binary is told by `binaryMediaTypes`;
 * the rule's `contentHandling` then picks one cell of twelve.
 */

/** A body on its way to the template or the client. */
export type Content = { kind: 'text'; text: string } | { kind: 'bytes'; bytes: Uint8Array };

export type Conversion = 'utf8-text' | 'base64-text' | 'decoded' | 'unchanged';

/** Payload, then Accept, then `contentHandling`: what becomes of the body. */
const CELLS: Record<
  'text' | 'binary',
  Record<'text' | 'binary', Record<'none' | ContentHandling, Conversion>>
> = {
  text: {
    text: { none: 'utf8-text', CONVERT_TO_TEXT: 'utf8-text', CONVERT_TO_BINARY: 'decoded' },
    binary: { none: 'decoded', CONVERT_TO_TEXT: 'utf8-text', CONVERT_TO_BINARY: 'decoded' },
  },
  binary: {
    text: { none: 'base64-text', CONVERT_TO_TEXT: 'base64-text', CONVERT_TO_BINARY: 'unchanged' },
    binary: { none: 'unchanged', CONVERT_TO_TEXT: 'base64-text', CONVERT_TO_BINARY: 'unchanged' },
  },
};

const RECORDING = 'test_apigw_s3_binary_support_response_* (2025-03-17)';

export interface ContentQuestion {
  body: Uint8Array;
  /** The body as UTF-8 text, invalid sequences as U+FFFD. */
  text: string;
  /** The body was written as this text, so that offsets in it are places in the answer. */
  located: boolean;
  /** The endpoint's Content-Type. */
  payloadType: string | undefined;
  accept: string | undefined;
  contentHandling: ContentHandling | undefined;
  binaryMediaTypes: readonly string[];
  /** Place of the rule, for problems. */
  place: Place;
}

/**
 * Whether a header's first media type is binary. A client or backend that names no type is binary only when every
 * type is.
 */
export function isBinary(header: string | undefined, binaryMediaTypes: readonly string[]): boolean {
  const type = firstMediaType(header) ?? '';
  return binaryMediaTypes.some((entry) => mediaTypeFallsUnder(type, entry));
}

/** Which of the twelve cells applies. */
function chooseConversion(question: ContentQuestion): Conversion {
  const payload = isBinary(question.payloadType, question.binaryMediaTypes) ? 'binary' : 'text';
  const accept = isBinary(question.accept, question.binaryMediaTypes) ? 'binary' : 'text';
  return CELLS[payload][accept][question.contentHandling ?? 'none'];
}

/** Converts the endpoint's body for the template or the client. */
export function convertContent(question: ContentQuestion): Staged<Content> {
  const conversion = chooseConversion(question);
  const how = tellCell(question);
  const evidence = recorded(RECORDING);
  const done = (value: Content, text: string): Staged<Content> => ({
    ok: true,
    value,
    steps: [{ stage: 'content-handling', verdict: 'ok', text, evidence }],
    problems: [],
  });
  switch (conversion) {
    case 'utf8-text': {
      const { text } = question;
      // The ordinary case of text from end to end says nothing anybody needs to read.
      const silent = question.binaryMediaTypes.length === 0 && question.contentHandling === undefined;
      const value: Content = { kind: 'text', text };
      return silent
        ? { ok: true, value, steps: [], problems: [] }
        : done(value, `${how}: the body is taken as UTF-8 text.`);
    }
    case 'base64-text': {
      const staged = done(
        { kind: 'text', text: encodeBase64(question.body) },
        `${how}: the body becomes base64 text.`,
      );
      staged.problems.push({
        id: 'base64-not-decoded',
        severity: 'info',
        when: 'request',
        message:
          `${how}, so the body goes on as base64 text. For bytes the client has to accept a binary media type first, or ` +
          'the rule needs contentHandling CONVERT_TO_BINARY.',
        place: question.place,
        evidence,
      });
      return staged;
    }
    case 'unchanged':
      return done({ kind: 'bytes', bytes: question.body }, `${how}: the bytes stay as they are.`);
    case 'decoded': {
      const { text } = question;
      const decoded = decodeBase64(text);
      if (decoded.ok) {
        return done({ kind: 'bytes', bytes: decoded.bytes }, `${how}: the body is decoded from base64.`);
      }
      return {
        ok: false,
        failure: configurationError('Unable to base64 decode the body'),
        steps: [
          {
            stage: 'content-handling',
            verdict: 'failed',
            text: `${how}: the body has to be decoded from base64, and it is not base64.`,
            evidence,
            place: question.place,
          },
        ],
        problems: [
          {
            id: 'body-not-base64',
            severity: 'error',
            when: 'request',
            message:
              `${how}, so the body is decoded from base64, and character ${decoded.index + 1} of it is not ` +
              'base64. Send base64, or set contentHandling to CONVERT_TO_TEXT.',
            place: question.located
              ? { in: 'answer', span: { from: decoded.index, to: Math.min(decoded.index + 1, text.length) } }
              : { in: 'answer' },
            evidence: documented('Content type conversions in API Gateway'),
          },
        ],
      };
    }
  }
}

function tellCell(question: ContentQuestion): string {
  const { contentHandling, accept, payloadType, binaryMediaTypes } = question;
  if (contentHandling === 'CONVERT_TO_TEXT' && !isBinary(payloadType, binaryMediaTypes)) {
    return 'contentHandling is CONVERT_TO_TEXT';
  }
  const payload = `the backend's ${firstMediaType(payloadType) ?? 'missing Content-Type'} is ${
    isBinary(payloadType, binaryMediaTypes) ? 'a binary' : 'no binary'
  } media type`;
  const client = `the client's ${firstMediaType(accept) ?? 'missing Accept'} is ${
    isBinary(accept, binaryMediaTypes) ? 'one' : 'none'
  }`;
  const rule = contentHandling ? `, and contentHandling is ${contentHandling}` : '';
  const sentence = `${payload}, ${client}${rule}`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
