import { type OperatorFunction } from 'rxjs';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Bytecode, type Envelope, isIncomplete } from '../machine/message.js';
import { operator } from './operator.js';

// Words of one sender, put together to instructions before its stream is merged with others, so that the words of two
// senders never meet inside one instruction.

const isEnvelope = (sent: unknown): sent is Envelope =>
  typeof sent === 'object' && sent !== null && Array.isArray((sent as Partial<Envelope>).bytecode);

/**
 * Groups the single words of one sender into instructions. What comes as an array is taken as that many words; an
 * envelope passes. An instruction still incomplete at the end is passed on in an envelope, which faults.
 *
 * @example
 * merge(words$.pipe(assemble(standardInstructions)), messages$).subscribe(actor);
 */
export const assemble = (instructions: InstructionSet): OperatorFunction<unknown, Bytecode | Envelope> =>
  operator((subscriber) => {
    let carried: Bytecode = [];
    const next = (sent: unknown): void => {
      if (isEnvelope(sent)) {
        subscriber.next(sent);
        return;
      }
      const words = [...carried, ...(Array.isArray(sent) ? (sent as Bytecode) : [sent])];
      carried = isIncomplete(words, instructions) ? words : [];
      if (carried.length === 0) subscriber.next(words);
    };
    const complete = (): void => {
      if (carried.length > 0) subscriber.next({ bytecode: carried });
      subscriber.complete();
    };
    return { next, complete };
  });
