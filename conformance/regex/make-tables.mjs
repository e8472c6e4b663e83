import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Writes src/engine/java-regex/unicode/*.ts from what the installed JDK says. Run it with a JDK 17: that is the
 * version whose behaviour the engine reproduces (Unicode 13).
 *
 *   node conformance/regex/make-tables.mjs
 */

const here = import.meta.dirname;
const classes = mkdtempSync(join(tmpdir(), 'regex-tables-'));
execFileSync('javac', ['-d', classes, join(here, 'oracle/UnicodeTables.java')]);
const lines = execFileSync(
  'java',
  ['--add-opens', 'java.base/java.lang=ALL-UNNAMED', '-cp', classes, 'UnicodeTables'],
  { encoding: 'utf8', maxBuffer: 1 << 26 },
)
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

const rangesOf = (name) =>
  lines
    .find((line) => line[0] === name)[1]
    .split(' ')
    .map((range) => range.split('-').map(Number));

/** Gap and length in turns, in base 36. */
function pack(ranges) {
  let end = 0;
  return ranges
    .flatMap(([first, last]) => {
      const pair = [(first - end).toString(36), (last + 1 - first).toString(36)];
      end = last + 1;
      return pair;
    })
    .join(' ');
}

function write(file, comment, constants) {
  const source = Object.entries(constants).map(([name, { doc, value }]) => {
    const chunks = value
      .match(/.{1,100}(?: |$)|.{1,100}/g)
      .map((chunk) => `'${chunk.replaceAll("'", "\\'")}'`);
    const text = chunks.length === 1 ? chunks[0] : `[\n  ${chunks.join(',\n  ')},\n].join('')`;
    return `/** ${doc} */\nexport const ${name} = ${text};\n`;
  });
  const head = `/*\n${comment.map((line) => ` * ${line}\n`).join('')} *\n * Made by conformance/regex/make-tables.mjs from JDK 17 (Unicode 13).\n */\n`;
  writeFileSync(join(here, '../../src/engine/java-regex/unicode', file), `${head}\n${source.join('\n')}`);
}

const packed = 'Gap since the last range and length, in turns, base 36.';

write('unassigned.ts', ['Code points without a character, whatever a newer browser thinks of them.'], {
  UNASSIGNED: { doc: packed, value: pack(rangesOf('unassigned')) },
});

write('grapheme-parts.ts', ['Code points by the part they play in a grapheme cluster.'], {
  EXTENDING: { doc: `Joined to anything before them. ${packed}`, value: pack(rangesOf('extend')) },
  PREPENDED: { doc: `Joined to anything after them. ${packed}`, value: pack(rangesOf('prepend')) },
  PICTOGRAPHIC: { doc: `Joined to one another by U+200D. ${packed}`, value: pack(rangesOf('pictographic')) },
});

const blocks = lines.filter((line) => line[0] === 'block');
let end = 0;
const blockText = blocks
  .map(([, range, id, ...names]) => {
    const [first, last] = range.split('-').map(Number);
    const gap = first - end;
    end = last + 1;
    return `${gap === 0 ? '' : gap.toString(36)},${((last + 1 - first) / 16).toString(36)},${spelling(id, names)}`;
  })
  .join(';');

/** The spelling from which all others follow, or all of them. */
function spelling(id, names) {
  const derived = (name) => new Set([name, name.replaceAll(' ', ''), name.replace(/[ -]/g, '_')]);
  const one = names.find((name) => {
    const all = derived(name);
    return all.size === new Set(names).size && names.every((other) => all.has(other)) && all.has(id);
  });
  return one ?? names.join('|');
}

write('blocks.ts', ['Blocks: extent and name.'], {
  BLOCKS: {
    doc: 'Gap since the last block and length in sixteens (base 36), then the name in capitals; `|` parts names that do not follow from one another.',
    value: blockText,
  },
});

const scripts = lines.filter((line) => line[0] === 'script').map(([, code, name]) => `${code} ${name}`);
write('scripts.ts', ['Scripts: four-letter code and the name Java knows them by.'], {
  SCRIPTS: { doc: 'Code, blank, name, semicolon.', value: scripts.join(';') },
});
