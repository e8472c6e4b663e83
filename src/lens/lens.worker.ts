import { type LensAnswer, renderAsEmulator } from './emulate';
import type { LensRequest } from './protocol';
import { questionOf } from './question';

/*
 * One worker renders one template and is ended. A library that was not made for hostile templates gets nothing to
 * do harm with: no network, no storage, no other worker.
 */
const FORBIDDEN = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource'],
  ...['importScripts', 'Worker', 'SharedWorker', 'BroadcastChannel', 'indexedDB', 'caches', 'navigator'],
  ...['Function', 'eval'],
];
for (const name of FORBIDDEN) Object.defineProperty(self, name, { value: undefined });

self.onmessage = ({ data: { document, place } }: MessageEvent<LensRequest>) => {
  const question = questionOf(document, place);
  // The render begins now; from here on the deadline counts.
  self.postMessage('ready');
  const answer: LensAnswer = question
    ? renderAsEmulator(question)
    : { kind: 'unknown', why: 'there is no template to render' };
  self.postMessage(answer);
};
