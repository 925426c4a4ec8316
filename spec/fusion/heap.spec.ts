import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compile, VMActor } from '../../lib/index.js';
import { FusedCode } from '../../lib/fusion/fused-code.js';
import { Closure } from '../../lib/machine/procedures.js';

// What was made of hot code is kept with the code, and goes with it.

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const used = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

const run = (vm: VMActor, text: string): void => {
  vm.loadBytecode(compile(text));
  vm.execute();
};

const made = (vm: VMActor, name: string): object => {
  const value = vm.state.variables.get(name);
  const fused = value instanceof Closure ? value.code.fused : null;
  expect(fused).toBeInstanceOf(FusedCode);
  return fused as object;
};

/** A program that nobody has seen before; it is run so often that it is fused, where another was before. */
const hot = (n: number, rounds = 5_010): string =>
  `(define (f x) (if (= x ${n}) 'never (+ x 1))) (do ((i 0 (f i))) ((> i ${rounds})))`;
const cold = (n: number): string => `(define (f x) (+ x ${n})) (f 1)`;

const programs = 100_000;
const enough = 1_500_000;

it('a hundred thousand different programs through one actor leave the heap flat', () => {
  const vm = new VMActor({ limits: { fuel: Infinity } });
  const all = (from: number, to: number): void => {
    for (let n = from; n < to; n += 1) {
      run(vm, n % 100 === 0 ? hot(n + 0.5) : cold(n));
      vm.loadBytecode(['OP_POP']).execute();
    }
  };
  all(0, 2_000);
  const before = used();
  all(2_000, programs);
  expect(used() - before).toBeLessThan(enough);
  run(vm, hot(0.25));
  made(vm, 'f');
}, 300_000);

it('what was made of a procedure goes when nobody has the procedure any more', async () => {
  const vm = new VMActor({ limits: { fuel: Infinity } });
  run(vm, hot(0.5, 100_010));
  const old = new WeakRef(made(vm, 'f'));
  run(vm, hot(0.25));
  run(vm, hot(0.125));
  // A turn of the event loop: until then a reference that was made holds what it refers to.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  collect();
  expect(old.deref() === undefined).toBe(true);
});
