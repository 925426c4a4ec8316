import { bottomUp, type Opened } from '../data/bottom-up.js';
import { VMError } from '../data/error.js';
import { isValue, type Value } from '../data/values.js';
import { type Capture, Code, type CodeJson } from './code.js';
import { returnTop } from './return.js';
import { hostFault, wordText, counted } from './host.js';
import { type Execute, Instruction } from './instruction.js';
import { type InstructionSet, type OperandKind } from './instruction-set.js';
import { attach, refersToCell } from './transfer.js';
import { VariableReference } from './variables.js';

// Words to instructions. Everything is verified before anything runs: opcodes known, operands present and of their kind,
// jumps on an instruction of the same code or exactly at its end. Bodies are decoded from a list, not by recursion.

const mostIndex = 65_535;

/** The same body, decoded for another instruction set. */
export const relink = (code: Code, set: InstructionSet): Code => {
  const known = set.linked.get(code);
  if (known !== undefined) return known;
  const again = link(copyFor(code, set));
  set.linked.set(code, again);
  return again;
};

const copyFor = ({ name, params, rest, locals, captures, words, positions, isBody }: Code, set: InstructionSet): Code =>
  new Code(name, params, rest, locals, captures, words, positions, set, isBody);

// The bodies met while a code is linked, by the object they were read from: one that is met twice is one code.
interface Bodies {
  known: Map<unknown, Code> | null;
}

/** Links a code and every body inside it, and gives it back. Faults: `bad-operand` for a body that contains itself, and what is verified. */
export const link = (root: Code): Code => {
  const bodies: Bodies = { known: null };
  const inner = linkOne(root, bodies);
  if (inner === undefined) return root;
  const linked = new Map<Code, Code | undefined>();
  const enter = (code: Code): Opened<Code, Code> => ({ parts: linkOne(code, bodies) ?? [], make: () => code });
  for (const body of inner) bottomUp(body, () => undefined, enter, refuseCircle, linked);
  return root;
};

const refuseCircle = (): never => {
  throw new VMError('bad-operand', 'a body contains itself', { opcode: 'OP_CLOSURE' });
};

const linkOne = (code: Code, bodies: Bodies): Code[] | undefined => {
  const { instructions: set, words } = code;
  let jumps: { from: Instruction; to: number }[] | undefined;
  let inner: Code[] | undefined;
  let last: Instruction | null = null;
  let offset = 0;
  while (offset < words.length) {
    const opcode = words[offset];
    const row = set.get(opcode as string);
    if (row === undefined)
      throw fault('unknown-instruction', `${wordText(opcode)} is not an instruction`, code, offset);
    const kinds = row.operands;
    const { length } = kinds;
    const after = offset + 1 + length;
    if (after > words.length) throw fault('missing-operand', `it needs ${counted(length, 'operand')}`, code, offset);
    let { execute } = row;
    let operand: unknown;
    let kind: OperandKind | undefined;
    for (let i = length; i > 0; i -= 1) {
      const at = offset + i;
      kind = kinds[i - 1];
      operand = words[at];
      const type = typeof operand;
      if (kind !== 'value' || (type !== 'number' && type !== 'string')) {
        operand = readOperand(kind as OperandKind, code, offset, at, bodies);
        if (kind === 'code') (inner ??= []).push(operand as Code);
        if (i === 1 && kind === 'value' && brings(operand)) execute = bringing(execute);
      }
    }
    const instruction: Instruction = new Instruction(execute, opcode as string, operand, code, offset);
    if (last === null) code.entry = instruction;
    else last.next = instruction;
    last = instruction;
    if (length === 1 && (kind === 'offset' || kind === 'back'))
      (jumps ??= []).push({ from: instruction, to: after + (kind === 'back' ? -1 : 1) * (operand as number) });
    offset = after;
  }
  // Behind a body stands a return; behind a message stands nothing, and control that is null has ended.
  const exit = code.isBody ? new Instruction(returnTop, 'OP_RETURN', undefined, code, words.length) : null;
  if (last === null) code.entry = exit;
  else last.next = exit;
  if (jumps !== undefined) resolve(jumps, code);
  return inner;
};

// A closure from outside may bring variables of its own, which get cells each time the constant is used.
const brings = (operand: unknown): boolean => typeof operand === 'object' && isValue(operand) && refersToCell(operand);

const bringing =
  (execute: Execute): Execute =>
  (state, { opcode, operand, code, offset, next, target }) => {
    const { state: entered, values } = attach(state, [operand as Value]);
    const inside = new Instruction(execute, opcode, values[0], code, offset);
    inside.next = next;
    inside.target = target;
    return execute(entered, inside);
  };

