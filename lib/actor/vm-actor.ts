import { type Value } from '../data/values.js';
import { compile } from '../compiler/compile.js';
import { standardInstructions } from '../instructions/standard.js';
import { library } from '../library/library.js';
import { Actor } from './actor.js';
import { type ActorOptions } from './options.js';

// The actor with the language: the library in its variables, and `evaluate`.

/**
 * An actor whose mailbox is a stream of bytecode: instructions are the messages, and its state is their fold.
 *
 * @example
 * const vm = new VMActor().start();
 * vm.send('OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD');
 * vm.top(); // 15
 */
export class VMActor extends Actor {
  constructor(options: ActorOptions = {}) {
    super({ ...options, instructions: options.instructions ?? standardInstructions }, library);
  }

  /**
   * Compiles a program, sends it, and answers with the value of its last expression. Rejects with the `VMError` of a
   * fault, a reader or syntax error included.
   *
   * @example
   * await vm.evaluate('(+ (* 3 4) (- 20 10))'); // 22
   */
  async evaluate(source: string): Promise<Value> {
    return this.answer(compile(source));
  }
}
