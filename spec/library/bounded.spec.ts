import { spawnSync } from 'node:child_process';
import { evaluateOver, prepared } from './evaluating.js';

// What is done for a unit of fuel is bounded (law 6), so that a message cannot hold the event loop (law 9): of a million
// units nothing takes a second, whatever is shared, long or many.

const fuel = 1_000_000;

const twice = '(define (twice text times) (if (= times 0) text (twice (string-append text text) (- times 1))))';
const shared = "(define (shared) (do ((i 0 (+ i 1)) (a '(1) (cons a a))) ((= i 30) a)))";
const long = `${twice} (define a (string-append (twice "abcdefgh" 21) "a")) (define b (string-append (twice "abcdefgh" 21) "b"))`;

const within = (definitions: string, call: string, allowed = fuel): { result: string; isQuick: boolean } => {
  const { result, time } = evaluateOver(prepared(definitions), call, { fuel: allowed });
  return { result: result.slice(0, 60), isQuick: time < 1000 };
};

describe('a structure of 2^30 pairs that are one', () => {
  const definitions = `${shared} (define a (shared)) (define b (shared))`;

  it.each([
    '(equal? a b)',
    '(= a b)',
    '(!= a b)',
    '(member a (list b))',
    '(assoc a (list (list b)))',
    '(delete a (list b))',
    '(print a)',
    '(display a)',
  ])('is out of fuel in %s', (call) => {
    const { result, isQuick } = within(definitions, call, 100_000);
    expect(result).toMatch(/^fault: out-of-fuel/);
    expect(isQuick).toBe(true);
  });

  it.each([
    ['(error "shared:" a)', 'fault: user-raised shared: ((((((('],
    ['(error a)', 'fault: user-raised ((((((('],
    ['(+ a 1)', 'fault: type-error (((((('],
    ['(a)', 'fault: not-a-procedure (((((('],
    ['(string-append a)', 'fault: type-error string-append takes a string, not ((('],
    ['(map + a)', 'fault: type-error'],
    ['(equal? a a)', '#t'],
    ['(eq? a b)', '#f'],
    ['(length a)', '31'],
    ['(list? a)', '#t'],
    ['(length (append a b))', '62'],
    ['(car (memq 1 (reverse a)))', '1'],
  ])('is no more than it is in %s', (call, expected) => {
    const { result, isQuick } = within(definitions, call);
    expect(result.slice(0, expected.length)).toBe(expected);
    expect(isQuick).toBe(true);
  });
});

describe('a power that nobody could wait for', () => {
  it.each([
    '(expt 2 1000000000)',
    '(** 2 1000000000)',
    '(expt 2 -1000000000)',
    '(expt (expt 2 64) 100000)',
    '(expt 3 (expt 10 30))',
    '(apply expt (list 2 1000000000))',
    '(let loop ((n 2)) (loop (* n n)))',
    '(let loop ((n 2)) (loop (square n)))',
    '(let loop ((n 2)) (loop (apply * (list n n))))',
  ])('is out of fuel: %s', (call) => {
    const { result, isQuick } = within('', call);
    expect(result).toMatch(/^fault: out-of-fuel/);
    expect(isQuick).toBe(true);
  });
});

