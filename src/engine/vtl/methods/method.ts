import { JavaException } from '../../values/java-exception';
import type { JavaValue } from '../../values/types';
import type { Run } from '../run';

/** A Java method as templates know it. */
export interface Method {
  name: string;
  parameters: Parameter[];
  /** Java type of the result; `void` prints nothing. */
  result: string;
  isStatic: boolean;
  /** @throws JavaException for what Java throws. */
  invoke: (self: JavaValue, args: JavaValue[], run: Run) => JavaValue;
}

export interface Parameter {
  /** Java type without package: `int`, `String`, `Object[]` for a variable number. */
  type: string;
  name: string;
}

type Invoke<Self extends JavaValue> = (self: Self, args: Arguments, run: Run) => JavaValue | undefined;

/**
 * The arguments of a call, which were chosen to fit the parameters. Each reading names what the parameter's type
 * promises.
 */
class Arguments {
  private readonly values: JavaValue[];
  constructor(values: JavaValue[]) {
    this.values = values;
  }
  get(i: number): JavaValue {
    return this.values[i] ?? null;
  }
  int(i: number): number {
    return this.values[i] as number;
  }
  /** A text that must not be null. @throws JavaException */
  text(i: number): string {
    const value = this.values[i];
    if (typeof value === 'string') return value;
    throw new JavaException('NullPointerException', 'a text is null');
  }
  rest(from: number): JavaValue[] {
    return this.values.slice(from);
  }
}

const SIGNATURE = /^(static )?(\w+)\((.*)\): (.+)$/;

/**
 * Describes a method.
 *
 * @param signature as `name(type name, type name): result`, with `static ` in front of a static one.
 */
export function method<Self extends JavaValue>(signature: string, invoke: Invoke<Self>): Method {
  const [, isStatic, name, list, result] = SIGNATURE.exec(signature) as unknown as string[];
  return {
    name: name as string,
    parameters: list === '' ? [] : (list as string).split(', ').map(readParameter),
    result: result as string,
    isStatic: isStatic !== undefined,
    invoke: (self, args, run) => invoke(self as Self, new Arguments(args), run) ?? null,
  };
}

function readParameter(text: string): Parameter {
  const space = text.lastIndexOf(' ');
  return { type: text.slice(0, space), name: text.slice(space + 1) };
}
