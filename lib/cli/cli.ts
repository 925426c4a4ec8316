import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { fuelFrom } from './fuel.js';
import { evalHelp, examples, replHelp, runHelp, valueForms } from './help.js';
import { type Io, ioOf, Trouble } from './io.js';
import { repl } from './repl.js';
import { evaluateText, runFiles } from './run.js';
import { defaultFuel } from './session.js';
import { compileFile, disassembleFile } from './translate.js';
import { type Options } from './workplace.js';

// The command `vmactor`: what is given on its line. It ends with 0, with 1 after a fault, with 2 when it was used wrongly.

/** Runs the command and gives its exit code. */
export const main = async (argv: readonly string[], io: Partial<Io> = {}): Promise<number> => {
  const given = ioOf(io);
  let exitCode = 0;
  const program = commandLine(given, (code) => {
    exitCode = code;
  });
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      const isFile = thrown.code === 'commander.unknownCommand' && /\.(scm|json)$/i.test(argv[0] ?? '');
      if (isFile) given.stderr.write(`(vmactor run ${argv[0] ?? ''} runs a program)\n`);
      return thrown.exitCode === 0 ? 0 : 2;
    }
    if (!(thrown instanceof Trouble)) throw thrown;
    given.stderr.write(`vmactor: ${thrown.message}\n`);
    return 2;
  }
};

const commandLine = (io: Io, end: (exitCode: number) => void): Command => {
  const program = new Command('vmactor')
    .description('An actor whose mailbox is a stream of bytecode: runs, compiles and explores programs.')
    .version(io.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      outputError: (text, write) => {
        write(text.replace(/^error:/, 'vmactor:'));
      },
    })
    .showHelpAfterError('(vmactor --help shows how it is used)')
    .addHelpText('after', examples);

  program
    .command('run')
    .summary('run programs')
    .description('Runs programs in one actor, in order, up to the first fault, and shows what they print.')
    .argument('<file...>', fileHelp)
    .addOption(fuelOption())
    .option('--trace', traceHelp)
    .option('--json', 'write a line of JSON for each message, or for the fault, instead of the text it prints')
    .addHelpText('after', `${runHelp}\n${valueForms}`)
    .action(async (files: string[], options: Options) => {
      end(await runFiles(files, options, io));
    });

  program
    .command('eval')
    .summary('evaluate an expression')
    .description('Evaluates an expression and prints its value, unless that is nil.')
    .argument('<expr>', 'one or more forms in one argument; the value is that of the last')
    .addOption(fuelOption())
    .option('--trace', traceHelp)
    .option('--json', 'print the value, or the fault, as JSON; what the program prints goes to the error stream')
    .addHelpText('after', `${evalHelp}\n${valueForms}`)
    .action(async (text: string, options: Options) => {
      end(await evaluateText(text, options, io));
    });

  program
    .command('repl')
    .summary('try the language')
    .description('Reads forms and shows their values. In a terminal Tab completes names.')
    .addOption(fuelOption())
    .option('--trace', traceHelp)
    .addHelpText('after', replHelp)
    .action(async (options: Options) => {
      end(await repl(options, io));
    });

  program
    .command('compile')
    .summary('write bytecode as JSON')
    .description('Writes the bytecode of a program as JSON: one message, that run takes.')
    .argument('<file>', "source text, or '-' for the standard input")
    .option('--json', 'in one line')
    .action(async (file: string, options: Options) => {
      end(await compileFile(file, options, io));
    });

  program
    .command('disassemble')
    .summary('write bytecode as text')
    .description('Writes the instructions of a program, one a line.')
    .argument('<file>', fileHelp)
    .action(async (file: string) => {
      end(await disassembleFile(file, io));
    });

  return program;
};

const fileHelp = "source text, bytecode where the name ends in .json, or '-' for the standard input";
const traceHelp = 'write each instruction, and the stack after it, to the error stream';

const fuelOption = (): Option =>
  new Option('--fuel <n>', 'what one message may spend, in instructions')
    .argParser(fuelOf)
    .default(defaultFuel, '1e10');

const fuelOf = (text: string): number => {
  const fuel = fuelFrom(text);
  if (fuel === undefined) throw new InvalidArgumentError('It is a positive integer, like 5000 or 1e6.');
  return fuel;
};
