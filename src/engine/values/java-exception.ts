/** What a Java method or operator throws. The engine turns it into the error of the template or body it serves. */
export class JavaException {
  /** Java class without its package: `StringIndexOutOfBoundsException`. */
  readonly type: string;
  readonly message: string;
  constructor(type: string, message = '') {
    this.type = type;
    this.message = message;
  }
}

/** A value would be larger than anything a template can need: a limit of ours, not of Java. */
export class ValueTooLarge {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}
