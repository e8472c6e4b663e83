/** Selection patterns as people write them, with a subject each. */
export const SELECTION_PATTERNS: [pattern: string, subject: string][] = [
  ['.*NotFound.*', 'NotFound: there is no order 4711 in this account'],
  ['4\\d{2}', '404'],
  ['.*5\\d\\d.*', 'Endpoint answered with status 503 after 3 tries'],
  ['.*([01][0-9][0-9]|2[0-4][0-9]|25[0-5]).*', 'status 245'],
  ['\\[(BadRequest|Invalid)\\].*', '[BadRequest] The field "amount" has to be a number'],
  ['(?s).*"statusCode"\\s*:\\s*404.*', '{"type":"error","statusCode": 404,\n "message":"No such pet"}'],
  ['^(?i)error:\\s+.*timed out.*$', 'Error: 2024-05-01T10:00:00Z 8c1f Task timed out after 3.00 seconds'],
  ['(\\n|.)+', 'A message\nwith line breaks\nin it'],
];

/** Patterns with which a backtracking matcher without a budget goes on for minutes or for ever. */
export const CATASTROPHIC: [pattern: string, subject: string][] = [
  ['(a+)+$', `${'a'.repeat(40)}b`],
  ['(a|a)*b', 'a'.repeat(60)],
  ['(a|aa)+$', `${'a'.repeat(60)}b`],
  ['(.*a){20}', 'a'.repeat(40)],
  ['(x+x+)+y', 'x'.repeat(60)],
  ['([a-zA-Z]+)*\\d', 'abcdefghijklmnopqrstuvwxyzabcdefghijkl'],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(60)],
  ['(?:(?:a?){30}){30}b', 'a'.repeat(100)],
  ['(a*)*(b*)*(c*)*d', 'abc'.repeat(40)],
  ['(.+)+\\1z', 'ab'.repeat(40)],
];
