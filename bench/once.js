import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { heading, median, ratio, report } from './measure.js';

// What a program costs that runs once: the golden programs of the specs that take a while, each run in a process of its
// own, with fusion and without, in turns.

const programs = `${import.meta.dirname}/../spec/programs`;
const rounds = 31;
/** Milliseconds of a run that say more about the program than about the process. */
const long = 20;

const script = (name, fusion) => `
  import { readFileSync } from 'node:fs';
  import { compile, VMActor } from 'vmactor';
  const text = readFileSync('${programs}/${name}', 'utf8');
  const vm = new VMActor({ fusion: ${fusion}, limits: { fuel: 1e12 }, onFault: 'resume' });
  vm.faults$.subscribe();
  const start = performance.now();
  vm.next(compile(text));
  vm.execute();
  console.log(performance.now() - start);`;

const milliseconds = (name, fusion) =>
  Number(
    spawnSync(process.execPath, ['--input-type=module', '--eval', script(name, fusion)], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    }).stdout.split('\n', 1)[0],
  );

// The median of the ratios, each of two processes that ran one after the other: what slows the machine slows both.
const ratioOf = (name) => {
  const ratios = [];
  for (let i = 0; i < rounds; i += 1) {
    const isFusedFirst = i % 2 === 0;
    const first = milliseconds(name, isFusedFirst);
    const second = milliseconds(name, !isFusedFirst);
    ratios.push(isFusedFirst ? first / second : second / first);
  }
  return median(ratios);
};

const bar = { value: 1.1, text: '1.1 ×' };

export const once = () => {
  heading('A program that runs once: fused to interpreted, medians of processes');
  const names = readdirSync(programs).filter((name) => name.endsWith('.scm') && milliseconds(name, false) >= long);
  const ratios = names.map((name) => {
    const figure = ratioOf(name);
    report(name.replace('.scm', ''), ratio(figure), bar);
    return figure;
  });
  const sum = ratios.reduce((total, each) => total + Math.log(each), 0);
  report('geometric mean', ratio(Math.exp(sum / names.length)), bar);
};
