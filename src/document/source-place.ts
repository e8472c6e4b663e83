import type { Place, ValueSource } from '../engine/outcome';

/** The scenario's members for the groups of `$input.params()`. */
const REQUEST_GROUPS: Record<string, string> = {
  header: 'headers',
  path: 'pathParameters',
  querystring: 'queryStringParameters',
};

/**
 * The place a value was read from; undefined when its source has none in the texts.
 *
 * @param template where the template stands that the value went through
 */
export function sourcePlace(source: ValueSource, template: Place | undefined): Place | undefined {
  const { span } = source;
  switch (source.in) {
    case 'answer':
      return span && { in: 'answer', span };
    case 'template':
      return template && span && { ...template, span };
    case 'request': {
      const [group, ...rest] = readSourcePath(source.path);
      const member = REQUEST_GROUPS[String(group)];
      return member === undefined || rest.length === 0
        ? undefined
        : { in: 'request', path: ['request', member, ...rest] };
    }
    case 'stageVariables':
    case 'context': {
      const path = readSourcePath(source.path);
      return path.length === 0 ? undefined : { in: 'request', path: [source.in, ...path] };
    }
  }
}

/** The steps of a path as sources write it: `a.b`, `['a b']`, `[0]`. */
function readSourcePath(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\['(.*?)'\](?=[.[]|$)|([^.[]+)/g)].map(([, index, quoted, name]) =>
    index === undefined ? (quoted ?? name ?? '') : Number(index),
  );
}
