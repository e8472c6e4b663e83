import type { HeaderOrigin, Place } from '../../engine/outcome';

/** Where a header came from: the word for the table, the sentence behind it, and the place it leads to. */
export interface OriginWords {
  word: string;
  detail: string;
  place?: Place;
}

export function describeOrigin(origin: HeaderOrigin): OriginWords {
  switch (origin.kind) {
    case 'mapping':
      return {
        word: 'mapping',
        detail: `${origin.parameter} is mapped from ${origin.expression}`,
        ...withPlace(origin.place),
      };
    case 'override':
      return {
        word: 'override',
        detail:
          origin.replaced === undefined
            ? 'set by $context.responseOverride.header in the template'
            : `set by $context.responseOverride.header in the template; it replaced ${origin.replaced}`,
        ...withPlace(origin.place),
      };
    case 'backend':
      return { word: 'backend', detail: 'passed on from the backend' };
    case 'service':
      return { word: 'API Gateway', detail: origin.why };
    case 'remapped': {
      const inner = describeOrigin(origin.origin);
      return {
        ...inner,
        word: `${inner.word}, renamed`,
        detail: `${inner.detail}; ${origin.from} is a reserved name, so it is sent as this one`,
      };
    }
  }
}

function withPlace(place: Place | undefined): { place?: Place } {
  return place ? { place } : {};
}
