import { defer, Observable, type OperatorFunction, scan, Subject, type Subscriber, type Unsubscribable } from 'rxjs';
import { Message } from '../machine/message.js';
import { VMState } from '../machine/state.js';
import { begin, firstTurn, type OnFault, proceed, type Turn, type TurnOptions } from '../machine/turn.js';
import { Gate } from './gate.js';
import { macrotask, type SliceScheduler } from './macrotask.js';
import { mailbox } from './mailbox.js';
import { passing } from './operator.js';

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

/** Asks for one more slice of the running message. */
export class Slice {
  declare private readonly brand: 'slice';
}

export const nextSlice: Slice = new Slice();

/** A change that is no message: a host function that is defined, a message from elsewhere to go on with. */
export class Change {
  constructor(readonly apply: (turn: Turn) => Turn) {}
}

export const defaultSlice = 250_000;

/** How the owner of a pipeline drives it. */
export interface Drive {
  readonly gate: Gate;
  readonly inputs: Subject<Slice | Change>;
  /** Read anew for each turn. */
  readonly options: TurnOptions;
}

/** Every turn of an actor: what the scan gives. Messages must come one at a time, through the drive's gate. */
export const turns =
  (initial: VMState, { gate, inputs, options }: Drive, scheduler: SliceScheduler): OperatorFunction<Message, Turn> =>
  (source) =>
    new Observable((subscriber) => {
      let pending: Unsubscribable | null = null;
      const step = (turn: Turn, input: Input): Turn => {
        if (input instanceof Message) {
          gate.handling = input;
          return begin(turn, input, options);
        }
        return input instanceof Change ? input.apply(turn) : proceed(turn, options);
      };
      let slices = 0;
      const goOn = (): void => {
        pending = null;
        slices += 1;
        gate.enter(() => {
          inputs.next(nextSlice);
        });
      };
      // A scheduler may run its work at once; slices then follow each other here, and not inside each other.
      let isScheduling = false;
      let isWanted = false;
      const schedule = (): void => {
        isWanted = true;
        if (isScheduling) return;
        isScheduling = true;
        while (isWanted) {
          isWanted = false;
          const before = slices;
          const scheduled = scheduler.schedule(goOn);
          pending = slices === before ? scheduled : null;
        }
        isScheduling = false;
      };
      const merged = new Observable<Input>((feed) => {
        inputs.subscribe(feed);
        source.subscribe(feed);
      });
      const take = (turn: Turn): void => {
        gate.isHeld = turn.outcome === 'running';
        if (!gate.isHeld) {
          gate.handling = null;
          pending?.unsubscribe();
          pending = null;
        }
        subscriber.next(turn);
        if (turn.outcome === 'running' && gate.isHeld && !gate.isPaused && pending === null) schedule();
      };
      subscriber.add(() => pending?.unsubscribe());
      return merged
        .pipe(scan(step, firstTurn(initial)))
        .subscribe(passing(subscriber as Subscriber<never>, { next: take }));
    });

/** The states of messages that come one at a time, through the gate. */
export const foldThrough =
  (gate: Gate, initial: VMState, options: FoldOptions): OperatorFunction<Message, VMState> =>
  (source) =>
    new Observable((subscriber) => {
      const { onFault = 'stop', slice = defaultSlice, scheduler = macrotask } = options;
      const turnOptions = { instructions: null, onFault, slice, trace: null };
      const take = ({ outcome, state, fault }: Turn): void => {
        if (outcome === 'committed') subscriber.next(state);
        else if (outcome === 'faulted' && onFault === 'stop') subscriber.error(fault);
        else if (outcome === 'faulted' && onFault === 'restart') subscriber.next(state);
      };
      return source
        .pipe(turns(initial, { gate, inputs: new Subject(), options: turnOptions }, scheduler))
        .subscribe(passing(subscriber, { next: take }));
    });

/**
 * Runs messages over a state and gives the state after each that commits. A message that spends more than a slice goes
 * on after the event loop had its turn, and the next one waits. A fault ends the stream with the `VMError`, unless
 * `onFault` says otherwise. Effects belong to an actor; here they are dropped.
 */
export const fold =
  (initial: VMState = VMState.initial(), options: FoldOptions = {}): OperatorFunction<Message, VMState> =>
  (source) =>
    defer(() => {
      const gate = new Gate();
      return source.pipe(mailbox({ gate, capacity: Infinity }), foldThrough(gate, initial, options));
    });
