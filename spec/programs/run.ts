import { compileForms } from '../../lib/compiler/compile.js';
import { isVMError } from '../../lib/data/error.js';
import { print } from '../../lib/data/printer.js';
import { VMActor } from '../../lib/index.js';
import { language } from '../../lib/actor/evaluation.js';
import { type Effect } from '../../lib/machine/effects.js';
import { type Fusion } from '../../lib/machine/fusion.js';
import { drop } from '../../lib/machine/helpers.js';
import { detach } from '../../lib/machine/transfer.js';
import { VMState } from '../../lib/machine/state.js';
import { foldAll } from '../laws/machine.js';
import { type Expected, type Program, type ProgramForm } from './program.js';
import { variablesOn } from '../../lib/machine/variables.js';

// Running golden programs: by the fold alone, in slices of any size, or through an actor.

/** What a form did. Two ways to run a program agree in all of it. */
export interface Outcome {
  readonly line: number;
  /** As `print` writes it; undefined where a form leaves none. */
  readonly value: string | undefined;
  readonly fault: Fault | undefined;
  readonly prints: readonly string[];
  /** Fuel left, and messages committed, after the form. */
  readonly fuel: number;
  readonly position: number;
}

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** Folds the forms one after the other over the library; each is a message of its own. */
export const fold = ({ forms, limits }: Program, slice = Infinity, fusion: Fusion | null = null): Outcome[] => {
  let state = VMState.initial({ limits, variables: variablesOn(language) });
  return forms.map(({ source, line }) => {
    const before = state;
    try {
      const words = [...compileForms(source, { syntax: state.variables })].map(({ bytecode }) => bytecode);
      const run = foldAll(words, before, { slice, fusion });
      const { state: after, fault } = run.turn;
      const values = after.stack.toArray().slice(before.stack.length);
      state = drop(after, values.length);
      const value =
        values.length === 0 ? undefined : values.map((each) => print(detach(each, after.world.store))).join(' and ');
      return { line, value, fault: faultOf(fault), prints: run.effects.map(textOf), ...restOf(state) };
    } catch (thrown) {
      if (!isVMError(thrown)) throw thrown;
      return { line, value: undefined, fault: faultOf(thrown), prints: [], ...restOf(before) };
    }
  });
};

/** Evaluates the forms one after the other on an actor; where a form leaves no value, its answer is nil. */
export const evaluate = async ({ forms, limits }: Program): Promise<Outcome[]> => {
  using vm = new VMActor({ limits, onFault: 'resume' }).start();
  const outcomes: Outcome[] = [];
  let prints: string[] = [];
  vm.output$.subscribe((text) => prints.push(lineEnds(text)));
  for (const { source, line } of forms) {
    prints = [];
    let value: string | undefined;
    let fault: Fault | undefined;
    try {
      value = print(await vm.evaluate(source));
    } catch (thrown) {
      if (!isVMError(thrown)) throw thrown;
      fault = faultOf(thrown);
    }
    outcomes.push({ line, value, fault, prints, ...restOf(vm.state) });
  }
  return outcomes;
};

const restOf = ({ fuel, position }: VMState): { fuel: number; position: number } => ({ fuel, position });

const faultOf = (thrown: unknown): Fault | undefined => {
  if (!isVMError(thrown)) return undefined;
  const { code, message, line, column } = thrown;
  return { code, message, line, column };
};

const lineEnds = (text: string): string => text.replaceAll('\n', '\\n').trimEnd();
const textOf = (effect: Effect): string => (effect.type === 'print' ? lineEnds(effect.text) : 'a send');

/** What is wrong with what a form did, in words; undefined when it did what is expected of it. */
export const complaint = ({ expected }: ProgramForm, { value, fault, prints }: Outcome): string | undefined => {
  if (expected.fault !== undefined || fault !== undefined) return faultComplaint(expected, fault);
  if (JSON.stringify(prints) !== JSON.stringify(expected.prints)) return `it prints ${JSON.stringify(prints)}`;
  if (expected.value !== undefined) return value === expected.value ? undefined : `it gives ${value ?? 'no value'}`;
  if (value === undefined || (value === 'nil' && prints.length > 0)) return undefined;
  return `it gives ${value}, which no expectation checks`;
};

const faultComplaint = (expected: Readonly<Expected>, fault: Fault | undefined): string | undefined => {
  if (fault === undefined) return 'it does not fault';
  const { code, message } = expected.fault ?? {};
  if (fault.code !== code || !fault.message.includes(message ?? '')) return `it faults: ${fault.code} ${fault.message}`;
  return expected.prints.length > 0 ? 'a fault takes back what was printed' : undefined;
};
