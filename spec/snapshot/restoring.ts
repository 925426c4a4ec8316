import { compile } from '../../lib/compiler/compile.js';
import { format } from '../../lib/data/printer.js';
import { type VMError } from '../../lib/data/error.js';
import { type RestoreOptions, VMActor } from '../../lib/actor/vm-actor.js';
import { type ActorOptions } from '../../lib/actor/options.js';
import { contentsOf } from '../../lib/machine/contents.js';
import { type Snapshot } from '../../lib/snapshot/format.js';

// What specs of snapshots work with: actors that are told what to do and asked what came of it, and their snapshots as
// another process would read them.

export interface Watched {
  readonly vm: VMActor;
  readonly faults: string[];
  readonly prints: string[];
}

export const watched = (vm: VMActor): Watched => {
  const faults: string[] = [];
  const prints: string[] = [];
  vm.faults$.subscribe(({ code }: VMError) => faults.push(code));
  vm.output$.subscribe((text) => prints.push(text));
  return { vm, faults, prints };
};

/** Runs a program in an actor, and gives its value as text, or its fault. */
export const run = (vm: VMActor, source: string): string => {
  const faults: string[] = [];
  const subscription = vm.faults$.subscribe(({ code }: VMError) => faults.push(`fault: ${code}`));
  const before = vm.state.stack.length;
  vm.loadBytecode(compile(source, { syntax: vm.state.variables })).execute();
  subscription.unsubscribe();
  const { stack, world } = vm.state;
  if (faults.length > 0) return faults.join(' ');
  return stack.length > before ? format(stack.top ?? null, 'write', Infinity, contentsOf(world.store)) : 'nothing';
};

/** An actor that has run a program. */
export const after = (source: string, options: ActorOptions = {}): VMActor => {
  const vm = new VMActor({ onFault: 'resume', ...options });
  const outcome = run(vm, source);
  if (outcome.startsWith('fault')) throw new Error(`${source}: ${outcome}`);
  return vm;
};

/** An actor in the middle of a program, after so many instructions. */
export const amid = (vm: VMActor, source: string, steps: number): VMActor => {
  vm.loadBytecode(compile(source, { syntax: vm.state.variables }));
  for (let i = 0; i < steps; i += 1) if (!vm.step()) throw new Error(`${source}: it ends before step ${steps}`);
  return vm;
};

/** The snapshot as it is after it was a text. */
export const written = (vm: VMActor): Snapshot => JSON.parse(JSON.stringify(vm.snapshot())) as Snapshot;

/** The actor as another process would go on with it. */
export const restored = (vm: VMActor, options: RestoreOptions = {}): VMActor =>
  VMActor.restore(written(vm), { onFault: 'resume', ...options });
