// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { classFolder } from '../oracle.mjs';

/*
 * Needs a JDK and Jayway JsonPath 2.0.0 with json-smart 2.2: on Debian `apt-get install libjsonpath-java`. Another
 * version is taken from JSONPATH_CP: a class path with json-path, json-smart, its accessors, asm and slf4j-api.
 */

const JARS = ['json-path', 'json-smart', 'accessors-smart', 'asm', 'slf4j-api', 'slf4j-nop'];

export async function prepare() {
  const libraries =
    process.env.JSONPATH_CP ??
    JARS.map((name) => `/usr/share/java/${name}.jar`)
      .filter((file) => existsSync(file))
      .join(':');
  const classes = classFolder('jsonpath');
  const source = join(import.meta.dirname, 'JsonPathOracle.java');
  execFileSync('javac', ['-nowarn', '-encoding', 'UTF-8', '-cp', libraries, '-d', classes, source]);
  const args = ['-XX:+UseSerialGC', '-Xss4m', '-cp', `${classes}:${libraries}`, 'JsonPathOracle'];
  return { command: 'java', args };
}

/**
 * The oracle reads its questions with json-smart, which drops some characters: everything but plain ASCII is escaped.
 * @param {Record<string, unknown>} question
 */
export function encode({ path, json }) {
  return JSON.stringify({ path, json }).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
