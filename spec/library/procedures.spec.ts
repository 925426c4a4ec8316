import { VMActor } from '../../lib/index.js';
import { compile } from '../../lib/compiler/compile.js';
import { print } from '../../lib/data/printer.js';
import { foldAll, observedRun } from '../laws/machine.js';
import { evaluateOver, initial, prepared, resultOf } from './evaluating.js';

// Procedures that take procedures: the order of their calls, several lists, many arguments, and that they are code.

describe('the order of calls', () => {
  const noted = (call: string): readonly string[] =>
    evaluateOver(prepared('(define (note x . rest) (print x) #t)'), call).prints;

  it.each([
    "(map note '(1 2 3))",
    "(for-each note '(1 2 3))",
    "(filter note '(1 2 3))",
    "(remove note '(1 2 3))",
    "(every note '(1 2 3))",
    "(count note '(1 2 3))",
    "(map note '(1 2 3) '(a b c d))",
    "(for-each note '(1 2 3) '(a b c))",
    "(fold note 0 '(1 2 3))",
    "(fold note 0 '(1 2 3) '(a b c))",
    "(append-map (lambda (x) (note x) (list x)) '(1 2 3))",
    "(any (lambda (x) (note x) #f) '(1 2 3))",
    "(find (lambda (x) (note x) #f) '(1 2 3))",
    "(fold-left (lambda (sum x) (note x)) 0 '(1 2 3))",
    "(reduce (lambda (x sum) (note x)) 0 '(0 1 2 3))",
  ])('is from left to right in %s', (call) => {
    expect(noted(call)).toEqual(['1', '2', '3']);
  });

  it('is from right to left in fold-right', () => {
    expect(noted("(fold-right note 0 '(1 2 3))")).toEqual(['3', '2', '1']);
  });

  it('ends where the answer is known', () => {
    expect(noted("(any note '(1 2 3))")).toEqual(['1']);
    expect(noted("(find note '(1 2 3))")).toEqual(['1']);
    expect(noted("(every (lambda (x) (note x) (< x 2)) '(1 2 3))")).toEqual(['1', '2']);
  });
});

describe('several lists', () => {
  it.each([
    ["(map + '(1 2 3) '(10 20 30) '(100 200 300))", '(111 222 333)'],
    ["(map list '(1 2 3) '() '(4))", '()'],
    ["(fold (lambda (a b sum) (+ (* a b) sum)) 0 '(1 2 3) '(4 5 6))", '32'],
    ["(fold (lambda (a b c all) (cons (list a b c) all)) '() '(1 2) '(3 4) '(5 6 7))", '((2 4 6) (1 3 5))'],
    ['(apply map + (make-list 100 (iota 3)))', '(0 100 200)'],
    ["(map car '(1) '(2))", 'fault: arity-error car takes 1 argument, not 2'],
  ])('%s gives %s', (call, expected) => {
    expect(resultOf(call)).toBe(expected);
  });
});

describe('a hundred thousand arguments', () => {
  const state = prepared(
    '(define many (iota 100000 1)) (define texts (make-list 100000 "ab")) (define lists (make-list 100000 \'(1)))',
  );

  it.each([
    ['(apply + many)', '5000050000'],
    ['(apply max many)', '100000'],
    ['(apply < many)', '#t'],
    ['(length (apply list many))', '100000'],
    ['(length (apply cons* (append many (list many))))', '200000'],
    ['(length (apply append lists))', '100000'],
    ['(apply (lambda args (length args)) many)', '100000'],
    ['(apply (lambda (a b . rest) (length rest)) many)', '99998'],
    ['(string-length (apply string-append texts))', '200000'],
    ['(apply string=? texts)', '#t'],
    ['(apply = (make-list 100000 1))', '#t'],
    ['(length (apply map list (list many many)))', '100000'],
    ['(apply apply list (list many))', '(1'],
    ['(apply car many)', 'fault: arity-error car takes 1 argument, not 100000'],
    ['(apply (lambda (x) x) many)', 'fault: arity-error lambda takes 1 argument, not 100000'],
    ['(apply error many)', 'fault: user-raised 1 2 3'],
  ])('%s gives %s', (call, expected) => {
    expect(evaluateOver(state, call).result.slice(0, expected.length)).toBe(expected);
  });

  it('reach a host function, or are a fault', async () => {
    using vm = new VMActor({ onFault: 'resume' }).start();
    vm.defineFunction('host-count', (...args: never[]) => args.length);
    expect(await vm.evaluate('(apply host-count (iota 10000))')).toBe(10_000);
    await vm.evaluate('(apply host-count (iota 2000000))').catch((fault: unknown) => {
      expect(fault).toMatchObject({ name: 'VMError' });
    });
  });
});

