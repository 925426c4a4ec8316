import { fromJson } from '../data/json.js';
import { type Handler } from '../machine/instruction.js';
import { type InstructionOptions, InstructionSet } from '../machine/instruction-set.js';
import { arithmeticRows } from './arithmetic.js';
import { comparisonRows } from './comparison.js';
import { controlRows, procedureRows } from './control.js';
import { outputRows } from './output.js';
import { Superinstructions } from './superinstructions.js';
import { booleanRows, stackRows, typeRows } from './values.js';
import { localRows, variableRows } from './variables.js';

// The instruction table. Everything said of an instruction anywhere is derived from here, but for the lines of `manual.ts`.

/** The standard instructions, and how code that is made of them is joined. */
export const superinstructions: Superinstructions = /* @__PURE__ */ (() =>
  new Superinstructions({
    ...stackRows(),
    ...arithmeticRows(),
    ...comparisonRows(),
    ...booleanRows(),
    ...variableRows(),
    ...localRows(),
    ...controlRows(),
    ...procedureRows(),
    ...typeRows(),
    ...outputRows(),
  }))();

/** The standard instruction set. Iterating gives `[opcode, spec]`. */
export const standardInstructions: InstructionSet = /* @__PURE__ */ (() =>
  InstructionSet.reading(fromJson, superinstructions.rows))();

/**
 * The standard instructions and yours. Faults: `instruction-exists` for a name that is taken, `misuse`.
 *
 * @example
 * const set = instructionSet({ OP_DOUBLE: { handler: unary((x) => x * 2), doc: 'twice a' } });
 */
export const instructionSet = (
  table: Readonly<Record<string, InstructionOptions & { readonly handler: Handler }>> = {},
): InstructionSet => standardInstructions.with(table);
