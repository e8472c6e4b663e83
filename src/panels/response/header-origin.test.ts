import { expect, test } from 'vitest';
import type { HeaderOrigin } from '../../engine/outcome';
import { describeOrigin } from './header-origin';

const PLACE = { in: 'rules', path: ['integrationResponses', 0] } as const;
const MAPPING: HeaderOrigin = {
  kind: 'mapping',
  parameter: 'method.response.header.X-Code',
  expression: "'7'",
  place: { ...PLACE, path: [...PLACE.path] },
};

test.each<[HeaderOrigin, string, string]>([
  [MAPPING, 'mapping', "method.response.header.X-Code is mapped from '7'"],
  [{ kind: 'override' }, 'override', 'set by $context.responseOverride.header in the template'],
  [
    { kind: 'override', replaced: 'text/html' },
    'override',
    'set by $context.responseOverride.header in the template; it replaced text/html',
  ],
  [{ kind: 'backend' }, 'backend', 'passed on from the backend'],
  [{ kind: 'service', why: 'length of the body' }, 'API Gateway', 'length of the body'],
  [
    { kind: 'remapped', from: 'Server', origin: { kind: 'backend' } },
    'backend, renamed',
    'passed on from the backend; Server is a reserved name, so it is sent as this one',
  ],
])('%j', (origin, word, detail) => {
  expect(describeOrigin(origin)).toMatchObject({ word, detail });
});

test('a renamed header still leads to where it was set', () => {
  const renamed = describeOrigin({ kind: 'remapped', from: 'Date', origin: MAPPING });
  expect(renamed.place).toEqual(PLACE);
});
