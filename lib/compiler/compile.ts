import { positionsKey } from '../data/positions.js';
import { parse, type Place, type Source } from '../data/reader.js';
import { Assembly } from './assembly.js';
import { basicForms } from './basic-forms.js';
import { bindingForms } from './binding-forms.js';
import { keywordOf } from './body.js';
import { conditionalForms } from './conditional-forms.js';
import { type Context, expand, type Special } from './expand.js';
import { type Form, items } from './form.js';
import { generate, type Want } from './generate.js';
import { Scope } from './scope.js';
import { type Node } from './syntax.js';
import { walk } from './walk.js';

// The compiler: text in, words out. Read, expand, generate; nothing is remembered between two calls.

const forms: ReadonlyMap<string, Special> = new Map([...basicForms, ...conditionalForms, ...bindingForms]);

/** Names that have a meaning of their own in the language: what a completion or a highlighter wants to know. */
export const keywords: readonly string[] = [...forms.keys()];

/**
 * Compiles a program to bytecode. An expression leaves its value on the stack, the last of several only; `define` and
 * `set!` at top level leave none. Faults: `read-error` and `syntax-error`, with line and column.
 *
 * @example
 * compile('(+ 5 10)'); // ['OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD']
 */
export const compile = (source: string): readonly unknown[] => {
  const parsed = parse(source);
  return generateAll(topForms(parsed), parsed);
};

/** Compiles each top-level form of a program as a message of its own, with the place where it starts. */
export function* compileForms(
  source: string,
): Generator<{ readonly bytecode: readonly unknown[]; readonly place: Place }> {
  const parsed = parse(source);
  for (const [i, datum] of parsed.data.entries()) {
    const place = parsed.places[i] as Place;
    yield { bytecode: generateAll(spliced([{ datum, place }], parsed), parsed), place };
  }
}

const contextOf = ({ elements }: Source, top: Form | null = null): Context => ({
  scope: new Scope(),
  loop: null,
  elements,
  forms,
  top,
});

const topForms = (parsed: Source): Form[] =>
  spliced(
    parsed.data.map((datum, i): Form => ({ datum, place: parsed.places[i] })),
    parsed,
  );

// At top level the forms of a `begin` stand for themselves, so that they may be definitions.
const spliced = (given: readonly Form[], parsed: Source): Form[] => {
  const context = contextOf(parsed);
  const found: Form[] = [];
  const pending = [...given].reverse();
  for (let form = pending.pop(); form !== undefined; form = pending.pop()) {
    const inner = keywordOf(form, context) === 'begin' ? items(form, parsed.elements).slice(1) : [];
    if (inner.length === 0) found.push(form);
    else for (const each of inner.reverse()) pending.push(each);
  }
  return found;
};

const generateAll = (given: readonly Form[], parsed: Source): readonly unknown[] => {
  const out = new Assembly();
  for (const [i, form] of given.entries()) {
    const node = walk(expand(form, contextOf(parsed, form)));
    walk(generate(node, wanted(node, i === given.length - 1), out));
  }
  Object.defineProperty(out.words, positionsKey, { value: Object.freeze(out.positions) });
  return Object.freeze(out.words);
};

const wanted = ({ kind }: Node, isLast: boolean): Want =>
  isLast && kind !== 'define' && kind !== 'assign-global' ? 'value' : 'effect';
