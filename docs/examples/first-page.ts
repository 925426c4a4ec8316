import { compile, unary, VMActor } from 'vmactor';

// The first page: bytecode, an S-expression, an instruction of your own.

export const example = (log: (...parts: unknown[]) => void): void => {
  const vm = new VMActor().start();

  // Bytecode is a flat array of words. What is sent together is one message.
  vm.send('OP_CONSTANT', 5, 'OP_CONSTANT', 10, 'OP_ADD');
  log('5 + 10 =', vm.top());

  // The compiler makes bytecode from S-expressions.
  vm.send(...compile('(+ (* 3 4) (- 20 10))'));
  log('(+ (* 3 4) (- 20 10)) =', vm.top());

  // A handler is a pure function. `unary` makes one from a function of the top value.
  vm.defineInstruction(
    'OP_DOUBLE',
    unary((x: number) => x * 2),
  );
  vm.send('OP_CONSTANT', 21, 'OP_DOUBLE');
  log('21 doubled =', vm.top());

  vm.stop();
};
