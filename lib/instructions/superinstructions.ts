import { type Code } from '../machine/code.js';
import { type Execute, type Instruction } from '../machine/instruction.js';
import { drop } from '../machine/stack.js';
import { type VMState } from '../machine/state.js';
import { closureCost, loop, makeClosure } from './control.js';
import { type End, endings, goingOn, pushing, settingLocals } from './ends.js';
import { atDepth, binary, isPlainPrimitive, primitiveCall, type Read, sources, unary } from './reads.js';
import { type Rows, step } from './row.js';

// Superinstructions: what stands together is run as one step, which makes one state in place of one for each.
//
//   OP_GET_LOCAL 0   OP_CONSTANT 1   OP_SUBTRACT   OP_SET_LOCAL 0   OP_LOOP 12
//
// Values are only read until the last of them. Where one cannot be read (a variable is unbound, an integer is big) or the
// slice ends in between, nothing has happened yet, and the first instruction is run alone: every stop, fault and charge
// is where it would be. Code is joined when it is called or goes back for the first time, and there each place when
// control comes to it. (M. A. Ertl and D. Gregg, "The Structure and Performance of Efficient Interpreters", 2003.)

const mostJoined = 24;

// A call that has more arguments is left to itself.
const mostTaken = 9;

// Captures and locals are paid for where there are more of them.
const mostCaptures = 7;
const mostLocals = 7;

// How many values an instruction takes that ends a superinstruction.
const countOf = ({ opcode, operand }: Instruction): number => {
  if (opcode === 'OP_SET_BOX') return 2;
  return opcode === 'OP_CALL' || opcode === 'OP_TAIL_CALL' ? (operand as number) + 1 : 1;
};

type IsStandard = (instruction: Instruction) => boolean;

// Instructions from one on: what they put on the stack, how many values they take from it, and what they cost.
class Joined {
  readonly #isStandard: IsStandard;
  readonly #reads: Read[] = [];
  #next: Instruction | null;
  /** The procedures that are made. */
  readonly bodies: Code[] = [];
  taken = 0;
  count = 0;
  cost = 0;

  constructor(first: Instruction, isStandard: IsStandard) {
    this.#isStandard = isStandard;
    this.#next = first;
  }

  /** What the instructions do that are joined; the state tells which procedures are primitives. */
  end(state: VMState): End {
    for (let each = this.#next; each !== null && this.count < mostJoined; each = this.#next) {
      if (!this.#isStandard(each) || !this.#isRead(each, state)) break;
      this.#goOn(each, each.opcode === 'OP_CLOSURE' ? closureCost : 1);
    }
    const last = this.#next;
    const end = last !== null && this.#isStandard(last) ? this.#endWith(last, state) : undefined;
    if (end === undefined) return pushing(this.#reads, goingOn(this.#next));
    return this.#reads.length === 0 ? end : pushing(this.#reads, end);
  }

  #goOn(instruction: Instruction, cost = 1): void {
    this.count += 1;
    this.cost += cost;
    this.#next = instruction.opcode === 'OP_JUMP' ? instruction.target : instruction.next;
  }

  #take(): Read {
    return this.#reads.pop() ?? atDepth(this.taken++);
  }

  #takeAll(count: number): Read[] {
    return Array.from({ length: count }, () => this.#take()).reverse();
  }

