/** Bound on what is remembered, for an owner that never sends anything back. */
const MOST_IN_FLIGHT = 100;

/**
 * Tells the echo of typed text from text that someone else set. What is typed goes out through `onChange` and
 * comes back as a property, perhaps some letters late; putting a late echo into the editor would undo the
 * letters typed since.
 */
export class EchoFilter {
  private current: string;
  /** Texts sent out and not yet come back, oldest first. */
  private inFlight: string[] = [];

  constructor(text: string) {
    this.current = text;
  }

  /** The newest text, typed or set. */
  get text(): string {
    return this.current;
  }

  /** The person typed. Returns whether that changed the text, and so has to be sent out. */
  type(text: string): boolean {
    if (text === this.current) return false;
    this.current = text;
    this.inFlight.push(text);
    if (this.inFlight.length > MOST_IN_FLIGHT) this.inFlight.shift();
    return true;
  }

  /** A text came in. Returns whether it is news, and so has to be put into the editor. */
  receive(text: string): boolean {
    const sent = this.inFlight.lastIndexOf(text);
    if (sent >= 0) {
      this.inFlight.splice(0, sent + 1);
      return false;
    }
    if (text === this.current) return false;
    this.inFlight = [];
    this.current = text;
    return true;
  }
}
