import { getSystemErrorMap } from 'node:util';
import { type Files, Trouble } from './io.js';

// Files that a person names: what goes wrong with one is a sentence about it.

/** The text of a file. Throws a `Trouble` when it cannot be read. */
export const readText = (path: string, { read }: Files): Promise<string> => named('read', path, read(path));

/** Writes a text, in place of what the file held. Throws a `Trouble` when it cannot be written. */
export const writeText = (path: string, text: string, { write }: Files): Promise<void> =>
  named('write', path, write(path, text));

const named = async <T>(verb: string, path: string, done: Promise<T>): Promise<T> => {
  try {
    return await done;
  } catch (thrown) {
    const { errno = 0, message } = thrown as NodeJS.ErrnoException;
    throw new Trouble(`cannot ${verb} ${path}: ${getSystemErrorMap().get(errno)?.[1] ?? message}`);
  }
};