const resolve = (jumps: readonly { from: Instruction; to: number }[], code: Code): void => {
  const starts = new Map<number, Instruction | null>([[code.words.length, null]]);
  for (let each: Instruction | null = code.entry; each !== null; each = each.next) starts.set(each.offset, each);
  for (const { from, to } of jumps) {
    const target = starts.get(to);
    if (target === undefined) throw fault('bad-jump', `no instruction at word ${to}`, code, from.offset);
    from.target = target;
  }
};

const fault = (
  kind: 'unknown-instruction' | 'missing-operand' | 'bad-operand' | 'bad-jump',
  detail: string,
  code: Code,
  offset: number,
): VMError => {
  const opcode = kind === 'unknown-instruction' ? undefined : (code.words[offset] as string);
  const inside = code.isBody ? ` of procedure ${code.name}` : '';
  return new VMError(kind, `${detail} (word ${offset}${inside})`, { opcode, ...code.placeAt(offset) });
};

const isIndex = (word: unknown, most: number = mostIndex): word is number =>
  Number.isInteger(word) && (word as number) >= 0 && (word as number) <= most;

// An operand as the machine wants it; the words keep it as handlers see it.
const readOperand = (kind: OperandKind, code: Code, offset: number, at: number, bodies: Bodies): unknown => {
  const word = code.words[at];
  const bad = (wanted: string): never => {
    throw fault('bad-operand', `its operand is ${wanted}, not ${wordText(word)}`, code, offset);
  };
  if (kind === 'value') return keep(code, at, readValue(word, code, offset));
  if (kind === 'name') return typeof word === 'string' ? new VariableReference(word) : bad('a name');
  if (kind === 'code') {
    bodies.known ??= new Map();
    const body = bodies.known.get(word) ?? readBody(word, code.instructions, bad);
    bodies.known.set(word, body);
    return keep(code, at, body);
  }
  const most = kind === 'index' || kind === 'count' ? mostIndex : Number.MAX_SAFE_INTEGER;
  return isIndex(word, most) ? word : bad(`an integer from 0 to ${most}`);
};

// Operands are kept as they are decoded, in a copy: whoever sent the words sees them as they were.
const keep = <T>(code: Code, at: number, operand: T): T => {
  if (code.words[at] === operand) return operand;
  if (code.isBorrowed) code.words = code.words.slice();
  code.isBorrowed = false;
  (code.words as unknown[])[at] = operand;
  return operand;
};

const readValue = (word: unknown, code: Code, offset: number): unknown => {
  if (isValue(word)) return word;
  try {
    return code.instructions.constantOf(word);
  } catch (thrown) {
    throw fault('bad-operand', hostFault(thrown).detail, code, offset);
  }
};

const isCapture = (capture: unknown): capture is Capture => {
  if (!Array.isArray(capture)) return false;
  const [kind, index] = capture as unknown[];
  return kind === 'callee' ? capture.length === 1 : (kind === 'local' || kind === 'captured') && isIndex(index);
};

const isShortList = (list: unknown, isOne: (item: unknown) => boolean): boolean =>
  Array.isArray(list) && isIndex(list.length) && list.every(isOne);

const isText = (item: unknown): item is string => typeof item === 'string';

// What each part of a body has to be.
const isSound: { readonly [Part in keyof CodeJson]: (part: unknown) => boolean } = {
  name: isText,
  params: (part) => isShortList(part, isText),
  rest: (part) => part === null || isText(part),
  locals: isIndex,
  captures: (part) => isShortList(part, isCapture),
  body: Array.isArray,
  positions: (part) => Array.isArray(part) && part.every((item) => typeof item === 'number'),
};

/** A body from its JSON form, or from code. `bad` is called for what is not one, with what was wanted. */
export const readBody = (
  word: unknown,
  set: InstructionSet,
  bad: (wanted: string) => never,
  isBody: boolean = true,
): Code => {
  if (word instanceof Code) return copyFor(word, set);
  const given = Object(word) as Partial<CodeJson>;
  const { name = 'lambda', params, rest = null, captures = [], body, positions = [] } = given;
  const { locals = Number(params?.length) + (rest === null ? 0 : 1) } = given;
  const parts = { name, params, rest, locals, captures, body, positions };
  for (const [part, isOne] of Object.entries(isSound))
    if (!isOne(parts[part as keyof CodeJson])) bad(`a body with proper ${part}`);
  const copied = captures.map((capture) => [...capture] as unknown as Capture);
  return new Code(name, [...(params ?? [])], rest, locals, copied, [...(body ?? [])], [...positions], set, isBody);
};
