/*
 * Mapping expressions of header mappings (§4, §10.3): a constant in single quotes, or the name of a value.
 */

export type MappingExpression =
  /** `'text'`: the text between the quotes, nothing in it is replaced. */
  | { kind: 'static'; value: string }
  /** `integration.response.header.NAME` */
  | { kind: 'header'; name: string }
  /** `integration.response.multivalueheader.NAME` */
  | { kind: 'multivalueheader'; name: string }
  /** `integration.response.body`, with `.PATH` a JSONPath whose `$.` is left out. */
  | { kind: 'body'; path: string | undefined }
  /** `context.NAME`, nested names with dots. */
  | { kind: 'context'; path: string[] }
  /** `stageVariables.NAME` */
  | { kind: 'stageVariable'; name: string }
  /** `method.request.header.NAME` and its like: only in gateway responses. */
  | { kind: 'request'; location: RequestLocation; name: string };

export type RequestLocation = 'header' | 'path' | 'querystring' | 'any';

const NAME = /^[a-zA-Z0-9._$-]+$/;

/** Reads the value of a header mapping of an integration response; undefined when the service refuses it. */
export function parseResponseMapping(text: string): MappingExpression | undefined {
  return (
    parseStatic(text) ??
    parseVariable(text) ??
    parseNamed(text, 'integration.response.header.', (name) => ({ kind: 'header', name })) ??
    parseNamed(text, 'integration.response.multivalueheader.', (name) => ({
      kind: 'multivalueheader',
      name,
    })) ??
    parseBody(text)
  );
}

/** Reads the value of a header mapping of a gateway response; undefined when the service refuses it. */
export function parseGatewayMapping(text: string): MappingExpression | undefined {
  return (
    parseStatic(text) ??
    parseVariable(text) ??
    parseRequest(text, 'method.request.header.', 'header') ??
    parseRequest(text, 'method.request.path.', 'path') ??
    parseRequest(text, 'method.request.querystring.', 'querystring') ??
    // The spelling of older documentation.
    parseRequest(text, 'method.input.params.', 'any')
  );
}

function parseStatic(text: string): MappingExpression | undefined {
  const quoted = text.length >= 2 && text.startsWith("'") && text.endsWith("'");
  return quoted ? { kind: 'static', value: text.slice(1, -1) } : undefined;
}

function parseVariable(text: string): MappingExpression | undefined {
  return (
    parseNamed(text, 'context.', (name) => ({ kind: 'context', path: name.split('.') })) ??
    parseNamed(text, 'stageVariables.', (name) => ({ kind: 'stageVariable', name }))
  );
}

function parseBody(text: string): MappingExpression | undefined {
  if (text === 'integration.response.body') return { kind: 'body', path: undefined };
  const prefix = 'integration.response.body.';
  if (!text.startsWith(prefix) || text.length === prefix.length) return undefined;
  return { kind: 'body', path: text.slice(prefix.length) };
}

function parseRequest(
  text: string,
  prefix: string,
  location: RequestLocation,
): MappingExpression | undefined {
  return parseNamed(text, prefix, (name) => ({ kind: 'request', location, name }));
}

function parseNamed(
  text: string,
  prefix: string,
  make: (name: string) => MappingExpression,
): MappingExpression | undefined {
  const name = text.startsWith(prefix) ? text.slice(prefix.length) : '';
  return NAME.test(name) ? make(name) : undefined;
}
