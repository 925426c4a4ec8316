import { type Code } from '../machine/code.js';
import { type Instruction } from '../machine/instruction.js';
import { type InstructionSpec } from '../machine/instruction-set.js';

// How control flows through a code, and what is known before each instruction: how deep the stack is, counted from where
// the code is entered, and how many locals there are at least and at most. Code in which that depends on the way there is
// left to the interpreter; a compiler makes none.

/** What is known before an instruction. */
export interface Point {
  readonly instruction: Instruction;
  readonly row: InstructionSpec;
  readonly index: number;
  readonly depth: number;
  /** How many locals have a value on every way here, and on some. */
  readonly least: number;
  readonly most: number;
  /** Where it leads beside the next one: an index, the number of points for the end. */
  readonly target: number | null;
  /** Whether control may go to the next one. */
  readonly goesOn: boolean;
  /** Whether the interpreter has to do it. */
  readonly isForeign: boolean;
}

export interface Flow {
  /** The instructions from the entry on; null for those that are never reached. */
  readonly points: readonly (Point | null)[];
  /** How many values below the stack of the entry are looked at. */
  readonly needs: number;
  readonly deepest: number;
  /** How deep the stack is at the end. */
  readonly last: number;
  readonly locals: number;
  /** Whether it writes boxes. */
  readonly writesBoxes: boolean;
  readonly loops: readonly Span[];
  /** Where jumps forwards lead, and where the block that they leave begins. */
  readonly labels: readonly Span[];
}

/** From an index to another, which is not a part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Known {
  depth: number;
  least: number;
  most: number;
}

const mostInstructions = 2_000;

/** What is known of the instructions from an entry on, with so many locals; null for what cannot be fused. */
export const flowOf = (
  code: Code,
  entry: Instruction,
  locals: number,
  isKnown: (row: InstructionSpec, opcode: string) => boolean,
): Flow | null => {
  const chain: Instruction[] = [];
  for (let each: Instruction | null = entry; each !== null; each = each.next) chain.push(each);
  if (chain.length > mostInstructions) return null;
  const indexes = new Map(chain.map((instruction, i) => [instruction, i]));
  const known = new Array<Known | undefined>(chain.length + 1);
  known[0] = { depth: 0, least: locals, most: locals };
  const targets: (number | null)[] = chain.map(({ target, opcode }) => {
    if (target !== null) return indexes.get(target) ?? -1;
    return isJump(opcode) ? chain.length : null;
  });
  let needs = 0;
  let deepest = 0;
  const found = { isSound: true, hasChanged: true };
  // Gives what is known to where control may go next.
  const flow = (index: number, { depth, least, most }: Known): void => {
    const before = known[index];
    if (before === undefined) {
      known[index] = { depth, least, most };
      found.hasChanged = true;
      return;
    }
    if (before.depth !== depth) found.isSound = false;
    if (least >= before.least && most <= before.most) return;
    before.least = Math.min(least, before.least);
    before.most = Math.max(most, before.most);
    found.hasChanged = true;
  };
  const rowOf = ({ opcode }: Instruction): InstructionSpec => code.instructions.get(opcode) as InstructionSpec;
  const isForeign = (i: number, { least }: Known): boolean => {
    const instruction = chain[i] as Instruction;
    const row = rowOf(instruction);
    const { opcode, operand, execute } = instruction;
    if (row.effect === undefined || execute !== row.execute || !isKnown(row, opcode)) return true;
    if (targets[i] === -1) return true;
    if (opcode === 'OP_SET_LOCAL') return (operand as number) > least;
    return !code.isBody && (opcode === 'OP_TAIL_CALL' || opcode === 'OP_GET_CAPTURED' || opcode === 'OP_GET_CALLEE');
  };
  while (found.hasChanged && found.isSound) {
    found.hasChanged = false;
    for (const [i, instruction] of chain.entries()) {
      const here = known[i];
      if (here === undefined || isForeign(i, here)) continue;
      const { opcode, operand } = instruction;
      const { pops, pushes } = rowOf(instruction).effect as {
        readonly pops: number | 'n' | 'n+1';
        readonly pushes: number;
      };
      const taken = typeof pops === 'number' ? pops : (operand as number) + (pops === 'n' ? 0 : 1);
      needs = Math.max(needs, taken - here.depth);
      const depth = here.depth - taken + pushes;
      deepest = Math.max(deepest, here.depth, depth);
      const count = opcode === 'OP_SET_LOCAL' ? (operand as number) + 1 : 0;
      const after = { depth, least: Math.max(here.least, count), most: Math.max(here.most, count) };
      const target = targets[i] as number | null;
      if (target !== null) flow(target, after);
      if (!isEnd(opcode)) flow(i + 1, after);
    }
  }
  if (!found.isSound || (code.isBody && entry === code.entry && needs > 0)) return null;
  const points = chain.map((instruction, index): Point | null => {
    const here = known[index];
    if (here === undefined) return null;
    const target = targets[index] ?? null;
    const goesOn = !isEnd(instruction.opcode);
    return { instruction, row: rowOf(instruction), index, ...here, target, goesOn, isForeign: isForeign(index, here) };
  });
  const spans = spansOf(points);
  if (spans === null) return null;
  const most = points.reduce((all, point) => Math.max(all, point?.most ?? 0), locals);
  const writesBoxes = points.some((point) => point?.instruction.opcode === 'OP_SET_BOX');
  const last = known[chain.length]?.depth ?? 0;
  return { points, needs, deepest: deepest + needs, last, locals: most, writesBoxes, ...spans };
};

const isJump = (opcode: string): boolean =>
  opcode === 'OP_JUMP' || opcode === 'OP_JUMP_IF_FALSE' || opcode === 'OP_LOOP';

/** Whether control never goes to the next instruction. */
export const isEnd = (opcode: string): boolean =>
  opcode === 'OP_JUMP' ||
  opcode === 'OP_LOOP' ||
  opcode === 'OP_RETURN' ||
  opcode === 'OP_TAIL_CALL' ||
  opcode === 'OP_APPLY';

// A jump forwards leaves a block that begins where the innermost loop around its end does; a loop reaches from where it is
// gone back to, to the last jump that goes there. Null where a jump leads into the middle of a loop.
const spansOf = (points: readonly (Point | null)[]): Pick<Flow, 'loops' | 'labels'> | null => {
  const jumps = points.filter(
    (point): point is Point & { target: number } => point?.target != null && !point.isForeign,
  );
  const ends = new Map<number, number>();
  for (const { index, target } of jumps)
    if (target <= index) ends.set(target, Math.max(ends.get(target) ?? 0, index + 1));
  const loops = [...ends].map(([from, to]) => ({ from, to })).sort((a, b) => a.from - b.from);
  for (const [i, loop] of loops.entries())
    for (const other of loops.slice(i + 1)) if (other.from < loop.to && other.to > loop.to) return null;
  const labels = new Map<number, number>();
  for (const { index, target } of jumps) {
    if (target <= index) continue;
    const around = loops.filter(({ from, to }) => from < target && target < to).at(-1);
    const from = around?.from ?? -1;
    if (around !== undefined && index < from) return null;
    labels.set(target, from);
  }
  return { loops, labels: [...labels].map(([to, from]) => ({ from, to })) };
};
