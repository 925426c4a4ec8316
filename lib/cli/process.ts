import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { main } from './cli.js';

// The command as a process. It sets the exit code and lets the process end by itself, so that all output is written.

/** Runs the command for this process; `entry` is the URL of the script, from which the package is found. */
export const runProcess = async (argv: readonly string[], entry: string): Promise<void> => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', giveUp);
  process.exitCode = await main(argv, {
    version: versionFrom(entry),
    historyFile: join(homedir(), '.vmactor_history'),
  });
};

// Nobody reads any more, as in `vmactor run … | head -1`: there is nothing left to write, and nothing to complain of.
const giveUp = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`vmactor: cannot write: ${error.message}\n`);
  process.exit(2);
};

// The package lies above `dist/cli.js` when it is installed, and above `lib/cli/main.ts` in the repository.
const versionFrom = (entry: string): string => {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(path, entry), 'utf8')) as Record<string, string>;
      if (name === 'vmactor' && version !== undefined) return version;
    } catch {
      // Not here.
    }
  }
  return 'unknown';
};
