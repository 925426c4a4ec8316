import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { heading, median, ratio, report } from './measure.js';

// What a program costs that runs once: the golden programs of the specs that take a while, each run in a process of its
// own, with fusion and without, in turns.

const programs = `${import.meta.dirname}/../spec/programs`;
const rounds = 15;
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

const mediansOf = (name) => {
  const fused = [];
  const interpreted = [];
  const turns = [() => fused.push(milliseconds(name, true)), () => interpreted.push(milliseconds(name, false))];
  for (let i = 0; i < rounds; i += 1) for (const turn of i % 2 === 0 ? turns : turns.toReversed()) turn();
  return { fused: median(fused), interpreted: median(interpreted) };
};

export const once = () => {
  heading('A program that runs once: fused to interpreted, medians of processes');
  const names = readdirSync(programs).filter((name) => name.endsWith('.scm') && milliseconds(name, false) >= long);
  let sum = 0;
  for (const name of names) {
    const { fused, interpreted } = mediansOf(name);
    sum += Math.log(fused / interpreted);
    const figures = `${fused.toFixed(0)} ms : ${interpreted.toFixed(0)} ms`;
    report(`${name.replace('.scm', '')}, ${figures}`, ratio(fused / interpreted));
  }
  const mean = Math.exp(sum / names.length);
  report('geometric mean', ratio(mean), { value: 1.1, text: '1.1 ×' });
};
