import { compileForms } from '../../lib/compiler/compile.js';
import { format } from '../../lib/data/printer.js';
import { parse } from '../../lib/data/reader.js';
import { language } from '../../lib/actor/evaluation.js';
import { contentsOf } from '../../lib/machine/contents.js';
import { defaultLimits, type Limits } from '../../lib/machine/limits.js';
import { VMState } from '../../lib/machine/state.js';
import { foldAll } from '../laws/machine.js';
import { variablesOn } from '../../lib/machine/variables.js';

// Programs over the library, run by the fold without a stream.

export interface Evaluated {
  /** What the last form left, as `print` writes it, or `fault: code message`. */
  readonly result: string;
  readonly prints: readonly string[];
  /** What the last form cost; of a fault it is not known. */
  readonly cost: number;
  /** How long the last form took, in milliseconds. */
  readonly time: number;
}

/** The state after the forms of a program, none of which may fault. */
export const prepared = (source: string): VMState => {
  let state = VMState.initial({ limits: defaultLimits, variables: variablesOn(language) });
  for (const { bytecode } of compileForms(source)) {
    const { faults, turn } = foldAll([bytecode], state);
    if (turn.fault !== null) throw new Error(`${source}: ${faults.join(' ')}`);
    ({ state } = turn);
  }
  return state;
};

export const initial = prepared('');

/** Evaluates a form over a state, with limits of its own. */
export const evaluateOver = (state: VMState, form: string, limits: Partial<Limits> = {}): Evaluated => {
  const [bytecode] = [...compileForms(form)].map((each) => each.bytecode);
  const all = { ...defaultLimits, ...limits };
  const start = performance.now();
  const { turn, effects } = foldAll([bytecode ?? []], state.withWorld({ limits: all }));
  const time = performance.now() - start;
  const { fault, state: after } = turn;
  const prints = effects.map((effect) => (effect.type === 'print' ? effect.text : ''));
  if (fault !== null) return { result: `fault: ${fault.code} ${fault.detail}`, prints, cost: NaN, time };
  const value = after.stack.length > state.stack.length ? after.stack.top : undefined;
  const result = value === undefined ? 'nothing' : format(value, 'write', Infinity, contentsOf(after.world.store));
  return { result, prints, cost: all.fuel - after.fuel, time };
};

/** The result of the last form of a program. */
export const resultOfProgram = (source: string): string => {
  const { forms } = parse(source);
  const last = forms.at(-1)?.column ?? 1;
  return resultOf(source.slice(last - 1), source.slice(0, last - 1));
};

/** The result of a form after the definitions before it. */
export const resultOf = (form: string, definitions = ''): string =>
  evaluateOver(definitions === '' ? initial : prepared(definitions), form).result;
