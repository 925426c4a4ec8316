import { type OperatorFunction } from 'rxjs';
import { standardInstructions } from '../instructions/standard.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Limits } from '../machine/limits.js';
import { type Bytecode, type Envelope } from '../machine/message.js';
import { VMState } from '../machine/state.js';
import { decode } from './decode.js';
import { foldBehind, type FoldOptions } from './fold.js';
import { type MailboxOptions } from './mailbox.js';

export interface ExecuteOptions extends FoldOptions {
  readonly instructions?: InstructionSet | undefined;
  /** The state to start from; an empty one by default. */
  readonly initial?: VMState | undefined;
  /** Fuel of one message. */
  readonly fuel?: number | undefined;
  readonly limits?: Partial<Limits> | undefined;
  readonly mailbox?: Pick<MailboxOptions, 'capacity' | 'overflow'> | undefined;
}

/**
 * The whole actor as one operator: bytecode in, one immutable state out for each message that commits.
 *
 * @example
 * of(compile('(+ 5 10)')).pipe(execute()).subscribe((state) => console.log(state.stack.top)); // 15
 */
export const execute = (options: ExecuteOptions = {}): OperatorFunction<Bytecode | Envelope, VMState> => {
  const { instructions = standardInstructions, limits = {}, fuel } = options;
  const allowed = fuel === undefined ? limits : { ...limits, fuel };
  const initial = options.initial ?? VMState.initial({ limits: allowed });
  const decoding = decode(instructions);
  const folding = foldBehind(options.mailbox ?? {}, initial, options);
  return (words) => words.pipe(decoding, folding);
};
