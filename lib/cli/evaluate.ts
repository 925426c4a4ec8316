import { isVMError, type VMError } from '../data/error.js';
import { type Place } from '../data/placed.js';
import { type Value } from '../data/values.js';
import { type Bytecode } from '../machine/message.js';
import { type Message, type Source } from './sources.js';

// Messages sent one after the other, each awaited: what an earlier one printed is seen before a later one runs.

/** A fault, the program that was running, and the form of it, if one had begun. */
export class Failure extends Error {
  override readonly name: string = 'Failure';

  constructor(
    readonly fault: VMError,
    readonly source: Source,
    readonly place?: Place | undefined,
  ) {
    super(fault.message, { cause: fault });
  }
}

export interface Result {
  readonly value: Value;
  readonly place: Place | undefined;
}

/** Sends the messages of a program and gives what each answers. Throws a `Failure` for the first fault. */
export async function* results(
  messages: Iterable<Message>,
  source: Source,
  send: (bytecode: Bytecode) => Promise<Value>,
): AsyncGenerator<Result, void> {
  let running: Place | undefined;
  try {
    for (const { bytecode, place } of messages) {
      running = place;
      const value = await send(bytecode);
      running = undefined;
      yield { value, place };
    }
  } catch (thrown) {
    throw isVMError(thrown) ? new Failure(thrown, source, running) : thrown;
  }
}
