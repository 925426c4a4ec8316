import BiwaScheme from 'biwascheme';
import { inputs } from '../speed/inputs.js';
import { source } from '../speed/source.js';
import { scheme } from '../speed/texts.js';

// Scheme compiled to instructions, in JavaScript.

const started = () =>
  new BiwaScheme.Interpreter((error) => {
    throw error;
  });

const loaded = (program, name) => {
  const interpreter = started();
  interpreter.evaluate(source(program, 'scm'));
  return { interpreter, procedure: interpreter.evaluate(name) };
};

export const biwascheme = {
  name: 'Scheme (BiwaScheme)',

  program: (program) => {
    const { interpreter, procedure } = loaded(program, 'run');
    return { run: (size) => interpreter.invoke_closure(procedure, [size]) };
  },

  rule: () => {
    const { interpreter, procedure } = loaded('rule', 'rule');
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { price, qty, discount } = inputs[i];
        if (interpreter.invoke_closure(procedure, [price, qty, discount])) holds += 1;
      }
      return holds;
    };
    return { run };
  },

  text: () => {
    const interpreter = started();
    return scheme((text) => interpreter.evaluate(text));
  },
};
