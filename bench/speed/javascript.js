import { expression, inputs } from './inputs.js';
import { infix } from './texts.js';

// JavaScript itself: what the others are held against. Each has a loop of its own, which the engine fits to it.

export const plain = {
  name: 'plain JavaScript',
  program: (program) => import(`./programs/${program}.js`),
  rule: async () => {
    const { rule } = await import('./programs/rule.js');
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { price, qty, discount } = inputs[i];
        if (rule(price, qty, discount)) holds += 1;
      }
      return holds;
    };
    return { run };
  },
};

export const generated = {
  name: 'JavaScript (new Function)',
  rule: () => {
    const rule = new Function('price', 'qty', 'discount', `return ${expression}`);
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { price, qty, discount } = inputs[i];
        if (rule(price, qty, discount)) holds += 1;
      }
      return holds;
    };
    return { run };
  },
};

export const evaluated = {
  name: 'JavaScript (eval)',
  text: () => infix(globalThis.eval),
};
