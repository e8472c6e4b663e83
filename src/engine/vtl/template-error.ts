import type { Span } from '../text/span';

/** What stops a template, as data. */
export interface TemplateError {
  /**
   * - `parse`: Velocity does not accept the text
   * - `render`: it stopped while running (a method threw, an index out of range)
   * - `limit`: a limit of ours, or one of the service
   */
  kind: 'parse' | 'render' | 'limit';
  /** What is wrong, in one sentence. */
  message: string;
  /** 1-based, as Velocity reports it; -1 where it gives no position. */
  line: number;
  column: number;
  /** The stretch of the template that is to blame. */
  span?: Span;
  /** What to do about it. */
  hint: string;
}

/** Carries a `TemplateError` up to the function that returns it. */
export class TemplateFailure extends Error {
  readonly error: TemplateError;
  constructor(error: TemplateError) {
    super(error.message);
    this.error = error;
  }
}
