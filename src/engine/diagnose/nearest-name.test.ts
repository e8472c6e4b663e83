import { expect, test } from 'vitest';
import { nearestName } from './nearest-name';

test.each<[name: string, candidates: string[], nearest: string | undefined]>([
  ['mesage', ['message', 'code'], 'message'],
  ['parseJSON', ['parseJson', 'urlEncode'], 'parseJson'],
  ['itmes', ['items', 'item'], 'items'],
  ['responseOverrride', ['responseOverride', 'requestOverride'], 'responseOverride'],
  ['id', ['ip', 'to'], undefined],
  ['total', ['count', 'message'], undefined],
  ['color', ['colon', 'colour'], undefined],
  ['name', ['name'], undefined],
  ['ID', ['id'], 'id'],
])('%s among %j', (name, candidates, nearest) => {
  expect(nearestName(name, candidates)).toBe(nearest);
});
