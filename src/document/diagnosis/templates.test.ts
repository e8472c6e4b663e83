import { describe, expect, test } from 'vitest';
import { TRIALS } from '../../engine/diagnose/template-trials';
import { applyFixes, problemsOf, type Texts } from './problem-cases';

const MENDED = TRIALS.filter(({ fixed }) => fixed !== undefined);

const indented = (text: string) => text.replaceAll('\n', '\n      ');

/** The ways a template is written. */
const FORMS: [form: string, rules: (template: string) => string][] = [
  ['a template with a name', () => '- statusCode: 200\n  responseTemplates:\n    application/json: t.vtl\n'],
  [
    'a block in the rules',
    (text) => `- statusCode: 200\n  responseTemplates:\n    application/json: |-\n      ${indented(text)}\n`,
  ],
  [
    'a text in double quotes',
    (text) => `- statusCode: 200\n  responseTemplates:\n    application/json: ${JSON.stringify(text)}\n`,
  ],
  [
    'rules in JSON',
    (text) =>
      JSON.stringify([{ statusCode: '200', responseTemplates: { 'application/json': text } }], null, 2),
  ],
];

describe.each(FORMS)('fixes in %s', (form, rules) => {
  test.each(MENDED)('$id: $template', ({ id, template, answer, given }) => {
    const texts: Texts = {
      rules: rules(template),
      answer,
      templates: form === 'a template with a name' ? { 't.vtl': template } : {},
      request: given ? JSON.stringify(given) : '',
    };
    expect(problemsOf(texts, id)).not.toEqual([]);
    expect(applyFixes(texts, id)).not.toEqual([]);
  });
});

describe.each<[id: string, texts: Texts]>([
  [
    'override-twice',
    {
      rules: '- statusCode: 200\n  responseTemplates:\n    application/json: t.vtl\n',
      templates: {
        't.vtl':
          '#set($context.responseOverride.status = 400)\n#set($context.responseOverride.status = 404)\n',
      },
    },
  ],
  [
    'override-status-invalid',
    {
      rules: `- statusCode: 200\n  responseTemplates:\n    application/json: '#set($context.responseOverride.status = "404")'\n`,
    },
  ],
  [
    'override-misspelt',
    {
      rules: `- statusCode: 200\n  responseTemplates:\n    application/json: '#set($context.responseOverride.statusCode = 404)'\n`,
    },
  ],
  [
    'content-type-header-missing',
    { rules: `- statusCode: 200\n  responseTemplates:\n    application/json: '<p>x</p>'\n` },
  ],
  ['template-empty', { rules: `- statusCode: 200\n  responseTemplates:\n    application/json: ''\n` }],
  [
    'accept-picks-template',
    {
      rules: `- statusCode: 200\n  responseTemplates:\n    text/csv: '1'\n    text/html: '2'\n`,
    },
  ],
])('%s', (id, texts) => {
  test('has a fix that removes it', () => {
    expect(applyFixes({ answer: '{}', ...texts }, id)).not.toEqual([]);
  });
});