describe('a library procedure', () => {
  const source = '(fold + 0 (map (lambda (x y) (* x y)) (filter odd? (iota 60)) (iota 30)))';

  it('is code: it is suspended between any two instructions, and costs the same', () => {
    const whole = foldAll([compile(source)], initial);
    expect(print(whole.turn.state.stack.top ?? null)).toBe('17545');
    for (const slice of [1, 7, 1000]) {
      expect(observedRun(foldAll([compile(source)], initial, { slice }))).toEqual(observedRun(whole));
    }
  });

  it('calls with frames of its own: a callback may recur as deep as the limit allows', () => {
    const deep = '(define (deep n) (if (= n 0) 0 (+ 1 (car (map deep (list (- n 1)))))))';
    expect(resultOf('(deep 10000)', deep)).toBe('10000');
  });

  it('is passed on like any other value', () => {
    expect(resultOf("(map map (list - square) '((1 2) (3 4)))")).toBe('((-1 -2) (9 16))');
    expect(resultOf('(map procedure? (list map apply + car print))')).toBe('(#t #t #t #t #t)');
    expect(resultOf('(list car map)')).toBe('(#<procedure car> #<procedure map>)');
  });
});

describe('sort', () => {
  const scrambled = (n: number): string =>
    `(define values (let loop ((n ${n}) (x 12345) (all '()))
       (if (= n 0) all (loop (- n 1) (% (+ (* x 1103515245) 12345) 2147483648) (cons x all)))))
     (define (sorted? values) (or (null? values) (null? (cdr values)) (and (<= (car values) (cadr values)) (sorted? (cdr values)))))`;

  it('orders long lists, and keeps every element', () => {
    const state = prepared(scrambled(5000));
    expect(evaluateOver(state, '(sorted? values)').result).toBe('#f');
    expect(evaluateOver(state, '(sorted? (sort values <))').result).toBe('#t');
    expect(evaluateOver(state, '(= (fold + 0 values) (fold + 0 (sort values <)))').result).toBe('#t');
    expect(evaluateOver(state, '(= (sort values >) (reverse (sort values <)))').result).toBe('#t');
  });

  it.each(['values', '(sort values <)', '(sort values >)', '(make-list (length values) 1)'])(
    'of %s costs n log n, not the square',
    (values) => {
      const cost = (n: number): number => evaluateOver(prepared(scrambled(n)), `(sort ${values} <)`).cost;
      expect(cost(8000) / cost(1000)).toBeLessThan(13);
    },
  );
});

describe('output', () => {
  it.each([
    ['(print "a b")', ['a b']],
    ['(print \'("a" b 1.5))', ['(a b 1.5)']],
    ['(display "a")', ['a']],
    ['(newline)', ['\n']],
    ['(begin (display 1) (newline) (print 2))', ['1', '\n', '2']],
    ['(print nil)', ['nil']],
    ['(for-each display (list 1 "x" \'y))', ['1', 'x', 'y']],
  ])('of %s is %j, and its value nil', (call, prints) => {
    expect(evaluateOver(initial, call)).toMatchObject({ prints, result: 'nil' });
  });

  it('of a message that faults is none', () => {
    expect(evaluateOver(initial, '(begin (print 1) (car 5))').prints).toEqual([]);
  });
});
