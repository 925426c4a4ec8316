import { language } from '../actor/evaluation.js';
import { explain } from '../actor/explanation.js';
import { keywords } from '../compiler/compile.js';
import { VMError } from '../data/error.js';
import { Macro } from '../data/objects.js';
import { summary } from '../data/printer.js';
import { Pair, SymbolValue, type Value } from '../data/values.js';
import { manual } from '../instructions/manual.js';
import { standardInstructions } from '../instructions/standard.js';
import { libraryEntries } from '../library/entries.js';
import { RecordProcedure } from '../library/records.js';
import { Closure } from '../machine/procedures.js';
import { type VMState } from '../machine/state.js';
import { valueText } from './json.js';

// What a name is: how it is used, a line about it, and an example where the manual has one.

export const docLines = (name: string, state: VMState): string[] => {
  const value = state.variables.get(name);
  if (value === undefined) return wordLines(name, state);
  if (value instanceof Macro) return macroLines(name, value.rules);
  const lines = libraryLines(name, value);
  if (lines !== undefined) return lines;
  const params = paramsOf(value);
  if (params !== undefined) return [`(${[name, ...params].join(' ')})`, '  a procedure that was defined here'];
  return [`${name} is ${summary(value)}`];
};

// What is no variable: a keyword, an instruction, or nothing.
const wordLines = (name: string, state: VMState): string[] => {
  if (keywords.includes(name)) return [`${name} is a form of the language: the language guide describes it`];
  const instruction = standardInstructions.get(name);
  if (instruction !== undefined) {
    const docs = Object.assign({}, ...Object.values(manual)) as (typeof manual)[string];
    return [[name, ...instruction.operands].join(' '), `  ${docs[name] ?? ''}`];
  }
  const unknown = new VMError('unbound-variable', `variable ${name} is not defined`);
  return [explain(unknown, state, [...keywords, ...language.names]).detail];
};

// Under its own name, or another that it was given.
const libraryLines = (name: string, value: Value): string[] | undefined => {
  const entries = libraryEntries().filter((each) => language.get(each.name) === value);
  const entry = entries.find((each) => each.name === name) ?? entries[0];
  if (entry === undefined) return undefined;
  const { usage, doc, example } = entry;
  const lines = [usage, `  ${doc}`, `  ${example[0]}  ; => ${example[1]}`];
  return entry.name === name ? lines : [`${name} is ${entry.name}`, ...lines];
};

const paramsOf = (value: Value): readonly string[] | undefined => {
  if (value instanceof Closure) {
    const { params, rest } = value.code;
    return rest === null ? params : [...params, '.', rest];
  }
  if (!(value instanceof RecordProcedure)) return undefined;
  const { role, type, fields } = value;
  const { name } = type;
  return {
    constructor: fields.map((field) => type.fields[field] ?? ''),
    predicate: ['value'],
    accessor: [name],
    modifier: [name, 'value'],
  }[role];
};

const macroLines = (name: string, rules: Value): string[] => {
  if (rules instanceof SymbolValue) return [`${name} is ${rules.name}`];
  const { literals, clauses } = partsOf(rules);
  const recognised = literals.length === 0 ? '' : `, in which these stand for themselves: ${literals.join(' ')}`;
  return [
    `${name} is a macro${recognised}`,
    ...clauses.flatMap(([pattern = null, template = null]) => [
      `  ${valueText(pattern)}`,
      `    => ${valueText(template)}`,
    ]),
  ];
};

// (syntax-rules (literal …) (pattern template) …), with an ellipsis of its own before the literals or none, and behind a
// list of what names in it mean where that is not plain.
const partsOf = (rules: Value): { readonly literals: readonly string[]; readonly clauses: readonly Value[][] } => {
  const parts = elementsOf(rules);
  if (parts[0] instanceof Pair) parts.shift();
  const [literals = null, ...clauses] = parts.slice(parts[1] instanceof SymbolValue ? 2 : 1);
  return { literals: elementsOf(literals).map(valueText), clauses: clauses.map(elementsOf) };
};

const elementsOf = (value: Value): Value[] => (value instanceof Pair ? [...value] : []);
