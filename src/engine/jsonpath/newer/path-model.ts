import type { JavaValue } from '../../values/types';
import type { FilterPattern } from '../patterns';

/** A path of the newer family, taken apart. */
export interface NewerPath {
  steps: NewerStep[];
  definite: boolean;
  /** Written with `$`. */
  fromRoot: boolean;
  /** Ends with a function. */
  isFunction: boolean;
}

export type NewerStep = NewerStepKind & { definiteFromHere: boolean; definiteUpToHere: boolean };

export type NewerStepKind =
  | { kind: 'root'; sign: string }
  | { kind: 'names'; names: string[]; quote: string }
  | { kind: 'indexes'; indexes: number[] }
  | { kind: 'slice'; from: number | undefined; to: number | undefined }
  | { kind: 'wildcard' }
  | { kind: 'scan' }
  | { kind: 'filter'; condition: Condition }
  | { kind: 'function'; name: string; parameters: Parameter[] };

/** An argument of a function: a path or a JSON text. */
export type Parameter = { path: NewerPath } | { json: JavaValue };

export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'compare'; left: Node; operator: string; right: Node };

/** A side of a comparison. */
export type Node =
  | { kind: 'path'; path: NewerPath; shouldExist: boolean; existsCheck: boolean }
  | { kind: 'string'; text: string }
  /** As `BigDecimal`'s text. */
  | { kind: 'number'; text: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'undefined' }
  | { kind: 'json'; value: JavaValue }
  | { kind: 'pattern'; pattern: FilterPattern };

export function newerStepText(step: NewerStepKind): string {
  switch (step.kind) {
    case 'root':
      return step.sign;
    case 'names':
      return `[${step.names.map((name) => step.quote + name + step.quote).join()}]`;
    case 'indexes':
      return `[${step.indexes.join()}]`;
    case 'slice':
      return `[${step.from ?? ''}:${step.to ?? ''}]`;
    case 'wildcard':
      return '[*]';
    case 'scan':
      return '..';
    case 'filter':
      return '[?]';
    case 'function':
      return `.${step.name}()`;
  }
}

export function newerPathText(path: NewerPath, from = 0): string {
  return path.steps.slice(from).map(newerStepText).join('');
}
