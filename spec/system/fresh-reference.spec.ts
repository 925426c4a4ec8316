import { conserved, watched } from './systems.js';

// Whoever waits for the reply to a request waits for nothing else: what else there is in the mailbox costs nothing.

const noise = 500_000;
const calls = 1000;

/** An actor with so much in its mailbox, and what its calls take: commits, and milliseconds at best. */
const calling = (letters: number): { readonly commits: number; readonly milliseconds: number } => {
  const { system } = watched();
  system.spawn({ name: 'echo', source: '(let loop () (receive (`(call ,from ,x) (reply from x) (loop))))' });
  const actor = system.spawn(`(define (work n) (if (> n 0) (begin (call 'echo n) (work (- n 1)))))`);
  for (let i = 0; i < letters; i += 1) actor.tell(i);
  const start = actor.state.position;
  const rounds = Array.from({ length: 5 }, () => {
    const before = performance.now();
    void actor.evaluate(`(work ${calls})`);
    return performance.now() - before;
  });
  expect(system.counters).toMatchObject({ queued: letters, running: 1 });
  conserved(system);
  return { commits: (actor.state.position - start) / rounds.length, milliseconds: Math.min(...rounds) };
};

it('a call costs the same with five hundred thousand letters in the mailbox as with none', () => {
  const [alone, busy] = [calling(0), calling(noise)];
  expect(alone.commits).toBe(calls + 1);
  expect(busy.commits).toBe(alone.commits);
  expect(busy.milliseconds).toBeLessThan(10 * alone.milliseconds);
});

it('the reply passes all that waits, which stays as it was', () => {
  const { system, lines, flush } = watched();
  system.spawn({ name: 'echo', source: '(let loop () (receive (`(call ,from ,x) (sleep 5) (reply from x) (loop))))' });
  const actor = system.spawn();
  actor.output$.subscribe((line) => lines.push(line));
  for (const n of [1, 2]) actor.tell(n);
  void actor.evaluate("(print (call 'echo 'reply)) (print (list (receive (x x)) (receive (x x)) (receive (x x))))");
  actor.tell(3);
  expect(lines).toEqual([]);
  flush();
  expect(lines).toEqual(['reply', '(1 2 3)']);
  conserved(system);
});
