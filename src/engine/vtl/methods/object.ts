import { JavaException } from '../../values/java-exception';
import { type Method, method } from './method';

function notOwner(): never {
  throw new JavaException('IllegalMonitorStateException', 'current thread is not owner');
}

/** `java.lang.Object`: what every value answers. What `getClass()` gives in the service is unknown; here nothing. */
export const OBJECT_METHODS: Method[] = [
  method('toString(): String', 'The text that prints.', (self, _args, run) => run.text(self)),
  method(
    'equals(Object other): boolean',
    'Whether both are of the same class and content.',
    (self, args, run) => run.equals(self, args.get(0)),
  ),
  method('hashCode(): int', 'A number equal values share.', (self, _args, run) => run.hash(self)),
  method('getClass(): Class', 'Nothing: classes are out of reach.', () => null),
  method('notify(): void', 'Always fails.', notOwner),
  method('notifyAll(): void', 'Always fails.', notOwner),
  method('wait(): void', 'Always fails.', notOwner),
  method('wait(long timeoutMillis): void', 'Always fails.', notOwner),
  method('wait(long timeoutMillis, int nanos): void', 'Always fails.', notOwner),
];

/** Sits beside every `compareTo`: the compiler makes it, and it takes anything to fail on what is of another class. */
export const COMPARE_ANYTHING: Method = method(
  'compareTo(Object other): int',
  'Fails for what is of another class.',
  (_self, args) => {
    throw new JavaException(args.get(0) === null ? 'NullPointerException' : 'ClassCastException');
  },
);
