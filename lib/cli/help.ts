import { commandLines } from './commands.js';

// What the help says below the options, in lines of at most 80 columns.

export const examples = `
Examples:
  vmactor run tour.scm                      run a program
  vmactor eval '(+ (* 3 4) (- 20 10))'      print 22
  vmactor repl                              try the language
  vmactor compile tour.scm > tour.json      compile a program, and
  vmactor run tour.json                     run its bytecode
  echo '(print 1)' | vmactor run -          run the standard input
  vmactor run --trace --fuel 1e6 tour.scm   watch it, on an allowance

It ends with 0, with 1 after a fault, and with 2 when the command line is wrong
or a file cannot be read.`;

export const runHelp = `
Each top-level form of a source text is a message of its own; a bytecode file
is one message. A message that faults is rolled back, and what it printed is not
seen; what the messages before it did stays.

With --json: {"file", "line", "column", "output", "value"} for each message, and
for the fault what --json of eval gives.`;

export const evalHelp = `
With --json, a fault is {"fault": {"code", "message", "file", "line", "column",
"opcode", "calls"}}; calls are the procedures that were running, innermost first.`;

export const valueForms = `In JSON, numbers, strings, booleans and nil (null) stand for themselves; other
values are tagged, like {"symbol": "a"}, {"list": [1, 2]}, {"integer": "1000…"};
what has no JSON form, such as a procedure, is {"printed": text}.`;

export const replHelp: string = ['', 'What it takes besides forms:', ...commandLines()].join('\n');
