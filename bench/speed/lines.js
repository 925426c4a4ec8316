// The lines: what is run, how much of it (a size, and a smaller one for who is slow), what has to come out, and how many
// times slower than plain JavaScript it may be.

const fibonacci = (n) => Math.round(((1 + Math.sqrt(5)) / 2) ** n / Math.sqrt(5));
const proportional = (size) => size;
const sum = (n) => (n * (n + 1)) / 2;

const program = (name, title, line) => ({ name, title, prepare: 'program', work: proportional, ...line });

const programs = [
  program('fib', 'fib(30)', { goal: 4, size: 30, small: 20, result: fibonacci, work: fibonacci }),
  program('tak', 'tak(18, 12, 6), 10 times', { goal: 4, size: 10, small: 1, result: (times) => 7 * times }),
  program('sum', 'a loop that adds 10⁶ numbers', { goal: 6, size: 1e6, small: 1e5, result: sum }),
  program('queens', 'queens(8) on lists, 10 times', { goal: 4, size: 10, small: 1, result: (times) => 92 * times }),
  program('deriv', 'deriv, 10⁴ times', { goal: 15, size: 1e4, small: 100, result: () => 61 }),
  program('ack', 'ack(2, 9), 1000 times', { goal: 5, size: 1000, small: 10, result: (times) => 21 * times }),
  program('counter', 'a counter called 10⁶ times', { goal: 8, size: 1e6, small: 1e5, result: proportional }),
  program('make-counter', '10⁶ counters called once', {
    goal: 60,
    size: 1e6,
    small: 1e5,
    result: (times) => sum(times) + times,
  }),
  program('generator', 'a generator of 10⁵ elements', { goal: 100, size: 1e5, small: 1e4, result: sum }),
];

// A rule that is compiled once.
const rule = {
  name: 'rule',
  title: 'a rule on 10⁶ inputs, called by the host',
  prepare: 'rule',
  goal: 20,
  size: 1e6,
  small: 1e4,
  work: proportional,
  result: (size) => ({ [1e6]: 141_445, [1e4]: 1421 })[size],
  each: 'an input',
};

// Texts that are seen for the first time.
const text = {
  name: 'text',
  title: 'a new text to its value, 1000 times',
  prepare: 'text',
  goal: 0.5,
  size: 1000,
  small: 100,
  work: proportional,
  result: proportional,
  each: 'a text',
};

export const lines = [...programs, rule, text];

/** What the geometric mean over the programs may be. */
export const goalOfMean = 6;
