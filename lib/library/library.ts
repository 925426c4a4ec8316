import { type Value } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';
import { Code, type CodeJson } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { Instruction } from '../machine/instruction.js';
import { Closure, type Operation, type Primitive } from '../machine/procedures.js';
import { type Variables, variablesOf } from '../machine/variables.js';
import { characterPrimitives } from './characters.js';
import { type CompiledProcedure, expand } from './compact.js';
import { compiled, compiledTable } from './compiled.js';
import { controlPrimitives } from './control.js';
import { jsonPrimitives } from './json.js';
import { listPrimitives } from './lists.js';
import { logicPrimitives } from './logic.js';
import { numberPrimitives } from './numbers.js';
import { portParameters, portPrimitives } from './ports.js';
import { promisePrimitives } from './promises.js';
import { recordPrimitives } from './records.js';
import { tablePrimitives } from './tables.js';
import { textPrimitives } from './text.js';
import { bytevectorPrimitives, vectorPrimitives } from './vectors.js';

// The library: global variables that every actor of the language starts with.

/** The primitives, by family. Names that begin with `%` are for the library and for what the compiler makes. */
export const primitives: Readonly<Record<string, readonly (Primitive | Operation)[]>> = {
  numbers: numberPrimitives,
  'booleans, identity and errors': logicPrimitives,
  'pairs and lists': listPrimitives,
  characters: characterPrimitives,
  'strings and symbols': textPrimitives,
  vectors: vectorPrimitives,
  bytevectors: bytevectorPrimitives,
  'hash tables': tablePrimitives,
  'promises and records': [...promisePrimitives, ...recordPrimitives],
  ports: portPrimitives,
  json: jsonPrimitives,
  control: controlPrimitives,
};

/** Further names, and what they are names for. */
export const aliases: readonly (readonly [alias: string, name: string])[] = [
  ['call-with-current-continuation', 'call/cc'],
  ['hash-table-contains?', 'hash-table-exists?'],
  ['hash-table-count', 'hash-table-size'],
  ['%append', 'append'],
  ['%call-with-values', 'call-with-values'],
  ['%cons', 'cons'],
  ['%values', 'values'],
];

// Library code refers to the library itself, not to variables of that name: a program that defines a `list` of its own
// does not change what `map` does.
const linked = (body: readonly unknown[], known: ReadonlyMap<string, Value>): unknown[] => {
  const words: unknown[] = [];
  for (const word of body) {
    const value = words.at(-1) === 'OP_GET_VARIABLE' ? known.get(word as string) : undefined;
    if (value !== undefined) words.splice(-1, 1, 'OP_CONSTANT', value);
    else words.push(isCode(word) ? { ...word, body: linked(word.body, known) } : word);
  }
  return words;
};

const isCode = (word: unknown): word is CodeJson => typeof word === 'object' && word !== null && 'body' in word;

// Code that is read, verified and linked when it is first called, so that a library of any size starts at once.
const procedureOf = (
  { name, params, rest, first, words }: CompiledProcedure,
  known: ReadonlyMap<string, Value>,
): Closure => {
  const locals = params.length + Number(rest !== null);
  const code = new Code(name, params, rest, locals, [], () => linked(words(), known), [], standardInstructions, true);
  code.entry = new Instruction(
    (state) => {
      link(code);
      const entry = code.entry as Instruction;
      return entry.execute(state, entry);
    },
    first,
    undefined,
    code,
    0,
  );
  return new Closure(code, []);
};

/** Every value of the library by its name. */
export const libraryValues: ReadonlyMap<string, Value> = /* @__PURE__ */ (() => {
  const known = new Map<string, Value>(portParameters);
  for (const each of Object.values(primitives).flat()) known.set(each.name, each);
  for (const text of compiled) {
    const each = expand(text, compiledTable);
    known.set(each.name, procedureOf(each, known));
  }
  for (const [alias, name] of aliases) known.set(alias, known.get(name) as Value);
  return known;
})();

/** The variables of the library. */
export const library: Variables = /* @__PURE__ */ variablesOf(libraryValues);
