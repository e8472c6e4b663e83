import type { Integration } from '../engine/scenario';

/** What the text of an answer is for an integration: a Lambda payload, an HTTP message, or not used. */
export type AnswerKind = 'lambda' | 'http' | 'none';

/** An `AWS` integration reaches a Lambda function unless its URI names another service (spec section 1). */
export function answerKind({ type, uri }: Pick<Integration, 'type' | 'uri'>): AnswerKind {
  switch (type) {
    case 'MOCK':
      return 'none';
    case 'AWS_PROXY':
      return 'lambda';
    case 'AWS':
      return uri === undefined || /:lambda:path\//.test(uri) ? 'lambda' : 'http';
    case 'HTTP':
    case 'HTTP_PROXY':
      return 'http';
  }
}
