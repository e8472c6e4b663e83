import { type LensAnswer, renderAsEmulator } from './emulate';
import type { LensRequest } from './protocol';

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

self.onmessage = ({ data: { question } }: MessageEvent<LensRequest>) => {
  // The render begins now; from here on the deadline counts.
  self.postMessage('ready');
  const answer: LensAnswer = renderAsEmulator(question);
  self.postMessage(answer);
};
