const makeCounter = (start) => {
  let n = start;
  return () => {
    n += 1;
    return n;
  };
};

export const run = (times) => {
  let sum = 0;
  for (let left = times; left > 0; left -= 1) sum += makeCounter(left)();
  return sum;
};
