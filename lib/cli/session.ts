import { firstValueFrom, map, merge, skip } from 'rxjs';
import { VMActor } from '../actor/vm-actor.js';
import { type ActorOptions } from '../actor/options.js';
import { type Syntax } from '../compiler/compilation.js';
import { type Value } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';
import { type Execute, type Handler } from '../machine/instruction.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Bytecode } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { type Snapshot } from '../snapshot/format.js';

// The actor of the command. A fault leaves its state as it was, and what a program prints is a line.

export const defaultFuel = 1e10;

export class Session extends VMActor {
  /** The macros and libraries that its state holds whenever it is asked. */
  readonly syntax: Syntax = { get: (name) => this.state.variables.get(name) };

  constructor(options: ActorOptions = {}) {
    super({ fuel: defaultFuel, ...options, instructions, onFault: 'resume' });
    this.start();
  }

  /** The state of a snapshot; of one in the middle of a message, the state before it. Faults: see `VMActor.restore`. */
  static stateOf(snapshot: Snapshot): VMState {
    const actor = VMActor.restore(snapshot, { instructions });
    actor.stop();
    return actor.state;
  }

  /** Runs one message and takes the value it leaves; nil if it leaves none. Rejects with its fault. */
  override answer(bytecode: Bytecode): Promise<Value> {
    return super.answer(bytecode);
  }

  /** The same, but what it leaves stays on the stack. Rejects with an `EmptyError` when the session is stopped meanwhile. */
  async keep(bytecode: Bytecode): Promise<Value> {
    const { length } = this.state.stack;
    const { stack } = await this.#commit(bytecode);
    return stack.length > length ? (this.top() ?? null) : null;
  }

  // In an envelope, words that lack an operand are a fault instead of a beginning.
  #commit(bytecode: Bytecode): Promise<VMState> {
    const faults = this.faults$.pipe(
      map((fault) => {
        throw fault;
      }),
    );
    const state = firstValueFrom(merge(this.state$.pipe(skip(1)), faults));
    this.next({ bytecode });
    return state;
  }
}

// The standard instruction, which charges for its text, with the end of the line in the same effect.
const endingLine = (opcode: string): Handler => {
  const standard = standardInstructions.get(opcode)?.handler as Handler;
  const execute: Execute = (state, instruction) => ended((standard.execute as Execute)(state, instruction));
  return Object.assign((state: VMState) => ended(standard(state)), { execute });
};

const ended = (state: VMState): VMState => {
  const { outbox } = state.world;
  if (outbox?.effect.type !== 'print') return state;
  return state.withWorld({ outbox: { ...outbox, effect: { type: 'print', text: `${outbox.effect.text}\n` } } });
};

const instructions: InstructionSet = ['OP_PRINT', 'OP_PRINT_STACK'].reduce(
  (set, opcode) => set.replace(opcode, endingLine(opcode)),
  standardInstructions,
);
