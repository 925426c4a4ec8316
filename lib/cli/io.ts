import { readFile, writeFile } from 'node:fs/promises';

// What the command sees of the world. Tests give streams of their own; nothing below `main.ts` touches the process.

export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

export interface Files {
  readonly read: (path: string) => Promise<string>;
  readonly write: (path: string, text: string) => Promise<void>;
}

export interface Io {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  readonly version: string;
  /** Where the lines typed into the REPL are kept; without it they are forgotten. */
  readonly historyFile: string | null;
}

/** The process, as far as it was not replaced. */
export const ioOf = ({ stdin, stdout, stderr, env, files, version, historyFile }: Partial<Io>): Io => ({
  stdin: stdin ?? process.stdin,
  stdout: stdout ?? process.stdout,
  stderr: stderr ?? process.stderr,
  env: env ?? process.env,
  files: files ?? { read: (path) => readFile(path, 'utf8'), write: writeFile },
  version: version ?? 'unknown',
  historyFile: historyFile ?? null,
});

/** What ends the command with a sentence and exit code 2: a file that cannot be read, a wrong use of the command. */
export class Trouble extends Error {
  override readonly name: string = 'Trouble';
}
