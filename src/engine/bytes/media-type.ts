/**
 * The first media type of an `Accept` or `Content-Type` value, without parameters, in lower case; undefined when
 * the header is absent or says nothing. API Gateway looks at the first entry only and does not weigh `q`.
 */
export function firstMediaType(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const comma = header.indexOf(',');
  return baseMediaType(comma < 0 ? header : header.slice(0, comma)) || undefined;
}

/** A media type without its parameters and in lower case, which is how two of them are compared. */
export function baseMediaType(text: string): string {
  const semicolon = text.indexOf(';');
  return (semicolon < 0 ? text : text.slice(0, semicolon)).trim().toLowerCase();
}

/** Whether a text has the form `type/subtype`, both made of token characters (RFC 9110); parameters may follow. */
export function isMediaType(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.test(baseMediaType(text));
}

/**
 * Whether a media type falls under an entry of `binaryMediaTypes`: the same type, a subtype wildcard for all of a
 * type, and the double wildcard for everything, also for no type at all (the empty text). A wildcard on the left
 * alone takes nothing, and `~1`, the spelling of a slash in patch paths, is read as a slash.
 */
export function mediaTypeFallsUnder(mediaType: string, entry: string): boolean {
  const wanted = baseMediaType(entry.replaceAll('~1', '/'));
  if (wanted === '*/*') return true;
  if (wanted.endsWith('/*')) return mediaType.startsWith(wanted.slice(0, -1));
  return wanted !== '' && wanted === mediaType;
}
