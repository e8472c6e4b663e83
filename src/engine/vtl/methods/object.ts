import { JavaException } from '../../values/java-exception';
import { type Method, method } from './method';

function notOwner(): never {
  throw new JavaException('IllegalMonitorStateException', 'current thread is not owner');
}

/** `java.lang.Object`: what every value answers. What `getClass()` gives in the service is unknown; here nothing. */
export const OBJECT_METHODS: Method[] = [
  method('toString(): String', (self, _args, run) => run.text(self)),
  method('equals(Object other): boolean', (self, args, run) => run.equals(self, args.get(0))),
  method('hashCode(): int', (self, _args, run) => run.hash(self)),
  method('getClass(): Class', () => null),
  method('notify(): void', notOwner),
  method('notifyAll(): void', notOwner),
  method('wait(): void', notOwner),
  method('wait(long timeoutMillis): void', notOwner),
  method('wait(long timeoutMillis, int nanos): void', notOwner),
];

/** Sits beside every `compareTo`: the compiler makes it, and it takes anything to fail on what is of another class. */
export const COMPARE_ANYTHING: Method = method('compareTo(Object other): int', (_self, args) => {
  throw new JavaException(args.get(0) === null ? 'NullPointerException' : 'ClassCastException');
});
