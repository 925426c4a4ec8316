import { compile } from '../../lib/index.js';
import { GCProfiler } from 'node:v8';
import * as fc from 'fast-check';
import { Character } from '../../lib/data/character.js';
import { normal } from '../../lib/data/numbers.js';
import { faults } from '../../lib/data/faults.js';
import { endOfFile } from '../../lib/data/objects.js';
import { list, SymbolValue, type Value } from '../../lib/data/values.js';
import { Bytevector, literalOf, Vector } from '../../lib/data/vectors.js';
import { defaultLimits } from '../../lib/machine/limits.js';
import { libraryEntries } from '../../lib/library/entries.js';
import { foldAll } from '../laws/machine.js';
import { prepared } from './evaluating.js';

// Whatever a library procedure is given, it gives a value or a fault that speaks of the program; with a million units of
// fuel in bounded time, and in bounded memory.

const state = prepared(`
  (define (twice text times) (if (= times 0) text (twice (string-append text text) (- times 1))))
  (define large-text (twice "ab 12😀" 16))
  (define large-list (iota 200000))
  (define large-integer (expt -7 20000))
  (define deep (let loop ((n 100000) (all '())) (if (= n 0) all (loop (- n 1) (list all)))))
  (define shared (do ((i 0 (+ i 1)) (a '(1) (cons a a))) ((= i 60) a)))
  (define improper (cons* 1 2 3 4))
  (define large-vector (make-vector 100000 1))
  (define small-vector (vector 1 "a" #\\b 3))
  (define circular (let ((v (vector 1 2))) (vector-set! v 1 (list v)) v))
  (define large-bytes (make-bytevector 100000 97))
  (define small-bytes (bytevector 97 98 200))
  (define a-table (alist->hash-table '((1 . 2) ("a" . b))))
  (define an-input (open-input-string "(a b) c \\"d"))
  (define an-output (open-output-string))
  (define a-promise (delay 1))
  (define a-parameter (make-parameter 1))
  (define an-error (guard (e (#t e)) (error "text" 1 2)))
  (define two-values (values 1 2))
  (define large-chars (string->list (make-string 10000 #\\a)))
  (define endless (lambda args (endless)))
  (define diving (lambda args (cons args (apply diving args))))
  (define (self . args) self)
  (define (all . args) args)`).withWorld({ limits: { ...defaultLimits, fuel: 1_000_000 } });

const known = (name: string): Value => state.variables.get(name) as Value;

const large = ['large-text', 'large-list', 'large-integer', 'large-chars', 'deep', 'shared'];
// What stands in the store is known by its name only.
const cells = [
  ...['large-vector', 'small-vector', 'circular', 'large-bytes', 'small-bytes', 'a-table', 'an-input', 'an-output'],
  ...['a-promise', 'a-parameter', 'an-error', 'two-values'],
];
const procedures = ['endless', 'diving', 'self', 'all', 'car', 'map', 'apply', '+', 'error', 'print', 'list'];

const odd: readonly Value[] = [
  ...[0, -1, 1, 2, 16, 0.5, NaN, Infinity, -Infinity, 2 ** 53 - 1, -(2 ** 53) + 1, 2 ** 53, 2 ** 31, 1e308, 5e-324],
  ...[2n ** 53n, -(2n ** 64n), 10n ** 400n],
  ...['', ' ', 'a', '__proto__', '😀', '\ud800', '1e999', '-0', '+', '0x10', '\0'],
  ...[true, false, null, list([]), new SymbolValue(''), new SymbolValue('constructor'), known('improper')],
  ...[0, 0x61, 0xdf, 0x1f600].map((point) => new Character(point)),
  ...[endOfFile, literalOf(Vector, [1, 'a']), literalOf(Bytevector, [1, 2])],
];

const atom = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...odd) },
  fc.integer(),
  fc.double(),
  fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }).map(normal),
  fc.string({ unit: 'binary' }),
  { weight: 2, arbitrary: fc.constantFrom(...procedures.map(known)) },
);

const { value } = fc.letrec<{ value: Value; list: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 20, arbitrary: atom },
    { weight: 1, arbitrary: fc.constantFrom(...large.map(known)) },
    { weight: 10, arbitrary: tie('list') },
  ),
  list: fc
    .tuple(fc.array(tie('value'), { maxLength: 4 }), fc.option(atom, { nil: undefined, freq: 4 }))
    .map(([values, tail]) => list(values, values.length === 0 ? undefined : (tail ?? list([])))),
}));

// The words that push an argument.
const argument = fc.oneof(
  { weight: 5, arbitrary: value.map((each) => ['OP_CONSTANT', each]) },
  { weight: 2, arbitrary: fc.constantFrom(...large, ...procedures, ...cells).map((name) => ['OP_GET_VARIABLE', name]) },
);

const names = libraryEntries().map(({ name }) => name);
const faultCodes = new Set(Object.keys(faults));
// Words of the engine, which mean nothing to who wrote the program.
const engineWords = /Invalid|Maximum|BigInt|undefined|\[object|Cannot|TypeError|RangeError|is not a function/;

interface Spent<T> {
  readonly result: T;
  /** Milliseconds. */
  readonly time: number;
  /** The most bytes that were in use at once, on top of what was before, garbage that waits included. */
  readonly bytes: number;
}

const inUse = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const spentOn = <T>(work: () => T): Spent<T> => {
  const profiler = new GCProfiler();
  profiler.start();
  const [before, { external }, start] = [inUse(), process.memoryUsage(), performance.now()];
  const result = work();
  const [time, after] = [performance.now() - start, inUse()];
  const peaks = profiler.stop().statistics.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize + external);
  return { result, time, bytes: Math.max(after, ...peaks) - before };
};

// What is given may be too deep to be shown; the seed gives it again.
const reporter = <T>({ failed, seed, counterexamplePath, errorInstance }: fc.RunDetails<T>): void => {
  if (failed) throw new Error(`seed ${seed}, path ${String(counterexamplePath)}: ${String(errorInstance)}`);
};

it.each(names)('%s gives a value or a fault, whatever it is given', (name) => {
  fc.assert(
    fc.property(fc.array(argument, { maxLength: 4 }), (args) => {
      const words = ['OP_GET_VARIABLE', name, ...args.flat(), 'OP_CALL', args.length];
      const { result, time, bytes } = spentOn(() => foldAll([words], state));
      const { turn } = result;
      // On an idle machine it is below a tenth of that, as `npm run bench` shows.
      expect(time).toBeLessThan(1000);
      expect(bytes).toBeLessThan(100_000_000);
      const { fault } = turn;
      if (fault === null) {
        expect(turn.state.stack.length).toBe(1);
        return;
      }
      expect(faultCodes).toContain(fault.code);
      expect(['host-failed', 'misuse', 'bad-operand']).not.toContain(fault.code);
      if (fault.code !== 'user-raised') expect(fault.message).not.toMatch(engineWords);
      expect(turn.state).toBe(state);
    }),
    { numRuns: 30, reporter },
  );
});

it('string-join looks once at what it puts between, and at no list among the texts', () => {
  for (const source of ['(string-join large-list large-chars)', '(string-join (make-list 10000 large-list))']) {
    const { time } = spentOn(() => foldAll([compile(source)], state));
    expect(time).toBeLessThan(1000);
  }
});
