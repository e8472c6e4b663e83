// @ts-check
/*
 * Takes the outlines of unused glyphs out of a TrueType font. Glyphs keep their numbers, so every other table stays
 * as it is; an unused glyph is simply empty.
 */

/**
 * @param {Buffer} font
 * @param {ReadonlySet<number>} codePoints of the glyphs to keep
 * @returns {Buffer}
 */
export function keepGlyphs(font, codePoints) {
  const tables = readTables(font);
  const glyphs = new Set([0, ...glyphsOf(table(tables, 'cmap'), codePoints)]);
  const offsets = readOffsets(table(tables, 'head'), table(tables, 'loca'));
  const outlines = table(tables, 'glyf');
  const kept = [];
  const loca = Buffer.alloc(offsets.length * 4);
  let length = 0;
  for (let glyph = 0; glyph + 1 < offsets.length; glyph++) {
    const outline = glyphs.has(glyph)
      ? outlines.subarray(offsets[glyph], offsets[glyph + 1])
      : Buffer.alloc(0);
    if (outline.length > 0 && outline.readInt16BE(0) < 0) throw new Error(`Glyph ${glyph} is made of others`);
    kept.push(outline, Buffer.alloc(-outline.length & 3));
    length += outline.length + (-outline.length & 3);
    loca.writeUInt32BE(length, (glyph + 1) * 4);
  }
  const head = Buffer.from(table(tables, 'head'));
  head.writeInt16BE(1, 50);
  return writeTables(
    font,
    new Map([...tables, ['glyf', Buffer.concat(kept)], ['loca', loca], ['head', head]]),
  );
}

/** @returns {Map<string, Buffer>} tables by tag, in the order of the directory */
function readTables(/** @type {Buffer} */ font) {
  const tables = new Map();
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    const from = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(from, from + font.readUInt32BE(at + 12)));
  }
  return tables;
}

/** @returns {Buffer} */
function table(/** @type {Map<string, Buffer>} */ tables, /** @type {string} */ tag) {
  const found = tables.get(tag);
  if (!found) throw new Error(`The font has no table ${tag}`);
  return found;
}

/** Reads the character map of format 12: groups of code points with consecutive glyphs. */
function glyphsOf(/** @type {Buffer} */ cmap, /** @type {ReadonlySet<number>} */ codePoints) {
  const glyphs = [];
  for (let record = 4; record < 4 + 8 * cmap.readUInt16BE(2); record += 8) {
    const at = cmap.readUInt32BE(record + 4);
    if (cmap.readUInt16BE(at) !== 12) continue;
    for (let group = at + 16; group < at + 16 + 12 * cmap.readUInt32BE(at + 12); group += 12) {
      const [first, last, glyph] = [0, 4, 8].map((offset) => cmap.readUInt32BE(group + offset));
      for (const code of codePoints) {
        if (code >= Number(first) && code <= Number(last)) glyphs.push(Number(glyph) + code - Number(first));
      }
    }
  }
  if (glyphs.length === 0) throw new Error('The font has no glyph for what is to be kept');
  return glyphs;
}

/** Where every outline begins, and where the last one ends. */
function readOffsets(/** @type {Buffer} */ head, /** @type {Buffer} */ loca) {
  const long = head.readInt16BE(50) === 1;
  return Array.from({ length: loca.length / (long ? 4 : 2) }, (_, glyph) =>
    long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2,
  );
}

/** Writes the tables anew, each with its checksum. */
function writeTables(/** @type {Buffer} */ font, /** @type {Map<string, Buffer>} */ tables) {
  const directory = Buffer.from(font.subarray(0, 12 + 16 * tables.size));
  const bodies = [];
  let at = directory.length;
  for (const [index, [tag, body]] of [...tables].entries()) {
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    const entry = 12 + 16 * index;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(padded), entry + 4);
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(body.length, entry + 12);
    bodies.push(padded);
    at += padded.length;
  }
  return Buffer.concat([directory, ...bodies]);
}

function checksum(/** @type {Buffer} */ padded) {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
