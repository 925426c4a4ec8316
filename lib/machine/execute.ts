import { VMError } from '../data/error.js';
import { beyond, hosted } from './host.js';
import { type Execute, type Handler, type Instruction } from './instruction.js';
import { type Fuel, type OperandKind } from './instruction-set.js';
import { stackLimit } from './return.js';
import { seal, VMState } from './state.js';

// From handlers to steps of the machine. A step advances to the next instruction and charges fuel; a handler written by
// a user does neither, so it is wrapped here.

/** How the machine runs a handler that costs so much. Handlers with a step of their own charge 1 for themselves. */
export const executeWith = (handler: Handler, fuel: Fuel, kinds: readonly OperandKind[]): Execute => {
  const operandsOf = ({ code, offset }: Instruction): never[] => code.operandsAt(offset, kinds.length) as never[];
  const step = handler.execute ?? stepOf(handler, operandsOf);
  if (fuel === 1) return step;
  const costOf: Cost =
    typeof fuel === 'number'
      ? () => fuel - 1
      : (state, instruction) => beyondOne(hosted(() => fuel(seal(state), ...operandsOf(instruction))));
  return (state, instruction) => {
    const paid = afford(state, costOf(state, instruction));
    return atWork(paid, () => step(paid, instruction));
  };
};

type Cost = (state: VMState, instruction: Instruction) => number;

/** What a call costs on top of the unit that every step costs. Faults: `host-failed` for what is no cost. */
export const beyondOne = (fuel: unknown): number => {
  if (typeof fuel === 'number' && fuel >= 1) return fuel - 1;
  throw noCost(fuel);
};

const noCost = (fuel: unknown): VMError => new VMError('host-failed', `fuel is a number from 1, not ${String(fuel)}`);

/**
 * The state with so much fuel paid, and one unit left for the step to come. What the slice does not hold is taken from
 * the reserve, which ends the slice after that step. Faults: `out-of-fuel`.
 */
export const afford = (state: VMState, cost: number): VMState => {
  const fuel = Math.ceil(cost);
  if (fuel <= 0) return state;
  if (fuel < state.gas) return withGas(state, state.gas - fuel);
  if (Number.isNaN(fuel)) throw noCost(cost);
  const left = state.fuel - fuel;
  if (!(left >= 1)) throw outOfFuel(state);
  return divided(state, left, 1);
};

const withGas = (state: VMState, gas: number): VMState =>
  new VMState(state.control, state.stack, state.locals, state.closure, state.frame, gas, state.world);

// The state with so much fuel left, of which the slice may spend the gas.
const divided = (state: VMState, fuel: number, gas: number): VMState =>
  withGas(state.withWorld({ reserve: fuel - gas }), gas);

// Gas stays a small integer, which the engine keeps without allocating.
const mostGas = 2 ** 30;

/** How much of the fuel is spent in one slice. */
export const gasFor = (fuel: number, slice: number): number => Math.min(fuel, slice, mostGas);

/** The state with gas for one slice taken from its reserve. Faults: `out-of-fuel` when there is none left. */
export const supply = (state: VMState, slice: number): VMState => {
  const { fuel } = state;
  if (fuel <= 0) throw outOfFuel(state);
  return divided(state, fuel, gasFor(fuel, slice));
};

/** What a step throws that had paid for its work before it failed: the payment stands. */
export class Failed extends Error {
  constructor(
    readonly state: VMState,
    override readonly cause: unknown,
  ) {
    super();
  }
}

/** What is thrown where the frames would be needed, and are not at hand. */
export const frameless: Error = /* @__PURE__ */ new Error();

/** Does the work of a step that has paid for it. */
export const atWork = <T>(paid: VMState, work: () => T): T => {
  try {
    return work();
  } catch (thrown) {
    throw thrown instanceof Failed ? thrown : new Failed(paid, thrown);
  }
};

export const outOfFuel = (state: VMState): VMError => beyond('out-of-fuel', state.world.limits.fuel, 'units of fuel');

// A user's handler sees a state that nobody will write in place, and of what it gives only the stack, the variables, the
// store and the outbox count.
const stepOf =
  (handler: Handler, operandsOf: (instruction: Instruction) => never[]): Execute =>
  (state, instruction) => {
    const after = hosted(() => handler(seal(state), ...operandsOf(instruction)));
    if (!(after instanceof VMState)) throw new VMError('host-failed', 'it returned what is not a state');
    const { world: earlier } = state;
    if (after.stack.length > earlier.limits.stack) throw stackLimit(state);
    const { variables, store, outbox } = after.world;
    const isSame = variables === earlier.variables && store === earlier.store && outbox === earlier.outbox;
    const world = isSame ? earlier : earlier.withStored(variables, store, outbox);
    return new VMState(instruction.next, after.stack, state.locals, state.closure, state.frame, state.gas - 1, world);
  };
