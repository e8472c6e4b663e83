import { describe, expect, test } from 'vitest';
import { applyFixes, problemsOf, type Texts, thrown } from './problem-cases';

/** A Lambda method with a default rule and rules with patterns. */
function rules(...patterns: string[]): string {
  const written = patterns.map(
    (pattern, index) =>
      `- statusCode: ${400 + index}\n  selectionPattern: '${pattern.replaceAll("'", "''")}'\n`,
  );
  return `- statusCode: 200\n${written.join('')}`;
}

function http(...patterns: string[]): string {
  return `type: HTTP\nintegrationResponses:\n${rules(...patterns)
    .replace(/^/gm, '  ')
    .trimEnd()}\n`;
}

const NO_DEFAULT = "- statusCode: 404\n  selectionPattern: 'NotFound.*'\n";
const NOT_FOUND = thrown('NotFound: order 7');
const TWO_LINES = thrown('BadRequest: 2 fields\n- age');
const ANSWER_404 = 'HTTP/1.1 404 Not Found\n\n{}';

describe.each<[id: string, told: Texts[], silent: Texts[], fixes?: string[]]>([
  [
    'always-default',
    [
      { rules: rules('Gone.*'), ...NOT_FOUND },
      { rules: '- statusCode: 200\n', ...NOT_FOUND },
      { rules: http(), answer: 'HTTP/1.1 503 Service Unavailable\n\n' },
    ],
    [
      { rules: rules('NotFound.*'), ...NOT_FOUND },
      { rules: rules('NotFound.*'), answer: '{"id": 7}' },
      { rules: rules('Gone.*').replace('200', '500'), ...NOT_FOUND },
      { rules: http(), answer: 'HTTP/1.1 302 Found\n\n' },
    ],
    ['Add a rule 500 for every error', 'Add a rule 500 for every status of 500 and above'],
  ],
  [
    'pattern-must-match-whole-message',
    [{ rules: rules('NotFound'), ...NOT_FOUND }],
    [
      { rules: rules('NotFound.*'), ...NOT_FOUND },
      { rules: rules('NotFound', 'NotFound: .*'), ...NOT_FOUND },
      { rules: rules('Gone'), ...NOT_FOUND },
      { rules: rules('NotFound'), answer: '{"id": 7}' },
    ],
    ['Match the text around it: NotFound.*'],
  ],
  [
    'dot-stops-at-newline',
    [{ rules: rules('.*BadRequest.*'), ...TWO_LINES }],
    [
      { rules: rules('(?s).*BadRequest.*'), ...TWO_LINES },
      { rules: rules('.*Conflict.*'), ...TWO_LINES },
    ],
    ['Let the dot take line breaks: [\\s\\S]*BadRequest[\\s\\S]*'],
  ],
  [
    'pattern-brackets-are-a-class',
    [
      { rules: rules('[NotFound].*'), answer: '{}' },
      { rules: rules('.*[404].*'), answer: '{}' },
      { rules: rules('(^[Task timed out].*)'), answer: '{}' },
    ],
    [
      { rules: rules('\\[NotFound\\].*'), answer: '{}' },
      { rules: rules('[aeiou].*', '[abc].*', '[A-Z].*', '[A-Za-z]+: .*'), answer: '{}' },
    ],
    [
      'Escape the brackets: \\[NotFound\\].*',
      'Escape the brackets: .*\\[404\\].*',
      'Escape the brackets: (^\\[Task timed out\\].*)',
    ],
  ],
  [
    'pattern-case',
    [{ rules: rules('.*notfound.*'), ...NOT_FOUND }],
    [
      { rules: rules('(?i).*notfound.*'), ...NOT_FOUND },
      { rules: rules('.*gone.*'), ...NOT_FOUND },
    ],
    ['Ignore case: (?i).*notfound.*'],
  ],
  [
    'pattern-anchors',
    [{ rules: rules('^Not.*|Gone.*$'), answer: '{}' }],
    [{ rules: rules('^(Not.*|Gone.*)$', '^Timeout.*$', 'a|b'), answer: '{}' }],
    ['Group the choices: ^(?:Not.*|Gone.*)$'],
  ],
  [
    'pattern-matched-against-status',
    [
      { rules: rules('404'), ...NOT_FOUND },
      { rules: rules('4\\d{2}'), answer: '{}' },
      { rules: http('.*NotFound.*'), answer: ANSWER_404 },
    ],
    [
      { rules: rules('.*404.*'), ...NOT_FOUND },
      { rules: rules('404'), ...thrown('404') },
      { rules: rules('404'), ...thrown('foo 404 bar') },
      { rules: http('4\\d{2}', '5\\d\\d'), answer: ANSWER_404 },
    ],
    ['Look for it in the message: .*404.*', 'Look for it in the message: .*4\\d{2}.*'],
  ],
  [
    'no-default-rule',
    [
      { rules: NO_DEFAULT, answer: '{}' },
      { rules: NO_DEFAULT, ...NOT_FOUND },
      {
        rules: `type: AWS\nmethodResponses:\n  "404": {}\nintegrationResponses:\n${NO_DEFAULT}`,
        answer: '{}',
      },
    ],
    [{ rules: rules('NotFound.*'), answer: '{}' }],
    ['Add a default rule 200', 'Add a default rule 200', 'Add a default rule 200'],
  ],
  [
    'two-defaults',
    [{ rules: '- statusCode: 200\n- statusCode: 404\n', answer: '{}' }],
    [{ rules: rules('NotFound.*'), answer: '{}' }],
    ['Give rule 404 a pattern: .*404.*'],
  ],
  [
    'duplicate-status',
    [{ rules: rules('a.*', 'b.*').replace('401', '400'), answer: '{}' }],
    [{ rules: rules('a.*', 'b.*'), answer: '{}' }],
    ['Join the patterns: a.*|b.*'],
  ],
  [
    'duplicate-pattern',
    [{ rules: rules('a.*', 'a.*'), answer: '{}' }],
    [{ rules: rules('a.*', 'b.*'), answer: '{}' }],
    ['Remove the second rule'],
  ],
  [
    'several-rules-match',
    [
      { rules: rules('NotFound.*', '.+'), ...NOT_FOUND },
      { rules: rules('.*Order NotFound.*', '.*NotFound.*'), answer: '{}' },
      { rules: http('404', '4\\d\\d'), answer: '{}' },
    ],
    [
      { rules: rules('.*NotFound.*', '.*Gone.*'), answer: '{}' },
      { rules: http('404', '5\\d\\d'), answer: '{}' },
    ],
    ['Keep rule 401 from what rule 400 matches'],
  ],
  [
    'catch-all-pattern',
    [
      { rules: rules('.*'), answer: '{}' },
      { rules: rules('[\\s\\S]*'), ...NOT_FOUND },
      { rules: rules('.+'), answer: '{}' },
    ],
    [
      { rules: rules('[\\s\\S]+'), answer: '{}' },
      { rules: http('.*'), answer: '{}' },
    ],
    [
      'Match every error and no success: [\\s\\S]+',
      'Match every error and no success: [\\s\\S]+',
      'Match every error and no success: [\\s\\S]+',
    ],
  ],
  [
    'rule-never-matches',
    [{ rules: http('9\\d\\d'), answer: '{}' }],
    [{ rules: http('[45]\\d\\d'), answer: '{}' }],
  ],
  [
    'pattern-not-java',
    [{ rules: rules('{"code".*'), answer: '{}' }],
    [{ rules: rules('(NotFound.*', '\\{"code".*'), answer: '{}' }],
  ],
  [
    'pattern-invalid',
    [
      { rules: rules('{"code".*'), answer: '{}' },
      { rules: rules('*NotFound.*'), answer: '{}' },
    ],
    [{ rules: rules('\\{"code".*'), answer: '{}' }],
    ['Change it to \\{"code".*', 'Change it to .*NotFound.*'],
  ],
  [
    'pattern-slow',
    [{ rules: rules('(?:a|aa)+(?:a|aa)+(?:a|aa)+\\1?(a*)*!'), ...thrown('a'.repeat(60)) }],
    [{ rules: rules('(a+)+!'), ...thrown('aaa') }],
  ],
  [
    'pattern-escape-level',
    [
      { rules: rules('.*4\\\\d\\\\d.*'), answer: '{}' },
      { rules: rules('\\\\[404\\\\].*'), ...thrown('[404] gone') },
    ],
    [
      { rules: rules('.*4\\d\\d.*'), answer: '{}' },
      { rules: rules('C:\\\\data.*'), ...thrown('C:\\data: not found') },
    ],
    ['Halve the backslashes: .*4\\d\\d.*', 'Halve the backslashes: \\[404\\].*'],
  ],
  [
    'pattern-quotes-in-json-message',
    [{ rules: rules('.*"code":404.*'), ...thrown('{"code": 404}') }],
    [{ rules: rules('.*"code":\\s*404.*'), ...thrown('{"code": 404}') }],
    ['Allow blanks after the colons: .*"code":\\s*404.*'],
  ],
  [
    'pattern-special-characters',
    [{ rules: rules('Really? No.*'), ...thrown('Really? No, thanks') }],
    [{ rules: rules('Really? No.*'), ...thrown('Reall No, thanks') }],
    ['Take the special characters literally: Really\\? No.*'],
  ],
  [
    'pattern-blanks',
    [{ rules: rules(' NotFound.*'), ...NOT_FOUND }],
    [{ rules: rules('NotFound.* '), ...thrown('NotFound: 7 ') }],
    ['Remove the blanks around the pattern: NotFound.*'],
  ],
  [
    'default-as-pattern',
    [
      {
        rules:
          "- statusCode: 200\n  selectionPattern: default\n- statusCode: 404\n  selectionPattern: 'a.*'\n",
        answer: '{}',
      },
    ],
    [{ rules: rules('.*default.*'), answer: '{}' }],
    ['Make it the default rule'],
  ],
])('%s', (id, told, silent, fixes) => {
  test.each(told)('is told %#', (texts) => expect(problemsOf(texts, id)).toHaveLength(1));
  test.each(silent)('is not told %#', (texts) => expect(problemsOf(texts, id)).toEqual([]));
  test('is gone after each of its fixes', () => {
    expect(told.flatMap((texts) => applyFixes(texts, id))).toEqual(fixes ?? []);
  });
});
