import { end, signal } from './ends.js';
import { Reference } from './identity.js';
import { type Kernel } from './kernel.js';
import { killed, shutdown } from './reasons.js';

// Milliseconds that an actor without a supervisor may take to end.
const longestEnd = 5000;

/** Ends all actors: supervisors end their own. Gives a promise that they have. */
export const stopAll = (kernel: Kernel): Promise<void> =>
  new Promise((resolve) => {
    kernel.during(() => {
      const top = [...kernel.processes].filter(({ place, isAlive }) => place === null && isAlive).reverse();
      const timer = kernel.timers.set(longestEnd, () => {
        for (const process of top) if (process.charges === null) end(kernel, process, killed);
      });
      let left = top.length;
      const finish = (): void => {
        kernel.timers.cancel(timer);
        // Who was started meanwhile has no time.
        for (const process of [...kernel.processes]) end(kernel, process, killed);
        resolve();
      };
      const gone = (): void => {
        left -= 1;
        if (left === 0) finish();
      };
      for (const process of top) process.tellOfEnd(new Reference(0, kernel.nextNumber()), gone);
      for (const process of top) signal(kernel, process, false, shutdown, false);
      if (top.length === 0) finish();
    });
  });
