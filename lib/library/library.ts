import { type Value } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';
import { type Code, type CodeJson } from '../machine/code.js';
import { decodeMessage } from '../machine/decode.js';
import { type Instruction } from '../machine/instruction.js';
import { Closure, type Primitive } from '../machine/procedures.js';
import { Names, Variables } from '../machine/variables.js';
import { assembledProcedures, type CompiledProcedure, procedureOf } from './assembled.js';
import { compiledRows } from './compiled.js';
import { listPrimitives } from './lists.js';
import { logicPrimitives } from './logic.js';
import { numberPrimitives } from './numbers.js';
import { textPrimitives } from './text.js';

// The library: global variables that every actor of the language starts with.

/** The primitives, by family. */
export const primitives: Readonly<Record<string, readonly Primitive[]>> = {
  numbers: numberPrimitives,
  'pairs and lists': listPrimitives,
  'strings and symbols': textPrimitives,
  'booleans and identity': logicPrimitives,
};

/** The procedures that are code: those that take procedures, and those with effects. */
export const procedures: readonly CompiledProcedure[] = [...assembledProcedures, ...compiledRows.map(procedureOf)];

// Library code refers to the library itself, not to variables of that name: a program that defines a `list` of its own
// does not change what `map` does.
const linked = ({ body, ...code }: CodeJson, known: ReadonlyMap<string, Value>): CodeJson => {
  const words = body.map((word) => (isCode(word) ? linked(word, known) : word));
  for (let i = 0; i < words.length - 1; i += 1) {
    const value = words[i] === 'OP_GET_VARIABLE' ? known.get(words[i + 1] as string) : undefined;
    if (value !== undefined) words.splice(i, 2, 'OP_CONSTANT', value);
  }
  return { ...code, body: words };
};

const isCode = (word: unknown): word is CodeJson => typeof word === 'object' && word !== null && 'body' in word;

const closureOf = (code: CodeJson): Closure => {
  const message = decodeMessage(['OP_CLOSURE', code], standardInstructions);
  return new Closure((message.entry as Instruction).operand as Code, []);
};

const makeLibrary = (): Variables => {
  const known = new Map<string, Value>();
  for (const each of Object.values(primitives).flat()) known.set(each.name, each);
  const internal = new Set<string>();
  for (const { name, code, isInternal = false } of procedures) {
    known.set(name, closureOf(linked(code, known)));
    if (isInternal) internal.add(name);
  }
  const variables = new Variables(new Names()).writable();
  for (const [name, value] of known) if (!internal.has(name)) variables.define(name, value);
  variables.seal();
  return variables;
};

/** The variables of the library. */
export const library: Variables = /* @__PURE__ */ makeLibrary();
