// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { classFolder } from '../oracle.mjs';

/*
 * Needs a JDK, Velocity 1.7 and Jayway JsonPath 2.0.0: on Debian `apt-get install velocity libjsonpath-java`. Other
 * places are named by VELOCITY_CP, a class path.
 */

const JARS = [
  'velocity',
  'commons-collections3',
  'commons-lang',
  'json-path',
  'json-smart',
  'accessors-smart',
  'asm',
  'slf4j-api',
  'slf4j-nop',
];

export async function prepare() {
  const libraries =
    process.env.VELOCITY_CP ??
    JARS.map((name) => `/usr/share/java/${name}.jar`)
      .filter((file) => existsSync(file))
      .join(':');
  const classes = classFolder('vtl');
  const source = join(import.meta.dirname, 'VelocityOracle.java');
  execFileSync('javac', ['-nowarn', '-encoding', 'UTF-8', '-cp', libraries, '-d', classes, source]);
  const args = ['-XX:+UseSerialGC', '-Xss16m', '-Xmx1g', '-cp', `${classes}:${libraries}`, 'VelocityOracle'];
  return { command: 'java', args };
}

/**
 * The oracle reads its questions with json-smart, which drops some characters: everything but plain ASCII is escaped.
 * @param {Record<string, unknown>} question
 */
export function encode(question) {
  return JSON.stringify(question).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
