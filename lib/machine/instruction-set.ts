import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Code } from './code.js';
import { demand, wordText } from './host.js';
import { type Execute, type Handler } from './instruction.js';
import { type VMState } from './state.js';
import { executeWith } from './execute.js';

// The instruction set: an immutable table from opcode to spec. Changing it gives another table.

/** What an operand has to be. `offset` counts words forwards, `back` backwards, both from after the operand. */
export type OperandKind = 'value' | 'name' | 'index' | 'count' | 'offset' | 'back' | 'code';

/** Values taken from and left on the stack; `n` stands for the instruction's count operand. */
export interface StackEffect {
  readonly pops: number | 'n' | 'n+1';
  readonly pushes: number;
}

/** The cost of an instruction, at least 1: a number, or a function that is called before the handler. */
export type Fuel = number | ((state: VMState, ...operands: never[]) => number);

/** What may be said of a new instruction. */
export interface InstructionOptions {
  /** How many operands follow the opcode, or what each has to be; none by default. */
  readonly operands?: number | readonly OperandKind[];
  readonly effect?: StackEffect | undefined;
  readonly fuel?: Fuel;
  /** One line for the documentation. */
  readonly doc?: string;
}

/** One row of the table. */
export interface InstructionSpec {
  readonly operands: readonly OperandKind[];
  readonly effect: StackEffect | undefined;
  readonly fuel: Fuel;
  readonly doc: string;
  readonly handler: Handler;
  /** How the machine runs it. */
  readonly execute: Execute;
}

interface Definition extends InstructionOptions {
  readonly handler: Handler;
}

const mostOperands = 255;

const effectOf = (handler: Handler): StackEffect | undefined =>
  handler.lifted === undefined ? undefined : { pops: handler.lifted.arity, pushes: 1 };

/** A row as it is given, which is known to be sound. */
export const rowOf = (
  handler: Handler,
  operands: readonly OperandKind[] = [],
  effect: StackEffect | undefined = effectOf(handler),
  fuel: Fuel = 1,
  doc = '',
): InstructionSpec =>
  Object.freeze({
    operands: Object.freeze(operands),
    effect,
    fuel,
    doc,
    handler,
    execute: executeWith(handler, fuel, operands),
  });

// A row from whatever a user gives. Faults: `misuse`.
const checkedRow = (opcode: string, { handler, operands = 0, effect, fuel, doc }: Definition): InstructionSpec => {
  demand(typeof opcode === 'string' && opcode !== '', 'an opcode is a string');
  demand(typeof handler === 'function', `${opcode}: a handler is a function`);
  const count = typeof operands === 'number' ? operands : operands.length;
  demand(
    Number.isInteger(count) && count >= 0 && count <= mostOperands,
    `${opcode}: operands is a number up to ${mostOperands}`,
  );
  demand(
    fuel === undefined || typeof fuel === 'function' || (typeof fuel === 'number' && fuel >= 1),
    `${opcode}: fuel is a number from 1, or a function`,
  );
  const kinds = typeof operands === 'number' ? new Array<OperandKind>(count).fill('value') : [...operands];
  return rowOf(handler, kinds, effect, fuel, doc);
};

const extended = (
  before: ReadonlyMap<string, InstructionSpec>,
  table: readonly (readonly [opcode: string, row: Definition])[],
): ReadonlyMap<string, InstructionSpec> => {
  const rows = new Map(before);
  for (const [opcode, row] of table) {
    if (rows.has(opcode)) throw new VMError('instruction-exists', `instruction ${opcode} already exists`);
    rows.set(opcode, checkedRow(opcode, row));
  }
  return rows;
};

const noConstant = (written: unknown): never => {
  throw new VMError('bad-operand', `${wordText(written)} is not a value`);
};

/** An immutable table of instructions. Iterating gives `[opcode, spec]` in the order of definition. */
export class InstructionSet implements Iterable<[opcode: string, spec: InstructionSpec]> {
  readonly #rows: ReadonlyMap<string, InstructionSpec>;
  /** Code that was linked for this set, by the words or the code that it was made of. */
  readonly linked: WeakMap<object, Code> = new WeakMap();

  private constructor(
    rows: ReadonlyMap<string, InstructionSpec>,
    /** How constants are written that are not values yet. Faults: `bad-operand`. */
    readonly constantOf: (written: unknown) => Value,
  ) {
    this.#rows = rows;
  }

  static readonly empty: InstructionSet = new InstructionSet(new Map(), noConstant);

  /** A set of sound rows, whose constants may be written in other ways than as values. */
  static reading(
    constantOf: (written: unknown) => Value,
    rows: Readonly<Record<string, InstructionSpec>>,
  ): InstructionSet {
    return new InstructionSet(new Map(Object.entries(rows)), constantOf);
  }

  get size(): number {
    return this.#rows.size;
  }

  has(opcode: string): boolean {
    return this.#rows.has(opcode);
  }

  get(opcode: string): InstructionSpec | undefined {
    return this.#rows.get(opcode);
  }

  /** The set with one more instruction. Faults: `instruction-exists`, `misuse`. */
  define(opcode: string, handler: Handler, options: InstructionOptions = {}): InstructionSet {
    return new InstructionSet(extended(this.#rows, [[opcode, { ...options, handler }]]), this.constantOf);
  }

  /** The set with another handler for an instruction, its operands and fuel kept. Faults: `unknown-instruction`. */
  replace(opcode: string, handler: Handler): InstructionSet {
    const row = this.#rows.get(opcode);
    if (row === undefined) throw new VMError('unknown-instruction', `instruction ${opcode} does not exist`);
    const rows = new Map(this.#rows).set(opcode, checkedRow(opcode, { ...row, handler }));
    return new InstructionSet(rows, this.constantOf);
  }

  /** The set with all these instructions. */
  with(table: Readonly<Record<string, Definition>>): InstructionSet {
    return new InstructionSet(extended(this.#rows, Object.entries(table)), this.constantOf);
  }

  [Symbol.iterator](): IterableIterator<[opcode: string, spec: InstructionSpec]> {
    return this.#rows.entries();
  }
}
