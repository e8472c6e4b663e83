import { type JsonResult, looksLikeJson, parseJson } from '../json/parse-json';
import { JavaMap } from '../values/types';

/** The backend's body as text. Several stages read it as JSON; it is parsed once, when the first one asks. */
export class Payload {
  readonly text: string;
  private parsed: JsonResult | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The body as lenient JSON; undefined when it does not begin like JSON. */
  get json(): JsonResult | undefined {
    if (!this.parsed && looksLikeJson(this.text)) this.parsed = parseJson(this.text);
    return this.parsed;
  }

  /** The same, if a stage has asked for it before. */
  get known(): JsonResult | undefined {
    return this.parsed;
  }

  /** The body when it is an object. */
  get object(): JavaMap | undefined {
    const { json } = this;
    return json?.ok && json.value instanceof JavaMap ? json.value : undefined;
  }

  /** Span of a member of the object, when the body is one and has it. */
  spanOf(member: string) {
    const { json } = this;
    return json?.ok && this.object ? json.document.memberSpan(0, member) : undefined;
  }
}
