import { compile, VMActor } from 'vmactor';
import { inputs } from './inputs.js';
import { source } from './source.js';
import { scheme } from './texts.js';

// Ours, as code that is fused to functions of JavaScript, and interpreted.

const limits = { fuel: 1e12 };
const drop = Object.freeze(['OP_POP']);

const contestant = (name, options) => ({
  name,

  program: (program) => {
    const vm = new VMActor({ ...options, limits });
    vm.next(compile(source(program, 'scm')));
    vm.execute();
    const calls = new Map();
    const run = (size) => {
      if (!calls.has(size)) calls.set(size, Object.freeze(compile(`(run ${size})`)));
      vm.next(calls.get(size));
      vm.execute();
      const result = vm.top();
      vm.next(drop);
      vm.execute();
      return result;
    };
    return { run, stop: () => vm.stop() };
  },

  rule: () => {
    const vm = new VMActor({ ...options, limits }).start();
    vm.next(compile(source('rule', 'scm')));
    const rule = vm.state.variables.get('rule');
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { price, qty, discount } = inputs[i];
        if (vm.call(rule, price, qty, discount)) holds += 1;
      }
      return holds;
    };
    return { run, stop: () => vm.stop() };
  },

  // One actor for all texts, as a program would have it. Values stay on its stack until a run ends.
  text: () => {
    const vm = new VMActor({ ...options, limits }).start();
    const { run: evaluated } = scheme((text) => {
      vm.send(...compile(text));
      return vm.top();
    });
    const drops = new Map();
    const run = (count) => {
      const right = evaluated(count);
      if (!drops.has(count)) drops.set(count, Object.freeze(new Array(count).fill('OP_POP')));
      vm.next(drops.get(count));
      return right;
    };
    return { run, stop: () => vm.stop() };
  },
});

export const fused = contestant('vmactor (fused)', {});
export const interpreted = contestant('vmactor (interpreted)', { fusion: false });
