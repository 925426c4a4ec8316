import { type Place } from '../data/placed.js';
import { Pair, SymbolValue, type Value } from '../data/values.js';
import { type Assembly } from './assembly.js';
import { stepsOfForm } from './budget.js';
import { type Compilation } from './compilation.js';
import { elementOf, type Form, lengthOf } from './form.js';
import { writeConstant } from './node.js';
import { type Operator, operatorOf } from './operators.js';
import { deepest } from './walk.js';

// Most of what is sent as text is a formula or a call: a combination of constants, global variables and combinations of the
// same kind. It needs no tree, since nothing that comes later changes how it is written.

/**
 * Writes a combination whose head means that global name, and says whether it could. Where anything else is in it,
 * nothing is written.
 */
export const writeStraight = (form: Form, head: string, unit: Compilation, out: Assembly): boolean => {
  if (!unit.isFlat) return false;
  const { steps } = unit;
  const words = out.words.length;
  const positions = out.positions.length;
  if (writeCombination(form, head, unit, out)) return true;
  out.takeBack(words, positions);
  unit.steps = steps;
  return false;
};

const writeCombination = (form: Form, head: string, unit: Compilation, out: Assembly): boolean => {
  const { place } = form;
  const pair = form.datum as Pair;
  const length = lengthOf(form);
  unit.spend(stepsOfForm + length, form);
  if (unit.depth >= deepest) return false;
  const args = length - 1;
  const operator = operatorOf(head, args);
  if (operator !== undefined) return writeOperation(pair.cdr, operator, args, place, unit, out);
  out.emitWith('OP_GET_VARIABLE', head, elementOf(pair, place).place);
  if (!writeAll(pair.cdr, place, unit, out)) return false;
  out.emitWith('OP_CALL', args, place);
  return true;
};

// (+ a b c) is ((a + b) + c); what is missing, and neighbours that are compared, are left to the tree.
const writeOperation = (
  list: Value,
  operator: Operator,
  args: number,
  place: Place | undefined,
  unit: Compilation,
  out: Assembly,
): boolean => {
  const taken = Math.min(operator[2], 2);
  const isPlain = args === taken || (args > taken && operator[3] !== undefined);
  return isPlain && writeAll(list, place, unit, out, operator[0], taken);
};

// Writes expressions one after the other, and an instruction behind each for which so many values are there.
const writeAll = (
  list: Value,
  place: Place | undefined,
  unit: Compilation,
  out: Assembly,
  opcode = '',
  taken = Infinity,
): boolean => {
  let count = 0;
  let isWritten = true;
  unit.depth += 1;
  for (let rest = list; isWritten && rest instanceof Pair; rest = rest.cdr) {
    isWritten = writeOne(elementOf(rest, place), unit, out);
    count += 1;
    if (count >= taken) out.emit(opcode, place);
  }
  unit.depth -= 1;
  return isWritten;
};

const writeOne = (form: Form, unit: Compilation, out: Assembly): boolean => {
  const { datum } = form;
  if (typeof datum !== 'object') {
    writeConstant(datum, out);
    return true;
  }
  const name = datum instanceof Pair ? datum.car : datum;
  if (!(name instanceof SymbolValue)) return false;
  const meaning = unit.meaning(name.name);
  if (typeof meaning !== 'string') return false;
  if (datum !== name) return writeCombination(form, meaning, unit, out);
  out.emitWith('OP_GET_VARIABLE', meaning, form.place);
  return true;
};
