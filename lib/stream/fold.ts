import { Observable, type OperatorFunction, scan, Subject, Subscription } from 'rxjs';
import { type InstructionSet } from '../machine/instruction-set.js';
import { type Message } from '../machine/message.js';
import { type TraceEvent } from '../machine/run.js';
import { VMState } from '../machine/state.js';
import { begin, change, firstTurn, type OnFault, proceed, type Turn, type TurnOptions } from '../machine/turn.js';
import { standardInstructions } from '../instructions/standard.js';
import { Gate } from './gate.js';
import { macrotask, type SliceScheduler } from './macrotask.js';
import { mailbox } from './mailbox.js';

// The second scan: messages are run over the state of the actor, one slice at a time.

export interface FoldOptions {
  /** What a fault does; the stream ends with it by default. */
  readonly onFault?: OnFault | undefined;
  /** How much fuel a message spends before the event loop gets its turn. */
  readonly slice?: number | undefined;
  readonly scheduler?: SliceScheduler | undefined;
}

/** What the scan is fed: a message to begin, a slice to go on with, or a change from outside. */
type Input = Message | Slice | Change;

/** A slice of the running message. */
export class Slice {
  constructor(readonly fuel: number) {}
}

/** A change of the state that is no message: a host function that is defined. */
export class Change {
  constructor(readonly apply: (state: VMState) => VMState) {}
}

export const defaultSlice = 250_000;

/** How the owner of a pipeline drives it. */
export interface Drive {
  readonly gate: Gate;
  readonly inputs: Subject<Slice | Change>;
  readonly instructions: (message: Message) => InstructionSet;
  readonly onFault: OnFault;
  /** Fuel for what begins or goes on now. */
  readonly slice: () => number;
  readonly scheduler: SliceScheduler;
  readonly trace: () => ((event: TraceEvent) => void) | null;
}

/** Every turn of an actor: what the scan gives. Messages must come one at a time, through the drive's gate. */
export const turns =
  (initial: VMState, drive: Drive): OperatorFunction<Message, Turn> =>
  (source) =>
    new Observable((subscriber) => {
      const { gate, inputs, scheduler } = drive;
      let pending: Subscription | null = null;
      const optionsFor = (message: Message, slice: number): TurnOptions => ({
        instructions: drive.instructions(message),
        onFault: drive.onFault,
        slice,
        trace: drive.trace(),
      });
      const step = (turn: Turn, input: Input): Turn => {
        if (input instanceof Change) return change(turn, input.apply);
        if (input instanceof Slice) {
          return turn.message === null ? turn : proceed(turn, optionsFor(turn.message, input.fuel));
        }
        return begin(turn, input, optionsFor(input, drive.slice()));
      };
      const goOn = (): void => {
        pending = null;
        gate.enter(() => { inputs.next(new Slice(drive.slice())); });
      };
      const all = new Subject<Input>();
      const subscription = all.pipe(scan(step, firstTurn(initial))).subscribe({
        next: (turn) => {
          gate.isHeld = turn.outcome === 'running';
          if (!gate.isHeld) {
            pending?.unsubscribe();
            pending = null;
          } else if (!gate.isPaused) pending ??= subscriptionOf(scheduler, goOn);
          subscriber.next(turn);
        },
        error: (error: unknown) => { subscriber.error(error); },
        complete: () => { subscriber.complete(); },
      });
      subscription.add(inputs.subscribe((input) => { all.next(input); }));
      subscription.add(source.subscribe(all));
      subscription.add(() => pending?.unsubscribe());
      return subscription;
    });

const subscriptionOf = (scheduler: SliceScheduler, work: () => void): Subscription => {
  const subscription = new Subscription();
  subscription.add(scheduler.schedule(work) as Subscription);
  return subscription;
};

/**
 * Runs messages over a state and gives the state after each that commits. A message that spends more than a slice goes
 * on after the event loop had its turn, and the next one waits. A fault ends the stream with the `VMError`, unless
 * `onFault` says otherwise.
 */
export const fold =
  (initial: VMState = VMState.initial(), options: FoldOptions = {}): OperatorFunction<Message, VMState> =>
  (source) =>
    new Observable((subscriber) => {
      const { onFault = 'stop', slice = defaultSlice, scheduler = macrotask } = options;
      const gate = new Gate();
      const drive: Drive = {
        gate,
        inputs: new Subject(),
        instructions: ({ code }) => code?.instructions ?? standardInstructions,
        onFault,
        slice: () => slice,
        scheduler,
        trace: () => null,
      };
      return source.pipe(mailbox({ gate, capacity: Infinity }), turns(initial, drive)).subscribe({
        next: ({ outcome, state, fault }) => {
          if (outcome === 'committed') subscriber.next(state);
          else if (outcome === 'faulted' && onFault === 'stop') subscriber.error(fault);
          else if (outcome === 'faulted' && onFault === 'restart') subscriber.next(state);
        },
        error: (error: unknown) => { subscriber.error(error); },
        complete: () => { subscriber.complete(); },
      });
    });
