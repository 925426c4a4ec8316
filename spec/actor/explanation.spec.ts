import { type VMError, VMActor } from '../../lib/index.js';
import { compile } from '../../lib/compiler/compile.js';

// What is added to a fault for whoever reads it: near names, and the procedures that were running.

const faultOf = (source: string): VMError => {
  const vm = new VMActor({ onFault: 'resume' });
  let fault: VMError | undefined;
  vm.faults$.subscribe((each) => (fault = each));
  vm.loadBytecode(compile(source)).execute();
  if (fault === undefined) throw new Error(`${source} does not fault`);
  return fault;
};

describe('a name that is not bound', () => {
  it.each([
    ['(lenght 1)', 'length'],
    ['(strng-append "a")', 'string-append'],
    ['(define total 1) totl', 'total'],
    ['(hash-table-rfe 1 2)', 'hash-table-ref'],
    ['(vector-mpa 1 2)', 'vector-map'],
  ])('%s: did you mean %s', (source, near) => {
    expect(faultOf(source).message).toMatch(new RegExp(`is not defined; did you mean ${near}\\?$`));
  });

  it.each([
    'q',
    'nothing-like-it',
    '(set! %winds-x 1)',
    'a-name-much-longer-than-any-that-a-person-would-mistype-for-another',
  ])('%s is like no other', (source) => {
    expect(faultOf(source).message).toMatch(/is not defined$/);
  });

  it('has the nearest name, and of equal ones the first that was defined', () => {
    expect(faultOf('(define counter 1) (define countes 2) countex').message).toMatch(/did you mean counter\?$/);
  });
});

describe('the procedures that were running', () => {
  it('are named, innermost first', () => {
    const source = '(define (f x) (+ 1 (g x))) (define (g x) (+ 1 (h x))) (define (h x) (+ 1 (car x))) (f 5)';
    expect(faultOf(source).calls).toEqual(['h', 'g', 'f']);
  });

  it('are not those that made a tail call', () => {
    expect(faultOf('(define (f x) (g x)) (define (g x) (+ 1 (car x))) (f 5)').calls).toEqual(['g']);
  });

  it('are no more than twenty, however deep', () => {
    const { calls } = faultOf("(define (f n) (if (= n 0) (car '()) (+ 1 (f (- n 1))))) (f 1000)");
    expect(calls).toEqual(new Array(20).fill('f'));
  });

  it('are those of where it was raised, also when a handler looked at it', () => {
    const source =
      '(define (f) (+ 1 (raise (quote odd)))) (with-exception-handler (lambda (e) 1) (lambda () (+ 1 (f))))';
    expect(faultOf(source).calls).toContain('f');
  });
});

it('what was raised leaves the actor as a copy', () => {
  const fault = faultOf('(define v (vector 1 2)) (raise v)');
  expect(fault.code).toBe('user-raised');
  expect((fault.cause as { address: number }).address).toBe(-1);
});
