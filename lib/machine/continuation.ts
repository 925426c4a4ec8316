import { MultipleValues } from '../data/objects.js';
import { emptyList, list, type Value } from '../data/values.js';
import { apply } from './call.js';
import { relink } from './decode.js';
import { Dynamic } from './dynamic.js';
import { type Instruction } from './instruction.js';
import { type InstructionSet } from './instruction-set.js';
import { type Call, type Closure, Operation } from './procedures.js';
import { resume } from './return.js';
import { Frame, outside, type VMState, type World } from './state.js';
import { Stack } from './stack.js';

// A continuation is a reference to frames, which are values: capturing one costs nothing, and it can be entered again
// and again. It captures frames, never the store: what was assigned stays assigned. Where other winds are in force than
// when it was captured, the library first does what lies on the way.

/** What is left to do, as a procedure: calling it goes on from where it was captured. */
export class Continuation extends Operation {
  readonly name: string = 'continuation';

  constructor(
    /** The frame that waits for a value; null at the end of a message. */
    readonly frame: Frame | null,
    readonly dynamic: World['dynamic'],
  ) {
    super();
  }

  override get parts(): readonly Value[] {
    return [this.frame, this.dynamic];
  }

  override withParts(parts: readonly Value[]): Continuation {
    return new Continuation(...(parts as readonly [Frame | null, World['dynamic']]));
  }

  enter({ state, instruction, args, below, isTail }: Call): VMState {
    const rewinder = this.#rewinder(state.world);
    if (rewinder !== null) return apply(state, instruction, rewinder, [this.dynamic, this, list(args)], below, isTail);
    const value = args.length === 1 ? (args[0] as Value) : new MultipleValues(args);
    const world = state.world.dynamic === this.dynamic ? state.world : state.world.with({ dynamic: this.dynamic });
    if (this.frame === null) {
      return outside(null, new Stack(value, below, below.length + 1), state.gas - 1, world);
    }
    return resume(state, linkedFrame(this.frame, world.instructions), value, world);
  }

  // Who does what is to be done on the way; null where nothing is.
  #rewinder({ dynamic }: World): Closure | null {
    if (dynamic === this.dynamic) return null;
    const here = dynamic instanceof Dynamic ? dynamic : null;
    const there = this.dynamic instanceof Dynamic ? this.dynamic : null;
    if ((here?.winds ?? emptyList) === (there?.winds ?? emptyList)) return null;
    return here?.rewinder ?? there?.rewinder ?? null;
  }
}

// The frames of an earlier message may be linked for another instruction set than the one that runs.
const linkedFrame = (top: Frame, set: InstructionSet | null): Frame => {
  let first: Frame | null = top;
  while (first?.control === null) first = first.below;
  if (set === null || first === null || first.control.code.instructions === set) return top;
  const frames: Frame[] = [];
  for (let frame: Frame | null = top; frame !== null; frame = frame.below) frames.push(frame);
  return frames.reduceRight<Frame | null>(
    (below, { control, stack, locals, closure, size }) =>
      new Frame(control && linkedInstruction(control, set), stack, locals, closure, below, size),
    null,
  ) as Frame;
};

const linkedInstruction = ({ code, offset }: Instruction, set: InstructionSet): Instruction => {
  let instruction = relink(code, set).entry as Instruction;
  while (instruction.offset < offset) instruction = instruction.next as Instruction;
  return instruction;
};
