import { expect, test } from 'vitest';
import { findCommands } from './find-commands';

const COMMANDS = [
  { group: 'Go to', title: 'Go to the rules' },
  { group: 'Page', title: 'Theme: dark' },
  { group: 'Page', title: 'Theme: light' },
];

test.each([
  ['', ['Go to the rules', 'Theme: dark', 'Theme: light']],
  ['theme', ['Theme: dark', 'Theme: light']],
  ['DARK page', ['Theme: dark']],
  ['  rules  ', ['Go to the rules']],
  ['nothing like it', []],
])('%j finds %j', (query, titles) => {
  expect(findCommands(COMMANDS, query).map(({ title }) => title)).toEqual(titles);
});
