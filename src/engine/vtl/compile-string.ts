import type { JavaValue } from '../values/types';
import type { Context, Value } from './compile-context';
import { compileItems } from './compile-item';
import { noteLiteral, noteText } from './observation';
import type { StringLiteral } from './tree';

/** A string: its text, or in double quotes with a `$` or `#` what it renders to. */
export function compileString(node: StringLiteral, context: Context): Value {
  if (!node.template) {
    const { text } = node;
    const value = (): JavaValue => text;
    return context.observe ? noteLiteral(value, node) : value;
  }
  const render = compileItems(node.template.items, { ...context, template: node.template });
  const { padded } = node;
  const value: Value = (run) => {
    const text = run.capture(() => render(run));
    return padded && text !== '' ? text.slice(0, -1) : text;
  };
  return context.observe ? noteText(value) : value;
}
