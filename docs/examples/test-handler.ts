import {
  binary,
  type Handler,
  instructionSet,
  isVMError,
  pop,
  push,
  unary,
  type Value,
  VMActor,
  VMState,
} from 'vmactor';

// Handlers are pure functions from a state to a state, so a test needs no actor, no stream and no waiting. The spec of
// this example tests these handlers; `example` shows what the tests look at.

/** … price → … price with tax */
export const addTax: Handler = unary((price: number) => Math.round(price * 119) / 100);

/** … a b → … the one that comes first in the alphabet */
export const first: Handler = binary((a: string, b: string) => (a < b ? a : b));

/** … v1 … vn → … sum, with n as an operand */
export const sumOf = (state: VMState, count: number): VMState => {
  let rest = state;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const [value, below] = pop(rest);
    if (typeof value !== 'number') throw new TypeError(`a ${typeof value} cannot be added`);
    sum += value;
    rest = below;
  }
  return push(rest, sum);
};

export const shop = instructionSet({
  OP_ADD_TAX: { handler: addTax, doc: 'the price with tax' },
  OP_FIRST: { handler: first },
  OP_SUM_OF: { handler: sumOf, operands: 1, fuel: (_state: VMState, count: number) => 1 + count },
});

const stackOf = (...values: Value[]): VMState => push(VMState.initial(), ...values);

export const example = (log: (...parts: unknown[]) => void): void => {
  // Call the handler with a state, look at the state it gives.
  const before = stackOf(1, 2, 3, 4);
  const after = sumOf(before, 3);
  log(...before.stack, '->', ...after.stack);

  // In an actor, what a handler throws becomes a fault, and the message is rolled back.
  const vm = new VMActor({ instructions: shop, onFault: 'resume' }).start();
  vm.faults$.subscribe((fault) => {
    log(`${fault.code}: ${fault.message}`);
  });
  vm.send('OP_CONSTANT', 19.99, 'OP_CONSTANT', 5, 'OP_SUM_OF', 2, 'OP_ADD_TAX');
  vm.send('OP_CONSTANT', 'ten', 'OP_CONSTANT', 5, 'OP_SUM_OF', 2);
  log('top', vm.top(), 'and', vm.state.stack.length, 'value on the stack');

  // The fuel function is pure too: 1, and 1 for each value.
  vm.send('OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_SUM_OF', 2);
  log('fuel spent:', 100_000_000 - vm.state.fuel);

  try {
    vm.defineInstruction('OP_ADD', first);
  } catch (thrown) {
    if (isVMError(thrown)) log(thrown.message);
  }
  vm.stop();
};
