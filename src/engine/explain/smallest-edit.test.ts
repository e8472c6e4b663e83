import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPattern } from '../java-regex/match-pattern';
import { suggestEdits } from './smallest-edit';

describe('the first suggestion', () => {
  test.each([
    ['NotFound', 'NotFound: order 7', 'NotFound.*', ['text-around']],
    ['404', 'foo 404 bar', '.*404.*', ['text-around']],
    ['timed out', 'Task timed out', '.*timed out', ['text-around']],
    ['.*BadRequest.*', 'line1\nBadRequest', '[\\s\\S]*BadRequest[\\s\\S]*', ['line-break']],
    ['BadRequest', 'line1\nBadRequest\n', '[\\s\\S]*BadRequest[\\s\\S]*', ['text-around']],
    ['.*notfound.*', 'Order NotFound', '(?i).*notfound.*', ['case']],
    ['\\\\[404\\\\].*', '[404] gone', '\\[404\\].*', ['doubled-backslash']],
    ['4\\\\d{2}', '404', '4\\d{2}', ['doubled-backslash']],
    ['[BadRequest] .*', '[BadRequest] name', '\\[BadRequest\\] .*', ['brackets']],
    ['.*"code":404.*', '{"code": 404}', '.*"code":\\s*404.*', ['json-blanks']],
    ['{"code":404.*', '{"code":404}', '\\{"code":404.*', ['literal']],
    ['Malformed*', 'Malformed input', 'Malformed*.*', ['text-around']],
    ['^Not|Gone$', 'Not here', '(?:Not|Gone).*', ['text-around']],
    [' 404', '404', '404', ['blanks']],
    ['notfound', 'It is NotFound', '(?i).*notfound', ['case', 'text-around']],
  ])('%j on %j', (pattern, text, expected, slips) => {
    const [first] = suggestEdits(pattern, text);
    expect(first?.pattern).toBe(expected);
    expect(first?.slips).toEqual(slips);
  });
});

test.each([
  ['.*', 'anything'],
  ['Gone', 'no such word'],
  ['', 'text'],
])('none for %j on %j', (pattern, text) => expect(suggestEdits(pattern, text)).toEqual([]));

test('every suggestion matches, and none is the pattern itself', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 20 }), (pattern, text) => {
      for (const edit of suggestEdits(pattern, text)) {
        expect(edit.pattern).not.toBe(pattern);
        expect(matchPattern(edit.pattern, text)).toMatchObject({ ok: true, matches: true });
      }
    }),
  );
});
