import { isVMError } from '../data/error.js';
import { type Snapshot } from '../snapshot/format.js';
import { type Dialog } from './dialog.js';
import { readText, writeText } from './files.js';
import { type Files, Trouble } from './io.js';
import { parseJson } from './programs.js';
import { Session } from './session.js';

// `:save` and `:load`: the state of the dialog in a file.

export const save = async (dialog: Dialog, path: string): Promise<string[]> => {
  const { files } = dialog.workplace;
  const text = JSON.stringify(dialog.snapshot());
  await spare(path, files);
  await writeText(path, `${text}\n`, files);
  return [`saved in ${path}; :load ${path} goes on from here`];
};

export const load = async (dialog: Dialog, path: string): Promise<string[]> => {
  const { files, sources } = dialog.workplace;
  const snapshot = snapshotIn(await readText(path, files), sources.addBytecode(path).above);
  if (snapshot === undefined) throw new Trouble(`cannot load ${path}: it is no snapshot, such as :save writes`);
  try {
    dialog.goOn(`:load ${path}`, Session.stateOf(snapshot));
  } catch (thrown) {
    if (!isVMError(thrown)) throw thrown;
    throw new Trouble(
      `cannot load ${path}: ${thrown.message}\n(the command has the standard instructions, and no functions of a host)`,
    );
  }
  return [`loaded ${path}; :undo takes this back`];
};

// What somebody wrote is not replaced: a snapshot has a name of its own.
const spare = async (path: string, files: Files): Promise<void> => {
  const text = await readText(path, files).catch(() => '');
  if (text !== '' && snapshotIn(text) === undefined)
    throw new Trouble(`cannot save in ${path}: it is there already, and no snapshot`);
};

// The lines of its code are those of texts that are not here, like those of bytecode.
const snapshotIn = (text: string, above = 0): Snapshot | undefined => {
  try {
    const json = parseJson(text, above) as Partial<Snapshot> | null;
    return json?.format === undefined ? undefined : (json as Snapshot);
  } catch {
    return undefined;
  }
};
