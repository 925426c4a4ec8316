import { compile } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';
import { print } from '../../lib/data/printer.js';
import { type Value } from '../../lib/data/values.js';
import { itemsOf } from '../../lib/data/vectors.js';
import { Request } from '../../lib/machine/message.js';
import { Primitive } from '../../lib/machine/procedures.js';
import { define } from '../../lib/machine/helpers.js';
import { type VMState } from '../../lib/machine/state.js';
import { firstTurn, type Turn } from '../../lib/machine/turn.js';
import { VMActor } from '../../lib/actor/vm-actor.js';
import { nullary } from '../../lib/instructions/lift.js';
import { instructionSet } from '../../lib/instructions/standard.js';
import { ended, follow, language, ignore } from './running.js';

// A value that refers to the store leaves an actor as a copy with the cells it reaches, and enters another the same way.

const start = (source: string, state = language()): Turn => firstTurn(ended(compile(source), { state }));

/** What a program gives to whoever asked for it. */
const asked = (turn: Turn, source: string): Turn => follow(turn, new Request(compile(source), null, ignore));

const called = (turn: Turn, procedure: Value, ...args: Value[]): Turn =>
  follow(turn, new Request([], [procedure, ...args], ignore));

const counting = '(define (make) (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (define count (make))';

const text = ({ answer, fault }: Turn): string => (fault === null ? print(answer) : `fault: ${fault.code}`);

describe('a closure that leaves', () => {
  it('takes the state of its variables along', () => {
    const turn = asked(start(`${counting} (count) (count)`), 'count');
    expect(text(called(start(''), turn.answer))).toBe('3');
  });

  it('is a copy: neither side sees what the other does from there', () => {
    const here = asked(start(counting), 'count');
    const there = called(start(''), here.answer);
    expect(text(there)).toBe('1');
    expect(text(called(here, 'count'))).toBe('1');
    expect(text(called(start(''), here.answer))).toBe('1');
  });

  it('enters an actor whose store holds other cells', () => {
    const other = start(`${counting} (define others (list (make) (make) (make))) (for-each (lambda (c) (c)) others)`);
    const { answer } = asked(start(`${counting} (count) (count) (count)`), 'count');
    const inside = called(other, answer);
    expect(text(inside)).toBe('4');
    expect(text(called(inside, 'count'))).toBe('1');
    expect(text(asked(inside, '(map (lambda (c) (c)) others)'))).toBe('(2 2 2)');
  });

  it('keeps a variable that two closures share shared', () => {
    const pair = '(define both (let ((n 10)) (list (lambda () (set! n (+ n 1)) n) (lambda () n))))';
    const { answer } = asked(start(pair), 'both');
    const there = called(start('(define (use both) ((car both)) ((car both)) ((cadr both)))'), 'use', answer);
    expect(text(there)).toBe('12');
  });

  it('may refer to itself', () => {
    const source =
      '(define odd (letrec ((even? (lambda (n) (if (= n 0) #t (odd? (- n 1))))) (odd? (lambda (n) (if (= n 0) #f (even? (- n 1)))))) odd?))';
    const { answer } = asked(start(source), 'odd');
    expect(text(called(start(''), answer, 7))).toBe('#t');
    expect(text(called(start(''), answer, 8))).toBe('#f');
  });

  it('may be inside of data, a hundred thousand levels deep', () => {
    const source = `${counting} (define (deep n v) (if (= n 0) v (deep (- n 1) (list v))))`;
    const { answer } = asked(start(source), '(deep 100000 count)');
    const there = called(start('(define (dig v) (if (pair? v) (dig (car v)) (v)))'), 'dig', answer);
    expect(text(there)).toBe('1');
  });

  it('may be part of a structure of exponential size', () => {
    const source = `${counting} (define (dag n v) (if (= n 0) v (dag (- n 1) (cons v v))))`;
    const { answer } = asked(start(source), '(dag 60 count)');
    expect(text(called(start('(define (dig v) (if (pair? v) (dig (cdr v)) (v)))'), 'dig', answer))).toBe('1');
  });

  it('may have captured a variable that has no value yet', () => {
    const source =
      '(define early nil) (define (f) (define g (lambda () x)) (set! early g) (define y (asking)) (define x 1) y)';
    const { answer } = asked(start(`${source} (define (asking) early)`), '(f)');
    expect(text(called(start(''), answer))).toMatch('1');
  });

  it('may have captured half a million values', () => {
    const captures = new Array<unknown>(500_000).fill(['local', 0]);
    const words = ['OP_CONSTANT', 1, 'OP_BOX', 'OP_SET_LOCAL', 0, 'OP_CLOSURE', { params: [], captures, body: [] }];
    const turn = follow(start(''), new Request(words, null, ignore));
    expect(turn.outcome).toMatch(/committed|faulted/);
  });
});

