/** The fuel that is meant by a text like `5000` or `1e6`; undefined when it is no positive integer. */
export const fuelFrom = (text: string): number | undefined => {
  const fuel = /^\d+(\.\d+)?(e\+?\d+)?$/i.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(fuel) && fuel > 0 ? fuel : undefined;
};
