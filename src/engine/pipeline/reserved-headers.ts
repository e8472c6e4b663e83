import type { ResponseHeader } from '../outcome';
import type { IntegrationType } from '../scenario';
import { assumed, community, emulatorSource, recorded } from './evidence';
import { count, type Told } from './stage';

/*
 * Header names API Gateway keeps for itself (§12.1 to §12.3). What a mapping, an override or a backend sets under
 * one of them is sent as `x-amzn-Remapped-NAME`, or not at all.
 */

const REMAPPED_PREFIX = 'x-amzn-Remapped-';

const CUSTOM_REMAPPED = [
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'expect',
  'host',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'trailer',
  'upgrade',
  'user-agent',
  'www-authenticate',
  'x-amzn-requestid',
];

interface Reserved {
  remapped: ReadonlySet<string>;
  dropped: ReadonlySet<string>;
}

const CUSTOM: Reserved = { remapped: new Set(CUSTOM_REMAPPED), dropped: new Set(['transfer-encoding']) };

const RESERVED: Record<IntegrationType, Reserved> = {
  AWS: CUSTOM,
  HTTP: CUSTOM,
  MOCK: CUSTOM,
  HTTP_PROXY: {
    remapped: new Set(['connection', 'content-length', 'date', 'server', 'x-amzn-requestid']),
    dropped: new Set(['transfer-encoding', 'content-encoding', 'via']),
  },
  AWS_PROXY: {
    remapped: new Set([
      'connection',
      'content-length',
      'date',
      'server',
      'www-authenticate',
      'x-amzn-requestid',
    ]),
    dropped: new Set(['transfer-encoding']),
  },
};

const RECORDING = 'TestApiGatewayHeaderRemapping (2024-12-11)';

/** Renames and drops reserved headers; the rest stay as they are, in their order. */
export function remapReservedHeaders(
  type: IntegrationType,
  headers: readonly ResponseHeader[],
): Told<ResponseHeader[]> {
  const reserved = RESERVED[type];
  const value: ResponseHeader[] = [];
  const problems: Told<unknown>['problems'] = [];
  const changes: string[] = [];
  for (const header of headers) {
    const name = header.name.toLowerCase();
    const evidence = evidenceFor(type, name);
    if (reserved.dropped.has(name)) {
      changes.push(`${header.name} is not sent`);
      if (header.origin.kind !== 'backend') {
        problems.push({
          id: 'header-remapped',
          severity: 'warning',
          when: 'request',
          message: `The header ${header.name} belongs to API Gateway and is not sent.`,
          ...placeOf(header),
          evidence,
        });
      }
    } else if (reserved.remapped.has(name)) {
      const renamed = REMAPPED_PREFIX + header.name;
      value.push({
        name: renamed,
        value: header.value,
        origin: { kind: 'remapped', from: header.name, origin: header.origin },
      });
      changes.push(`${header.name} is sent as ${renamed}`);
      if (header.origin.kind !== 'backend' || type === 'AWS_PROXY') {
        problems.push({
          id: 'header-remapped',
          severity: 'warning',
          when: 'request',
          message: `The header ${header.name} belongs to API Gateway; the client gets it as ${renamed}.`,
          ...placeOf(header),
          evidence,
        });
      }
    } else value.push(header);
  }
  if (changes.length === 0) return { value, steps: [], problems };
  const text =
    changes.length <= 3
      ? `${changes.join('; ')}.`
      : `${count(changes.length, 'header')} with reserved names are renamed or not sent.`;
  const evidence = type === 'AWS_PROXY' ? emulatorSource('LocalStack') : recorded(RECORDING);
  return { value, steps: [{ stage: 'reserved-headers', verdict: 'ok', text, evidence }], problems };
}

function placeOf(header: ResponseHeader) {
  const { origin } = header;
  return 'place' in origin && origin.place ? { place: origin.place } : {};
}

function evidenceFor(type: IntegrationType, name: string) {
  if (name === 'x-amzn-requestid') {
    return type === 'HTTP_PROXY' ? recorded(RECORDING) : assumed('request-id-remapping');
  }
  switch (type) {
    case 'AWS':
    case 'HTTP':
      return recorded(RECORDING);
    case 'MOCK':
      return assumed('mock-remapping');
    case 'HTTP_PROXY':
      return RESERVED.HTTP_PROXY.remapped.has(name) ? recorded(RECORDING) : emulatorSource('LocalStack');
    case 'AWS_PROXY':
      return name === 'www-authenticate'
        ? community('reports of x-amzn-Remapped-WWW-Authenticate')
        : emulatorSource('LocalStack');
  }
}
