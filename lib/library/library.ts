import { type Value } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';
import { Code } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { Instruction } from '../machine/instruction.js';
import { Closure, type Operation, type Primitive } from '../machine/procedures.js';
import { type Variables, variablesOf } from '../machine/variables.js';
import { characterPrimitives } from './characters.js';
import { type CompiledProcedure, expanding } from './compact.js';
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

// Names that begin with `%` are for the library and for what the compiler makes.
const primitives = (): readonly (Primitive | Operation)[] =>
  [
    ...[numberPrimitives, logicPrimitives, listPrimitives, characterPrimitives, textPrimitives, vectorPrimitives],
    ...[bytevectorPrimitives, tablePrimitives, promisePrimitives, recordPrimitives, portPrimitives, jsonPrimitives],
    controlPrimitives,
  ].flat();

// Further names of what is defined under one name.
const aliases: readonly (readonly [alias: string, name: string])[] = [
  ['call-with-current-continuation', 'call/cc'],
  ['%call-with-values', 'call-with-values'],
  ['%cons', 'cons'],
];

// Code that is read, verified and linked when it is first called, so that a library of any size starts at once.
const procedureOf = ({ name, params, rest, first, words }: CompiledProcedure): Closure => {
  const locals = params.length + Number(rest !== null);
  const code = new Code(name, params, rest, locals, [], words, [], standardInstructions, true);
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
  const expand = expanding(compiledTable, known);
  for (const each of primitives()) known.set(each.name, each);
  for (const text of compiled.trim().split('\n')) {
    const procedure = procedureOf(expand(text));
    known.set(procedure.name, procedure);
  }
  for (const [alias, name] of aliases) known.set(alias, known.get(name) as Value);
  return known;
})();

/** The variables of the library. */
export const library: Variables = /* @__PURE__ */ variablesOf(libraryValues);
