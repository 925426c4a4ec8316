import { type MonoTypeOperatorFunction } from 'rxjs';
import { demand, demandOneOf } from '../machine/host.js';
import { Gate } from './gate.js';
import { Line, type Overflow } from './line.js';
import { operator } from './operator.js';

// One line for all senders. A message that arrives while another is handled waits, so that sends from inside a
// subscriber are handled in the order they were made, after the message that caused them.

export interface MailboxOptions<T = unknown> {
  /** How many messages may wait; a million by default. */
  readonly capacity?: number | undefined;
  /** Which one goes when one too many comes; the newest by default. */
  readonly overflow?: Overflow | undefined;
  /** Called for what had to go. */
  readonly onDrop?: (item: T) => void;
  /** Opened and closed by a fold further down; a gate of its own by default. */
  readonly gate?: Gate;
}

const defaultCapacity = 1_000_000;

const priorityOf = (item: unknown): number => {
  const { priority } = Object(item) as { readonly priority?: unknown };
  return typeof priority === 'number' ? priority : 0;
};

const checked = (capacity: number, overflow: Overflow): void => {
  demand(capacity >= 0, 'capacity is a number from 0');
  demandOneOf('overflow', overflow, ['dropNewest', 'dropOldest']);
};

/**
 * Lets one message in at a time: in the order they came, higher `priority` first. Sends made while one is handled wait
 * their turn, so nobody downstream sees them nested or reversed. Faults: `misuse`, for a faulty option.
 *
 * @example
 * bytecode$.pipe(decode(standardInstructions), mailbox({ capacity: 100 }), fold());
 */
export const mailbox = <T>(options: MailboxOptions<T> = {}): MonoTypeOperatorFunction<T> => {
  const { capacity = defaultCapacity, overflow = 'dropNewest', onDrop } = options;
  checked(capacity, overflow);
  return operator<T, T>((subscriber) => {
    const gate = options.gate ?? new Gate();
    const line = new Line<T>(capacity, overflow);
    let isEnding = false;
    const deliver = (item: T): void => {
      gate.isInside = true;
      subscriber.next(item);
      gate.leave();
    };
    gate.isEmpty = () => line.length === 0;
    gate.admit = () => {
      if (subscriber.closed || gate.isInside || gate.isHeld || line.length === 0) return false;
      deliver(line.shift() as T);
      return true;
    };
    gate.drain = () => {
      while (!gate.isPaused && gate.admit());
      if (isEnding && line.length === 0 && !gate.isHeld && !gate.isInside) subscriber.complete();
    };
    const next = (item: T): void => {
      if (line.length === 0 && gate.isOpen) {
        deliver(item);
        gate.drain();
        return;
      }
      const dropped = line.push(item, priorityOf(item));
      if (dropped !== undefined) onDrop?.(dropped);
    };
    const complete = (): void => {
      isEnding = true;
      gate.drain();
    };
    // Who waits is dropped before the source is left, which may hold what came later.
    subscriber.add(() => {
      for (let item = line.shift(); item !== undefined; item = line.shift()) onDrop?.(item);
    });
    return { next, complete };
  });
};
