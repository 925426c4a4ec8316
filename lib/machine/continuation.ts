import { MultipleValues } from '../data/objects.js';
import { type Value } from '../data/values.js';
import { relink } from './decode.js';
import { type Instruction } from './instruction.js';
import { type InstructionSet } from './instruction-set.js';
import { type Call, Operation } from './procedures.js';
import { resume } from './return.js';
import { Frame, outside, type VMState, type World } from './state.js';
import { Stack } from './stack.js';

// A continuation is a reference to frames, which are values: capturing one costs nothing, and it can be entered again
// and again. It captures frames, never the store: what was assigned stays assigned.

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

  enter({ state, args, below }: Call): VMState {
    const value = args.length === 1 ? (args[0] as Value) : new MultipleValues(args);
    const world = state.world.with({ dynamic: this.dynamic });
    if (this.frame === null) {
      return outside(null, new Stack(value, below, below.length + 1), state.gas - 1, world);
    }
    return resume(state, linkedFrame(this.frame, world.instructions), value, world);
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
