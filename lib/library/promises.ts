import { Cell } from '../data/cells.js';
import { Pair, type Value } from '../data/values.js';
import { type Definition } from '../machine/library.js';
import { type Access } from '../machine/store-primitive.js';
import { defineStored as define, unfit } from './define.js';

// Promises. A cell holds whether the value is known, and the value or a thunk for it; or another promise, which it has
// become the same as. So a chain of promises is forced in constant space (R7RS, 7.3).

export class PromiseValue extends Cell {
  override get kind(): string {
    return 'promise';
  }
}

const rootOf = (access: Access, promise: Value): PromiseValue => {
  if (!(promise instanceof PromiseValue)) throw unfit('a promise', promise);
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

export const promisePrimitives: readonly Definition[] = [
  define('promise?', 'v', (_access, value) => value instanceof PromiseValue),
  define('make-promise', 'v', (access, value) => (value instanceof PromiseValue ? value : create(access, true, value))),
  define('%promise', 'v', (access, value) => create(access, true, value)),
  define('%delay-force', 'v', (access, thunk) => create(access, false, thunk)),
  define('%forced?', 'v', (access, promise) => known(access, promise).car),
  define('%promised', 'v', (access, promise) => known(access, promise).cdr),
  define('%force', 'vv', (access, promise, next) => {
    const [root, other] = [rootOf(access, promise), rootOf(access, next)];
    if (root === other) return null;
    const content = access.contentOf(other) as Pair;
    access.update(root, () => content);
    access.update(other, () => root);
    return null;
  }),
];
