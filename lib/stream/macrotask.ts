import { Subscription, type Unsubscribable } from 'rxjs';

// The one place that asks the host for time: between two slices the event loop gets its turn, timers and I/O included.

/** What slices need of a scheduler; every RxJS scheduler is one. */
export interface SliceScheduler {
  schedule(work: () => void): Unsubscribable;
}

interface Host {
  readonly setImmediate?: (work: () => void) => unknown;
  readonly clearImmediate?: (handle: unknown) => void;
  readonly MessageChannel: new () => {
    readonly port1: { onmessage: (() => void) | null; close(): void };
    readonly port2: { postMessage(message: null): void };
  };
}

/** Schedules work as a macrotask. */
export const macrotask: SliceScheduler = {
  schedule: (work) => {
    const { setImmediate, clearImmediate, MessageChannel } = globalThis as unknown as Host;
    const subscription = new Subscription();
    if (setImmediate !== undefined) {
      const handle = setImmediate(work);
      subscription.add(() => clearImmediate?.(handle));
      return subscription;
    }
    const { port1, port2 } = new MessageChannel();
    subscription.add(() => {
      port1.close();
    });
    port1.onmessage = () => {
      subscription.unsubscribe();
      work();
    };
    port2.postMessage(null);
    return subscription;
  },
};
