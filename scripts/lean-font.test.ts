import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { keepGlyphs } from './lean-font.mjs';

const editor = createRequire(import.meta.url).resolve('monaco-editor/editor.js');
const font = readFileSync(join(dirname(editor), 'base/browser/ui/codicons/codicon/codicon.ttf'));

/** `close` and `arrow-up` of Monaco's icons. */
const CODES = new Set([0xea76, 0xeaa1]);

function tableOf(file: Buffer, tag: string): Buffer {
  const at = file.indexOf(tag, 12, 'latin1');
  const from = file.readUInt32BE(at + 8);
  return file.subarray(from, from + file.readUInt32BE(at + 12));
}

/** Outlines that are not empty, as text. */
function outlines(file: Buffer): Set<string> {
  const long = tableOf(file, 'head').readInt16BE(50) === 1;
  const loca = tableOf(file, 'loca');
  const offsets = Array.from({ length: loca.length / (long ? 4 : 2) }, (_, glyph) =>
    long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2,
  );
  const glyf = tableOf(file, 'glyf');
  const texts = offsets.slice(1).map((to, glyph) => glyf.subarray(offsets[glyph], to).toString('hex'));
  return new Set(texts.map((text) => text.replace(/(?:00)+$/, '')).filter((text) => text !== ''));
}

test('keeps the outlines asked for, unchanged, and no others', () => {
  const before = outlines(font);
  const after = outlines(keepGlyphs(font, CODES));
  expect(before.size).toBeGreaterThan(500);
  expect(after.size).toBe(2);
  for (const outline of after) expect(before).toContain(outline);
});

test('leaves the other tables as they are', () => {
  const after = keepGlyphs(font, CODES);
  for (const tag of ['cmap', 'hmtx', 'maxp', 'OS/2']) {
    expect(tableOf(after, tag).equals(tableOf(font, tag)), tag).toBe(true);
  }
  expect(after.length).toBeLessThan(font.length / 5);
});

test('says when nothing would be left', () => {
  expect(() => keepGlyphs(font, new Set([0x41]))).toThrow('no glyph');
});
