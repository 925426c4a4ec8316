import { distinctUntilChanged, filter, map, pairwise } from 'rxjs';
import { compile, print, VMActor } from 'vmactor';

// Watching an actor: its states, its instructions, its faults. Every state is immutable, so it can be kept.

export const example = (log: (...parts: unknown[]) => void): void => {
  const cart = new VMActor({ onFault: 'resume' });

  // The states: the current one on subscription, then one for each message that commits.
  const total$ = cart.state$.pipe(
    map((state) => state.variables.get('total')),
    filter((total) => total !== undefined),
    distinctUntilChanged(),
  );
  total$.subscribe((total) => {
    log('total', total);
  });

  // Two states next to each other: what a message changed.
  cart.state$.pipe(pairwise()).subscribe(([before, after]) => {
    const added = [...after.variables.entries()].filter(([name]) => !before.variables.has(name));
    for (const [name, value] of added) log(`new variable ${name} = ${print(value)}`);
  });

  // Every fault, and every message that will not be handled.
  cart.faults$.subscribe(({ code, message }) => {
    log(`${code}: ${message}`);
  });
  cart.deadLetters$.subscribe(({ message }) => {
    log(`dropped ${JSON.stringify(message)}`);
  });

  cart.start();
  cart.send(...compile('(define total 0)'));
  cart.send(...compile('(set! total (+ total 30))'));
  const kept = cart.state;
  cart.send(...compile('(set! total (+ total price))'));
  cart.send(...compile('(set! total (+ total 12))'));

  // The instructions of one message, one by one. It costs nothing while nobody watches.
  const watching = cart.trace$.subscribe(({ opcode, operands, after }) => {
    log([opcode, ...operands.map(String)].join(' ').padEnd(24) + print(after.stack.top ?? null));
  });
  cart.send(...compile('(* total 2)'));
  watching.unsubscribe();

  // A state that was kept is what it was. A new actor can go on from there.
  const fork = new VMActor({ state: kept }).start();
  fork.send(...compile('(set! total (- total 5))'));
  log('kept', kept.variables.get('total'));
  log('fork', fork.state.variables.get('total'));
  log('cart', cart.state.variables.get('total'));
  cart.stop();
  fork.stop();
};