  // Whether an instruction does nothing but put on the stack what can be read.
  #isRead({ opcode, operand }: Instruction, state: VMState): boolean {
    const reads = this.#reads;
    const source = sources[opcode];
    const one = unary[opcode];
    const two = binary[opcode];
    if (opcode === 'OP_CLOSURE') {
      const code = operand as Code;
      if (code.captures.length > mostCaptures) return false;
      this.bodies.push(code);
    }
    if (source !== undefined) reads.push(source(operand));
    else if (one !== undefined) reads.push(one(this.#take()));
    else if (two !== undefined) reads.push(two(...(this.#takeAll(2) as [Read, Read])));
    else if (opcode === 'OP_CALL') return this.#isReadByCall(operand as number, state);
    else return opcode === 'OP_JUMP';
    return true;
  }

  #isReadByCall(argc: number, state: VMState): boolean {
    const reads = this.#reads;
    const callee = reads[reads.length - 1 - argc];
    const procedure = callee?.(state);
    if (callee === undefined || !isPlainPrimitive(procedure, argc)) return false;
    const args = this.#takeAll(argc);
    reads.pop();
    reads.push(primitiveCall(procedure, callee, args));
    return true;
  }

  #endWith(last: Instruction, { locals }: VMState): End | undefined {
    const { opcode } = last;
    if (opcode === 'OP_SET_LOCAL') return locals.length > mostLocals ? undefined : this.#setLocals(last);
    if (opcode === 'OP_RETURN' && this.#reads.length !== 1) return undefined;
    const ending = endings[opcode];
    const taken = countOf(last);
    if (ending === undefined || taken > mostTaken) return undefined;
    const end = ending(last, this.#takeAll(taken));
    this.#goOn(last);
    return end;
  }

  #setLocals(first: Instruction): End {
    const indexes: number[] = [];
    const reads: Read[] = [];
    let each: Instruction | null = first;
    for (; each?.opcode === 'OP_SET_LOCAL' && indexes.length < mostTaken && this.#isStandard(each); each = each.next) {
      indexes.push(each.operand as number);
      reads.push(this.#take());
      this.#goOn(each);
    }
    const back = each?.opcode === 'OP_LOOP' && this.#isStandard(each) ? each : null;
    if (back !== null) this.#goOn(back);
    return settingLocals(indexes, reads, each, back?.target ?? null);
  }
}

/** The rows of the standard instructions, and how code made of them is joined. */
export class Superinstructions {
  readonly rows: Rows;

  constructor(rows: Rows) {
    this.rows = { ...rows, OP_CLOSURE: step(0, 1, this.#close, 'code'), OP_LOOP: step(0, 0, this.#loop, 'back') };
  }

  /** From its next call on, what stands together in a code is run as one step. */
  joinWhenCalled({ entry }: Code): void {
    if (entry !== null && entry.joined === entry.execute) entry.joined = this.#enter;
  }

  readonly #enter: Execute = (state, entry) => {
    entry.joined = entry.execute;
    this.#join(entry.code);
    return entry.joined(state, entry);
  };

  readonly #close: Execute = (state, instruction) => {
    if (instruction.joined === this.#close) {
      instruction.joined = makeClosure;
      this.joinWhenCalled(instruction.operand as Code);
    }
    return makeClosure(state, instruction);
  };

  readonly #loop: Execute = (state, instruction) => {
    if (instruction.joined === this.#loop) this.#join(instruction.code);
    return loop(state, instruction);
  };

  // Code is gone through once, whichever of its loops goes back first.
  #join({ entry }: Code): void {
    for (let each = entry; each !== null; each = each.next) {
      if (each.joined === each.execute) each.joined = each.joined === this.#loop ? loop : this.#joining;
    }
  }

  readonly #joining: Execute = (state, first) => {
    first.joined = this.#joinedFrom(first, state);
    return first.joined(state, first);
  };

  // The step that runs an instruction and those behind it, or it alone where none can be joined.
  #joinedFrom(first: Instruction, state: VMState): Execute {
    const joined = new Joined(first, this.#isStandard);
    const end = joined.end(state);
    for (const body of joined.bodies) this.joinWhenCalled(body);
    const { taken, count, cost } = joined;
    if (count < 2) return first.execute;
    return (state, instruction) => {
      if (state.gas >= cost) {
        const { stack } = state;
        if (stack.length >= taken) {
          const after = end(state, drop(stack, taken), cost);
          if (after !== undefined) return after;
        }
        instruction.joined = instruction.execute;
      }
      return instruction.execute(state, instruction);
    };
  }

  readonly #isStandard: IsStandard = ({ opcode, execute }) => this.rows[opcode]?.execute === execute;
}
