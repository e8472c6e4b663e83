import { parseJson } from '../json/parse-json';
import type { Evidence } from '../outcome';
import type { Span } from '../text/span';
import { JavaDouble, JavaList, JavaMap, type JavaValue, type SourceDocument } from '../values/types';
import { isStatusCode } from './draft';
import { assumed, community, emulatorSource, recorded } from './evidence';
import type { Payload } from './payload';
import { shorten } from './stage';

/*
 * The shape of a Lambda proxy result (§9.1). Anything beside it is malformed, and the response is 502.
 */

export interface ProxyResult {
  statusCode: number;
  /** The result had a statusCode. */
  statusGiven: boolean;
  headers: Map<string, string>;
  multiValueHeaders: Map<string, string[]>;
  body: string;
  isBase64Encoded: boolean;
  /** When a recording does not cover this result. */
  evidence?: Evidence;
}

/** What is wrong with a result. */
export interface ResultFault {
  /** A clause that names the member: `body is an object`. */
  text: string;
  /** A sentence that says what to do. */
  advice: string;
  span?: Span;
  evidence: Evidence;
}

export type ProxyReading = { ok: true; result: ProxyResult } | { ok: false; fault: ResultFault };

const VALIDATION = recorded('test_aws_proxy_response_payload_format_validation (2024-11-15)');
const FORMAT = recorded('test_lambda_aws_proxy_response_format (2024-02-23)');

const MEMBERS = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']);

/** Reads and checks a result. */
export function readProxyResult(payload: Payload): ProxyReading {
  const parsed = isJson(payload.text) ? parseJson(payload.text) : undefined;
  if (!parsed?.ok) {
    return fault('the result is not JSON', 'Return an object.', emulatorSource('LocalStack'));
  }
  if (!(parsed.value instanceof JavaMap)) {
    const evidence = typeof parsed.value === 'string' ? FORMAT : emulatorSource('LocalStack');
    return fault(
      `the result is ${kindOf(parsed.value)}`,
      'Return an object with statusCode and body.',
      evidence,
    );
  }
  try {
    return { ok: true, result: new Reader(parsed.value, parsed.document).read() };
  } catch (thrown) {
    if (thrown instanceof Misfit) return { ok: false, fault: thrown.fault };
    throw thrown;
  }
}

/** The service wants JSON to the letter here; the lenient reader is only for finding places. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function fault(text: string, advice: string, evidence: Evidence): ProxyReading {
  return { ok: false, fault: { text, advice, evidence } };
}

/** Leaves the reader at the first fault; caught at its door. */
class Misfit {
  readonly fault: ResultFault;
  constructor(fault: ResultFault) {
    this.fault = fault;
  }
}

class Reader {
  private readonly root: JavaMap;
  private readonly document: SourceDocument;
  private evidence: Evidence | undefined;

  constructor(root: JavaMap, document: SourceDocument) {
    this.root = root;
    this.document = document;
  }

  read(): ProxyResult {
    this.checkNames();
    const status = this.member('statusCode');
    const result: ProxyResult = {
      statusCode: this.statusCode(status),
      statusGiven: status !== undefined && status !== null,
      headers: this.headers(),
      multiValueHeaders: this.multiValueHeaders(),
      body: this.body(),
      isBase64Encoded: this.isBase64Encoded(),
    };
    return this.evidence ? { ...result, evidence: this.evidence } : result;
  }

  private member(name: string): JavaValue | undefined {
    return this.root.entries.get(name)?.value;
  }

  private checkNames(): void {
    for (const { key } of this.root.entries.values()) {
      const name = String(key);
      if (MEMBERS.has(name)) continue;
      const advice =
        name === 'cookies'
          ? 'Only HTTP APIs know it; send cookies with multiValueHeaders and Set-Cookie.'
          : `Only ${[...MEMBERS].join(', ')} are allowed.`;
      const evidence = name === 'cookies' ? community('reports on cookies with REST APIs') : VALIDATION;
      this.refuse(`${shorten(name, 40)} is no member of a proxy response`, advice, evidence, name);
    }
  }

