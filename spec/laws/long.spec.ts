import { join } from 'node:path';
import { readProgram } from '../programs/program.js';
import { complaint, fold, type Outcome } from '../programs/run.js';

// Lists of a million elements and data nested a million deep: reader, printer, comparison, library, collector and frames
// use no stack of the host's.

const program = readProgram(join(__dirname, 'long.scm'));

it('does what is written beside the lines of long.scm', () => {
  const outcomes = fold(program);
  const complaints = program.forms.flatMap((form, i) => complaint(form, outcomes[i] as Outcome) ?? []);
  expect(complaints).toEqual([]);
}, 120_000);
