import { compile } from '../../lib/compiler/compile.js';
import { format } from '../../lib/data/printer.js';
import { language } from '../../lib/actor/evaluation.js';
import { contentsOf } from '../../lib/machine/contents.js';
import { type Limits } from '../../lib/machine/limits.js';
import { type TraceEvent } from '../../lib/machine/run.js';
import { VMState } from '../../lib/machine/state.js';
import { firstTurn, type Turn } from '../../lib/machine/turn.js';
import { deepFreeze } from '../laws/machine.js';
import { deliver, follow } from './running.js';
import { variablesOn } from '../../lib/machine/variables.js';

// Primitives that write the store: in place as the program sees it, and yet no state that was seen ever changes.

const initial = (limits: Partial<Limits> = {}): VMState =>
  VMState.initial({ variables: variablesOn(language), limits });

const shown = (state: VMState, name: string): string =>
  format(state.variables.get(name) ?? null, 'write', Infinity, contentsOf(state.world.store));

const outcome = (turn: Turn): string => {
  const { state, fault } = turn;
  if (fault !== null) return `fault: ${fault.code}`;
  return format(state.stack.top ?? null, 'write', Infinity, contentsOf(state.world.store));
};

const definitions = `
  (define v (vector 1 2 3)) (define b (bytevector 1 2)) (define t (make-hash-table)) (hash-table-set! t 'a 1)
  (define o (open-output-string)) (write-string "ab" o) (define i (open-input-string "xyz"))
  (define-record-type point (make-point x) point? (x px set-px!)) (define p (make-point 1))
  (define lazy (delay (vector-ref v 0))) (define n 0) (define (bump!) (set! n (+ n 1)) n)`;

const changing = `(begin
  (vector-set! v 0 'changed) (bytevector-u8-set! b 0 9) (hash-table-set! t 'b 2) (hash-table-delete! t 'a)
  (write-string "cd" o) (read-char i) (set-px! p 5) (force lazy) (bump!) (vector-fill! v 7 1) (hash-table-clear! t))`;

const names = ['v', 'b', 't', 'p', 'n'];

const seen = (state: VMState): unknown => {
  const parts = names.map((name) => shown(state, name));
  const asked = ['(get-output-string o)', '(peek-char i)'].map((source) =>
    outcome(deliver(compile(source), { state })),
  );
  return [...parts, ...asked, state.world.store.size];
};

describe('a state that was seen', () => {
  const before = deliver(compile(definitions), { state: initial() }).state;

  it('does not change when the program goes on', () => {
    const was = seen(before);
    deepFreeze(before);
    const { fault, state } = deliver(compile(changing), { state: before });
    expect(fault).toBeNull();
    expect(seen(before)).toEqual(was);
    expect(seen(state)).not.toEqual(was);
    expect(shown(state, 'v')).toBe('#(changed 7 7)');
  });

  it('does not change while every instruction is watched, and each of them sees what it sees', () => {
    const events: TraceEvent[] = [];
    const texts: string[] = [];
    const trace = (event: TraceEvent): void => {
      deepFreeze(event.after);
      events.push(event);
      texts.push(shown(event.after, 'v'));
    };
    const watchedEnd = deliver(compile(changing), { state: before, trace }).state;
    expect(events.map(({ after }) => shown(after, 'v'))).toEqual(texts);
    expect(new Set(texts)).toEqual(new Set(['#(1 2 3)', '#(changed 2 3)', '#(changed 7 7)']));
    const end = deliver(compile(changing), { state: before }).state;
    expect([seen(watchedEnd), watchedEnd.fuel]).toEqual([seen(end), end.fuel]);
  });

  it.each([1, 7, 1000])('does not change between slices of %i, and what is spent is the same', (slice) => {
    const whole = deliver(compile(changing), { state: before });
    const sliced = deliver(compile(changing), { state: before, slice });
    expect([seen(sliced.state), sliced.state.fuel]).toEqual([seen(whole.state), whole.state.fuel]);
  });

  it('is what a fault goes back to', () => {
    const was = seen(before);
    const turn = deliver(compile(`(begin ${changing} (car '()))`), { state: before });
    expect([turn.fault?.code, turn.state === before, seen(turn.state)]).toEqual(['type-error', true, was]);
  });

  it('may be gone on from in two ways', () => {
    const one = deliver(compile("(vector-set! v 0 'one)"), { state: before }).state;
    const other = deliver(compile("(vector-set! v 0 'other)"), { state: before }).state;
    expect([before, one, other].map((state) => shown(state, 'v'))).toEqual(['#(1 2 3)', '#(one 2 3)', '#(other 2 3)']);
  });
});

