import type { FilterPattern } from './patterns';

/** A path taken apart. */
export interface CompiledPath {
  steps: Step[];
  /** A definite path names one value; the others give a list, possibly empty. */
  definite: boolean;
  /** Written with `$`: read from the whole document also inside a filter. */
  fromRoot: boolean;
}

export type Step = StepKind & {
  /** The step and all after it name one value. */
  definiteFromHere: boolean;
};

export type StepKind =
  | { kind: 'root' }
  /** One name, or several that together give one object. */
  | { kind: 'names'; names: string[] }
  | ArrayStep
  | { kind: 'wildcard' }
  | { kind: 'scan' }
  /** Undefined stands for `[?]`, a placeholder nobody fills in here. */
  | { kind: 'filter'; filters: (Filter | undefined)[] };

export interface ArrayStep {
  kind: 'array';
  select: 'index' | 'indexes' | 'from' | 'to' | 'between' | 'fromEnd';
  numbers: number[];
}

export type Filter =
  | { kind: 'exists'; path: CompiledPath; wanted: boolean }
  | { kind: 'compare'; left: Operand; operator: Operator; right: Operand }
  | { kind: 'and'; parts: Filter[] }
  | { kind: 'or'; left: Filter; right: Filter };

export type Operator = '==' | '>=' | '<=' | '!=' | '<' | '>' | '=~';

export type Operand =
  | { kind: 'path'; path: CompiledPath }
  | { kind: 'text'; text: string }
  | { kind: 'pattern'; pattern: FilterPattern };

/** A step as Jayway prints it in messages. */
function stepText(step: StepKind): string {
  switch (step.kind) {
    case 'root':
      return '$';
    case 'wildcard':
      return '[*]';
    case 'scan':
      return '..';
    case 'names':
      return namesText(step.names);
    case 'filter':
      return `[${step.filters.map(() => '?').join()}]`;
    case 'array':
      return `[${arrayText(step)}]`;
  }
}

export function namesText(names: string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}

function arrayText({ select, numbers }: ArrayStep): string {
  switch (select) {
    case 'index':
    case 'indexes':
      return numbers.join();
    case 'fromEnd':
      return `@.size()${numbers[0]}`;
    case 'from':
      return `${numbers[0]}:`;
    case 'to':
      return `:${numbers[0]}`;
    case 'between':
      return `${numbers[0]}:${numbers[1]}`;
  }
}

/** The steps from one on, as Jayway prints them. */
export function pathText(path: CompiledPath, from = 0): string {
  return path.steps.slice(from).map(stepText).join('');
}
