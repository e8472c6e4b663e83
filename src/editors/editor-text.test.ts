import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  editorText,
  lineStarts,
  mergeTyped,
  smallestEdit,
  type TextEdit,
  toEditorOffset,
  toTextOffset,
} from './editor-text';

const anyText = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '\uFEFF', '😀', '$') });

describe('editorText', () => {
  test.each([
    ['a\nb', 'a\nb'],
    ['a\r\nb\rc\n', 'a\nb\nc\n'],
    ['\uFEFFa', 'a'],
    ['a\uFEFF', 'a\uFEFF'],
    ['\u2028', '\u2028'],
  ])('%j → %j', (text, shown) => expect(editorText(text)).toBe(shown));
});

describe('offsets', () => {
  test.each([
    ['a\r\nb', 0, 0],
    ['a\r\nb', 1, 1],
    ['a\r\nb', 2, 1],
    ['a\r\nb', 3, 2],
    ['a\rb', 2, 2],
    ['\uFEFFa', 1, 0],
    ['ab', 9, 2],
  ])('offset of %j at %i is %i in the editor', (text, offset, shown) =>
    expect(toEditorOffset(text, offset)).toBe(shown),
  );

  test('an editor offset goes there and back', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, offset) => {
        const inside = Math.min(offset, editorText(text).length);
        expect(toEditorOffset(text, toTextOffset(text, inside))).toBe(inside);
      }),
    );
  });
});

describe('mergeTyped', () => {
  test.each([
    ['line feeds only', 'a\nb', 'a\nxb', 'a\nxb'],
    ['untouched CRLF stays', 'a\r\nb\nc\r', 'a\nb!\nc\n', 'a\r\nb!\nc\r'],
    ['a new line in a CRLF text', 'a\r\nb', 'a\n\nb', 'a\r\n\r\nb'],
    ['a new line in a mixed text', 'a\r\nb\n', 'a\nb\n\n', 'a\r\nb\n\n'],
    ['joining two lines', 'a\r\nb\r\n', 'ab\n', 'ab\r\n'],
    ['byte order mark stays', '\uFEFFa', 'ab', '\uFEFFab'],
  ])('%s', (_name, text, typed, merged) => expect(mergeTyped(text, typed)).toBe(merged));

  test('shows what was typed, and changes nothing when nothing was typed', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const typed = editorText(other);
        fc.pre(!typed.startsWith('\uFEFF'));
        expect(editorText(mergeTyped(text, typed))).toBe(typed);
        expect(mergeTyped(text, editorText(text))).toBe(text);
      }),
    );
  });
});

describe('smallestEdit', () => {
  test.each([
    ['', '', undefined],
    ['abc', 'abc', undefined],
    ['abc', 'abxc', { span: { from: 2, to: 2 }, insert: 'x' }],
    ['aaa', 'aa', { span: { from: 2, to: 3 }, insert: '' }],
    ['😀', '😁', { span: { from: 0, to: 2 }, insert: '😁' }],
    ['\u{1F600}x', '\u{1FA00}x', { span: { from: 0, to: 2 }, insert: '\u{1FA00}' }],
  ] satisfies [string, string, TextEdit | undefined][])('%j → %j', (before, after, edit) =>
    expect(smallestEdit(before, after)).toEqual(edit),
  );

  test('makes the second text of the first', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const edit = smallestEdit(before, after);
        const made = edit
          ? before.slice(0, edit.span.from) + edit.insert + before.slice(edit.span.to)
          : before;
        expect(made).toBe(after);
      }),
    );
  });
});

test('lineStarts', () => {
  expect(lineStarts('')).toEqual([0]);
  expect(lineStarts('a\n\nb\n')).toEqual([0, 2, 3, 5]);
});
