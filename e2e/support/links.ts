import { deflateSync } from 'node:zlib';
import type { PlaygroundDocument } from '../../src/document/model';

/** A document of the given members that opens without a remark. */
export function documentOf(members: Partial<PlaygroundDocument> = {}): PlaygroundDocument {
  return {
    format: 'apigw-response-playground',
    version: 1,
    cases: [{ name: 'answer', answer: '{"ok": true}' }],
    activeCase: 0,
    rules: '- statusCode: 200',
    templates: [],
    request: '',
    ...members,
  };
}

/** A document whose one rule runs one template. */
export function withTemplate(text: string, answer = '{"ok": true}'): PlaygroundDocument {
  return documentOf({
    cases: [{ name: 'answer', answer }],
    rules: '- statusCode: 200\n  responseTemplates:\n    application/json: main.vtl\n',
    templates: [{ name: 'main.vtl', text }],
  });
}

/** The part after `#` that holds a value as a document is packed; bytes are packed as they are. */
export function hashOf(value: unknown): string {
  const bytes = value instanceof Uint8Array ? value : new TextEncoder().encode(JSON.stringify(value));
  return `#d=1.${deflateSync(bytes).toString('base64url')}`;
}
