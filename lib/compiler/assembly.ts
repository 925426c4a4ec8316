import { type Place } from '../data/placed.js';
import { type Value } from '../data/values.js';
import { type Lambda } from './node.js';
import { type LocalVariable } from './variable.js';
import { type Nesting } from './walk.js';

// The words of one body while they are written, and where its variables live.

// Words and positions are written into copies of these: with literals, the programs that stay would make the engine allocate
// those of short texts among the old too (see pages). The first has held a text, so that its copies are ready for texts.
const noWords: unknown[] = [''];
noWords.pop();
const noPositions: number[] = [];

const freeze = <T>(value: T): Readonly<T> => Object.freeze(value);

// What is pushed is pushed one at a time: the engine does that in place, and calls for more than one.
export class Assembly {
  readonly words: unknown[] = noWords.slice();
  readonly positions: number[] = noPositions.slice();
  /** How many slots are in use here, and how many were at most. */
  slots = 0;
  private most = 0;
  // Most bodies capture nothing.
  #captured: Map<LocalVariable, number> | undefined = undefined;

  constructor(
    /** How a constant is written. */
    readonly write: (value: Value) => unknown,
    readonly nesting: Nesting,
    private readonly lambda?: Lambda | undefined,
  ) {}

  /** Writes an instruction. */
  emit(opcode: string, place?: Place): void {
    if (place !== undefined) this.#note(place);
    this.words.push(opcode);
  }

  /** Writes an instruction that has an operand. */
  emitWith(opcode: string, operand: unknown, place?: Place): void {
    if (place !== undefined) this.#note(place);
    this.words.push(opcode);
    this.words.push(operand);
  }

  #note({ line, column }: Place): void {
    this.positions.push(this.words.length);
    this.positions.push(line);
    this.positions.push(column);
  }

  /** Takes back what was written since there were so many words and positions. */
  takeBack(words: number, positions: number): void {
    this.words.length = words;
    this.positions.length = positions;
  }

  /** Writes a jump that is yet to land. */
  jump(opcode: 'OP_JUMP' | 'OP_JUMP_IF_FALSE'): number {
    return this.words.push(opcode, 0);
  }

  /** Lets a jump land here. */
  land(jump: number): void {
    this.words[jump - 1] = this.words.length - jump;
  }

  /** Gives a variable the next slot. */
  claim(variable: LocalVariable): number {
    variable.home = this;
    variable.slot = this.slots;
    this.slots += 1;
    this.most = Math.max(this.most, this.slots);
    return variable.slot;
  }

  /** Where this body finds a variable: its own slot, itself, or a value it captures. */
  locate(variable: LocalVariable): readonly [kind: 'local' | 'captured', index: number] | readonly ['callee'] {
    if (variable.home === this) return ['local', variable.slot];
    if (variable.self !== undefined && variable.self === this.lambda && !variable.isBoxed) return ['callee'];
    const captured = (this.#captured ??= new Map<LocalVariable, number>());
    if (!captured.has(variable)) captured.set(variable, captured.size);
    return ['captured', captured.get(variable) as number];
  }

  /** The body as the operand of OP_CLOSURE: plain JSON, frozen. What it captures is located in the body around it. */
  toCode({ name, formals: { all, rest } }: Lambda, outer: Assembly): unknown {
    return freeze({
      name,
      params: freeze(all.filter((variable) => variable !== rest).map((variable) => variable.name)),
      rest: rest?.name ?? null,
      locals: this.most,
      captures: freeze([...(this.#captured?.keys() ?? [])].map((variable) => freeze(outer.locate(variable)))),
      body: freeze(this.words),
      positions: freeze(this.positions),
    });
  }
}
