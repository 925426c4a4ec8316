import { type Value } from '../data/values.js';
import { beyondOne } from '../machine/execute.js';
import { demand, hosted, resultOf } from '../machine/host.js';
import { Primitive } from '../machine/procedures.js';

// Functions of the embedding program, as programs can call them.

/** How a host function is called. Without an arity it takes any number of arguments; it costs 1. */
export interface FunctionSpec {
  readonly arity?: number | readonly [least: number, most: number] | undefined;
  readonly fuel?: number | ((...args: never[]) => number) | undefined;
}

/** Faults: `misuse` for what cannot be called. */
export const demandFunction = (name: string, fn: unknown): void => {
  demand(typeof fn === 'function', `${name} is not a function`);
};

/** A host function as a procedure. What it throws is a fault; what it returns must be a value, `undefined` being nil. */
export const hostFunction = (name: string, fn: (...args: never[]) => unknown, spec: FunctionSpec): Primitive => {
  const { arity = [0, Infinity], fuel = 1 } = spec;
  demand(typeof name === 'string', 'the name of a function is a string');
  demandFunction(name, fn);
  const apply = (...args: never[]): Value => resultOf(hosted(() => fn(...args) ?? null));
  const cost = (...args: never[]): number => beyondOne(typeof fuel === 'number' ? fuel : hosted(() => fuel(...args)));
  return new Primitive(name, apply, cost, typeof arity === 'number' ? [arity, arity] : arity, 'each', true);
};