describe('a closure that enters', () => {
  const outside = asked(start(`${counting} (count)`), 'count').answer;

  it('as an argument of a call', () => {
    expect(text(called(start('(define (twice f) (f) (f))'), 'twice', outside))).toBe('3');
  });

  it('as a constant of a message', () => {
    const turn = follow(
      start(`${counting} (count)`),
      new Request(['OP_CONSTANT', outside, 'OP_CALL', 0], null, ignore),
    );
    expect(text(turn)).toBe('2');
  });

  it('as a constant of a message that keeps it', () => {
    const kept = follow(start(''), ['OP_CONSTANT', outside, 'OP_DEFINE_VARIABLE', 'kept']);
    expect(text(asked(kept, '(list (kept) (kept))'))).toBe('(2 3)');
  });

  it('as what a function of the host gives', () => {
    const give = new Primitive('give', () => outside, undefined, [0, 0], 'each', true);
    const turn = firstTurn(define(language(), 'give', give));
    expect(text(asked(turn, '(let ((f (give))) (f) (list (f) (f)))'))).toBe('(3 4)');
  });

  it('as what a handler pushes or defines', () => {
    const instructions = instructionSet({
      OP_PUSHED: { handler: nullary(() => outside) },
      OP_DEFINED: { handler: (state) => define(state, 'given', outside) },
    });
    const pushed = follow(start(`${counting} (count)`), new Request(['OP_PUSHED', 'OP_CALL', 0], null, ignore), {
      instructions,
    });
    expect(text(pushed)).toBe('2');
    const defined = follow(start(''), ['OP_DEFINED'], { instructions });
    expect(text(asked(defined, '(list (given) (given))'))).toBe('(2 3)');
  });

  it('as a variable of the options', () => {
    const vm = new VMActor({ variables: { given: outside } });
    expect([vm.call('given'), vm.call('given')]).toEqual([2, 3]);
  });
});

describe('a function of the host', () => {
  it('sees a copy of what it is given, and gives it back as a copy', () => {
    const seen: Value[] = [];
    const keep = new Primitive(
      'keep',
      (value: Value) => {
        seen.push(value);
        return value;
      },
      undefined,
      [1, 1],
      'each',
      true,
    );
    const turn = asked(
      firstTurn(define(ended(compile(counting), { state: language() }), 'keep', keep)),
      '(let ((copy (keep count))) (copy) (copy) (list (copy) (count)))',
    );
    expect(text(turn)).toBe('(3 1)');
    expect(text(called(start(''), seen[0] as Value))).toBe('1');
  });

  it('costs in proportion to what is copied for it', () => {
    const look = new Primitive('look', () => null, undefined, [1, 1], 'each', true);
    const state = define(ended(compile(`${counting} (define long (iota 20000))`), { state: language() }), 'look', look);
    const cost = (source: string, from: VMState): number =>
      from.world.limits.fuel - ended(compile(source), { state: from }).fuel;
    expect(cost('(look long)', state)).toBeGreaterThan(cost("(look '())", state) + 1000);
  });
});

describe('what costs more to copy than there is fuel left', () => {
  const large = '(define all (make-vector 1000 (vector 1)))';
  const prepared = (): Turn => firstTurn(ended(compile(large), { state: language() }));
  const within = (turn: Turn, fuel: number): Turn => {
    const { limits } = turn.state.world;
    return firstTurn(turn.state.withWorld({ limits: { ...limits, fuel } }));
  };

  it('is no answer, and an answer that is within costs the program nothing', () => {
    expect(asked(within(prepared(), 1000), 'all')).toMatchObject({
      outcome: 'faulted',
      fault: { code: 'out-of-fuel' },
    });
    const { outcome, state, answer } = asked(within(prepared(), 20_000), 'all');
    expect([outcome, state.fuel, itemsOf(answer)?.length]).toEqual(['committed', 20_000 - 1, 1000]);
  });

  it.each([
    [1000, null],
    [20_000, 1000],
  ])('is not raised with its fault: with %d units, %j', async (fuel, length) => {
    const vm = new VMActor({ state: prepared().state, fuel, onFault: 'resume' }).start();
    const fault = (await vm.evaluate('(define (f) (raise all) 1) (f)').catch((thrown: unknown) => thrown)) as VMError;
    const cause = fault.cause as Value;
    expect([fault.code, fault.calls, cause && itemsOf(cause)?.length]).toEqual(['user-raised', ['f'], length]);
    await expect(vm.evaluate('(vector-length all)')).resolves.toBe(1000);
  });
});

it('shows no raw address in what a state holds', () => {
  const { state } = start(`${counting} (count) (count)`);
  const inside = state.variables.get('count') as Value;
  const other = start('(define (make n) (lambda () (set! n (* n 100)) n)) (define mine (make 7))');
  expect(text(called(other, inside))).not.toBe('700');
  expect(text(asked(called(other, inside), '(mine)'))).toBe('700');
});
