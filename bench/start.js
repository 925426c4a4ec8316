import { spawnSync } from 'node:child_process';
import { compile, VMActor } from 'vmactor';
import { contest, heading, median, report } from './measure.js';

// What the first value costs a program that starts, and a text that was never seen before its value.

const processes = 61;

const importing = (module, then) =>
  `const start = performance.now(); const loaded = await import('${module}'); ${then}; console.log(performance.now() - start);`;

const value = `const vm = new loaded.VMActor().start(); vm.send(...loaded.compile('(+ (* 3 4) (- 20 10))'));
  if (vm.top() !== 22) throw new Error('not 22')`;

// Each in a process of its own, in turns.
const milliseconds = (script) =>
  Number(
    spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    }).stdout,
  );

export const start = () => {
  heading('From import to the first value, the median of processes');
  const bare = [];
  const ours = [];
  for (let i = 0; i < processes; i += 1) {
    bare.push(milliseconds(importing('rxjs', '')));
    ours.push(milliseconds(importing('vmactor', value)));
  }
  const [before, after] = [median(bare), median(ours)];
  report('rxjs', { text: `${before.toFixed(1)} ms` });
  report('vmactor, with rxjs and the first value', { text: `${after.toFixed(1)} ms` });
  const more = after - before;
  report('more than rxjs', { value: more, text: `${more.toFixed(1)} ms` }, { value: 15, text: '15 ms' });

  heading('From a text to its value, a new text each time');
  const vm = new VMActor().start();
  const texts = 5000;
  let next = 0;
  const text = () => `(+ (* 3 ${(next += 1)}) (- 20 10))`;
  const best = contest({
    compile: () => {
      for (let i = 0; i < texts; i += 1) compile(text());
      return texts;
    },
    value: () => {
      for (let i = 0; i < texts; i += 1) {
        vm.send(...compile(text()));
        if (vm.top() !== 3 * next + 10) throw new Error(`not ${3 * next + 10}`);
      }
      return texts;
    },
  });
  vm.stop();
  const micros = (nanoseconds) => ({ value: nanoseconds / 1000, text: `${(nanoseconds / 1000).toFixed(2)} µs` });
  report('compile', micros(best.compile));
  report('compile and send', micros(best.value), { value: 10, text: '10 µs' });
};
