import { delay, of } from 'rxjs';
import { testSystem, traceText } from '../../lib/testing/index.js';

// A system that does one thing after the other, when it is told to.

const printed = (system: ReturnType<typeof testSystem>): readonly string[] =>
  system.events.flatMap((event) => (event.type === 'printed' ? [event.text] : []));

const two = (system: ReturnType<typeof testSystem>): void => {
  system.spawn('(print "first")');
  system.spawn('(print "second")');
};

it('does nothing by itself', () => {
  const system = testSystem();
  two(system);
  expect(printed(system)).toEqual([]);
  expect(system.step()).toBe(true);
  expect(printed(system)).toEqual(['first']);
  expect(system.step()).toBe(true);
  expect(system.step()).toBe(false);
  expect(printed(system)).toEqual(['first', 'second']);
});

it('does what it is told, in the order of its choices', () => {
  const system = testSystem({ choices: [1] });
  two(system);
  system.run();
  expect([printed(system), system.choices]).toEqual([['second', 'first'], [1]]);
});

it('takes choices for as many as there are, and the first where there are no more', () => {
  const system = testSystem({ choices: [4] });
  for (const name of 'abc') system.spawn(`(print "${name}")`);
  system.run();
  expect([printed(system).join(''), system.choices]).toEqual(['bac', [1, 0]]);
});

it('chooses by a seed, and says what it chose', () => {
  const orders = Array.from({ length: 20 }, (_, seed) => {
    const seeded = testSystem({ seed });
    two(seeded);
    const replayed = testSystem({ choices: seeded.run().choices });
    two(replayed);
    expect(traceText(replayed.run().events)).toBe(traceText(seeded.events));
    return printed(seeded).join(' ');
  });
  expect(new Set(orders)).toEqual(new Set(['first second', 'second first']));
});

it('lets those whose timers fire at once go on in any order', () => {
  const order = (choices: readonly number[]): string => {
    const system = testSystem({ choices });
    for (const name of 'ab') system.spawn(`(sleep 10) (print "${name}")`);
    return printed(system.run()).join('');
  };
  expect([order([]), order([0, 1])]).toEqual(['ab', 'ba']);
});

it('has a clock for observables, which passes with its time', () => {
  const system = testSystem();
  const actor = system.spawn('(print (receive (x x))) (print (receive (x x) (after 5 "late")))');
  of('later')
    .pipe(delay(1000, system.clock))
    .subscribe((value) => {
      actor.tell(value);
    });
  system.run();
  expect([printed(system), system.clock.now()]).toEqual([['later', 'late'], 1005]);
});

it('does not run for ever', () => {
  const system = testSystem();
  system.spawn('(let loop () (sleep 1) (loop))');
  expect(() => system.run(100)).toThrow('something still happens after 100 steps');
  expect(() => testSystem().run(0)).not.toThrow();
});

it('throws what an observer of its clock throws', () => {
  const system = testSystem();
  system.clock.schedule(() => {
    throw new Error('mine');
  });
  expect(() => system.run()).toThrow('mine');
});

it.each([
  [{ seed: 1, choices: [] }, 'choices are given in place of a seed: leave one of them out'],
  [{ choices: [-1] }, 'choices is an array of integers from 0'],
  [{ choices: 'all' as never }, 'choices is an array of integers from 0'],
  [{ seed: 0.5 }, 'seed is an integer from 0 to 4294967295'],
])('refuses %j', (options, message) => {
  expect(() => testSystem(options)).toThrow(expect.objectContaining({ code: 'misuse', message }));
});
