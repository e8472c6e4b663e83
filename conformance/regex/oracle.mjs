// @ts-check
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { classFolder } from '../oracle.mjs';

/** Compiles the oracle and says how to start it. Needs a JDK 17. */
export function prepare() {
  const classes = classFolder('regex');
  execFileSync('javac', ['-d', classes, join(import.meta.dirname, 'oracle/RegexOracle.java')]);
  return { command: 'java', args: ['-cp', classes, 'RegexOracle'] };
}

/**
 * One question as the oracle reads it: words, texts in hexadecimal.
 * @param {{ op?: string, pattern: string, input?: string, replacement?: string, limit?: number }} question
 */
export function encode({ op = 'match', pattern, input = '', replacement, limit }) {
  const words = [op, hexadecimal(pattern), hexadecimal(input)];
  if (replacement !== undefined) words.push(hexadecimal(replacement));
  if (limit !== undefined) words.push(String(limit));
  return words.join(' ');
}

/** @param {string} text */
function hexadecimal(text) {
  let out = 'x';
  for (let i = 0; i < text.length; i++) out += text.charCodeAt(i).toString(16).padStart(4, '0');
  return out;
}
