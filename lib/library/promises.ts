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

const rootOf = (access: Access, promise: PromiseValue): PromiseValue => {
  let root = promise;
  for (;;) {
    const content = access.contentOf(root);
    if (!(content instanceof PromiseValue)) return root;
    access.charge(1);
    root = content;
  }
};

const known = (access: Access, name: string, value: Value): Pair => {
  if (!(value instanceof PromiseValue)) throw wrongType(name, 'a promise', value);
  return access.contentOf(rootOf(access, value)) as Pair;
};

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
  define('%forced?', 1, (access, promise: Value) => known(access, 'force', promise).car),
  define('%promised', 1, (access, promise: Value) => known(access, 'force', promise).cdr),
  define('%promise!', 2, (access, promise: PromiseValue, next: Value) => {
    const content = known(access, 'delay-force', next);
    const [root, other] = [rootOf(access, promise), rootOf(access, next as PromiseValue)];
    if (root === other) return null;
    access.update(root, () => content);
    access.update(other, () => root);
    return null;
  }),
];
