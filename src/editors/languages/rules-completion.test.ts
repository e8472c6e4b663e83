import { describe, expect, test } from 'vitest';
import { completeYaml, explainYaml } from './rules-completion';

function complete(text: string, which: 'rules' | 'request' = 'rules') {
  return completeYaml(text.replace('¦', ''), text.indexOf('¦'), which);
}

const METHOD = 'type';
const RULE = 'statusCode selectionPattern';

describe('completeYaml', () => {
  test.each([
    ['an empty text', '¦', METHOD],
    ['the method', 'type: AWS\nint¦', METHOD],
    ['a rule in a list', 'integrationResponses:\n  - ¦', RULE],
    ['a rule in a list that is not indented', 'integrationResponses:\n- st¦', RULE],
    ['the next key of a rule', 'integrationResponses:\n  - statusCode: "404"\n    sel¦', RULE],
    [
      'the second rule',
      'integrationResponses:\n  - statusCode: "404"\n    responseTemplates:\n      a: b\n  - ¦',
      RULE,
    ],
    ['rules by status', 'integrationResponses:\n  "404":\n    ¦', RULE],
    ['a bare list', '- ¦', RULE],
    ['the next key in a bare list', '- statusCode: 1\n  ¦', RULE],
    ['CloudFormation', 'Integration:\n  IntegrationResponses:\n    - ¦', RULE],
    ['inside the integration', 'methodIntegration:\n  ¦', METHOD],
    ['back at the method', 'integrationResponses:\n  - statusCode: 1\n¦', METHOD],
    ['a method response', 'methodResponses:\n  "200":\n    ¦', 'responseParameters responseModels'],
    ['a method response in a list', 'MethodResponses:\n  - ¦', 'responseParameters responseModels'],
    ['a gateway response', 'gatewayResponses:\n  THROTTLED:\n    ¦', 'statusCode responseParameters'],
    ['a list of types', 'binaryMediaTypes:\n  - ¦', ''],
    ['templates of a rule', '- responseTemplates:\n    ¦', ''],
    ['a comment', '# ¦', ''],
    ['a value', 'uri: ¦', ''],
  ])('%s', (_name, text, first) =>
    expect(
      complete(text)
        .slice(0, first.split(' ').length)
        .map(({ label }) => label)
        .join(' '),
    ).toBe(first),
  );

  test('values of a property', () => {
    expect(complete('- contentHandling: CON¦').map(({ label }) => label)).toEqual([
      'CONVERT_TO_TEXT',
      'CONVERT_TO_BINARY',
    ]);
  });

  test('further lines stand under the key, also after a dash', () => {
    const insert = (text: string) =>
      complete(text).find(({ label }) => label === 'responseTemplates')?.insert;
    expect(insert('- statusCode: 1\n  res¦')).toContain('\n  ${1:application/json}');
    expect(insert('- res¦')).toContain('\n    ${1:application/json}');
  });

  test('the request has names of its own', () => {
    expect(complete('¦', 'request')[0]?.label).toBe('httpMethod');
    expect(complete('headers:\n  ¦', 'request')).toEqual([]);
  });
});

describe('explainYaml', () => {
  test.each([
    ['integrationResponses:\n  - selection¦Pattern: x', 'selectionPattern'],
    ['Integration:\n  Ty¦pe: AWS', 'Type'],
    ['type: A¦WS', undefined],
    ['other¦: 1', undefined],
  ])('%j → %s', (text, title) =>
    expect(explainYaml(text.replace('¦', ''), text.indexOf('¦'), 'rules')?.title).toBe(title),
  );
});
