import { readFileSync } from 'node:fs';

/** The text of a program of bench/speed/programs: `scm`, `lua` or `js`. */
export const source = (program, language) =>
  readFileSync(`${import.meta.dirname}/programs/${program}.${language}`, 'utf8');
