import { standardInstructions } from 'vmactor/instructions';
import { VMActor, compile } from 'vmactor';
import { contest, heading, median, ns, ratio, report } from './measure.js';

// What each instruction costs, against the median one. An instruction is repeated between instructions that bring its
// operands and take its results away; their time is measured too, and taken off.

const repetitions = 200;
const messages = 50;
const push = ['OP_CONSTANT', 7];
const frozen = (object) => {
  for (const part of Object.values(object)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(object);
};
const identity = frozen({
  name: 'identity',
  params: ['a'],
  rest: null,
  locals: 1,
  captures: [],
  body: ['OP_GET_LOCAL', 0],
  positions: [],
});
const getLocalAndReturn = 2;

// [words before, the instruction, words after, instructions around it]
const cases = {
  OP_DUP: [push, ['OP_DUP'], ['OP_POP', 'OP_POP'], 3],
  OP_SWAP: [[...push, ...push], ['OP_SWAP'], ['OP_POP', 'OP_POP'], 4],
  OP_POP: [push, ['OP_POP'], [], 1],
  OP_DEFINE_VARIABLE: [push, ['OP_DEFINE_VARIABLE', 'v'], [], 1],
  OP_SET_VARIABLE: [push, ['OP_SET_VARIABLE', 'v'], [], 1],
  OP_GET_VARIABLE: [[], ['OP_GET_VARIABLE', 'v'], ['OP_POP'], 1],
  OP_SET_LOCAL: [push, ['OP_SET_LOCAL', 0], [], 1],
  OP_UNBOX: [['OP_GET_LOCAL', 1], ['OP_UNBOX'], ['OP_POP'], 2],
  OP_SET_BOX: [[...push, 'OP_GET_LOCAL', 1], ['OP_SET_BOX'], [], 2],
  OP_JUMP: [[], ['OP_JUMP', 0], [], 0],
  OP_JUMP_IF_FALSE: [push, ['OP_JUMP_IF_FALSE', 0], [], 1],
  OP_LOOP: [['OP_JUMP', 2], ['OP_JUMP', 2, 'OP_LOOP', 4], [], 2],
  OP_CLOSURE: [[], ['OP_CLOSURE', identity], ['OP_POP'], 1],
  OP_CALL: [['OP_GET_LOCAL', 2, ...push], ['OP_CALL', 1], ['OP_POP'], 3 + getLocalAndReturn],
  OP_TO_NUMBER: [['OP_CONSTANT', '42'], ['OP_TO_NUMBER'], ['OP_POP'], 2],
  OP_PRINT: [push, ['OP_PRINT'], ['OP_POP'], 2],
  OP_DISPLAY: [push, ['OP_DISPLAY'], [], 1],
  OP_SET_DYNAMIC: [['OP_NIL'], ['OP_SET_DYNAMIC'], [], 1],
  OP_PRINT_STACK: [[], ['OP_PRINT_STACK'], [], 0],
  OP_GET_CAPTURED: undefined,
  OP_GET_CALLEE: undefined,
  OP_TAIL_CALL: undefined,
  OP_APPLY: undefined,
  OP_RETURN: undefined,
};

const general = (opcode) => {
  const { effect, operands } = /** @type {any} */ (standardInstructions.get(opcode));
  const before = Array.from({ length: effect.pops }, () => push).flat();
  const after = Array.from({ length: effect.pushes }, () => 'OP_POP');
  const words = [opcode, ...operands.map((kind) => (kind === 'index' ? 0 : 7))];
  return [before, words, after, effect.pops + effect.pushes];
};

const prologue = [
  ...push,
  'OP_SET_LOCAL',
  0,
  ...push,
  'OP_BOX',
  'OP_SET_LOCAL',
  1,
  'OP_CLOSURE',
  identity,
  'OP_SET_LOCAL',
  2,
];

const timed = (words) => {
  const vm = new VMActor({ variables: { v: 1 }, limits: { fuel: Infinity } });
  const message = [...prologue, ...words];
  vm.loadBytecode(message);
  vm.execute();
  return () => {
    for (let i = 0; i < messages; i += 1) vm.next(message);
    vm.execute();
    return repetitions * messages;
  };
};

const repeated = (words) => Array.from({ length: repetitions }, () => words).flat();

// A tail call needs a procedure around it: one that counts down. Eight other instructions go into each round.
const tailCall = (one) => {
  const count = 100_000;
  const vm = new VMActor();
  vm.loadBytecode(compile('(define (down n) (if (= n 0) 0 (down (- n 1))))'));
  vm.execute();
  const { round } = contest({
    round: () => {
      vm.call('down', count);
      return count;
    },
  });
  return Math.max(0, round - 8 * one);
};

export const instructions = () => {
  heading('Instructions, against the median one');
  /** @type {Record<string, () => number>} */
  const contestants = { around: timed(repeated([...push, 'OP_POP'])) };
  /** @type {Record<string, number>} */
  const around = {};
  for (const [opcode] of standardInstructions) {
    if (opcode in cases && cases[opcode] === undefined) continue;
    const [before, words, after, count] = cases[opcode] ?? general(opcode);
    contestants[opcode] = timed(repeated([...before, ...words, ...after]));
    around[opcode] = count;
  }
  const best = contest(contestants, 40);
  const one = best.around / 2;
  const costs = Object.entries(around).map(([opcode, count]) => [opcode, Math.max(0, best[opcode] - count * one)]);
  costs.push(['OP_TAIL_CALL', tailCall(one)]);
  const middle = median(costs.map(([, cost]) => cost));
  costs.sort((a, b) => b[1] - a[1]);
  report('median', { text: ns(middle) });
  for (const [opcode, cost] of costs.slice(0, 8)) report(opcode, { text: ns(cost) });
  const [dearest, most] = costs[0];
  report(`the dearest (${dearest}) : median`, ratio(most / middle), { value: 3, text: '3 ×' });
};
