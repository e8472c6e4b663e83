import { expect, test } from 'vitest';
import { evaluateDocument } from '../document/evaluate-document';
import { EXAMPLES } from './catalogue';

/*
 * Everything that is told about the examples, case by case. Each line was held against the specification: an example
 * shows either how a thing is done, and then nothing is wrong, or a mistake, and then it is told.
 */

/** Facts that explain a result and are told of many cases. */
const FACTS = new Set(['no-template-passthrough', 'override-vs-rule-status', 'override-in-dead-branch']);

test('tells of the examples what is wrong with them and nothing else', () => {
  const told: Record<string, string[]> = {};
  for (const { id, document } of EXAMPLES) {
    for (const [index, { name }] of document.cases.entries()) {
      const ids = evaluateDocument(document, index).problems.map((problem) => problem.id);
      const wrong = ids.filter((one) => !FACTS.has(one));
      if (wrong.length > 0) told[`${id}: ${name}`] = wrong;
    }
  }
  expect(told).toEqual({
    'python-errors: raises-400': ['path-without-escape'],
    'always-200: raises-400': ['lambda-error-leaks-stack', 'always-default'],
    'always-200: raises-500': ['lambda-error-leaks-stack', 'always-default'],
    'whole-message: prefix-only': [
      'always-default',
      'pattern-must-match-whole-message',
      'rule-never-matches',
    ],
    'whole-message: covered': ['path-without-escape', 'rule-never-matches'],
    'whole-message: other-case': ['always-default', 'pattern-case', 'rule-never-matches'],
    'line-breaks: two-lines-missed': ['always-default', 'dot-stops-at-newline'],
    'no-default-rule: ok-becomes-500': ['no-default-rule', 'catch-all-pattern'],
    'no-default-rule: error': ['no-default-rule', 'catch-all-pattern'],
    'groups-set-no-status: published': ['always-default', 'pattern-must-match-whole-message'],
    'path-or-json: user': ['map-printed-java-style'],
    'path-or-json: empty': ['map-printed-java-style'],
    'headers-from-error: quota': ['header-object-value', 'lambda-error-json-in-message'],
    'http-statuses: 404': ['no-default-rule'],
    'http-statuses: 201': ['no-default-rule'],
    'http-statuses: 503': ['no-default-rule'],
    'http-statuses: 301': ['no-default-rule'],
    'http-always-200: 404': ['always-default'],
    'http-always-200: 500': ['always-default'],
    'http-headers: page-2': ['header-source-case', 'header-remapped'],
    'lambda-proxy: body-as-object': ['malformed-proxy-response'],
    'lambda-proxy: not-that-shape': ['malformed-proxy-response'],
    'lambda-proxy: threw': ['proxy-function-error'],
    'base64-to-binary: not-base64': ['body-not-base64'],
    'accept-asks-for-binary: text': ['body-not-base64'],
    'gateway-answers: took-30-seconds': ['gateway-timeout-bypasses-rules'],
    'gateway-answers: throttled': ['permission-and-integration-failures'],
  });
});
