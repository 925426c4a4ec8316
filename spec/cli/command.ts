import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { main } from '../../lib/cli/cli.js';
import { type Files } from '../../lib/cli/io.js';

// The command with streams of its own: what it wrote, and how it ended.

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  readonly files?: Files;
  /** Whether the output streams are terminals. */
  readonly isTTY?: boolean;
}

export class Sink extends Writable {
  text = '';

  constructor(
    readonly isTTY = false,
    private readonly show: (text: string) => void = () => {},
  ) {
    super();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    this.show(chunk.toString());
    done();
  }
}

export const vmactor = async (
  argv: readonly string[],
  { stdin = '', env = {}, isTTY = false, ...others }: World = {},
): Promise<Ended> => {
  const stdout = new Sink(isTTY);
  const stderr = new Sink(isTTY);
  const given = { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, env, version: '1.2.3', ...others };
  const code = await main(argv, given);
  return { code, out: stdout.text, err: stderr.text };
};

/** The lines a REPL answers to lines from a pipe. */
export const answers = async (...lines: readonly string[]): Promise<string[]> => {
  const { code, out, err } = await vmactor(['repl'], { stdin: lines.join('\n') });
  expect(code).toBe(0);
  return (out + err).trimEnd().split('\n');
};

/** A REPL in a terminal: what is typed, and what the screen has shown so far. */
export class Terminal {
  readonly stdin = Object.assign(new PassThrough(), { isTTY: true });
  screen = '';
  readonly stdout = new Sink(true, (text) => {
    this.screen += text;
  });
  readonly stderr = new Sink(true, (text) => {
    this.screen += text;
  });
  readonly ended: Promise<number>;

  constructor(historyFile: string | null = null) {
    const { stdin, stdout, stderr } = this;
    const env = { NO_COLOR: '1' };
    this.ended = main(['repl'], { stdin, stdout, stderr, env, version: '1.2.3', historyFile });
  }

  /** Types text, and waits until the screen shows what is expected since then. */
  async type(text: string, expected: string | RegExp): Promise<void> {
    const seen = this.screen.length;
    this.stdin.write(text);
    const isShown = (): boolean => {
      const shown = this.screen.slice(seen);
      return typeof expected === 'string' ? shown.includes(expected) : expected.test(shown);
    };
    for (let i = 0; i < 500 && !isShown(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    if (!isShown())
      throw new Error(`after ${JSON.stringify(text)} the screen shows ${JSON.stringify(this.screen.slice(seen))}`);
  }
}

/** A folder for the files of one spec, removed after it. */
export const useFiles = (): ((name: string, text: string) => string) => {
  const folder = mkdtempSync(join(tmpdir(), 'vmactor-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
};
