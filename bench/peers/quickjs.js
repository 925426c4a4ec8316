import { getQuickJS } from 'quickjs-emscripten';
import { inputs } from '../speed/inputs.js';
import { source } from '../speed/source.js';
import { infix } from '../speed/texts.js';

// JavaScript in WebAssembly: QuickJS.

const engine = await getQuickJS();

/** A procedure of a program, and how numbers are given to it. */
const loaded = (program, name) => {
  const context = engine.newContext();
  const module = context.unwrapResult(context.evalCode(source(program, 'js'), `${program}.js`, { type: 'module' }));
  const procedure = context.getProp(module, name);
  const call = (...numbers) => {
    const all = numbers.map((number) => context.newNumber(number));
    const result = context.unwrapResult(context.callFunction(procedure, context.undefined, all));
    for (const one of all) one.dispose();
    return result;
  };
  const stop = () => {
    procedure.dispose();
    module.dispose();
    context.dispose();
  };
  return { context, call, stop };
};

export const quickjs = {
  name: 'JavaScript (QuickJS)',

  program: (program) => {
    const { context, call, stop } = loaded(program, 'run');
    const run = (size) => {
      const result = call(size);
      const number = context.getNumber(result);
      result.dispose();
      return number;
    };
    return { run, stop };
  },

  rule: () => {
    const { context, call, stop } = loaded('rule', 'rule');
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { price, qty, discount } = inputs[i];
        const result = call(price, qty, discount);
        if (context.sameValue(result, context.true)) holds += 1;
        result.dispose();
      }
      return holds;
    };
    return { run, stop };
  },

  text: () => {
    const context = engine.newContext();
    const { run } = infix((text) => {
      const result = context.unwrapResult(context.evalCode(text));
      const number = context.getNumber(result);
      result.dispose();
      return number;
    });
    return { run, stop: () => context.dispose() };
  },
};
