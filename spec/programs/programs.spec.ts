import { join } from 'node:path';
import { language } from '../../lib/actor/evaluation.js';
import { Engine } from '../../lib/fusion/engine.js';
import { VMActor } from '../../lib/index.js';
import { type Program, programFiles, programOf, readProgram } from './program.js';
import { complaint, evaluate, fold, type Outcome } from './run.js';

// Every golden program, form by form: whole, in slices of several sizes, and through an actor.

const files = programFiles(__dirname);

const complaints = (program: Program, outcomes: readonly Outcome[]): string[] =>
  program.forms.flatMap((form, i) => {
    const wrong = complaint(form, outcomes[i] as Outcome);
    return wrong === undefined ? [] : [`line ${form.line}: ${wrong}`];
  });

it('finds the programs', () => {
  expect(files.length).toBeGreaterThanOrEqual(26);
});

describe.each(files)('%s', (file) => {
  const program = readProgram(join(__dirname, file));
  const whole = fold(program);

  it('has at least five expectations', () => {
    expect(program.expectations).toBeGreaterThanOrEqual(5);
  });

  it('does what is written beside its lines', () => {
    expect(complaints(program, whole)).toEqual([]);
  });

  it.each(program.slices)('does the same, for the same fuel, in slices of %d', (slice) => {
    expect(fold(program, slice)).toEqual(whole);
  });

  it.each([Infinity, ...program.slices])('does the same, for the same fuel, fused, in slices of %d', (slice) => {
    expect(fold(program, slice, new Engine(language, 1))).toEqual(whole);
  });

  it('does the same through an actor', async () => {
    const answers = whole.map((each) => ({
      ...each,
      value: each.fault === undefined ? (each.value ?? 'nil') : undefined,
    }));
    expect(await evaluate(program)).toEqual(answers);
  });
});

// What a golden program is worth depends on what its runner refuses.
describe('the runner', () => {
  const judged = (text: string): string[] => {
    const program = programOf(text);
    return complaints(program, fold(program));
  };

  it.each([
    ['(+ 1 2) ; => 3'],
    ['(define x 1)'],
    ['(print 1) ; prints: 1'],
    ['(begin (print 1)\n  5) ; => 5\n ; prints: 1'],
    ["(car '()) ; fault: type-error takes a pair"],
    ['(if) ; fault: syntax-error\n(+ 1 1) ; => 2'],
    ['(begin (display "a") (newline)) ; prints: a\n ; prints: \\n'],
    ['; limits: fuel 100\n(while #t 1) ; fault: out-of-fuel'],
  ])('accepts %j', (text) => {
    expect(judged(text)).toEqual([]);
  });

  it.each([
    ['(+ 1 2) ; => 4', 'line 1: it gives 3'],
    ['(+ 1 2)', 'line 1: it gives 3, which no expectation checks'],
    ['(if #f 1)', 'line 1: it gives nil, which no expectation checks'],
    ['(define x 1) ; => 1', 'line 1: it gives no value'],
    ['(print 1)', 'line 1: it prints ["1"]'],
    ['(print 1) ; prints: 2', 'line 1: it prints ["1"]'],
    ['(begin (print 1) (print 2)) ; prints: 1', 'line 1: it prints ["1","2"]'],
    ['(begin (print 1) 5) ; prints: 1', 'line 1: it gives 5, which no expectation checks'],
    ["\n(car '())", 'line 2: it faults: type-error OP_CALL: car takes a pair, not ()'],
    ["(car '()) ; fault: out-of-range", 'line 1: it faults: type-error OP_CALL: car takes a pair, not ()'],
    ["(car '()) ; fault: type-error a string", 'line 1: it faults: type-error OP_CALL: car takes a pair, not ()'],
    ['(+ 1 2) ; fault: type-error', 'line 1: it does not fault'],
    ['(begin (print 1) (error "x")) ; fault: user-raised\n ; prints: 1', 'line 1: a fault takes back what was printed'],
  ])('refuses %j', (text, wrong) => {
    expect(judged(text)).toEqual([wrong]);
  });

  it.each([
    ['(+ 1 2) ;=> 3'],
    ['(+ 1 2) ; -> 3'],
    ['(car 5) ; fault type-error'],
    ['(car 5) ; fault: type-eror'],
    ['(print 5) ; print: 5'],
    ['(+ 1 2) ; =>'],
    ['(+ 1 2) ; => 3\n ; => 4'],
    ['; => 3\n(+ 1 2)'],
    ['; limits: fule 5\n(+ 1 2) ; => 3'],
  ])('cannot read %j', (text) => {
    expect(() => programOf(text)).toThrow();
  });
});

// A program that cannot be read has no forms, so it stands here.
describe('a text that cannot be read', () => {
  it.each([
    ['(+ 1 2', 1, 1],
    ['(define x 1)\n(+ x 2))', 2, 8],
    ['(display "never closed)', 1, 10],
    ['(+ 1 #|', 1, 6],
    ['(1 . 2 3)', 1, 8],
    ['(a]', 1, 3],
    ["(list 1 ')", 1, 9],
  ])('faults with its place: %j', async (text, line, column) => {
    using vm = new VMActor().start();
    await expect(vm.evaluate(text)).rejects.toMatchObject({ code: 'read-error', line, column });
  });
});
