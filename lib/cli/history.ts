import { readFileSync, writeFileSync } from 'node:fs';

// The lines typed into the REPL, newest first, as readline keeps them. They are a convenience: a file that cannot be
// read or written is no reason to complain.

export const historySize = 1000;

export const loadHistory = (file: string | null): string[] => {
  if (file === null) return [];
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .slice(0, historySize);
  } catch {
    return [];
  }
};

export const saveHistory = (file: string | null, lines: readonly string[]): void => {
  if (file === null) return;
  try {
    writeFileSync(file, `${lines.slice(0, historySize).join('\n')}\n`, { mode: 0o600 });
  } catch {
    // Then they are forgotten.
  }
};
