import { Cell } from '../data/cells.js';
import { Pair, type Value } from '../data/values.js';
import { type Access, StorePrimitive } from '../machine/store-primitive.js';
import { wrongType } from './define.js';

// Promises. A cell holds whether the value is known, and the value or a thunk for it; or another promise, which it has
// become the same as. So a chain of promises is forced in constant space (R7RS, 7.3).

export class PromiseValue extends Cell {
  override get kind(): string {
    return 'promise';
  }
}

const rootOf = (access: Access, promise: Value): PromiseValue => {
  if (!(promise instanceof PromiseValue)) throw wrongType('force', 'a promise', promise);
  let root = promise;
  for (;;) {
    const content = access.contentOf(root);
    if (!(content instanceof PromiseValue)) return root;
    access.charge(1);
    root = content;
  }
};

const known = (access: Access, promise: Value): Pair => access.contentOf(rootOf(access, promise)) as Pair;

const create = (access: Access, isKnown: boolean, value: Value): PromiseValue =>
  access.allocate(PromiseValue, new Pair(isKnown, value), 0);

const define = (name: string, arity: number, apply: (access: Access, ...args: never[]) => Value): StorePrimitive =>
  new StorePrimitive(name, arity, arity, apply);

export const promisePrimitives: readonly StorePrimitive[] = [
  define('promise?', 1, (_access, value: Value) => value instanceof PromiseValue),
  define('make-promise', 1, (access, value: Value) =>
    value instanceof PromiseValue ? value : create(access, true, value),
  ),
  define('%promise', 1, (access, value: Value) => create(access, true, value)),
  define('%delay-force', 1, (access, thunk: Value) => create(access, false, thunk)),
  define('%forced?', 1, (access, promise: Value) => known(access, promise).car),
  define('%promised', 1, (access, promise: Value) => known(access, promise).cdr),
  define('%promise!', 2, (access, promise: Value, next: Value) => {
    const [root, other] = [rootOf(access, promise), rootOf(access, next)];
    if (root === other) return null;
    const content = access.contentOf(other) as Pair;
    access.update(root, () => content);
    access.update(other, () => root);
    return null;
  }),
];
