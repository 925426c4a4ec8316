import { type Compiled, compileWith, keywords } from '../compiler/compile.js';
import { isVMError, VMError } from '../data/error.js';
import { fromHost, toArgument } from '../data/host-data.js';
import { type Value } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';
import { Engine } from '../fusion/engine.js';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Primitive } from '../machine/procedures.js';
import { type Snapshot } from '../snapshot/format.js';
import { readSnapshot } from '../snapshot/read.js';
import { writeSnapshot } from '../snapshot/write.js';
import { Actor } from './actor.js';
import { language } from './evaluation.js';
import { explain } from './explanation.js';
import { demandFunction, type FunctionSpec, hostFunction } from './host-function.js';
import { type ActorOptions, limitsOf } from './options.js';
import { QuickCalls } from './quick-calls.js';

// The actor with the language: the library in its variables, `evaluate`, data of the host, and snapshots.

/** A function of the host, as `defineFunction` takes it. */
export type HostFunction = (...args: never[]) => unknown;

/** What a snapshot is restored with. */
export interface RestoreOptions extends Omit<ActorOptions, 'state' | 'variables'> {
  /** The functions of the host that it refers to, by name; with a spec where they were defined with one. */
  readonly functions?: Readonly<Record<string, HostFunction | readonly [HostFunction, FunctionSpec]>> | undefined;
}

/**
 * An actor whose mailbox is a stream of bytecode: instructions are the messages, and its state is their fold.
 *
 * @example
 * const vm = new VMActor().start();
 * vm.send('OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD');
 * vm.top(); // 15
 */
export class VMActor extends Actor {
  /** What programs define that are sent and have not run yet. */
  readonly #waiting = new Map<string, Value>();

  constructor(options: ActorOptions = {}) {
    const engine = options.fusion === false ? null : Engine.usual(language);
    super({ ...options, instructions: options.instructions ?? standardInstructions }, language, {
      explain: (fault, state) => explain(fault, state, [...language.names, ...keywords]),
      fusion: engine,
      quick: new QuickCalls(engine),
    });
  }

  /**
   * Goes on from a snapshot, in the middle of a message too. What it refers to and what is restored with it must fit.
   * Faults: `misuse` for what is no snapshot, has another format or needs a function that is not given;
   * `unknown-instruction` for one of other instructions; `stack-limit` and `store-limit` for one that is too large.
   *
   * @example
   * const again = VMActor.restore(JSON.parse(text), { functions: { vat: (net: number) => net * 0.19 } }).start();
   */
  static restore(snapshot: Snapshot, options: RestoreOptions = {}): VMActor {
    const { functions = {}, ...others } = options;
    const instructions: InstructionSet = options.instructions ?? standardInstructions;
    const primitives = Object.entries(functions).map(([name, given]): [string, Primitive] => {
      const [fn, spec] = typeof given === 'function' ? [given, {}] : given;
      return [name, hostFunction(name, withData(fn), spec)];
    });
    const ground = {
      instructions,
      library: language,
      limits: limitsOf(options),
      functions: new Map(primitives),
    };
    const { state, base, received } = readSnapshot(snapshot, ground);
    const actor = new VMActor({ ...others, state: base ?? state });
    const { control } = state;
    if (control !== null) actor.resume(control.code, state, base ?? state, received);
    return actor;
  }

  /**
   * The state as plain JSON, from which `restore` goes on; in the middle of a message too. Messages that wait are not in
   * it. Faults: `misuse` for a state that holds what cannot be written down, a value of your own class.
   *
   * @example
   * const text = JSON.stringify(vm.snapshot());
   */
  snapshot(): Snapshot {
    return writeSnapshot(this.turn, language);
  }

  /**
   * Compiles a program, sends it, and answers with the value of its last expression. Rejects with the `VMError` of a
   * fault, a reader or syntax error included.
   *
   * @example
   * await vm.evaluate('(+ (* 3 4) (- 20 10))'); // 22
   */
  async evaluate(source: string): Promise<Value> {
    const { bytecode, defined } = this.#compile(source);
    if (defined.size === 0) return this.answer(bytecode);
    // Until it has run, what it defines is known to the programs behind it only from here.
    for (const [name, value] of defined) this.#waiting.set(name, value);
    try {
      return await this.answer(bytecode);
    } finally {
      for (const [name, value] of defined) if (this.#waiting.get(name) === value) this.#waiting.delete(name);
    }
  }

  #compile(source: string): Compiled {
    const { variables } = this.state;
    if (this.#waiting.size === 0) return compileWith(source, { syntax: variables });
    return compileWith(source, { syntax: { get: (name) => this.#waiting.get(name) ?? variables.get(name) } });
  }

  /** Gives programs a host function; see `Actor`. Vectors and hash tables are arrays and plain objects to it. */
  override defineFunction(name: string, fn: HostFunction, spec: FunctionSpec = {}): this {
    demandFunction(name, fn);
    return super.defineFunction(name, withData(fn), spec);
  }

  /** Applies a procedure at once; see `Actor`. Arguments may be arrays and plain objects. */
  override call(procedure: Value, ...args: readonly unknown[]): Value {
    const values = args as Value[];
    for (let i = 0; i < values.length; i += 1) values[i] = fromHost(values[i]);
    return this.apply(fromHost(procedure), values);
  }
}

// A function of the host is given data, and what it gives is made a value.
const withData =
  (fn: HostFunction): HostFunction =>
  (...args) => {
    const result = fn(...(args.map(toArgument) as never[]));
    try {
      return fromHost(result);
    } catch (thrown) {
      if (!isVMError(thrown)) throw thrown;
      throw new VMError('host-failed', `it returned what is not a value: ${thrown.detail}`);
    }
  };