describe('a store that is nearly full', () => {
  it.each([
    ['(make-vector 1000 0)'],
    ['(hash-table-set! (make-hash-table) 1 (make-vector 1000 0))'],
    ['(let ((t (make-hash-table))) (let loop ((n 0)) (hash-table-set! t n n) (loop (+ n 1))))'],
    ['(let ((o (open-output-string))) (let loop () (write-string "12345678901234567890" o) (loop)))'],
    ["(let loop ((l '())) (loop (cons (vector 1) l)))"],
    ['(json->datum (string-append "[" (apply string-append (make-list 300 "[],")) "[]]"))'],
    ['(vector-append (make-vector 90 0) (make-vector 90 0))'],
    ['(let loop ((v (vector 1))) (loop (vector-append v v)))'],
    ['(string->vector (make-string 500 #\\a))'],
    ['(open-input-string (make-string 5000 #\\a))'],
  ])('%s is a fault that nobody catches', (source) => {
    const guarded = `(guard (e (#t 'caught)) ${source})`;
    for (const each of [source, guarded]) {
      const { fault } = deliver(compile(each), { state: initial({ store: 200, fuel: 1_000_000 }) });
      expect(fault?.code).toBe('store-limit');
    }
  });

  it.each([
    ['vectors', '(vector-map + (vector n 1 2) (vector 1 1 1))'],
    ['several cells at once', '(make-triple (vector n) (list n) n)'],
    ['tables', '(let ((t (alist->hash-table (list (cons 1 n))))) (hash-table-set! t 2 n) (hash-table-copy t))'],
    ['ports', '(let ((o (open-output-string))) (write n o) (open-input-string (get-output-string o)))'],
    ['promises', '(force (delay-force (delay (vector n))))'],
    ['data', '(json->datum "[[1],{\\"a\\":[2]}]")'],
    ['bytes', '(string->utf8 (utf8->string (bytevector 97 98)))'],
  ])('is enough for what is dropped at once: %s', (_what, expression) => {
    const source = `(define-record-type triple (make-triple a b c) triple? (a a set-a!) (b b set-b!) (c c set-c!))
      (define last #f) (let loop ((n 0)) (if (< n 3000) (begin (set! last ${expression}) (loop (+ n 1))) 'done))`;
    expect(outcome(deliver(compile(source), { state: initial({ store: 60 }) }))).toBe('done');
  });

  it('keeps the first of several cells that one call makes, though the others fill the store', () => {
    const source = `(define-record-type triple (make-triple a b c) triple? (a a set-a!) (b b set-b!) (c c set-c!))
      (let loop ((n 0) (before (make-triple 0 0 0)))
        (if (= n 5000)
            (list (a before) (b before) (c before))
            (loop (+ n 1) (make-triple (+ 1 (a before)) (vector n) n))))`;
    for (const store of [19, 20, 21, 22, 30])
      expect(outcome(deliver(compile(source), { state: initial({ store }) }))).toBe('(5000 #(4999) 4999)');
  });

  it('keeps all that is alive where collections come at every length of a message', () => {
    const source = `
      (define keep (vector '() '() '()))
      (define (remember! n) (vector-set! keep (modulo n 3) (cons (vector n) (vector-ref keep (modulo n 3)))))
      (let loop ((n 0))
        (if (< n 20000)
            (begin
              (if (= 0 (modulo n 500)) (remember! n) (vector n (vector n)))
              (loop (+ n 1)))
            (apply + (map (lambda (v) (vector-ref v 0)) (apply append (vector->list keep))))))`;
    const expected = String(Array.from({ length: 40 }, (_, i) => i * 500).reduce((sum, n) => sum + n, 0));
    const whole = deliver(compile(source), { state: initial() });
    const sliced = deliver(compile(source), { state: initial(), slice: 777 });
    expect([outcome(whole), outcome(sliced)]).toEqual([expected, expected]);
    expect(sliced.state.fuel).toBe(whole.state.fuel);
  });
});

describe('a cell of another actor is a type-error', () => {
  const other = deliver(compile(definitions), { state: initial() }).state;
  const here = firstTurn(deliver(compile(definitions), { state: initial() }).state);
  const zero = ['OP_CONSTANT', 0];

  it.each<[string, string, readonly unknown[]]>([
    ['vector-ref', 'v', zero],
    ['vector-length', 'v', []],
    ['vector->list', 'v', []],
    ['vector-fill!', 'v', zero],
    ['equal?', 'v', ['OP_GET_VARIABLE', 'v']],
    ['hash-table-size', 't', []],
    ['hash-table->alist', 't', []],
    ['hash-table-ref/default', 't', [...zero, ...zero]],
    ['get-output-string', 'o', []],
    ['read-char', 'i', []],
    ['read', 'i', []],
    ['force', 'lazy', []],
    ['px', 'p', []],
  ])('to %s', (procedure, name, rest) => {
    const foreign = ['OP_CONSTANT', other.variables.get(name)];
    const words = ['OP_GET_VARIABLE', procedure, ...foreign, ...rest, 'OP_CALL', 1 + rest.length / 2];
    expect(follow(here, words).fault?.code).toBe('type-error');
  });
});
