import {
  GATEWAY_RESPONSE_PROPERTIES,
  METHOD_PROPERTIES,
  METHOD_RESPONSE_PROPERTIES,
  PROPERTY_VALUES,
  type Property,
  REQUEST_PROPERTIES,
  RULE_PROPERTIES,
} from './rules-properties';
import type { Explanation, Suggestion } from './suggestion';

/** How many lines up the parents of a key are looked for. */
const MOST_LINES = 2000;

/** The texts that are YAML. */
export type YamlText = 'rules' | 'request';

/** What can be typed at an offset of the rules or the request in block style, in UTF-16 units. */
export function completeYaml(text: string, offset: number, which: YamlText): Suggestion[] {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const value = /^[ ]*(?:- +)*(\w+): +(\w*)$/.exec(before);
  if (value) {
    const replace = { from: offset - (value[2] ?? '').length, to: offset };
    const values = which === 'rules' ? PROPERTY_VALUES.get(value[1] ?? '') : undefined;
    return (values ?? []).map((each) => ({
      label: each,
      insert: each,
      replace,
      kind: 'value',
      detail: '',
      doc: '',
    }));
  }
  const key = /^( *)((?:- +)*)(\w*)$/.exec(before);
  if (!key) return [];
  const [, indent = '', dashes = '', typed = ''] = key;
  const parents = parentKeys(text, lineStart, indent.length, dashes !== '');
  return propertiesUnder(parents, which).map(({ name, value: snippet, doc }) => ({
    label: name,
    // Monaco indents further lines like this one, but a key after a dash stands deeper than its line.
    insert: `${name}:${snippet.replaceAll('\n', `\n${' '.repeat(dashes.length)}`)}`,
    replace: { from: offset - typed.length, to: offset },
    kind: 'property',
    detail: '',
    doc,
  }));
}

/** What is known about the property name at an offset. */
export function explainYaml(text: string, offset: number, which: YamlText): Explanation | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const key = /^( *)((?:- +)*)["']?(\w+)["']?\s*:/.exec(line);
  if (!key) return undefined;
  const [, indent = '', dashes = '', name = ''] = key;
  const from = lineStart + line.indexOf(name, indent.length + dashes.length);
  if (offset < from || offset > from + name.length) return undefined;
  const parents = parentKeys(text, lineStart, indent.length, dashes !== '');
  // CloudFormation writes the same names with a capital.
  const wanted = name.charAt(0).toLowerCase() + name.slice(1);
  const property = propertiesUnder(parents, which).find((each) => each.name === wanted);
  return property && { span: { from, to: from + name.length }, title: name, doc: property.doc };
}

/** Keys above the line beginning at `lineStart`, outermost first; `-` for an item of a list. */
function parentKeys(text: string, lineStart: number, indent: number, inItem: boolean): string[] {
  const parents = inItem ? ['-'] : [];
  let column = indent;
  let end = lineStart - 1;
  // The item's own dash belongs to the list of a key that may stand in the same column.
  let dashIsParent = inItem;
  for (let count = 0; end >= 0 && count < MOST_LINES; count++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = /^( *)((?:- +)*)(?:["']?([^"'#:\n]+)["']?\s*:)?/.exec(text.slice(start, end));
    end = start - 1;
    const [, blanks = '', dashes = '', name] = line ?? [];
    if (name === undefined && dashes === '') continue;
    const keyColumn = blanks.length + dashes.length;
    if (
      name !== undefined &&
      (keyColumn < column || (dashIsParent && dashes === '' && keyColumn === column))
    ) {
      parents.unshift(name);
      column = keyColumn;
      dashIsParent = false;
    }
    if (dashes !== '' && blanks.length < column) {
      parents.unshift('-');
      column = blanks.length;
      dashIsParent = true;
    }
  }
  return parents;
}

function propertiesUnder(parents: readonly string[], which: YamlText): readonly Property[] {
  if (which === 'request') return parents.length === 0 ? REQUEST_PROPERTIES : [];
  const names = parents.map((name) => name.charAt(0).toLowerCase() + name.slice(1));
  const [last, list] = [names.at(-1), names.at(-2)];
  if (list === 'integrationResponses' || (last === '-' && list === undefined)) return RULE_PROPERTIES;
  if (list === 'methodResponses') return METHOD_RESPONSE_PROPERTIES;
  if (list === 'gatewayResponses') return GATEWAY_RESPONSE_PROPERTIES;
  const method = last === undefined || last === 'integration' || last === 'methodIntegration';
  return method ? METHOD_PROPERTIES : [];
}
