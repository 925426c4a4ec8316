import { type OperatorFunction, pipe, scan } from 'rxjs';
import { type InstructionSet } from '../machine/instruction-set.js';
import {
  type Bytecode,
  decodeEnd,
  decodeNext,
  type Decoding,
  type Envelope,
  type Load,
  type Message,
  nothingDecoded,
  type Request,
} from '../machine/message.js';
import { operator } from './operator.js';

// The first scan: what was sent becomes messages that can run.

/**
 * Decodes bytecode for an instruction set, or for the one a function gives at that moment. A message that is one
 * incomplete instruction is carried until its operands come; what cannot be decoded is a message with a fault.
 * `load` makes code of words that come as an array, of a copy unless it is told otherwise. `onDiscard` is told of words that still waited for
 * operands when the subscription was given up.
 *
 * @example
 * bytecode$.pipe(decode(standardInstructions), mailbox(), fold()).subscribe((state) => console.log(state.stack.top));
 */
export const decode = (
  instructions: InstructionSet | (() => InstructionSet),
  onDiscard?: (words: Bytecode) => void,
  load?: Load,
): OperatorFunction<Bytecode | Envelope | Request, Message> => {
  const current = typeof instructions === 'function' ? instructions : () => instructions;
  const step = (before: Decoding, sent: unknown): Decoding => decodeNext(before, sent, current(), load);
  return pipe(scan(step, nothingDecoded), complete(current, onDiscard));
};

// Passes on what is complete. Words still carried when the input ends are a message that lacks its operands; when the
// subscription ends before, they are discarded.
const complete = (
  current: () => InstructionSet,
  onDiscard?: (words: Bytecode) => void,
): OperatorFunction<Decoding, Message> =>
  operator((subscriber) => {
    let last = nothingDecoded;
    subscriber.add(() => {
      if (last.carried !== undefined) onDiscard?.(last.carried);
    });
    return {
      next: (decoding) => {
        last = decoding;
        if (decoding.message !== null) subscriber.next(decoding.message);
      },
      complete: () => {
        const rest = decodeEnd(last, current());
        last = nothingDecoded;
        if (rest !== null) subscriber.next(rest);
        subscriber.complete();
      },
    };
  });