describe('much work asked for with few words', () => {
  it.each([
    [
      'the same long list many times',
      '(define l (make-list 30000 1)) (define many (make-list 30000 l))',
      '(apply append many)',
    ],
    [
      'a product of many small integers',
      '(define many (make-list 30000 9007199254740991))',
      '(begin (apply * many) 1)',
    ],
    ['a comparison of many large integers', '(define many (make-list 20000 (expt 7 100000)))', '(apply < many)'],
    ['a sum of many large integers', '(define many (make-list 20000 (expt 7 100000)))', '(begin (apply + many) 1)'],
    ['identity of long texts', long, '(do ((i 0 (+ i 1))) ((= i 2000) 1) (eq? a b))'],
    ['a long text among many', `${long} (define many (make-list 2000 a))`, '(memv b many)'],
    ['a long text among many keys', `${long} (define many (make-list 2000 (list a)))`, '(assq b many)'],
    [
      'a sum of a large integer and many small ones',
      '(define many (cons (expt 7 100000) (make-list 200000 1)))',
      '(begin (apply + many) 1)',
    ],
    [
      'errors about long names and large integers',
      `${long} (define sa (string->symbol a)) (define n (expt 7 100000))`,
      '(do ((i 0 (+ i 1))) ((= i 500) 1) (guard (e (#t 1)) (error sa n n sa)))',
    ],
    [
      'symbols of long names',
      `${long} (define sa (string->symbol a)) (define sb (string->symbol b))`,
      '(do ((i 0 (+ i 1))) ((= i 2000) 1) (= sa sb))',
    ],
    ['a sum and a difference of long texts', long, '(list (string=? a b) (string<? a b) (string-append a b))'],
    [
      'a text in a text',
      `${twice} (define t (twice "aaaaaaaa" 16)) (define p (string-append "b" (twice "aaaaaaaa" 15)))`,
      '(string-contains t p)',
    ],
    ['the type of a long text', `${twice} (define s (twice "a\\"bcdefg" 23))`, '(car s)'],
    ['the last of a long list', '(define l (iota 400000))', '(do ((i 0 (+ i 1))) ((= i 100) 1) (list-ref l 399999))'],
  ])('takes no longer than its fuel allows: %s', (_what, definitions, call) => {
    expect(within(definitions, call)).toMatchObject({ isQuick: true });
  });

  // In a process of its own, since the engine ends the process when its memory is spent.
  it('takes no more memory than a text of the same size: characters beyond the first 65,536', () => {
    const script = `
      import { VMActor } from './lib/index.ts';
      const run = async () => {
        const vm = new VMActor().start();
        await vm.evaluate(${JSON.stringify(`${twice} (define t (twice "abcdef😀" 22))`)});
        console.log(String(await vm.evaluate('(string-length t)')));
      };
      run();`;
    const { stdout } = spawnSync(
      process.execPath,
      ['--max-old-space-size=256', '--import', 'tsx', '--input-type=module', '--eval', script],
      { cwd: `${__dirname}/../..`, encoding: 'utf8' },
    );
    expect(stdout.trim()).toBe(String(7 * 2 ** 22));
  });
});

describe('what is paid before it is done', () => {
  it.each([
    ['(make-list 200000 0)', ''],
    ['(iota 200000)', ''],
    ['(append l l)', '(define l (iota 200000))'],
    ['(reverse l)', '(define l (iota 200000))'],
    ['(length l)', '(define l (iota 200000))'],
    ['(list? l)', '(define l (iota 200000))'],
    ['(apply list l)', '(define l (iota 200000))'],
    ['(map list l)', '(define l (iota 200000))'],
    ['(string-append s s)', `${twice} (define s (twice "abcdefgh" 17))`],
    ['(string-upcase s)', `${twice} (define s (twice "abcdefgh" 17))`],
    ['(string-split s "a")', `${twice} (define s (twice "abcdefgh" 17))`],
    ['(string-split s "")', `${twice} (define s (twice "abcdefgh" 17))`],
    ['(string-join (list s s))', `${twice} (define s (twice "abcdefgh" 17))`],
    ['(string-length s)', `${twice} (define s (twice "abcdefgh" 17))`],
    ['(string->list s)', `${twice} (define s (twice "abcdefgh" 14))`],
    ['(string-reverse s)', `${twice} (define s (twice "abcdefgh" 15))`],
    ['(string-foldcase s)', `${twice} (define s (twice "abcdefgh" 15))`],
    ['(string-pad s 500000)', `${twice} (define s (twice "abcdefgh" 10))`],
    ['(string-repeat "abcdefgh" 60000)', ''],
    ['(make-string 500000)', ''],
    ['(list->string l)', '(define l (make-list 60000 #\\a))'],
    ['(zip l l)', '(define l (iota 20000))'],
    ['(append l l)', '(define l (iota 20000))'],
    ['(take l 20000)', '(define l (iota 20000))'],
    ['(take-right l 1)', '(define l (iota 60000))'],
    ['(last l)', '(define l (iota 60000))'],
    ['(equal? v w)', '(define v (make-vector 60000 1)) (define w (make-vector 60000 1))'],
    ['(string->number s)', `${twice} (define s (twice "12345678" 13))`],
    ['(number->string n)', '(define n (expt 7 30000))'],
    ['(print s)', `${twice} (define s (twice "abcdefgh" 17))`],
    ['(equal? l m)', '(define l (iota 200000)) (define m (iota 200000))'],
  ])('%s costs in proportion, and is refused without the fuel', (call, definitions) => {
    const state = prepared(definitions);
    const { cost, result } = evaluateOver(state, call);
    expect(result).not.toMatch(/^fault/);
    expect(cost).toBeGreaterThan(50_000);
    expect(evaluateOver(state, call, { fuel: cost }).cost).toBe(cost);
    expect(evaluateOver(state, call, { fuel: cost - 1 }).result).toMatch(/^fault: out-of-fuel/);
  });

  it('a copy of an immutable list is the list, and costs nothing', () => {
    const state = prepared('(define l (iota 200000))');
    expect(evaluateOver(state, '(eq? l (list-copy l))').result).toBe('#t');
    expect(evaluateOver(state, '(list-copy l)').cost).toBeLessThan(20);
  });
});
