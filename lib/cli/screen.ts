import { type Io, type Output } from './io.js';
import { LineWriter } from './line-writer.js';

// The two streams a person looks at, kept in order: what the program printed comes before what is said about it.

export interface Paint {
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
}

export interface Screen {
  readonly out: LineWriter;
  readonly err: LineWriter;
  readonly paint: Paint;
  /** Writes what was gathered. */
  readonly flush: () => void;
  /** Ends the open lines, and writes what was gathered. */
  readonly settle: () => void;
  /** Whole lines on the error stream, after what was printed so far. */
  readonly say: (text: string) => void;
}

const painted =
  (isOn: boolean, code: number) =>
  (text: string): string =>
    isOn && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text;

const wantsColour = ({ isTTY }: Output, env: Io['env']): boolean =>
  isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';

/** Colours for a stream: on a terminal only, and not where `NO_COLOR` is set. */
export const paintFor = (stream: Output, env: Io['env']): Paint => {
  const isOn = wantsColour(stream, env);
  return { dim: painted(isOn, 2), bold: painted(isOn, 1), red: painted(isOn, 31) };
};

export const screenOf = ({ stdout, stderr, env }: Io): Screen => {
  const out = new LineWriter(stdout);
  const err = new LineWriter(stderr);
  // A message is traced while it runs and prints when it has committed, so the trace comes first.
  const flush = (): void => {
    err.flush();
    out.flush();
  };
  const settle = (): void => {
    err.endLine();
    out.endLine();
    flush();
  };
  const say = (text: string): void => {
    settle();
    err.line(text);
    err.flush();
  };
  return { out, err, paint: paintFor(stderr, env), flush, settle, say };
};
