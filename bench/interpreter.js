import { VMActor, compile } from 'vmactor';
import { contest, heading, ns, ratio, report } from './measure.js';
import { prepare, run } from './switch-loop.js';

// How fast instructions run: fib(30) against the hand-written loop and plain JavaScript, and a long tail loop.

const source = '(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))';
const program = compile(`${source} (fib 30)`);
const prepared = prepare(program);

const plain = (n) => (n < 2 ? n : plain(n - 1) + plain(n - 2));

const check = (result) => {
  if (result !== 832_040) throw new Error(`fib(30) is not ${String(result)}`);
};

const actor = () => new VMActor({ limits: { fuel: 1e9 } });

export const interpreter = () => {
  heading('Interpreter: fib(30)');
  const { instructions } = run(prepared, 1e9);
  const best = contest({
    vmactor: () => {
      const vm = actor();
      vm.next(program);
      check(vm.execute().stack.top);
      return instructions;
    },
    'switch loop': () => {
      check(run(prepared, 1e9).result);
      return instructions;
    },
    'plain JavaScript': () => {
      check(plain(30));
      return instructions;
    },
  });
  report('instructions', { text: instructions.toLocaleString('en') });
  for (const [name, value] of Object.entries(best)) report(`${name}, an instruction`, { text: ns(value) });
  report('vmactor : switch loop', ratio(best.vmactor / best['switch loop']), { value: 3.5, text: '3.5 ×' });

  heading('A tail loop of 10⁷ iterations');
  const loops = actor();
  loops.next(compile('(define (count n) (if (= n 0) n (count (- n 1))))'));
  loops.next(compile('(count 10000000)'));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  loops.execute();
  const milliseconds = performance.now() - start;
  globalThis.gc?.();
  const grown = Math.max(0, process.memoryUsage().heapUsed - before) / 1e6;
  report('time', { text: `${milliseconds.toFixed(0)} ms` });
  report(
    'heap afterwards against before',
    { value: grown, text: `${grown.toFixed(2)} MB` },
    { value: 1, text: '1 MB' },
  );
};
