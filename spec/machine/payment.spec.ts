import { instructionSet } from '../../lib/instructions/standard.js';
import { VMActor } from '../../lib/actor/vm-actor.js';
import { type TraceEvent } from '../../lib/machine/run.js';

// Who works pays, also where the work comes to nothing and the program goes on.

const spent = (prepare: string, source: string, change: (vm: VMActor) => void = () => undefined): number => {
  const vm = new VMActor({ onFault: 'resume' });
  change(vm);
  vm.start();
  for (const each of [prepare, source]) void vm.evaluate(each);
  return vm.state.world.limits.fuel - vm.state.fuel;
};

const large = '(define large (iota 10000)) (define cell (vector 1))';

it.each([
  ['a list of arguments that a procedure does not take', '(apply car large)'],
  ['a list of arguments for what is no procedure', '(apply 5 large)'],
  ['a list of arguments that is none', '(apply + (append large 1))'],
])('%s is paid for', (_what, call) => {
  expect(spent(large, `(guard (e (#t 0)) ${call})`)).toBeGreaterThan(10_000);
});

it('an instruction that fails is paid for', () => {
  const fail = (): never => {
    throw new Error('no');
  };
  const spentOn = (cost: number | (() => number)): number =>
    spent('(define n 1)', '(guard (e (#t 0)) (eval (list (quote f))))', (vm) => {
      vm.defineInstruction('OP_FAIL', fail, { fuel: cost });
      vm.next(['OP_CLOSURE', { name: 'f', params: [], body: ['OP_FAIL'] }, 'OP_DEFINE_VARIABLE', 'f']);
    });
  expect(spentOn(5001) - spentOn(1)).toBe(5000);
  expect(spentOn(() => 5001) - spentOn(1)).toBe(5000);
});

describe('a copy for the host is paid for', () => {
  it('of several values that are one', () => {
    const define = (vm: VMActor): void => void vm.defineFunction('host', () => 1);
    expect(spent(`${large} (define all (apply values large))`, '(host all)', define)).toBeGreaterThan(10_000);
  });

  it('when what the call costs is a fault', () => {
    const define = (vm: VMActor): void => void vm.defineFunction('costly', () => 1, { fuel: (a: string) => a.length });
    const prepare = `${large} (define all (make-vector 10000 0))`;
    expect(spent(prepare, '(guard (e (#t 0)) (costly 5 all))', define)).toBeGreaterThan(10_000);
  });
});

it('no state that is watched owes anything', () => {
  for (const [fuel, words] of [
    [3, ['OP_NIL', 'OP_NIL', 'OP_BOX']],
    [2, ['OP_CLOSURE', { params: [], body: ['OP_NIL'] }]],
    [5, ['OP_CLOSURE', { params: [], body: ['OP_NIL'] }, 'OP_CALL', 0]],
  ] as const) {
    const vm = new VMActor({ instructions: instructionSet(), fuel, onFault: 'resume' }).start();
    const events: TraceEvent[] = [];
    const faults: string[] = [];
    vm.trace$.subscribe((event) => events.push(event));
    vm.faults$.subscribe(({ code }) => faults.push(code));
    vm.send(...words);
    expect(faults).toEqual(['out-of-fuel']);
    expect(Math.min(...events.map(({ after }) => after.fuel))).toBeGreaterThanOrEqual(0);
  }
});

it('a table is written whole or not at all', async () => {
  const vm = new VMActor({ onFault: 'resume' }).start();
  await vm.evaluate("(define t (make-hash-table)) (do ((i 0 (+ i 1))) ((= i 300)) (hash-table-set! t i '()))");
  const whole = `#<hash-table ${Array.from({ length: 300 }, (_, i) => `(${i})`).join(' ')}>`;
  const texts = new Set<string>();
  for (let fuel = 1000; fuel < 40_000; fuel += 197) {
    const limited = new VMActor({ state: vm.state, fuel, onFault: 'resume' }).start();
    limited.output$.subscribe((text) => texts.add(text));
    limited.faults$.subscribe(({ code }) => texts.add(code));
    await limited.evaluate('(write t)').catch(() => undefined);
  }
  expect([...texts].sort()).toEqual([whole, 'out-of-fuel'].sort());
});
