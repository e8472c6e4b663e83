import { describe, expect, test } from 'vitest';
import { checkCase } from './check-case';
import { type Case, readCases } from './read-cases';

/*
 * W01 to W86 are recordings of the real service, D01 to D20 follow from its documentation or from reports; the tables
 * hold the service's decision tables cell by cell. W81, W82 and W84 to W86 recorded what the control plane stores and
 * hands back. There is no control plane here, so they are compared by what the stored configuration does to a
 * response, and by the refusal in the service's own words.
 */

const files = readCases();

test('no case is lost', () => {
  const ids = files.flatMap(([, cases]) => cases.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  for (let i = 1; i <= 86; i++) {
    const id = `W${`${i}`.padStart(2, '0')}`;
    expect(
      ids.some((other) => other === id || new RegExp(`^${id}\\D`).test(other)),
      id,
    ).toBe(true);
  }
  for (let i = 1; i <= 20; i++) expect(ids).toContain(`D${`${i}`.padStart(2, '0')}`);
});

describe.each(files)('%s', (_, cases) => {
  test.each(cases.map((each): [string, Case] => [`${each.id} ${each.title}`, each]))('%s', (_title, each) => {
    checkCase(each);
  });
});
