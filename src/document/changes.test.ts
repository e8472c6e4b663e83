import { describe, expect, test } from 'vitest';
import * as changes from './changes';
import type { PlaygroundDocument } from './model';
import { MAX_CASES, MAX_TEMPLATES } from './schema';

const base: PlaygroundDocument = {
  ...changes.newDocument(),
  cases: [
    { name: 'a', answer: '1' },
    { name: 'b', answer: '2', functionError: true },
    { name: 'c', answer: '3' },
  ],
  activeCase: 1,
  rules:
    'type: AWS\nintegrationResponses:\n  - statusCode: 200\n    responseTemplates: {application/json: x.vtl}\n',
  templates: [
    { name: 'x.vtl', text: 'X' },
    { name: 'y.vtl', text: 'Y' },
  ],
};

const names = (document: PlaygroundDocument) => document.cases.map(({ name }) => name).join();
const active = (document: PlaygroundDocument) => document.cases[document.activeCase]?.name;

describe('cases', () => {
  test('setAnswer changes the active case, or another', () => {
    expect(changes.setAnswer(base, 'new').cases[1]).toEqual({
      name: 'b',
      answer: 'new',
      functionError: true,
    });
    expect(changes.setAnswer(base, 'new', 0).cases[0]?.answer).toBe('new');
    expect(changes.setAnswer(base, 'new', 7)).toBe(base);
  });

  test('setCaseOptions sets and takes away', () => {
    const changed = changes.setCaseOptions(base, { functionError: undefined, latencyInMillis: 50 });
    expect(changed.cases[1]).toStrictEqual({ name: 'b', answer: '2', latencyInMillis: 50 });
    expect(base.cases[1]?.functionError).toBe(true);
  });

  test('addCase puts the new one after the active and selects it', () => {
    const changed = changes.addCase(base);
    expect(names(changed)).toBe('a,b,case-4,c');
    expect(active(changed)).toBe('case-4');
    expect(names(changes.addCase(base, { name: 'a' }))).toBe('a,b,a-2,c');
  });

  test('addCase stops at the limit', () => {
    const full = {
      ...base,
      cases: Array.from({ length: MAX_CASES }, (_, at) => ({ name: `${at}`, answer: '' })),
    };
    expect(changes.addCase(full)).toBe(full);
  });

  test('duplicateCase copies everything but the name', () => {
    const changed = changes.duplicateCase(base);
    expect(changed.cases[2]).toEqual({ name: 'b-2', answer: '2', functionError: true });
    expect(active(changed)).toBe('b-2');
  });

  test('renameCase refuses names that are taken, empty or strange', () => {
    expect(names(changes.renameCase(base, 0, 'z'))).toBe('z,b,c');
    for (const name of ['b', '', '  ', 'a\nb', 'x'.repeat(200)]) {
      expect(changes.renameCase(base, 0, name)).toBe(base);
      expect(changes.caseNameProblem(base, 0, name)).toMatch(/\.$/);
    }
    expect(changes.caseNameProblem(base, 0, 'a')).toBeUndefined();
  });

  test.each<[remove: number, left: string, nowActive: string]>([
    [0, 'b,c', 'b'],
    [1, 'a,c', 'c'],
    [2, 'a,b', 'b'],
  ])('removeCase %i', (index, left, nowActive) => {
    const changed = changes.removeCase(base, index);
    expect(names(changed)).toBe(left);
    expect(active(changed)).toBe(nowActive);
  });

  test('removeCase selects the one before when the last is removed, and keeps the only one', () => {
    expect(active(changes.removeCase({ ...base, activeCase: 2 }, 2))).toBe('b');
    const one = { ...base, cases: base.cases.slice(0, 1), activeCase: 0 };
    expect(changes.removeCase(one, 0)).toBe(one);
    expect(changes.removeCase(base, 9)).toBe(base);
  });

  test('selectCase', () => {
    expect(active(changes.selectCase(base, 2))).toBe('c');
    expect(changes.selectCase(base, 3)).toBe(base);
    expect(changes.selectCase(base, 1)).toBe(base);
  });
});

describe('templates', () => {
  test('setTemplate, addTemplate, removeTemplate', () => {
    expect(changes.setTemplate(base, 'y.vtl', 'new').templates[1]).toEqual({ name: 'y.vtl', text: 'new' });
    expect(changes.setTemplate(base, 'z.vtl', 'new')).toBe(base);
    expect(changes.addTemplate(base, 'x.vtl').templates[2]).toEqual({ name: 'x-2.vtl', text: '' });
    expect(changes.removeTemplate(base, 'x.vtl').templates).toEqual([{ name: 'y.vtl', text: 'Y' }]);
    expect(changes.removeTemplate(base, 'z.vtl')).toBe(base);
  });

  test('addTemplate stops at the limit', () => {
    const templates = Array.from({ length: MAX_TEMPLATES }, (_, at) => ({ name: `${at}`, text: '' }));
    const full = { ...base, templates };
    expect(changes.addTemplate(full)).toBe(full);
  });

  test('renameTemplate takes the rules along', () => {
    const changed = changes.renameTemplate(base, 'x.vtl', 'error.vtl');
    expect(changed.templates[0]).toEqual({ name: 'error.vtl', text: 'X' });
    expect(changed.rules).toContain('{application/json: error.vtl}');
    expect(changes.renameTemplate(base, 'x.vtl', 'y.vtl')).toBe(base);
    expect(changes.renameTemplate(base, 'x.vtl', 'x.vtl')).toBe(base);
    expect(changes.renameTemplate(base, 'q.vtl', 'z.vtl')).toBe(base);
  });
});

test('title, rules, request and integration type', () => {
  expect(changes.setTitle(base, 'T').title).toBe('T');
  expect('title' in changes.setTitle({ ...base, title: 'T' }, ' ')).toBe(false);
  expect(changes.setRules(base, 'r').rules).toBe('r');
  expect(changes.setRequest(base, 'q').request).toBe('q');
  expect(changes.integrationTypeOf(base)).toBe('AWS');
  expect(changes.integrationTypeOf(changes.setRules(base, ''))).toBe('AWS');
  expect(changes.integrationTypeOf(changes.setIntegrationType(base, 'MOCK'))).toBe('MOCK');
});

test('no change touches the document it was given', () => {
  const frozen = deepFreeze(structuredClone(base));
  changes.addCase(frozen);
  changes.renameTemplate(frozen, 'x.vtl', 'z.vtl');
  changes.setCaseOptions(frozen, { base64: true });
  changes.removeCase(frozen, 0);
  expect(frozen).toEqual(base);
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}

describe('answerKindOf', () => {
  const s3 = 'arn:aws:apigateway:eu-west-1:s3:path/files/notes.txt';
  const lambda = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations';
  test.each([
    ['', 'lambda'],
    ['- statusCode: 200\n', 'lambda'],
    ['type: HTTP\nuri: https://example.com\n', 'http'],
    ['type: MOCK\n', 'none'],
    [`type: AWS\nuri: ${s3}\n`, 'http'],
    [`type: AWS\nuri: ${lambda}\n`, 'lambda'],
    [`{"methodIntegration": {"type": "AWS", "uri": "${s3}"}}`, 'http'],
    [`Integration:\n  Type: AWS\n  Uri: ${s3}\n`, 'http'],
    [`type: AWS_PROXY\nuri: ${s3}\n`, 'lambda'],
    [`type: AWS\nintegrationResponses:\n  - uri: ${s3}\n`, 'lambda'],
  ])('%j', (rules, kind) => {
    expect(changes.answerKindOf(changes.setRules(base, rules))).toBe(kind);
  });
});
