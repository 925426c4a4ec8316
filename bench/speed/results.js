// What came out of the lines. A result is a line with its figures, the first of which the others are held against.

export const figureOf = ({ figures }, contestant) => figures.find((figure) => figure.contestant === contestant);

/** How many times slower than the first of its line; nothing for who has no figure there. */
export const ratioOf = (result, contestant) => {
  const median = figureOf(result, contestant)?.median;
  return median === undefined ? undefined : median / result.figures[0].median;
};

/** The contestant of some that is the fastest of a line. */
export const fastestOf = (result, contestants) => {
  const able = contestants.filter((contestant) => ratioOf(result, contestant) !== undefined);
  return able.sort((one, other) => ratioOf(result, one) - ratioOf(result, other))[0];
};

/** The results of lines that are programs. */
export const programsOf = (results) => results.filter(({ line }) => line.prepare === 'program');

const geometricMean = (numbers) =>
  Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);

/** The geometric mean of a contestant's ratios, and of how many lines it is. */
export const meanOf = (results, contestant) => {
  const ratios = results.map((result) => ratioOf(result, contestant)).filter((ratio) => ratio !== undefined);
  return { value: geometricMean(ratios), count: ratios.length };
};

/** Few digits, as many as say something. */
export const digits = (number) => number.toLocaleString('en', { maximumSignificantDigits: number < 1000 ? 3 : 4 });

/** How a time of a line is said: of one run, or of each input or text of it. */
export const timesOf = ({ each, size }) =>
  each === undefined
    ? { unit: 'ms', inUnit: (milliseconds) => digits(milliseconds) }
    : { unit: 'ns', inUnit: (milliseconds) => digits((milliseconds * 1e6) / size) };

/** Those who ran a smaller size of a line. */
export const scaledOf = ({ line, figures }) =>
  figures.filter(({ reason, size }) => reason === undefined && size !== line.size).map(({ contestant }) => contestant);
