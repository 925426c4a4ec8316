import { join } from 'node:path';
import { compileForms } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';
import type * as Library from '../../lib/index.js';
import { type Program, programFiles, readProgram } from '../programs/program.js';

// Values are data: a program that is stopped, written as JSON, read by another copy of the library and continued there
// does what it does in one go, for the same fuel, at whatever instruction it is stopped.

// A copy of every module of its own: no class, no table and no memo is shared.
const realm = (): typeof Library => {
  let loaded: typeof Library | undefined;
  jest.isolateModules(() => {
    loaded = jest.requireActual<typeof Library>('../../lib/index.js');
  });
  return loaded as typeof Library;
};

const realms = [realm(), realm()] as const;

interface Played {
  readonly answers: readonly string[];
  readonly prints: readonly string[];
  readonly fuel: readonly number[];
  /** How often it was stopped. */
  readonly stops: number;
}

/** Runs the forms of a program, each for so much fuel until it is stopped and moves to the other realm. */
const play = (program: Program, gap: () => number): Played => {
  const answers: string[] = [];
  const prints: string[] = [];
  const fuel: number[] = [];
  let stops = 0;
  // Whether the message has been stopped, and waits for its next slice.
  const waiting = { isOne: false };
  const isStopped = (): boolean => waiting.isOne;
  const scheduler = {
    schedule: () => {
      waiting.isOne = true;
      return { unsubscribe: () => undefined };
    },
  };
  const options = (): Library.ActorOptions => ({
    limits: program.limits,
    onFault: 'resume',
    slice: gap(),
    scheduler,
  });
  const watch = (vm: Library.VMActor): Library.VMActor => {
    vm.output$.subscribe((text) => prints.push(text));
    vm.faults$.subscribe(({ code, message, line, column }: VMError) => {
      answers.push([code, message, line, column].join(' '));
    });
    return vm;
  };
  let vm = watch(new realms[0].VMActor(options())).start();
  for (const { source } of program.forms) {
    try {
      for (const { bytecode } of compileForms(source, { syntax: vm.state.variables })) {
        waiting.isOne = false;
        const before = vm.state.stack.length;
        vm.loadBytecode(JSON.parse(JSON.stringify(bytecode)) as readonly unknown[]);
        while (isStopped()) {
          waiting.isOne = false;
          stops += 1;
          const text = JSON.stringify(vm.snapshot());
          vm = watch(realms[stops % 2 === 0 ? 0 : 1].VMActor.restore(JSON.parse(text) as Library.Snapshot, options()));
          vm.start();
        }
        const values = vm.state.stack.toArray().slice(before);
        const { print } = realms[stops % 2 === 0 ? 0 : 1];
        if (values.length > 0) answers.push(print(vm.top() ?? null));
        fuel.push(vm.state.fuel);
      }
    } catch (thrown) {
      answers.push((thrown as VMError).code);
    }
  }
  return { answers, prints, fuel, stops };
};

const folder = join(__dirname, '../programs');

// Those that nest a million deep are written too, but not two hundred times.
const isLarge = (file: string): boolean => /million|deep/.test(file);

describe.each(programFiles(folder))('%s', (file) => {
  const program = readProgram(join(folder, file));
  const whole = play(program, () => Infinity);

  it('does the same when it is stopped after every instruction of its first thousand', () => {
    let count = 0;
    const stopped = play(program, () => ((count += 1) <= 1000 ? 1 : Infinity));
    expect({ ...stopped, stops: 0 }).toEqual({ ...whole, stops: 0 });
    expect(stopped.stops).toBeGreaterThan(0);
  });

  it('does the same when it is stopped anywhere', () => {
    const most = Math.max(1, ...whole.fuel.map((left) => program.limits.fuel - left));
    const stops = isLarge(file) ? 3 : 200;
    let seed = 1;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    let count = 0;
    const stopped = play(program, () =>
      (count += 1) <= stops ? 1 + Math.floor((random() * 2 * most) / stops) : Infinity,
    );
    expect({ ...stopped, stops: 0 }).toEqual({ ...whole, stops: 0 });
  });
});
