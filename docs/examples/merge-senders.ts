import { asyncScheduler, from, map, merge, type SchedulerLike, take, timer } from 'rxjs';
import { assemble, type Bytecode, compile, standardInstructions, VMActor } from 'vmactor';

// Several senders, one actor. Each sender is a stream of messages, and `merge` makes one stream of them. A message is
// never interrupted by another, whoever sent it.

/** A sender who pays in one amount after the other, at their own pace. */
const deposits = (amounts: readonly number[], period: number, scheduler: SchedulerLike) =>
  timer(period, period, scheduler).pipe(
    take(amounts.length),
    map((i) => compile(`(set! balance (+ balance ${amounts[i]}))`)),
  );

export const example = async (
  log: (...parts: unknown[]) => void,
  scheduler: SchedulerLike = asyncScheduler,
): Promise<void> => {
  const account = new VMActor({ variables: { balance: 0 } }).start();
  account.state$.subscribe((state) => {
    log('state', state.position, 'balance', state.variables.get('balance'));
  });

  const ada = deposits([100, 50], 20, scheduler);
  const ben = deposits([7, 8, 9], 15, scheduler);

  // An old device gives single words. `assemble` puts them together to whole instructions before they meet the words of
  // others; each instruction is a message.
  const words: Bytecode = ['OP_CONSTANT', 1000, 'OP_SET_VARIABLE', 'balance'];
  const device = from(words).pipe(assemble(standardInstructions));

  await new Promise<void>((resolve) => {
    merge(device, ada, ben).subscribe({ next: (message) => account.next(message), complete: resolve });
  });
  account.stop();
};
