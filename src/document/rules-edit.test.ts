import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRules } from './read-rules';
import { integrationTypeIn, withIntegrationType, withTemplateRenamed } from './rules-edit';
import { outlineRules } from './rules-outline';

describe('outlineRules', () => {
  test.each<[rules: string, form: string, entries: string[]]>([
    ['', 'blank', []],
    ['# note\n\n', 'blank', []],
    ['a: 1\nb:\n  c: "x # y" # note\n', 'map', ['a=1', 'b', 'b/c="x # y"']],
    ['- a: 1\n  b: 2\n- a: 3\n', 'list', ['a=1', 'b=2', 'a=3']],
    ['---\na: 1 # one\n', 'map', ['a=1']],
    ['a: |\n  b: 1\n\n  c: 2\nd: 3\n', 'map', ['a', 'd=3']],
    ['a:\n  - b: >-\n      c: 1\n    d: 2\n', 'map', ['a', 'a/b', 'a/d=2']],
    ['a: {b: 1, "c": [x, {d: y}]}\ne: 2', 'map', ['a', 'a/b=1', 'a/c', 'a/c/d=y', 'e=2']],
    ['{"a": {"b": "x"},\n "c": 2}', 'flow-map', ['a', 'a/b="x"', 'c=2']],
    ['[{"a": 1}, {"a": 2}]', 'flow-list', ['a=1', 'a=2']],
    ["'it''s': 'x'\nhttp://a: b", 'map', ["it's='x'", 'http://a=b']],
    ['a: "x\n  y: 1"\nb: 2', 'map', ['a', 'b=2']],
    ['a: #note\nb: 1', 'map', ['a', 'b=1']],
    ['a:\r\n  b: 1\r\nc: 2\r\n', 'map', ['a', 'a/b=1', 'c=2']],
  ])('%j', (rules, form, expected) => {
    const outline = outlineRules(rules);
    expect(outline.form).toBe(form);
    expect(
      outline.entries.map(({ path, key, value }) =>
        [...path, key].join('/').concat(value ? `=${rules.slice(value.from, value.to)}` : ''),
      ),
    ).toEqual(expected);
  });

  test('takes any text in linear time', () => {
    const bits = ['a: ', '"', "'", '{', '[', '\n', ' '.repeat(50), ',', '#', '|', '\\', ':', '- '];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const { from, value } of outlineRules(text).entries) {
          expect(from).toBeLessThan(text.length);
          if (value) expect(value.to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
    // Each takes milliseconds; a look-ahead that goes back over the text takes minutes.
    const started = performance.now();
    for (const bit of [
      '{',
      '[',
      '"',
      "'",
      'a:',
      'a ',
      ' ',
      '{"',
      '{a',
      ',',
      "{'",
      '- ',
      '\\',
      '{"\\"',
      'a:\n',
    ]) {
      outlineRules(bit.repeat(400_000 / bit.length));
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);
});

describe('integrationTypeIn', () => {
  test.each<[rules: string, type: string | undefined]>([
    ['', undefined],
    ['type: HTTP\n', 'HTTP'],
    ['# type: MOCK\ntype: "AWS_PROXY" # proxy\n', 'AWS_PROXY'],
    ['{"type": "MOCK", "integrationResponses": {}}', 'MOCK'],
    ['{type: HTTP_PROXY}', 'HTTP_PROXY'],
    ['httpMethod: GET\nmethodIntegration:\n  type: HTTP\n', 'HTTP'],
    ['{"methodIntegration": {"type": "HTTP"}}', 'HTTP'],
    ['Type: AWS::ApiGateway::Method\nProperties:\n  Integration:\n    Type: MOCK\n', 'MOCK'],
    ['x-amazon-apigateway-integration:\n  type: aws_proxy\n', 'AWS_PROXY'],
    ['- statusCode: 200\n', undefined],
    ['- type: HTTP\n', undefined],
    ['a: |\n  type: HTTP\n', undefined],
    ['type: LAMBDA\n', undefined],
    ['methodResponses:\n  200:\n    type: HTTP\n', undefined],
  ])('%j is %s', (rules, type) => {
    expect(integrationTypeIn(rules)).toBe(type);
  });
});

describe('withIntegrationType', () => {
  test.each<[name: string, rules: string, expected: string]>([
    ['an empty text', '', 'type: HTTP\n'],
    ['comments only', '# later\n', '# later\ntype: HTTP\n'],
    ['a type with a comment', '# a\ntype: AWS   # b\nx: 1\n', '# a\ntype: HTTP   # b\nx: 1\n'],
    ['a quoted type', "type: 'AWS'\n", "type: 'HTTP'\n"],
    ['OpenAPI, in small letters', 'type: aws_proxy\n', 'type: http\n'],
    ['a type without a value', 'type:\nuri: x\n', 'type: HTTP\nuri: x\n'],
    ['an unknown type', 'type: LAMBDA\n', 'type: HTTP\n'],
    ['JSON', '{"type": "AWS", "uri": "x"}', '{"type": "HTTP", "uri": "x"}'],
    ['JSON without a type', '{\n  "uri": "x"\n}\n', '{\n  "type": "HTTP",\n  "uri": "x"\n}\n'],
    ['empty JSON', '{}', '{"type": "HTTP"}'],
    [
      'JSON of a whole method',
      '{"httpMethod": "GET", "methodIntegration": {"uri": "x"}}',
      '{"httpMethod": "GET", "methodIntegration": {"type": "HTTP","uri": "x"}}',
    ],
    [
      'a bare list',
      '# rules\n- statusCode: 200 # ok\n\n- statusCode: 404\n  selectionPattern: |-\n    a\n',
      '# rules\ntype: HTTP\nintegrationResponses:\n  - statusCode: 200 # ok\n\n  - statusCode: 404\n    selectionPattern: |-\n      a\n',
    ],
    [
      'a bare JSON list',
      '[{"statusCode": "200"}]\n',
      '{\n  "type": "HTTP",\n  "integrationResponses": [{"statusCode": "200"}]\n}\n',
    ],
    ['a map without a type', '# a\nuri: x\n', '# a\ntype: HTTP\nuri: x\n'],
    ['a single rule', 'statusCode: 200\n', 'type: HTTP\nstatusCode: 200\n'],
    [
      'CloudFormation without a type',
      'Type: AWS::ApiGateway::Method\nProperties:\n  Integration:\n    Uri: x\n',
      'Type: AWS::ApiGateway::Method\nProperties:\n  Integration:\n    Type: HTTP\n    Uri: x\n',
    ],
  ])('%s', (_, rules, expected) => {
    expect(withIntegrationType(rules, 'HTTP')).toBe(expected);
  });

  const rules = fc.constantFrom(
    '',
    '- statusCode: 200\n  selectionPattern: "a"\n',
    '# note\n\n  - statusCode: 200\n  - statusCode: 404\n    selectionPattern: |-\n      a\n\n      b\n',
    '\uFEFF- statusCode: 200\r\n',
    '---\n- statusCode: 200\n',
    '[{"statusCode": 200}]',
    '{"integrationResponses": [{"statusCode": 200}]}',
    '{"200": {"statusCode": 200}}',
    'statusCode: 200\n',
    '200: {}\n404:\n  selectionPattern: x\n',
    'integrationResponses:\n- statusCode: 200\n',
    'Type: AWS::ApiGateway::Method\nProperties:\n  Integration:\n    IntegrationResponses:\n      - StatusCode: 200\n',
    'x-amazon-apigateway-integration:\n  responses:\n    default: {statusCode: 200}\n',
    'default: {statusCode: 200}\n',
  );

  test('is what the rules are then read as, and changes nothing else', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom('AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK'), (text, type) => {
        const before = readRules(text).method;
        const changed = withIntegrationType(text, type);
        const after = readRules(changed);
        expect(after.method).toEqual({ ...before, integration: { ...before?.integration, type } });
        expect(integrationTypeIn(changed)).toBe(type);
        expect(withIntegrationType(changed, type)).toBe(changed);
      }),
    );
  });
});