  private statusCode(value: JavaValue | undefined): number {
    if (value === undefined) return 200;
    if (value === null) {
      this.evidence = emulatorSource('LocalStack');
      return 200;
    }
    const whole = value instanceof JavaDouble && Number.isInteger(value.value) ? value.value : undefined;
    if (whole !== undefined) this.evidence = assumed('proxy-status-range');
    const number = typeof value === 'number' ? value : (whole ?? statusOfText(value));
    if (number === undefined) {
      const range = typeof value === 'string' ? VALIDATION : assumed('proxy-status-range');
      return this.refuse(
        `statusCode is ${value instanceof JavaDouble ? 'a number with a fraction' : kindOf(value)}`,
        'It has to be a whole number.',
        range,
        'statusCode',
      );
    }
    if (!isStatusCode(number)) {
      const text = `statusCode is ${number}, which is no HTTP status`;
      return this.refuse(text, 'Use 100 to 599.', assumed('proxy-status-range'), 'statusCode');
    }
    return number;
  }

  private headers(): Map<string, string> {
    const headers = new Map<string, string>();
    const spelling = new Map<string, string>();
    for (const [name, value] of this.members('headers')) {
      const text = typeof value === 'boolean' ? `${value}` : value;
      if (typeof text !== 'string') {
        return this.refuse(
          `headers.${shorten(name, 40)} is ${kindOf(value)}`,
          'Header values have to be strings.',
          assumed('proxy-header-number'),
          'headers',
          name,
        );
      }
      const former = spelling.get(name.toLowerCase());
      if (former !== undefined) headers.delete(former);
      spelling.set(name.toLowerCase(), name);
      headers.set(name, text);
    }
    return headers;
  }

  private multiValueHeaders(): Map<string, string[]> {
    const headers = new Map<string, string[]>();
    for (const [name, value] of this.members('multiValueHeaders')) {
      const label = `multiValueHeaders.${shorten(name, 40)}`;
      if (!(value instanceof JavaList)) {
        const advice = 'Each value has to be an array of strings.';
        return this.refuse(`${label} is ${kindOf(value)}`, advice, VALIDATION, 'multiValueHeaders', name);
      }
      const values = value.items.map((item) => {
        if (typeof item === 'string') return item;
        if (typeof item === 'boolean') return `${item}`;
        const advice = 'Header values have to be strings.';
        const evidence = assumed('proxy-header-number');
        return this.refuse(`${label} holds ${kindOf(item)}`, advice, evidence, 'multiValueHeaders', name);
      });
      headers.set(name, values);
    }
    return headers;
  }

  private members(name: 'headers' | 'multiValueHeaders'): [string, JavaValue][] {
    const value = this.member(name);
    if (value === undefined || value === null) return [];
    if (!(value instanceof JavaMap)) {
      return this.refuse(
        `${name} is ${kindOf(value)}`,
        'It has to be an object.',
        emulatorSource('LocalStack'),
        name,
      );
    }
    return Array.from(value.entries.values(), (entry) => [String(entry.key), entry.value]);
  }

  private body(): string {
    const value = this.member('body');
    if (value === undefined) return '';
    if (value === null) {
      this.evidence ??= emulatorSource('LocalStack');
      return '';
    }
    if (typeof value === 'string') return value;
    const container = value instanceof JavaMap || value instanceof JavaList;
    const evidence = container
      ? community('log with Malformed Lambda proxy response, 2022')
      : assumed('proxy-body-scalar');
    return this.refuse(
      `body is ${kindOf(value)}`,
      'It has to be a string: use JSON.stringify.',
      evidence,
      'body',
    );
  }

  private isBase64Encoded(): boolean {
    const value = this.member('isBase64Encoded');
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    const evidence = assumed('proxy-flag-type');
    if (value === null) {
      this.evidence ??= evidence;
      return false;
    }
    const advice = 'It has to be true or false.';
    return this.refuse(`isBase64Encoded is ${kindOf(value)}`, advice, evidence, 'isBase64Encoded');
  }

  private refuse(text: string, advice: string, evidence: Evidence, member: string, inner?: string): never {
    const span = this.spanOf(member, inner);
    throw new Misfit({ text, advice, evidence, ...(span && { span }) });
  }

  private spanOf(member: string, inner: string | undefined): Span | undefined {
    const value = this.member(member);
    if (inner !== undefined && value instanceof JavaMap) {
      return value.document?.memberSpan(value.index, inner);
    }
    return this.document.memberSpan(0, member);
  }
}

/** A status written as digits, which the service accepts. */
function statusOfText(value: JavaValue): number | undefined {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** What a value is, as a sentence names it. */
function kindOf(value: JavaValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `the text “${shorten(value, 40)}”`;
  if (typeof value === 'boolean') return `${value}`;
  if (value instanceof JavaList) return 'an array';
  if (value instanceof JavaMap) return 'an object';
  return 'a number';
}
