import { EmptyError } from 'rxjs';
import { type CompileOptions } from '../compiler/compile.js';
import { type Value } from '../data/values.js';
import { type Bytecode } from '../machine/message.js';
import { type VMState } from '../machine/state.js';
import { type Snapshot } from '../snapshot/format.js';
import { results } from './evaluate.js';
import { valueText } from './json.js';
import { type Session } from './session.js';
import { formsOf, made, type TextSource } from './sources.js';
import { sessionFor, type Workplace } from './workplace.js';

// A conversation with an actor. Since its states are values, going back to an earlier one, or on from the last one after
// an interruption, is another actor that starts from it.

/** A state to go back to, and the input that led away from it. */
interface Past {
  readonly state: VMState;
  readonly input: string;
}

const mostPast = 1000;
/** Small, so that an interruption is soon noticed, also while every instruction is traced. */
const slice = 25_000;

export class Dialog {
  readonly #past: Past[] = [];
  #session: Session;
  #spent = 0;

  constructor(
    readonly workplace: Workplace,
    private fuel: number,
    private traces: boolean,
  ) {
    this.#session = this.#open();
  }

  get state(): VMState {
    return this.#session.state;
  }

  /** What the forms of the last input spent, and what each may spend. */
  get fuelReport(): { readonly spent: number; readonly limit: number } {
    return { spent: this.#spent, limit: this.fuel };
  }

  get isTracing(): boolean {
    return this.traces;
  }

  /** Evaluates forms and shows their values, up to an interruption. Throws the first fault. */
  async evaluate(text: string): Promise<void> {
    const { screen } = this.workplace;
    const source = this.#source(text);
    const { state } = this;
    this.#spent = 0;
    try {
      const messages = formsOf(source, this.#session.syntax);
      for await (const { value } of results(messages, source, (bytecode) => this.#send(bytecode))) {
        if (value !== null) screen.out.line(valueText(value));
        screen.settle();
      }
    } catch (thrown) {
      if (!(thrown instanceof EmptyError)) throw thrown;
    } finally {
      if (isChanged(state, this.state)) this.#remember(state, text);
    }
  }

  /** What the compiler makes of a text with the syntax that is defined. Faults: `read-error`, `syntax-error`. */
  make<T>(text: string, make: (text: string, options: CompileOptions) => T): T {
    return made(this.#source(text), this.#session.syntax, make);
  }

  snapshot(): Snapshot {
    return this.#session.snapshot();
  }

  /** Ends what is being evaluated: the message is rolled back. */
  interrupt(): void {
    this.#session.stop();
    this.#session = this.#open(this.state);
    this.workplace.screen.say('interrupted: the state is as it was before this form');
  }

  /** Goes back to before the last input that changed something, and gives that input; undefined if there is none. */
  undo(): string | undefined {
    const last = this.#past.pop();
    if (last !== undefined) this.#fork(last.state);
    return last?.input;
  }

  /** Goes on from another state, or starts anew, because of this input; it can be undone. */
  goOn(input: string, from?: VMState): void {
    this.#remember(this.state, input);
    this.#fork(from);
  }

  allow(fuel: number): void {
    this.fuel = fuel;
    this.#fork(this.state);
  }

  trace(isOn: boolean): void {
    this.traces = isOn;
    this.#fork(this.state);
  }

  stop(): void {
    this.#session.stop();
  }

  // Values stay on the stack, for `:stack` to show.
  async #send(bytecode: Bytecode): Promise<Value> {
    const value = await this.#session.keep(bytecode);
    this.#spent += this.fuel - this.state.fuel;
    return value;
  }

  #source(text: string): TextSource {
    return this.workplace.sources.addText('<repl>', text);
  }

  #remember(state: VMState, input: string): void {
    this.#past.push({ state, input });
    if (this.#past.length > mostPast) this.#past.shift();
  }

  #fork(state?: VMState): void {
    this.#session.stop();
    this.#session = this.#open(state);
  }

  #open(state?: VMState): Session {
    const { fuel, traces: trace, workplace } = this;
    const from = state?.withWorld({ limits: { ...state.world.limits, fuel } });
    const print = (text: string): void => {
      workplace.screen.out.write(text);
    };
    return sessionFor(workplace, { fuel, trace }, print, { slice, state: from });
  }
}

// Results on the stack are no change: an input that only looked at something is not undone.
const isChanged = (before: VMState, after: VMState): boolean =>
  before.variables !== after.variables || before.world.store !== after.world.store;
