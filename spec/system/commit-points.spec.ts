import { NEVER, Subject } from 'rxjs';
import { type ActorRef, type LostLetter } from '../../lib/system/index.js';
import { conserved, watched, type Watched } from './systems.js';

// Where a program waits it has committed what it did: its effects are released, and a fault behind the wait goes back to
// there, not to where the message began.

interface Run extends Watched {
  readonly actor: ActorRef;
  readonly lost: LostLetter[];
  /** What another actor was sent. */
  readonly told: readonly string[];
}

const answers = (): Subject<number> => new Subject<number>();

const running = (source: string, ask: () => unknown = answers, onFault: 'stop' | 'resume' = 'stop'): Run => {
  const all = watched();
  const other = all.system.spawn({ name: 'other', source: '(let loop () (receive (x (print x) (loop))))' });
  const told: string[] = [];
  other.output$.subscribe((line) => told.push(line));
  all.system.spawn({
    name: 'echo',
    source: '(let loop () (receive (`(call ,from ,x) (sleep 5) (reply from x) (loop))))',
  });
  const lost: LostLetter[] = [];
  all.system.deadLetters$.subscribe((letter) => lost.push(letter));
  const actor = all.system.spawn({ capabilities: { ask }, onFault });
  actor.output$.subscribe((line) => all.lines.push(line));
  actor.evaluate(source).catch(() => undefined);
  return { ...all, actor, lost, told };
};

const waits: readonly (readonly [string, string, (run: Run, release: Subject<number>) => void])[] = [
  [
    'a receive',
    '(receive (x x))',
    ({ actor }) => {
      actor.tell('go');
    },
  ],
  [
    'a receive that gives up',
    "(receive ('never 1) (after 5 1))",
    ({ flush }) => {
      flush();
    },
  ],
  [
    'a call',
    "(call 'echo 1)",
    ({ flush }) => {
      flush();
    },
  ],
  [
    'a sleep',
    '(sleep 5)',
    ({ flush }) => {
      flush();
    },
  ],
  [
    'a capability',
    '(ask)',
    (_run, release) => {
      release.next(1);
    },
  ],
];

const variables = ({ state }: ActorRef): readonly unknown[] => ['n', 'm'].map((name) => state.variables.get(name));

describe.each(waits)('%s', (_what, wait, goOn) => {
  const program = `
    (define n 1)
    (define m 1)
    (print 'before)
    (send 'other 'before)
    (set! n 2)
    ${wait}
    (print 'behind)
    (send 'other 'behind)
    (set! n 3)
    (car 5)`;

  it('has released the effects of what was before it, and not what is behind', () => {
    const release = answers();
    const { lines, told, actor, system } = running(program, () => release);
    expect([lines, told, variables(actor)]).toEqual([['before'], ['before'], [2, 1]]);
    expect([actor.waitsFor === null, actor.state.status]).toEqual([false, 'running']);
    conserved(system);
  });

  it.each(['stop', 'resume'] as const)('is where a fault goes back to: %s', (onFault) => {
    const release = answers();
    const run = running(program, () => release, onFault);
    goOn(run, release);
    const { lines, told, actor, system, lost } = run;
    expect([lines.filter((line) => !line.startsWith('lost')), told, variables(actor)]).toEqual([
      ['before'],
      ['before'],
      [2, 1],
    ]);
    expect(lost).toHaveLength(1);
    expect([lost[0]?.state?.variables.get('n'), actor.isAlive]).toEqual([2, onFault === 'resume']);
    conserved(system);
  });

  it('is not where a fault before it goes back to', () => {
    const { lines, told, actor, system } = running(
      `(define n 1) (print 'before) (send 'other 'before) (car 5) ${wait}`,
    );
    expect([lines, told, variables(actor)]).toEqual([['lost code: type-error'], [], [undefined, undefined]]);
    conserved(system);
  });

  it('that is followed by another is behind it: a fault goes back to the last', () => {
    const release = answers();
    const run = running(`(define n 1) (define m 1) (sleep 1) (set! m 2) ${wait} (set! n 3) (car 5)`, () => release);
    run.flush();
    goOn(run, release);
    run.flush();
    expect(variables(run.actor)).toEqual([1, 2]);
    conserved(run.system);
  });
});

it('between two waits nothing else happens on the actor', () => {
  const { actor, lines, flush, system } = running(`
    (define n 0)
    (define (work k) (if (> k 0) (begin (set! n (+ n 1)) (work (- k 1)))))
    (work 20000) (sleep 1) (work 20000)
    (print n)`);
  actor.send('OP_CONSTANT', 'n', 'OP_PRINT', 'OP_POP');
  actor.tell('letter');
  expect(lines).toEqual([]);
  flush();
  expect(lines).toEqual(['40000', 'n']);
  conserved(system);
});

it('what is in the middle of a slice is not seen: a state is that of the last commit', () => {
  const { actor } = running('(define n 1) (ask) (set! n 2) (let loop () (loop))', () => 1);
  expect(actor.state.variables.get('n')).toBe(1);
  const { actor: waiting } = running('(define n 1) (set! n 2) (ask)', () => NEVER);
  expect(waiting.state.variables.get('n')).toBe(2);
});
