import { createInterface, type Interface } from 'node:readline';
import { isVMError } from '../data/error.js';
import { argumentOf, replCommands } from './commands.js';
import { completions } from './completion.js';
import { Dialog } from './dialog.js';
import { Failure } from './evaluate.js';
import { historySize, loadHistory, saveHistory } from './history.js';
import { type Io, type Output, Trouble } from './io.js';
import { defaultFuel } from './session.js';
import { isUnclosed } from './unclosed.js';
import { type Options, workplaceOf } from './workplace.js';

// The loop: lines are gathered until they make whole forms, and handed to the dialog. In a terminal it prompts; from a
// pipe it reads the same way, and shows answers only.

/** Talks until the input ends or says `:quit`. */
export const repl = async ({ fuel = defaultFuel, trace = false }: Options, io: Io): Promise<number> => {
  const dialog = new Dialog(workplaceOf(io, {}), fuel, trace);
  const isTerminal = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const lines = isTerminal ? terminalLines(dialog, io) : createInterface({ input: io.stdin, crlfDelay: Infinity });
  if (isTerminal) io.stdout.write(`VMActor ${io.version}; :help shows what you can ask.\n`);
  const left = await talk(lines, dialog, isTerminal, io.stdout);
  lines.close();
  // What a pipe ends in the middle of is a mistake to be shown; in a terminal, Ctrl-D has just given it up.
  if (!isTerminal && left !== null) await answer(dialog, left);
  if (isTerminal && left !== null) io.stdout.write('\n');
  dialog.stop();
  return 0;
};

// Gives what was typed of a form when the input ended, null after `:quit`.
const talk = async (lines: Interface, dialog: Dialog, isTerminal: boolean, screen: Output): Promise<string | null> => {
  let typed = '';
  let isBusy = false;
  const prompt = (): void => {
    if (!isTerminal) return;
    lines.setPrompt(typed === '' ? 'vm> ' : '... ');
    lines.prompt();
  };
  lines.on('SIGINT', () => {
    if (isBusy) {
      dialog.interrupt();
      return;
    }
    const hint = typed === '' && lines.line === '' ? ':quit or Ctrl-D leaves\n' : '';
    typed = '';
    discardLine(lines, screen, hint);
    prompt();
  });
  prompt();
  for await (const line of lines) {
    typed = typed === '' ? line : `${typed}\n${line}`;
    const text = typed;
    if (text.trim() === ':quit') return null;
    if (!isOpen(text)) {
      typed = '';
      isBusy = true;
      await answer(dialog, text);
      isBusy = false;
    }
    prompt();
  }
  return typed;
};

const terminalLines = (dialog: Dialog, { stdin, stdout, historyFile }: Io): Interface => {
  const lines = createInterface({
    input: stdin,
    output: stdout,
    terminal: true,
    history: loadHistory(historyFile),
    historySize,
    removeHistoryDuplicates: true,
    completer: (line: string) => completions(line, dialog.state),
  });
  let history: readonly string[] | undefined;
  lines.on('history', (changed: string[]) => {
    history = changed;
  });
  lines.on('close', () => {
    if (history !== undefined) saveHistory(historyFile, history);
  });
  return lines;
};

// The line stays visible where it was typed, and a new one begins below it.
const discardLine = (lines: Interface, screen: Output, hint: string): void => {
  lines.write(null, { ctrl: true, name: 'e' });
  screen.write(`^C\n${hint}`);
  lines.write(null, { ctrl: true, name: 'u' });
};

interface Given {
  readonly name: string;
  readonly argument: string;
}

const commandIn = (text: string): Given | undefined => {
  const [, name, argument] = /^\s*(:\S*)\s*([^]*?)\s*$/.exec(text) ?? [];
  return name === undefined || argument === undefined ? undefined : { name, argument };
};

const isOpen = (text: string): boolean => {
  const command = commandIn(text);
  if (command === undefined) return isUnclosed(text);
  return argumentOf(command.name) === 'EXPR' && isUnclosed(command.argument);
};

// Whatever goes wrong, the next line is read.
const answer = async (dialog: Dialog, text: string): Promise<void> => {
  const { screen, fail } = dialog.workplace;
  const command = commandIn(text);
  try {
    if (command === undefined) await dialog.evaluate(text);
    else for (const line of await told(dialog, command)) screen.out.line(line);
    screen.settle();
  } catch (thrown) {
    if (isVMError(thrown) || thrown instanceof Failure) fail(thrown, { name: '<repl>', text, above: 0 });
    else screen.say(thrown instanceof Trouble ? thrown.message : `this should not have happened: ${String(thrown)}`);
  }
};

const told = (dialog: Dialog, { name, argument }: Given): readonly string[] | Promise<readonly string[]> =>
  replCommands.get(name)?.answer(dialog, argument) ?? [`unknown command ${name}; :help lists those there are`];
