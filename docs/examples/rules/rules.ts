import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { count, from, lastValueFrom, map, skip, tap } from 'rxjs';
import { type Value, VMActor } from 'vmactor';

// Rules of a user over a stream of readings: the rows of a CSV file come in as messages, alerts go out as text. The
// rules are a file of S-expressions; nothing of them is in this program but the name `reading`.

const folder = 'docs/examples/rules';

/** A field as a value: a number where it is one, nil where it is empty, else the text. */
const field = (text: string): Value => {
  if (text === '') return null;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
};

/** A row as a message: a call of `reading`, whose result is dropped. */
const message = (row: string): readonly unknown[] => {
  const [time = '', sensor = '', ...measured] = row.split(',');
  const minute = Date.parse(`${time}Z`) / 60_000;
  const args = [time.replace('T', ' '), minute, sensor, ...measured.map(field)];
  return [
    'OP_GET_VARIABLE',
    'reading',
    ...args.flatMap((arg) => ['OP_CONSTANT', arg]),
    'OP_CALL',
    args.length,
    'OP_POP',
  ];
};

export const example = async (log: (...parts: unknown[]) => void): Promise<void> => {
  // A row that a rule cannot handle is rolled back and reported; the others go on. Ten thousand units of fuel are plenty
  // for one row, and few enough that a rule that never ends is noticed at once.
  const vm = new VMActor({ onFault: 'resume', fuel: 10_000 }).start();
  await vm.evaluate(await readFile(`${folder}/rules.scm`, 'utf8'));

  let alerts = 0;
  vm.output$.subscribe((alert) => {
    alerts += 1;
    log(alert);
  });
  // `position` counts messages: the rules were the first, so it is also the line of the row. `line` is that of the rule.
  let faults = 0;
  vm.faults$.subscribe(({ position, line, message }) => {
    faults += 1;
    log(`readings.csv:${position}: ${message} (rules.scm:${line})`);
  });

  const lines = createInterface({ input: createReadStream(`${folder}/readings.csv`) });
  const messages = from(lines).pipe(skip(1), map(message));
  const rows = await lastValueFrom(
    messages.pipe(
      tap((each) => vm.next(each)),
      count(),
    ),
  );

  // A question comes after everything that waits.
  const sensors = await vm.evaluate('(length last-rows)');
  log(rows, 'rows of', sensors, 'sensors,', alerts, 'alerts,', faults, 'fault');
  vm.stop();
};
