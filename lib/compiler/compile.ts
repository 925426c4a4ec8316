import { toJson } from '../data/json.js';
import { positionsKey } from '../data/positions.js';
import { parse, type Place } from '../data/reader.js';
import { type Value } from '../data/values.js';
import { Assembly } from './assembly.js';
import { basicForms } from './basic-forms.js';
import { bindingForms } from './binding-forms.js';
import { scan } from './body.js';
import { mostSteps, stepsOfCharacter } from './budget.js';
import { Compilation, type Syntax } from './compilation.js';
import { conditionalExpansion } from './conditional-expansion.js';
import { conditionalForms } from './conditional-forms.js';
import { controlForms } from './control-forms.js';
import { type Context, expand, type Keyword, rewritten } from './expand.js';
import { type Form } from './form.js';
import { generate, type Want } from './generate.js';
import { importForm } from './import.js';
import { libraryForm } from './library-form.js';
import { macroForms } from './macro-forms.js';
import { quasiquoteForm } from './quasiquote.js';
import { recordForms } from './record-form.js';
import { valueForms } from './value-forms.js';
import { walk } from './walk.js';

// The compiler: text in, words out. Read, expand, generate; nothing is remembered between two calls.

const forms: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ...basicForms,
  ...conditionalForms,
  ...bindingForms,
  ...valueForms,
  ...controlForms,
  ...recordForms,
  ...macroForms,
  quasiquoteForm,
  ['cond-expand', conditionalExpansion],
  ['import', importForm],
  ['define-library', libraryForm],
]);

/** Names that have a meaning of their own in the language: what a completion or a highlighter wants to know. */
export const keywords: readonly string[] = [...forms.keys()];

export interface CompileOptions {
  /** Macros and libraries that were defined before: the variables of a state. */
  readonly syntax?: Syntax | undefined;
  /** The number of the first line, where the source is a part of a longer text. */
  readonly firstLine?: number | undefined;
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
  const { top, compilation } = opened(source, options);
  return { bytecode: wordsOf(top, compilation, toJson), defined: compilation.defined };
};

/** Compiles each top-level form of a program as a message of its own, with the place where it starts. */
export function* compileForms(
  source: string,
  options: CompileOptions = {},
): Generator<{ readonly bytecode: readonly unknown[]; readonly place: Place }> {
  const { top, compilation } = opened(source, options);
  for (const form of top) yield { bytecode: wordsOf([form], compilation, toJson), place: form.place };
}

export interface DatumOptions {
  readonly syntax?: Syntax | undefined;
  /** The most steps that expansion may take. */
  readonly budget?: number | undefined;
}

/**
 * Compiles a datum as the body of a procedure, for `eval`. Constants stay the values they are, so that they may be some that
 * are never written down. Faults: `syntax-error`; `out-of-fuel` when it takes more steps than the budget.
 */
export const compileDatum = (
  datum: Value,
  { syntax, budget = mostSteps }: DatumOptions,
): { readonly words: readonly unknown[]; readonly steps: number; readonly defined: ReadonlyMap<string, Value> } => {
  const steps = Math.min(budget, mostSteps);
  const compilation = new Compilation(new Map(), forms, syntax, { steps, code: 'out-of-fuel' });
  const words = wordsOf([{ datum, place: undefined }], compilation, (value) => value, 'tail');
  return { words, steps: compilation.steps + 1, defined: compilation.defined };
};

/**
 * The forms of a program after the macro uses outermost in each are rewritten. Different variables that macros inserted
 * may look the same.
 */
export const expandSource = (source: string, options: CompileOptions = {}): Value[] => {
  const { top, compilation } = opened(source, options);
  const context = topContext(compilation);
  return top.map((given) => {
    const { form, head } = rewritten(given, context);
    if (head === compilation.keyword('define-syntax')) wordsOf([form], compilation, toJson);
    return compilation.plain(form.datum, form.place);
  });
};

const opened = (
  source: string,
  { syntax, firstLine = 1 }: CompileOptions,
): { readonly top: readonly (Form & { readonly place: Place })[]; readonly compilation: Compilation } => {
  const { data, places, elements } = parse('\n'.repeat(firstLine - 1) + source);
  return {
    top: data.map((datum, i) => ({ datum, place: places[i] as Place })),
    compilation: new Compilation(elements, forms, syntax, {
      steps: mostSteps + stepsOfCharacter * source.length,
      code: 'syntax-error',
    }),
  };
};

const topContext = (compilation: Compilation): Context => ({ scope: compilation.top, loop: null, compilation });

/** The words of several forms at top level, where each may define syntax for those behind it. */
const wordsOf = (
  given: readonly Form[],
  compilation: Compilation,
  write: (value: Value) => unknown,
  want: Want = 'value',
): readonly unknown[] => {
  const context = topContext(compilation);
  const out = new Assembly(write, compilation.nesting);
  // A form is generated when the next one is known: only the last keeps its value.
  let last = null;
  for (const { form, definition } of scan(given, null, context)) {
    if (last !== null) walk(generate(last, 'effect', out));
    last = walk(definition === null ? expand(form, context) : definition.make(context));
    if (definition !== null || last.kind === 'assign-global') {
      walk(generate(last, 'effect', out));
      last = null;
    }
  }
  if (last !== null) walk(generate(last, want, out));
  Object.defineProperty(out.words, positionsKey, { value: Object.freeze(out.positions) });
  return Object.freeze(out.words);
};
