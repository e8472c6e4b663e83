import { describe, expect, test } from 'vitest';
import { INPUT_METHODS, UTIL_METHODS } from '../../../../engine/vtl/methods/host';
import { LIST_METHODS } from '../../../../engine/vtl/methods/list';
import { ENTRY_METHODS, HASH_MAP_METHODS, MAP_METHODS } from '../../../../engine/vtl/methods/map';
import type { Method } from '../../../../engine/vtl/methods/method';
import { INTEGER_METHODS, NUMBER_METHODS } from '../../../../engine/vtl/methods/number';
import { OBJECT_METHODS } from '../../../../engine/vtl/methods/object';
import { BOOLEAN_METHODS } from '../../../../engine/vtl/methods/scalar';
import { STRING_METHODS } from '../../../../engine/vtl/methods/string';
import { membersOf } from './members';
import type { ValueType } from './types';

/*
 * The editor's tables are short and light; the engine's have the methods themselves. What the editor offers the
 * engine has to know, with as many parameters.
 */

const TABLES: [ValueType, Method[]][] = [
  ['String', STRING_METHODS],
  ['List', LIST_METHODS],
  ['Map', [...MAP_METHODS, ...HASH_MAP_METHODS]],
  ['Entry', ENTRY_METHODS],
  ['Number', [...INTEGER_METHODS, ...NUMBER_METHODS]],
  ['Boolean', BOOLEAN_METHODS],
  ['input', INPUT_METHODS],
  ['util', UTIL_METHODS],
];

describe.each(TABLES)('%s', (type, table) => {
  const methods = [...table, ...OBJECT_METHODS];
  const offered = membersOf(type).filter(({ parameters }) => parameters !== undefined);

  test.each(offered.map(({ name, parameters = '' }) => [name, parameters]))('%s%s', (name, parameters) => {
    const count = parameters
      .slice(1, -1)
      .split(', ')
      .filter((each) => each !== '').length;
    const counts = methods.filter((method) => method.name === name).map((method) => method.parameters.length);
    expect(counts).toContain(count);
  });
});
