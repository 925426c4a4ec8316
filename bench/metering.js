import { readFileSync } from 'node:fs';
import { compile, VMActor } from 'vmactor';
import { heading, report } from './measure.js';

// How long a million units of fuel last: every procedure of the library with arguments that cost it as much as they can,
// procedures that never return among them, in turns and in pairs.

const prepared = () =>
  new VMActor()
    .loadBytecode(
      compile(`
    (define (twice text times) (if (= times 0) text (twice (string-append text text) (- times 1))))
    (define text (twice "ab 12" 16))
    (define integer (expt -7 20000))
    (define numbers (iota 200000))
    (define deep (let loop ((n 100000) (all '())) (if (= n 0) all (loop (- n 1) (list all)))))
    (define shared (do ((i 0 (+ i 1)) (a '(1) (cons a a))) ((= i 60) a)))
    (define items (make-vector 100000 1))
    (define bytes (make-bytevector 100000 97))
    (define table (alist->hash-table (map cons numbers numbers)))
    (define endless (lambda args (endless)))
    (define diving (lambda args (cons args (apply diving args))))
    (define keeping (lambda args (cons (lambda () args) (keeping (vector args) args))))
  `),
    )
    .execute();

const known = [
  'text',
  'integer',
  'numbers',
  'deep',
  'shared',
  'items',
  'bytes',
  'table',
  'endless',
  'diving',
  'keeping',
];
const values = [...known, '0', '1', '1000000', '-1.5', "'()", '#\\a', 'car', '+'];
const one = values.map((value) => [value]);
const two = known.flatMap((value) => [
  ['endless', value],
  ['diving', value],
  [value, 'keeping'],
]);
const three = known.map((value) => ['endless', value, value]);

const reference = readFileSync(`${import.meta.dirname}/../docs/library.md`, 'utf8');
const procedures = [...reference.matchAll(/^\| `\((\S+?)(?: [^`]*)?\)`/gm)].map(([, name]) => name);

const milliseconds = (state, program) => {
  const vm = new VMActor({ state, fuel: 1_000_000, slice: Infinity, onFault: 'resume' }).start();
  vm.faults$.subscribe();
  const words = compile(program);
  const start = performance.now();
  vm.send(...words);
  const time = performance.now() - start;
  vm.stop();
  return time;
};

export const metering = () => {
  heading('A million units of fuel');
  const state = prepared();
  const calls = [];
  for (const name of procedures) {
    for (const args of [[], ...one, ...two, ...three]) {
      const call = `(${[name, ...args].join(' ')})`;
      calls.push([call, milliseconds(state, call)]);
    }
  }
  // What was slow once may have met the collector of the engine: it counts what it takes again.
  const slow = calls
    .filter(([, time]) => time > 100)
    .map(([call]) => [call, Math.min(milliseconds(state, call), milliseconds(state, call))]);
  const fast = calls.filter(([, time]) => time <= 100);
  const all = [...fast, ...slow].sort(([, a], [, b]) => b - a);
  report('calls', { text: all.length.toLocaleString('en') });
  for (const [call, time] of all.slice(0, 5)) report(call, { text: `${time.toFixed(0)} ms` });
  report('the slowest', { value: all[0][1], text: `${all[0][1].toFixed(0)} ms` }, { value: 100, text: '100 ms' });
};
