import { VMError } from '../data/error.js';
import { type Place } from '../data/placed.js';
import { read } from '../data/reader.js';
import { type Syntax } from '../compiler/compilation.js';
import { compileForms, type CompileOptions } from '../compiler/compile.js';

// The texts of one run, numbered as if they stood below each other. A procedure of one file may fault while another
// runs, and a fault knows only a line: in this numbering the line alone tells the file.

export interface Source {
  readonly name: string;
  /** Null for bytecode: its positions are those of a text that is not here. */
  readonly text: string | null;
  /** How many lines stand before its first. */
  readonly above: number;
}

/** One message of a program: a top-level form with its place in the common numbering, or a whole bytecode file. */
export interface Message {
  readonly bytecode: readonly unknown[];
  readonly place?: Place;
}

/** Bytecode is numbered far below every text, since the lines above a text are paid for with memory. */
export const farBelow: number = 2 ** 32;

export class Sources {
  readonly #sources: Source[] = [];
  #lines = 0;
  #bytecodes = 0;

  addText(name: string, text: string): TextSource {
    const source = { name, text, above: this.#lines };
    this.#lines += text.split('\n').length;
    this.#sources.push(source);
    return source;
  }

  addBytecode(name: string): Source {
    this.#bytecodes += 1;
    const source = { name, text: null, above: farBelow * this.#bytecodes };
    this.#sources.push(source);
    return source;
  }

  /** The source that holds a line of the common numbering. */
  find(line: number): Source | undefined {
    const before = this.#sources.filter(({ above }) => above < line);
    return before.reduce<Source | undefined>(
      (best, each) => (best === undefined || each.above > best.above ? each : best),
      undefined,
    );
  }
}

/** A source whose text is here. */
export type TextSource = Source & { readonly text: string };

/** The forms of a text, one after the other, each compiled when the one before it has run. */
export function* formsOf(source: TextSource, syntax: Syntax): Generator<Message> {
  try {
    yield* compileForms(placed(source), { syntax });
  } catch (thrown) {
    throw readFault(source) ?? thrown;
  }
}

/** What the compiler makes of a text as a whole. */
export const made = <T>(source: TextSource, syntax: Syntax, make: (text: string, options: CompileOptions) => T): T => {
  try {
    return make(placed(source), { syntax });
  } catch (thrown) {
    throw readFault(source) ?? thrown;
  }
};

// The text where its lines have their numbers.
const placed = ({ text, above }: TextSource): string => '\n'.repeat(above) + text;

// The reader's sentences name lines too: those of the text itself, not of the common numbering.
const readFault = ({ text, above }: TextSource): VMError | undefined => {
  try {
    read(text);
    return undefined;
  } catch (thrown) {
    const { code, detail, line = 1, column } = thrown as VMError;
    return new VMError(code, detail, { line: line + above, column });
  }
};
