import * as fc from 'fast-check';
import { type ActorSpec } from '../../lib/system/index.js';

// Programs that nobody would write: actors that send each other things, watch, link, end and supervise each other.

const to = fc.constantFrom('(self)', 'q', 'p', "'a0", "'a1", "'a2", 'sup', '5', '(list q (make-ref))', 'from');
const value = fc.constantFrom(
  ...['1', "'go", '(self)', '(vector 1 2)', "(list 'exit q 'fake)", "(list 'down (make-ref) q 'fake)", 'from', 'r'],
  ...["(list 'call (list q (make-ref)) 'x)", '(lambda () (send q 1))', "(list 'which-children)", '(iota 50)'],
);
const ms = fc.constantFrom('0', '1', '5', '10', '100');
const reason = fc.constantFrom("'normal", "'kill", "'bad", "'shutdown", "(list 'shutdown 1)", '(vector 1)');
const pattern = fc.constantFrom("'go", 'x', '`(call ,from ,x)', "('exit _ x)", "('down r x y)", '1');
const name = fc.constantFrom("'a0", "'a1", "'a2");
const simple = fc.constantFrom(
  ...['(demonitor r)', "(demonitor r 'flush)", '(trap-exit #t)', '(trap-exit #f)', '(priority #t)', '(car 5)'],
  ...['(raise (vector 1 2))', '(cancel-timer r)', '(burn 20)', '(print 1)', '(set! r (send-request ask 1))', '(ask 1)'],
  ...['(which-children sup)', "(terminate-child sup 'c)", "(restart-child sup 'c)", "(delete-child sup 'd)"],
  ...[
    '(%let-go p)',
    '(%start-child 1 2 3 4 5)',
    '(%forget r)',
    '(%started)',
    "(%failed 'x)",
    '(%receive-next-within 5)',
  ],
);

// Parts of a program in the order of the holes in its text.
const text = (pieces: TemplateStringsArray, ...holes: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...holes).map((found) => pieces.reduce((all, piece, i) => `${all}${found[i - 1] as string}${piece}`));

const expression: fc.Memo<string> = fc.memo((depth) => {
  const inner = depth > 1 ? block(depth - 1) : fc.constant('(send q 1)');
  const start = fc.constantFrom('spawn', 'spawn-link');
  const strategy = fc.constantFrom('one-for-one', 'one-for-all', 'rest-for-one');
  const restart = fc.constantFrom('permanent', 'transient', 'temporary');
  return fc.oneof(
    simple,
    simple.map((each) => `(guard (e (#t 0)) ${each})`),
    text`(send ${to} ${value})`,
    text`(send-priority ${to} ${value} ${ms})`,
    text`(set! p (${start} (let ((q (self))) (lambda () ${inner}))))`,
    text`(let ((m (spawn-monitor (let ((q (self))) (lambda () ${inner}))))) (set! p (car m)) (set! r (cadr m)))`,
    text`(receive (${pattern} ${inner}) (after ${ms} 0))`,
    text`(guard (e (#t 0)) (call ${to} ${value} ${ms}))`,
    text`(receive (\`(call ,f ,x) (reply f x)) (after ${ms} 0))`,
    text`(reply ${to} ${value})`,
    text`(link ${to})`,
    text`(unlink ${to})`,
    text`(set! r (monitor ${to}))`,
    text`(exit ${reason})`,
    text`(exit ${to} ${reason})`,
    text`(guard (e (#t 0)) (register ${name} ${to}))`,
    text`(set! p (whereis ${name}))`,
    text`(set! r (send-after ${ms} ${to} ${value}))`,
    text`(sleep ${ms})`,
    text`(run-on ${to} (lambda () ${inner}))`,
    text`(guard (e (#t 0)) (set! sup (supervisor '((strategy ${strategy}) (intensity 2))
      (child 'c (lambda () ${inner} (receive ('never 1) (after 20 1))) '((restart ${restart}) (shutdown ${ms})))
      (child 'd (lambda () ${inner} (receive ('never 1)))))))`,
  );
});
const block: fc.Memo<string> = fc.memo((depth) =>
  fc.array(expression(depth), { minLength: 1, maxLength: 5 }).map((all) => all.join('\n')),
);
/** The programs of some actors. */
export const programs: fc.Arbitrary<string[]> = fc.array(block(3), { minLength: 1, maxLength: 3 });

const prelude = `
  (define q (self)) (define p #f) (define r #f) (define sup #f) (define from #f)
  (define (burn n) (if (> n 0) (burn (- n 1))))`;

/** What their actors are made of. */
export const specs = (sources: readonly string[]): readonly ActorSpec[] =>
  sources.map((source, i) => ({
    source: prelude + source,
    capabilities: { ask: () => 5 },
    onFault: (['stop', 'resume', 'restart'] as const)[i],
    mailbox: { capacity: i === 2 ? 3 : 1000, overflow: 'dropOldest', priorities: i === 1 },
  }));
