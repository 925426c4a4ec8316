import { Observable, Subject } from 'rxjs';
import { type VMError } from '../data/error.js';
import { print } from '../data/printer.js';
import { type Value } from '../data/values.js';
import { type Message } from '../machine/message.js';
import { type Fact, type SystemEvent } from './events.js';
import { Pid } from './identity.js';
import { type Posted, Process } from './process.js';
import { type Clock, type Timer, type Timers } from './timers.js';

// Watching a system. The kernel has a watch only while somebody looks; where something happens it is told by
// `kernel.watch?.tell(process, { … })`, which makes nothing when nobody does.

export class Watch {
  readonly #clock: Clock;
  readonly #events: Subject<SystemEvent> = new Subject<SystemEvent>();
  /** Who sent the code that waits or runs: messages of code do not say it themselves. */
  readonly #senders: WeakMap<Posted, Value> = new WeakMap();
  /** What happens while observers are being told: they all see it afterwards, in order. */
  readonly #untold: SystemEvent[] = [];
  #isTelling = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get events$(): Observable<SystemEvent> {
    return this.#events;
  }

  get isWatched(): boolean {
    return this.#events.observed;
  }

  /** Something happened to an actor, or to what was taken for the name of one. */
  tell(about: Process | Value, fact: Fact): void {
    const time = this.#clock.now();
    const isActor = about instanceof Process;
    const actor = isActor ? about.pid.key : keyOf(about);
    const position = isActor ? about.turn.state.position : 0;
    const incarnation = isActor ? about.incarnation : 0;
    this.#untold.push({ ...fact, actor, incarnation, position, time });
    if (!this.#isTelling) this.#tellAll();
  }

  /** A message of code was sent. */
  sent(process: Process, message: Message, sender: Value): void {
    this.#senders.set(message, sender);
    this.tell(process, { type: 'message', from: fromOf(sender), kind: 'code', message: message.letter });
  }

  /** A message of code was begun. It may have been decoded anew for that. */
  begun(process: Process, message: Message): void {
    const sender = this.senderOf(message);
    if (process.turn.message !== null) this.#senders.set(process.turn.message, sender);
    this.tell(process, { type: 'begun', from: fromOf(sender) });
  }

  /** Who sent a message of code. */
  senderOf(message: Posted | null): Value {
    return (message && this.#senders.get(message)) ?? null;
  }

  /** A message of code has run to its end. */
  committed(process: Process, message: Message | null): void {
    this.tell(process, { type: 'committed', waitsFor: null });
    this.handled(process, message);
  }

  /** A message of code has been dealt with. */
  handled(process: Process, message: Message | null): void {
    this.taken(process, this.senderOf(message));
  }

  /** A letter was sent. */
  told(to: Process | Value, kind: 'letter' | 'notice' | 'reply', message: unknown, sender: Value): void {
    this.tell(to, { type: 'message', from: fromOf(sender), kind, message });
  }

  /** A letter has been dealt with. */
  taken(receiver: Process | Value, sender: Value): void {
    this.tell(receiver, { type: 'handled', from: fromOf(sender) });
  }

  /** Nobody handles a message. */
  lost(to: Process | Value, message: unknown, reason: 'noproc' | 'ended' | 'overflow' | VMError, sender: Value): void {
    this.tell(to, { type: 'deadLetter', from: fromOf(sender), message, reason });
  }

  timer({ owner, order, due }: Timer, change: 'set' | 'fired' | 'cancelled'): void {
    if (owner !== null) this.tell(owner as Process, { type: 'timer', change, timer: order, due });
  }

  #tellAll(): void {
    this.#isTelling = true;
    for (let event = this.#untold.shift(); event !== undefined; event = this.#untold.shift()) this.#events.next(event);
    this.#isTelling = false;
  }
}

/** The name of an actor as events have it. */
export const keyOf = (name: Value): string => (name instanceof Pid ? name.key : print(name));

/** A sender as events have it: null from outside. */
export const fromOf = (sender: Value): string | null => (sender === null ? null : keyOf(sender));

/** What can be watched: a system. */
interface Watched {
  readonly clock: Clock;
  readonly timers: Timers;
  watch: Watch | null;
}

/** What happens in a system, for as long as somebody looks. */
export const eventsOf = (kernel: Watched): Observable<SystemEvent> =>
  new Observable((subscriber) => {
    const watch = (kernel.watch ??= new Watch(kernel.clock));
    kernel.timers.watch = (timer, change) => {
      watch.timer(timer, change);
    };
    subscriber.add(watch.events$.subscribe(subscriber));
    return () => {
      if (watch.isWatched) return;
      kernel.watch = null;
      kernel.timers.watch = null;
    };
  });
