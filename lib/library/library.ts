import { type Value } from '../data/values.js';
import { standardInstructions, superinstructions } from '../instructions/standard.js';
import { Code } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { Instruction } from '../machine/instruction.js';
import { type Definition, Library } from '../machine/library.js';
import { Closure } from '../machine/procedures.js';
import { characterPrimitives } from './characters.js';
import { type CompiledProcedure, entriesOf, expanding } from './compact.js';
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

// Further names of what is defined under one name.
const aliases = [
  ['call-with-current-continuation', 'call/cc'],
  ['%call-with-values', 'call-with-values'],
  ['%cons', 'cons'],
].map(([alias = '', name = '']): Definition => [alias, (_alias, library) => library.get(name) as Value]);

// Code that is read, verified and linked when it is first called, so that a library of any size starts at once.
const procedureOf = ({ name, params, rest, first, words }: CompiledProcedure): Closure => {
  const locals = params.length + Number(rest !== null);
  const code = new Code(name, params, rest, locals, [], words, [], standardInstructions, true);
  const unread = new Instruction(
    (state) => {
      // A state that has stopped here may go on after it was read.
      if (code.entry === unread) superinstructions.joinWhenCalled(link(code));
      const entry = code.entry as Instruction;
      return entry.execute(state, entry);
    },
    first,
    undefined,
    code,
    0,
  );
  code.entry = unread;
  return new Closure(code, []);
};

const entries = /* @__PURE__ */ entriesOf(compiledTable);

const compiledDefinition = (text: string): Definition => [
  text.slice(0, text.indexOf(' ')),
  (_name, library) => procedureOf(expanding(entries, library)(text)),
];

/** What the library is made of. Names that begin with `%` are for itself and for what the compiler makes. */
export const definitions: readonly Definition[] = /* @__PURE__ */ [
  ...[numberPrimitives, logicPrimitives, listPrimitives, characterPrimitives, textPrimitives, vectorPrimitives],
  ...[bytevectorPrimitives, tablePrimitives, promisePrimitives, recordPrimitives, portPrimitives, jsonPrimitives],
  ...[controlPrimitives, portParameters, aliases, compiled.trim().split('\n').map(compiledDefinition)],
].flat();

/** The library without `eval`, which needs the compiler. */
export const library: Library = /* @__PURE__ */ new Library(definitions);
