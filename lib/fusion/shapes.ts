import { standardInstructions } from '../instructions/standard.js';
import { Code } from '../machine/code.js';
import { type Execute, Instruction } from '../machine/instruction.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { decodeOwn } from '../machine/loading.js';
import { type Made } from './compile.js';
import { Waste } from './waste.js';

// Messages that differ in their constants alone. Each is a code of its own, which is never hot; what they have in common
// is. What is recognised need not be decoded: its words are those of a message that was, but for numbers and strings.

/** What messages have in common. */
export class Shape {
  heat = 0;
  made: Made | null = null;
  /** Whether its messages are interpreted for good. */
  isLeft = false;
  /** Code of its messages is not fused by itself. */
  readonly entry = null;
  readonly isGivenUp = true;
  readonly #words: readonly unknown[];
  readonly #isFree: readonly boolean[];
  readonly #waste = new Waste(10);

  constructor(
    /** The message that was seen first. */
    readonly code: Code,
    readonly execute: Execute,
  ) {
    this.#words = code.words.slice();
    const constants = new Set(instructionsOf(code).flatMap((each) => (isConstant(each) ? [each.offset + 1] : [])));
    this.#isFree = this.#words.map((_, i) => constants.has(i));
  }

  /** Whether words have it. */
  fits(words: readonly unknown[], set: InstructionSet): boolean {
    const own = this.#words;
    if (words.length !== own.length || set !== this.code.instructions) return false;
    for (let i = 0; i < own.length; i += 1) {
      const word = words[i];
      if (word !== own[i] && !(this.#isFree[i] === true && isPlain(word))) return false;
    }
    return true;
  }

  /** The code of words that have it, which is linked when the interpreter has to see it. */
  load(words: readonly unknown[]): Code {
    const { entry, instructions, name, params, captures, positions } = this.code;
    const code = new Code(name, params, null, 0, captures, words, positions, instructions, false);
    const { opcode } = entry as Instruction;
    const operand = opcode === 'OP_CONSTANT' ? words[1] : (entry as Instruction).operand;
    code.entry = new Instruction(this.execute, opcode, operand, code, 0);
    code.fused = this;
    return code;
  }

  /** It was left after so much fuel was spent. */
  left(spent: number): void {
    if (this.#waste.left(spent)) this.isLeft = true;
  }
}

export const isConstant = ({ opcode }: Instruction): boolean => opcode === 'OP_CONSTANT';

const isPlain = (word: unknown): boolean => typeof word === 'number' || typeof word === 'string';

export const instructionsOf = ({ entry }: Code): Instruction[] => {
  const instructions: Instruction[] = [];
  for (let each = entry; each !== null; each = each.next) instructions.push(each);
  return instructions;
};

const shortest = 3;
const longest = 200;

// A constant that is no number and no string is one that all have in common.
const isStraight = (instruction: Instruction): boolean => {
  const { opcode, execute, target } = instruction;
  if (target !== null || opcode === 'OP_CLOSURE' || opcode.startsWith('OP_JUMP')) return false;
  return !isConstant(instruction) || execute === standardInstructions.get(opcode)?.execute;
};

const hasShape = (code: Code): boolean => {
  const instructions = instructionsOf(code);
  return instructions.length >= shortest && instructions.length <= longest && instructions.every(isStraight);
};

const most = 4;
// Until one is hot, one message of so many is looked at.
const sample = 16;

/** The shapes of late messages. */
export class Shapes {
  readonly #known: Shape[] = [];
  readonly #every: number;
  #isHot = false;
  #count = 0;

  constructor(
    readonly hot: number,
    readonly execute: Shape['execute'],
  ) {
    this.#every = Math.min(sample, hot);
  }

  /** Whether the next message is to be looked at. */
  isDue(): boolean {
    this.#count += 1;
    return this.#isHot || this.#count % this.#every === 0;
  }

  /** Counts that a shape was met, and says how often it was. */
  heated(shape: Shape): number {
    shape.heat += this.#isHot ? 1 : this.#every;
    if (shape.heat >= this.hot) this.#isHot = true;
    return shape.heat;
  }

  /** The shape of words; undefined where it is none of those that were seen lately. */
  find(words: readonly unknown[], set: InstructionSet): Shape | undefined {
    for (const shape of this.#known) if (shape.fits(words, set)) return shape;
    return undefined;
  }

  /** Takes notice of a message that has none of the shapes that are known. What comes all the time keeps its place. */
  notice(code: Code): void {
    if ((this.#isHot && this.#count % sample !== 0) || !hasShape(code)) return;
    const shape = new Shape(code, this.execute);
    if (this.#known.length < most) {
      this.#known.push(shape);
      return;
    }
    for (const each of this.#known) each.heat >>= 1;
    const coldest = this.#known.reduce((least, each) => (each.heat < least.heat ? each : least));
    this.#known[this.#known.indexOf(coldest)] = shape;
  }
}

/** A message of a shape as the interpreter runs it. */
export const linked = ({ words, instructions }: Code): Code => decodeOwn(words, instructions);
