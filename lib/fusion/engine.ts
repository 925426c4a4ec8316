import { type Value } from '../data/values.js';
import { type Code } from '../machine/code.js';
import { type Fusion } from '../machine/fusion.js';
import { type Instruction } from '../machine/instruction.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { decodeOwn } from '../machine/loading.js';
import { type Closure } from '../machine/procedures.js';
import { Stack, topmost } from '../machine/stack.js';
import { type Frame, noLocals, VMState, type World } from '../machine/state.js';
import { type Library } from '../machine/library.js';
import { compileFused, type Fusing, type Made } from './compile.js';
import { Entry, type Run, runEach } from './entry.js';
import { FusedCode } from './fused-code.js';
import { type Inline, inlinesOf } from './inlines.js';
import { Registers } from './registers.js';
import { instructionsOf, linked, type Shape, Shapes } from './shapes.js';
import { stopped } from './stopped.js';

// Who decides what is fused. A counter says what is hot; what was made of it is kept with the code, and goes with it.

/** A procedure that is called from outside: who waits for it, what it is called in, and what it may spend. */
export interface Call {
  readonly closure: Closure;
  readonly caller: Frame;
  readonly world: World;
  readonly gas: number;
}

/** The state at the beginning of the procedure. */
export const enter = ({ closure, caller, world, gas }: Call, args: readonly Value[]): VMState => {
  const { code } = closure;
  const entry = world.fusion === null ? code.entry : world.fusion.entry(code, world);
  return new VMState(entry, Stack.empty, args.length > 0 ? args : noLocals, closure, caller, gas, world);
};

// The first function takes some milliseconds to make, and each a part of one. A program that runs once should not pay for
// it: by then it has run for some ten times as long.
const usuallyHot = 5_000;
const usuallyWarm = 100_000;

// How much more a call by fused code counts.
const sooner = 250;

// So deep may fused code call before it leaves its frames, in places of the stack of JavaScript.
const mostRoom = 50_000;

export class Engine implements Fusion {
  readonly registers: Registers = new Registers();
  /** The state of the last call from outside, where it did more than compute a value. */
  left: VMState | null = null;
  #isForbidden = false;
  #cold: number;
  #inlines: ReadonlyMap<Value, Inline> | null = null;
  readonly #shapes: Shapes;

  constructor(
    /** Where the primitives are that are written in place of a call. */
    readonly library: Pick<Library, 'get'>,
    /** How often code is run before it is fused. */
    readonly hot: number,
    /** How often any is, before it is counted which. */
    warm: number = 0,
  ) {
    this.#cold = warm;
    this.#shapes = new Shapes(hot, executeShape);
  }

  /** One for programs of which it is not known how long they run. */
  static usual(library: Pick<Library, 'get'>): Engine {
    return new Engine(library, usuallyHot, usuallyWarm);
  }

