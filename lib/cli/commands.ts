import { compile, expandSource } from '../compiler/compile.js';
import { summary } from '../data/printer.js';
import { SymbolValue } from '../data/values.js';
import { disassemble } from '../instructions/disassemble.js';
import { topmost } from '../machine/stack.js';
import { type Dialog } from './dialog.js';
import { docLines } from './doc.js';
import { fuelFrom } from './fuel.js';
import { valueText } from './json.js';
import { load, save } from './snapshots.js';

// What can be said to the REPL besides forms. A command gives the lines of its answer.

type Answer = (dialog: Dialog, argument: string) => readonly string[] | Promise<readonly string[]>;

interface ReplCommand {
  readonly usage: string;
  readonly doc: string;
  readonly answer: Answer;
}

const command = (usage: string, doc: string, answer: Answer): ReplCommand => ({ usage, doc, answer });

/** One that needs its argument. */
const about = (usage: string, doc: string, answer: Answer): ReplCommand =>
  command(usage, doc, (dialog, argument) => (argument === '' ? [`usage: ${usage}`] : answer(dialog, argument)));

const help = (): string[] => [
  'Type a form, and its value is shown; it may take several lines.',
  ...commandLines(),
  'Ctrl-C interrupts what runs, or clears what was typed; Ctrl-D leaves; Tab completes names.',
];

const mostShown = 20;
const width = 17;

const stack = ({ state }: Dialog): string[] => {
  const { length } = state.stack;
  if (length === 0) return ['the stack is empty'];
  const hidden = Math.max(0, length - mostShown);
  const values = topmost(state.stack, length - hidden).map((value) => `  ${summary(value)}`);
  return hidden > 0 ? [`  … ${hidden} more below`, ...values] : values;
};

const vars = ({ state }: Dialog): string[] => {
  const variables = [...state.variables].map(([name, value]) => [summary(new SymbolValue(name)), value] as const);
  if (variables.length === 0) return ['no variables are defined'];
  const widest = Math.min(width, Math.max(...variables.map(([name]) => name.length)));
  return variables.map(([name, value]) => `  ${name.padEnd(widest)}  ${summary(value)}`);
};

const undo = (dialog: Dialog): string[] => {
  const input = dialog.undo();
  return [input === undefined ? 'nothing to undo' : `undone: ${input.replace(/\s+/g, ' ').trim()}`];
};

const reset = (dialog: Dialog): string[] => {
  dialog.goOn(':reset');
  return ['everything is as at the start; :undo takes this back'];
};

const trace = (dialog: Dialog, argument: string): string[] => {
  if (argument === 'on' || argument === 'off') dialog.trace(argument === 'on');
  else if (argument !== '') return ['usage: :trace on|off'];
  return [`trace is ${dialog.isTracing ? 'on' : 'off'}`];
};

const fuel = (dialog: Dialog, argument: string): string[] => {
  const allowed = fuelFrom(argument);
  if (allowed !== undefined) dialog.allow(allowed);
  else if (argument !== '') return ['usage: :fuel [N], N being a positive integer like 5000 or 1e6'];
  const { spent, limit } = dialog.fuelReport;
  return [`the last input spent ${spent}; one form may spend ${limit}`];
};

// The whole of the argument as one message, as `vmactor disassemble` shows a file.
const disassembly = (dialog: Dialog, text: string): string[] => [disassemble(dialog.make(text, compile))];

const expansion = (dialog: Dialog, text: string): string[] => dialog.make(text, expandSource).map(valueText);

/** The commands of the REPL by name; `:quit` is the loop's own affair. */
export const replCommands: ReadonlyMap<string, ReplCommand> = new Map([
  [':doc', about(':doc NAME', 'what a name is', ({ state }, name) => docLines(name, state))],
  [':vars', command(':vars', 'the variables you defined', vars)],
  [':stack', command(':stack', 'the values on the stack: the results so far, the top last', stack)],
  [':undo', command(':undo', 'go back to before the last input that changed something', undo)],
  [':reset', command(':reset', 'start anew', reset)],
  [':save', about(':save FILE', 'write the state as a snapshot', save)],
  [':load', about(':load FILE', 'go on from a snapshot', load)],
  [':trace', command(':trace on|off', 'show each instruction, and the stack after it', trace)],
  [':macroexpand', about(':macroexpand EXPR', 'an expression after its macros', expansion)],
  [':disassemble', about(':disassemble EXPR', 'the bytecode of an expression', disassembly)],
  [':fuel', command(':fuel [N]', 'what the last input spent; set what one form may spend', fuel)],
  [':help', command(':help', 'this list', help)],
  [':quit', command(':quit', 'leave', () => [])],
]);

/** What each command does, a line for each. */
export const commandLines = (): string[] =>
  [...replCommands.values()].map((each) => `  ${each.usage.padEnd(width)}  ${each.doc}`);

/** What the argument of a command is, `EXPR`, `NAME` or `FILE`; undefined for one without. */
export const argumentOf = (name: string): string | undefined => replCommands.get(name)?.usage.split(' ')[1];