describe('withTemplateRenamed', () => {
  test.each<[rules: string, expected: string]>([
    ['responseTemplates:\n  application/json: a.vtl\n', 'responseTemplates:\n  application/json: b.vtl\n'],
    ['responseTemplates: {text/html: "a.vtl"}', 'responseTemplates: {text/html: "b.vtl"}'],
    ["ResponseTemplates:\n  x: 'a.vtl' # c\n", "ResponseTemplates:\n  x: 'b.vtl' # c\n"],
    ['requestTemplates:\n  x: a.vtl\n  y: a.vtl.old\n', 'requestTemplates:\n  x: b.vtl\n  y: a.vtl.old\n'],
    ['uri: a.vtl\n', 'uri: a.vtl\n'],
    ['responseTemplates:\n  x: |\n    a: a.vtl\n', 'responseTemplates:\n  x: |\n    a: a.vtl\n'],
  ])('%j', (rules, expected) => {
    expect(withTemplateRenamed(rules, 'a.vtl', 'b.vtl')).toBe(expected);
  });

  test('puts a name in quotes that could not stand without', () => {
    expect(withTemplateRenamed('responseTemplates:\n  x: a.vtl\n', 'a.vtl', 'b: c')).toBe(
      'responseTemplates:\n  x: "b: c"\n',
    );
  });
});
