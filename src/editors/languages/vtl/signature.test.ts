import { expect, test } from 'vitest';
import { signatureAt } from './signature';

test.each([
  ["$input.path('$.a').replace(|", 'replace(text, by) at 0'],
  ["$input.path('$.a').replace('a,b', |", 'replace(text, by) at 1'],
  ['#set($x = $util.urlEncode($input.json(|', 'json(jsonPath) at 0'],
  ['#set($x = $util.urlEncode($input.json("$"), |', 'urlEncode(text) at 0'],
  ["$input.path('$.a').replace('a', [1, 2], |", 'replace(text, by) at 1'],
  ['$input.params(|', 'params(name) at 0'],
])('%s → %s', (text, expected) => {
  const signature = signatureAt(text.replace('|', ''), text.indexOf('|'));
  expect(signature && `${signature.label} at ${signature.active}`).toBe(expected);
});

test.each(['#if(|', '$x.y(|', '$input.path("$")|', '(|', "$input.path('$')[|"])('%s: nothing', (text) =>
  expect(signatureAt(text.replace('|', ''), text.indexOf('|'))).toBeUndefined(),
);
