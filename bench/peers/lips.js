import lipsModule from '@jcubic/lips';
import { inputs } from '../speed/inputs.js';
import { source } from '../speed/source.js';
import { schemeLater } from '../speed/texts.js';

// Scheme as LIPS has it, which walks over lists. What the programs need and it does not have is defined.

const { env, exec, LNumber } = lipsModule;

const prelude = `
  (define = ==)
  (define #t true)
  (define #f false)
  (define-macro (cond . clauses)
    (if (null? clauses)
        '()
        (let ((clause (car clauses)))
          (if (eq? (car clause) 'else)
              (cons 'begin (cdr clause))
              (list 'if (car clause) (cons 'begin (cdr clause)) (cons 'cond (cdr clauses)))))))`;

const loaded = async (program, name) => {
  const scope = env.inherit(program);
  await exec(prelude, scope);
  await exec(source(program, 'scm'), scope);
  return scope.get(name);
};

const loops = 'tail calls use up its stack';

export const lips = {
  name: 'Scheme (LIPS)',
  cannot: { sum: loops, counter: loops, 'make-counter': loops, generator: 'it has no call/cc' },

  program: async (program) => {
    const procedure = await loaded(program, 'run');
    return { run: async (size) => (await procedure(LNumber(size))).valueOf() };
  },

  rule: async () => {
    const procedure = await loaded('rule', 'rule');
    const run = (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { price, qty, discount } = inputs[i];
        if (procedure(price, qty, discount) === true) holds += 1;
      }
      return holds;
    };
    return { run };
  },

  text: () =>
    schemeLater(async (text) => {
      const [value] = await exec(text);
      return Number(value.valueOf());
    }),
};