  entry(code: Code, world: World): Instruction | null {
    if (this.#isCold()) return code.entry;
    const fused = code.fused as FusedCode | null;
    if (fused !== null) {
      const { entry } = fused;
      if (entry === null ? fused.isGivenUp : fused.isShort) return code.entry;
      if (entry !== null) return entry.instruction;
    }
    if (code.heated() % this.hot !== 0) return code.entry;
    return this.#fuse(code, world)?.instruction ?? code.entry;
  }

  /** Takes note that fused code calls what is not: it has to be left for that each time, so that is fused sooner. */
  wanted(code: Code, world: World): void {
    const fused = fusedOf(code);
    if (fused.entry !== null || fused.isGivenUp) return;
    fused.wanted += sooner;
    if (fused.wanted < this.hot) return;
    fused.wanted = 0;
    this.#fuse(code, world);
  }

  /** Makes code of words that were sent: where they have a shape that is hot, without decoding them. */
  readonly load = (words: readonly unknown[], set: InstructionSet): Code => {
    const shapes = this.#shapes;
    if (!shapes.isDue()) return decodeOwn(words, set);
    const shape = shapes.find(words, set);
    if (shape !== undefined && !shape.isLeft && shapes.heated(shape) >= this.hot) return shape.load(words);
    const code = decodeOwn(words, set);
    if (shape === undefined) shapes.notice(code);
    return code;
  };

  /** What a shape has become; null where it is interpreted. */
  madeOf(shape: Shape, world: World): Made | null {
    if (shape.made !== null || shape.isLeft) return shape.made;
    const { code } = shape;
    const fusing = { ...this.#fusing(code, code.entry as Instruction, 0, world), shared: instructionsOf(code) };
    shape.made = this.#tried(() => compileFused({ ...fusing, isGeneral: true }, make));
    shape.isLeft = shape.made === null;
    return shape.made;
  }

  header(target: Instruction, { world, locals }: Pick<VMState, 'locals' | 'world'>): Instruction {
    if (this.#isCold()) return target;
    const { code } = target;
    const fused = fusedOf(code);
    const header = fused.header(target);
    if (header.entry !== null) return header.entry.instruction;
    if (fused.isGivenUp) return target;
    if ((header.heat += 1) < this.hot) return target;
    header.entry = this.#made(fused, code, target, locals.length, world);
    header.heat = header.entry === null ? -Infinity : 0;
    return header.entry?.instruction ?? target;
  }

  /**
   * Calls a procedure from outside. Where it is not fused, or does more than compute a value that is no object, there is
   * none, and `left` is the state that it has come to; null where it was not begun.
   */
  call({ closure, caller, world, gas }: Call, args: readonly Value[]): Value | undefined {
    this.left = null;
    const { registers } = this;
    const fused = closure.code.fused as FusedCode | null;
    if (fused === null || registers.isBusy) return undefined;
    const { run, arity, entry } = fused;
    if (run === null || arity !== args.length || world.limits.stack - caller.size < mostRoom) return undefined;
    registers.begin(gas, world);
    const result = runWith(run, registers, closure, args, mostRoom);
    if (result !== stopped && (typeof result !== 'object' || result === null) && registers.world === world) {
      registers.isBusy = false;
      return result;
    }
    this.left = registers.end(enter({ closure, caller, world, gas }, args), entry as Entry, result, mostRoom);
    return undefined;
  }

  #fuse(code: Code, world: World): Entry | null {
    const fused = fusedOf(code);
    if (code.entry === null || fused.isGivenUp) return null;
    const entry = this.#made(fused, code, code.entry, code.params.length + Number(code.rest !== null), world);
    if (entry === null) {
      fused.isGivenUp = true;
      return null;
    }
    fused.entry = entry;
    fused.isShort = isShort(code);
    fused.arity = code.rest === null ? code.params.length : -1;
    fused.run = entry.run;
    world.variables.restamp();
    return entry;
  }

  #made(fused: FusedCode, code: Code, at: Instruction, locals: number, world: World): Entry | null {
    const { isGeneral } = fused;
    const made = this.#tried(() => compileFused({ ...this.#fusing(code, at, locals, world), isGeneral }, make));
    return made === null ? null : new Entry(execute, at, made.run, made.needs, locals);
  }

  #fusing(code: Code, entry: Instruction, locals: number, { variables }: World): Omit<Fusing, 'isGeneral'> {
    this.#inlines ??= inlinesOf(this.library);
    return { code, entry, locals, variables, inlines: this.#inlines };
  }

  // Counts down what is not counted yet.
  #isCold(): boolean {
    if (this.#cold === 0) return false;
    this.#cold -= 1;
    return true;
  }

  // Where functions may not be made of texts (a content security policy forbids it), everything is interpreted.
  #tried(compile: () => Made | null): Made | null {
    if (this.#isForbidden) return null;
    try {
      return compile();
    } catch {
      this.#isForbidden = true;
      return null;
    }
  }
}

// What is interpreted sooner than it is entered and left.
const isShort = ({ entry }: Code): boolean => {
  let length = 0;
  for (let each = entry; each !== null; each = each.next) {
    if (each.opcode === 'OP_CALL' || each.opcode === 'OP_TAIL_CALL' || each.opcode === 'OP_LOOP') return false;
    length += 1;
  }
  return length < shortest;
};

const shortest = 12;

const fusedOf = (code: Code): FusedCode => {
  if (code.fused instanceof FusedCode) return code.fused;
  const fused = new FusedCode(code.instructions);
  code.fused = fused;
  return fused;
};

const runWith = (
  run: Run,
  registers: Registers,
  closure: Closure | null,
  args: readonly Value[],
  room: number,
): Value => {
  try {
    return runEach(run, registers, room, closure, args);
  } catch (thrown) {
    registers.reset();
    throw thrown;
  }
};

const make = (parameters: readonly string[], text: string): ((...constants: readonly unknown[]) => Run) => {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what fusion is; nothing of a program is in the text
  return new Function(...parameters, text) as (...constants: readonly unknown[]) => Run;
};

const execute = (state: VMState, entry: Entry): VMState => {
  const { plain, needs, arity, run } = entry;
  const { limits, fusion } = state.world;
  const { stack, frame, closure, locals } = state;
  if (!(fusion instanceof Engine) || fusion.registers.isBusy || stack.length < needs || locals.length !== arity)
    return plain.execute(state, plain);
  const { registers } = fusion;
  const room = Math.min(mostRoom, limits.stack - stack.length - (frame === null ? 0 : frame.size));
  registers.begin(state.gas, state.world);
  const values = needs > 0 ? [...locals, ...topmost(stack, needs)] : locals;
  return registers.end(state, entry, runWith(run, registers, closure, values, room), room);
};

// The same for a message that has the shape of others: it is given the code, and the words with its constants.
const executeShape = (state: VMState, { code }: Instruction): VMState => {
  const { limits, fusion } = state.world;
  const { stack } = state;
  const shape = code.fused as Shape;
  const made = fusion instanceof Engine && !fusion.registers.isBusy ? fusion.madeOf(shape, state.world) : null;
  if (made === null || stack.length < made.needs) {
    const plain = linked(code).entry as Instruction;
    return plain.execute(state, plain);
  }
  const { registers } = fusion as Engine;
  const { needs, run } = made;
  const room = Math.min(mostRoom, limits.stack - stack.length);
  registers.begin(state.gas, state.world);
  const message = [code, code.words] as unknown[] as Value[];
  const given = needs > 0 ? message.concat(topmost(stack, needs)) : message;
  const after = registers.end(state, { code, needs }, runWith(run, registers, null, given, room), room);
  if (after.control !== null) shape.left(state.gas - after.gas);
  return after;
};
