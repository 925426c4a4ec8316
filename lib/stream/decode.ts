import { type OperatorFunction } from 'rxjs';
import { type Code } from '../machine/code.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import {
  type Bytecode,
  decodeEnd,
  decodeNext,
  type Envelope,
  type Message,
  nothingDecoded,
  type Request,
} from '../machine/message.js';
import { operator } from './operator.js';

// The first scan, in one operator with what comes behind it: what was sent becomes messages that can run. Only what is
// complete is passed on. Words still carried when the input ends are a message that lacks its operands; when the
// subscription ends before, they are discarded.

/**
 * Decodes bytecode for an instruction set, or for the one a function gives at that moment. A message that is one
 * incomplete instruction is carried until its operands come; what cannot be decoded is a message with a fault.
 * `onDiscard` is told of words that still waited for operands when the subscription was given up. `load` makes code of
 * the words of an array; unless it is given, of a copy.
 *
 * @example
 * bytecode$.pipe(decode(standardInstructions), mailbox(), fold()).subscribe((state) => console.log(state.stack.top));
 */
export const decode = (
  instructions: InstructionSet | (() => InstructionSet),
  onDiscard?: (words: Bytecode) => void,
  load?: (words: Bytecode, instructions: InstructionSet) => Code,
): OperatorFunction<Bytecode | Envelope | Request, Message> => {
  const current = typeof instructions === 'function' ? instructions : () => instructions;
  return operator((subscriber) => {
    let last = nothingDecoded;
    subscriber.add(() => {
      if (last.carried !== undefined) onDiscard?.(last.carried);
    });
    return {
      next: (sent) => {
        last = decodeNext(last, sent, current(), load);
        if (last.message !== null) subscriber.next(last.message);
      },
      complete: () => {
        const rest = decodeEnd(last, current());
        last = nothingDecoded;
        if (rest !== null) subscriber.next(rest);
        subscriber.complete();
      },
    };
  });
};
