import { defer, Observable, type OperatorFunction, pipe, Subject, type Unsubscribable } from 'rxjs';
import { Message } from '../machine/message.js';
import { VMState } from '../machine/state.js';
import { begin, firstTurn, type OnFault, proceed, type Turn, type TurnOptions } from '../machine/turn.js';
import { Gate } from './gate.js';
import { macrotask, type SliceScheduler } from './macrotask.js';
import { mailbox, type MailboxOptions } from './mailbox.js';
import { operator } from './operator.js';

// The second scan, in one operator with what comes behind it: messages are run over the state of the actor, one slice at a
// time.

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
  /** The turn as it is, where something was done outside of the stream. */
  readonly caughtUp?: (turn: Turn) => Turn;
}

/** Every turn of an actor: what the scan gives. Messages must come one at a time, through the drive's gate. */
export const turns = (initial: VMState, drive: Drive, scheduler: SliceScheduler): OperatorFunction<Message, Turn> => {
  const { gate, inputs, options } = drive;
  // A turn that ends with a slice holds the gate, and the next slice is left to the scheduler.
  const scan = operator<Input, Turn>((subscriber) => {
    let last = firstTurn(initial);
    let pending: Unsubscribable | null = null;
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
    subscriber.add(() => pending?.unsubscribe());
    const next = (input: Input): void => {
      const turn = drive.caughtUp?.(last) ?? last;
      if (input instanceof Message) {
        gate.handling = input;
        last = begin(turn, input, options);
      } else last = input instanceof Change ? input.apply(turn) : proceed(turn, options);
      const isRunning = last.outcome === 'running';
      gate.isHeld = isRunning;
      if (!isRunning) {
        gate.handling = null;
        pending?.unsubscribe();
        pending = null;
      }
      subscriber.next(last);
      if (isRunning && gate.isHeld && !gate.isPaused && pending === null) schedule();
    };
    return { next };
  });
  // It ends with the messages, whatever else there is.
  return (source) =>
    scan(
      new Observable((feed) => {
        inputs.subscribe(feed);
        source.subscribe(feed);
      }),
    );
};

// The states of messages that come one at a time, through the gate.
const states = (gate: Gate, initial: VMState, options: FoldOptions): OperatorFunction<Message, VMState> => {
  const { onFault = 'stop', slice = defaultSlice, scheduler = macrotask } = options;
  const turnOptions = { instructions: null, onFault, slice, trace: null };
  return pipe(
    turns(initial, { gate, inputs: new Subject(), options: turnOptions }, scheduler),
    operator((subscriber) => ({
      next: ({ outcome, state, fault }) => {
        if (outcome === 'committed') subscriber.next(state);
        else if (outcome === 'faulted' && onFault === 'stop') subscriber.error(fault);
        else if (outcome === 'faulted' && onFault === 'restart') subscriber.next(state);
      },
    })),
  );
};

/** The fold behind a mailbox of these options. */
export const foldBehind =
  (line: MailboxOptions<Message>, initial: VMState, options: FoldOptions): OperatorFunction<Message, VMState> =>
  (source) =>
    defer(() => {
      const gate = new Gate();
      return source.pipe(mailbox<Message>({ ...line, gate }), states(gate, initial, options));
    });

/**
 * Runs messages over a state and gives the state after each that commits. A message that spends more than a slice goes
 * on after the event loop had its turn, and the next one waits. A fault ends the stream with the `VMError`, unless
 * `onFault` says otherwise. Effects belong to an actor; here they are dropped.
 */
export const fold = (
  initial: VMState = VMState.initial(),
  options: FoldOptions = {},
): OperatorFunction<Message, VMState> => foldBehind({ capacity: Infinity }, initial, options);
