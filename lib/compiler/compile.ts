import { type ContentOf } from '../data/cells.js';
import { toJson } from '../data/json.js';
import { type Place, type PlacedPair } from '../data/placed.js';
import { withPositions } from '../data/positions.js';
import { parse } from '../data/reader.js';
import { type Value } from '../data/values.js';
import { Assembly } from './assembly.js';
import { basicForms } from './basic-forms.js';
import { bindingForms } from './binding-forms.js';
import { scan, type Taker } from './body.js';
import { mostSteps, stepsOfCharacter } from './budget.js';
import { Compilation, type Syntax } from './compilation.js';
import { conditionalForms } from './conditional-forms.js';
import { plainSymbols, withoutPlaces, withSymbols } from './data.js';
import { expandRewritten, type Head, type Keyword, rewritten } from './expand.js';
import { type Form, placeless } from './form.js';
import { libraryForms } from './library-forms.js';
import { macroForms } from './macro-forms.js';
import { isSilent, type Node, there, type Want } from './node.js';
import { quasiquoteForm } from './quasiquote.js';
import { recordForms } from './record-form.js';
import { type Scope } from './scope.js';
import { writeStraight } from './straight.js';
import { type Made, walk } from './walk.js';

// The compiler: text in, words out. Read, expand, generate; nothing is remembered between two calls.

const forms = new Map(
  [basicForms, bindingForms, conditionalForms, recordForms, macroForms, quasiquoteForm, libraryForms]
    .flat()
    .map((keyword) => [keyword.name, keyword]),
);
forms.set('λ', forms.get('lambda') as Keyword);

/** Names that have a meaning of their own in the language: what a completion or a highlighter wants to know. */
export const keywords: readonly string[] = [...forms.keys()];

export interface CompileOptions {
  /** Macros and libraries that were defined before: the variables of a state. */
  readonly syntax?: Syntax | undefined;
}

/**
 * Compiles a program to bytecode. An expression leaves its value on the stack, the last of several only; definitions and
 * `set!` at top level leave none. Faults: `read-error` and `syntax-error`, with line and column.
 *
 * @example
 * compile('(+ 5 10)'); // ['OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD']
 */
export const compile = (source: string, options: CompileOptions = {}): readonly unknown[] =>
  compileWith(source, options).bytecode;

/** What compiling a program gives: its bytecode, and what the next program must know of it. */
export interface Compiled {
  readonly bytecode: readonly unknown[];
  /** Its macros and libraries by name; nil for what was one and is a variable again. */
  readonly defined: ReadonlyMap<string, Value>;
}

/** Compiles a program, and says what syntax it defines: the next can be compiled before this one has run. */
export const compileWith = (source: string, options: CompileOptions = {}): Compiled => {
  const { top, unit } = opened(source, options);
  return { bytecode: wordsOf(top, unit), defined: unit.defined };
};

/** Compiles each top-level form of a program as a message of its own, with the place where it starts. */
export function* compileForms(
  source: string,
  options: CompileOptions = {},
): Generator<{ readonly bytecode: readonly unknown[]; readonly place: Place }> {
  const { top, unit } = opened(source, options);
  for (const form of top) yield { bytecode: wordsOf([form], unit), place: { line: form.line, column: form.column } };
}

export interface DatumOptions {
  readonly syntax?: Syntax | undefined;
  /** The most steps that expansion may take. */
  readonly budget?: number | undefined;
  /** What vectors hold: one of a store means itself as it is now, like one in the text of a program. */
  readonly contentOf?: ContentOf | undefined;
}

/**
 * Compiles a datum as the body of a procedure, for `eval`. Constants stay the values they are, so that they may be some that
 * are never written down. Faults: `syntax-error`; `out-of-fuel` when it takes more steps than the budget.
 */
export const compileDatum = (
  given: Value,
  { syntax, budget = mostSteps, contentOf }: DatumOptions,
): { readonly words: readonly unknown[]; readonly steps: number; readonly defined: ReadonlyMap<string, Value> } => {
  const unit = new Compilation(forms, syntax, Math.min(budget, mostSteps), 'out-of-fuel');
  const datum = withSymbols(placeless(given), (symbol) => symbol, unit, contentOf);
  const words = wordsOf([placeless(datum)], unit, (value) => value, 'tail');
  return { words, steps: unit.steps + 1, defined: unit.defined };
};

/**
 * The forms of a program after the macro uses outermost in each are rewritten. Different variables that macros inserted
 * may look the same.
 */
export const expandSource = (source: string, options: CompileOptions = {}): Value[] => {
  const { top, unit } = opened(source, options);
  return top.map((given) => {
    const [form, head] = rewritten(given, unit.top);
    if (head === forms.get('define-syntax')) wordsOf([form], unit);
    return withoutPlaces(unit.plain(form));
  });
};

const opened = (
  source: string,
  { syntax }: CompileOptions,
): { readonly top: readonly PlacedPair[]; readonly unit: Compilation } => {
  const { forms: top, hasLabels } = parse(source);
  const unit = new Compilation(forms, syntax, mostSteps + stepsOfCharacter * source.length, 'syntax-error');
  // What is written down cannot contain itself; only with a label it can be read.
  if (hasLabels) for (const form of top) plainSymbols(form, unit);
  return { top, unit };
};

/** The words of several forms at top level, where each may define syntax for those behind it. */
const wordsOf = (
  given: readonly Form[],
  unit: Compilation,
  write: (value: Value) => unknown = toJson,
  want: Want = 'value',
): readonly unknown[] => {
  const out = new Assembly(write, unit);
  const program = new Program(out, unit.top, want);
  scan(given, unit.top, program);
  program.end();
  return Object.freeze(withPositions(out.words, out.positions));
};

/** A form is generated when the next one is known: only the last keeps its value. */
class Program implements Taker {
  private last: Node | undefined = undefined;

  constructor(
    private readonly out: Assembly,
    private readonly top: Scope,
    /** What is wanted of the last. */
    private readonly want: Want,
  ) {}

  take(form: Form, head: Head, make: (() => Made<Node>) | undefined): void {
    this.end('effect');
    if (typeof head === 'string' && this.want !== 'tail' && writeStraight(form, head, this.top.unit, this.out)) {
      this.last = there;
      return;
    }
    this.last = walk(make === undefined ? expandRewritten(form, head, this.top) : make());
    if (make !== undefined || isSilent(this.last)) this.end('effect');
  }

  /** Generates the form before. */
  end(want: Want = this.want): void {
    const { last } = this;
    this.last = undefined;
    if (last !== undefined) walk(last.write(this.out, want));
  }
}
