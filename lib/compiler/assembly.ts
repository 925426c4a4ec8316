import { type Place } from '../data/reader.js';
import { type Value } from '../data/values.js';
import { type Lambda, type LocalVariable, type LoopVariable } from './syntax.js';
import { type Nesting } from './walk.js';

// The words of one body while they are written, and where its variables live.

/** Where a procedure finds a variable. */
export type Location = readonly ['local', number] | readonly ['captured', number] | readonly ['callee'];

export class Assembly {
  readonly words: unknown[] = [];
  readonly positions: number[] = [];
  /** Where the loops that are open here start. */
  readonly starts: Map<LoopVariable, number> = new Map<LoopVariable, number>();
  private readonly slots = new Map<LocalVariable, number>();
  private readonly captured = new Map<LocalVariable, number>();
  private next = 0;
  private most = 0;

  constructor(
    /** How a constant is written. */
    readonly write: (value: Value) => unknown,
    readonly nesting: Nesting,
    private readonly lambda: Lambda | null = null,
    private readonly outer: Assembly | null = null,
  ) {}

  get length(): number {
    return this.words.length;
  }

  inner(lambda: Lambda): Assembly {
    return new Assembly(this.write, this.nesting, lambda, this);
  }

  emit(words: readonly unknown[], place?: Place): void {
    if (place !== undefined) this.positions.push(this.words.length, place.line, place.column);
    for (const word of words) this.words.push(word);
  }

  /** Writes a jump that is yet to land. */
  jump(opcode: 'OP_JUMP' | 'OP_JUMP_IF_FALSE'): number {
    this.words.push(opcode, 0);
    return this.words.length;
  }

  /** Lets a jump land here. */
  land(jump: number): void {
    this.words[jump - 1] = this.words.length - jump;
  }

  /** Gives a variable the next slot. */
  claim(variable: LocalVariable): number {
    const slot = this.next;
    this.slots.set(variable, slot);
    this.next += 1;
    this.most = Math.max(this.most, this.next);
    return slot;
  }

  /** Remembers how many slots are in use; calling the result gives back those claimed since. */
  mark(): () => void {
    const before = this.next;
    return () => {
      this.next = before;
    };
  }

  slotOf(variable: LocalVariable): number {
    return this.slots.get(variable) as number;
  }

  /** Where this body finds a variable: its own slot, itself, or a value it captures. */
  locate(variable: LocalVariable): Location {
    const slot = this.slots.get(variable);
    if (slot !== undefined) return ['local', slot];
    if (this.lambda !== null && variable.self === this.lambda && !variable.isBoxed) return ['callee'];
    const known = this.captured.get(variable);
    if (known !== undefined) return ['captured', known];
    const index = this.captured.size;
    this.captured.set(variable, index);
    return ['captured', index];
  }

  /** The body as the operand of OP_CLOSURE: plain JSON, frozen. What it captures is located in the body around it. */
  toCode(): unknown {
    const { name, params, rest } = this.lambda as Lambda;
    const outer = this.outer as Assembly;
    return Object.freeze({
      name,
      params: Object.freeze(params.map((param) => param.name)),
      rest: rest?.name ?? null,
      locals: this.most,
      captures: Object.freeze([...this.captured.keys()].map((variable) => Object.freeze(outer.locate(variable)))),
      body: Object.freeze(this.words),
      positions: Object.freeze(this.positions),
    });
  }
}
