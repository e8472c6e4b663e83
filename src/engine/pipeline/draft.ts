import type { OutputPiece, ResponseHeader } from '../outcome';
import type { Content } from './content-handling';

/** A response on its way to the client: everything but what the service adds at the end. */
export interface Draft {
  statusCode: number;
  headers: ResponseHeader[];
  body: Content;
  /** Which piece of a template wrote which stretch of a text body. */
  pieces?: OutputPiece[];
  /** Key of the template that ran. */
  templateType?: string;
}

/** Whether a number can be an HTTP status: whole and from 100 to 599. */
export function isStatusCode(value: number): boolean {
  return Number.isInteger(value) && value >= 100 && value <= 599;
}

/** Whether a text is a status as rules write it. */
export function isStatusText(text: string): boolean {
  return /^[1-5]\d\d$/.test(text);
}

/** The last header of that name, whatever its capitals. */
export function findHeader(headers: readonly ResponseHeader[], name: string): ResponseHeader | undefined {
  const wanted = name.toLowerCase();
  return headers.findLast((header) => header.name.toLowerCase() === wanted);
}
