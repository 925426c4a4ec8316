import { type Value } from '../data/values.js';
import { type Code } from '../machine/code.js';
import { type Instruction } from '../machine/instruction.js';
import { type Variables } from '../machine/variables.js';
import { type Point } from './flow.js';
import { type Global } from './globals.js';
import { type Inline } from './inlines.js';
import { type Source } from './source.js';

/** What emitters know beside the text they write. */
export interface Context {
  readonly source: Source;
  readonly code: Code;
  readonly variables: Variables;
  readonly globals: Global[];
  /** How primitives are written that need no call. */
  readonly inlines: ReadonlyMap<Value, Inline>;
  /** Whether operands that are no numbers are worked on in place. */
  readonly isGeneral: boolean;
  /** Whether the code is entered at its beginning, so that it can go back there. */
  readonly isWhole: boolean;
  /** The constants that are given, by what they are called. */
  readonly constants: ReadonlyMap<Instruction, string>;
}

/** Writes an instruction. */
export type Emit = (context: Context, point: Point) => void;
