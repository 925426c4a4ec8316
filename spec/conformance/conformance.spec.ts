import { join } from 'node:path';
import { type Program, programFiles, readProgram } from '../programs/program.js';
import { complaint, fold, type Outcome } from '../programs/run.js';

// R7RS-small, section by section: each file says in its first line which section it is about. The format of the files
// is that of the golden programs.

const files = programFiles(__dirname);

const complaints = (program: Program): string[] => {
  const outcomes = fold(program);
  return program.forms.flatMap((form, i) => {
    const wrong = complaint(form, outcomes[i] as Outcome);
    return wrong === undefined ? [] : [`line ${form.line}: ${wrong}`];
  });
};

it('has at least seven hundred expectations', () => {
  const counts = files.map((file) => readProgram(join(__dirname, file)).expectations);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(700);
});

it.each(files)('%s', (file) => {
  expect(complaints(readProgram(join(__dirname, file)))).toEqual([]);
});
