import { spawnSync } from 'node:child_process';
import { encode, prepare } from '../conformance/vtl/oracle.mjs';
import type { BenchTemplate } from './templates';

/**
 * Parses and renders a second of Velocity 1.7 on a warm JVM, in the order of the templates.
 *
 * @returns undefined when this machine has no JDK or not the libraries
 */
export async function jvmRates(
  templates: BenchTemplate[],
  context: Record<string, unknown>,
): Promise<number[] | undefined> {
  try {
    const { command, args } = await prepare();
    const classPath = args[args.indexOf('-cp') + 1] ?? '';
    const classes = classPath.split(':')[0] ?? '';
    const compiled = spawnSync('javac', ['-cp', classPath, '-d', classes, 'bench/VelocityBench.java']);
    if (compiled.status !== 0) return undefined;
    const questions = templates.map(({ template, body }) => encode({ template, body, context }));
    const { stdout, status } = spawnSync(command, [...args.slice(0, -1), 'VelocityBench'], {
      input: `${questions.join('\n')}\n`,
      encoding: 'utf8',
    });
    return status === 0 ? stdout.trim().split('\n').map(Number) : undefined;
  } catch {
    return undefined;
  }
}
