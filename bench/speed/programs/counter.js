const makeCounter = () => {
  let n = 0;
  return () => {
    n += 1;
    return n;
  };
};

export const run = (times) => {
  const next = makeCounter();
  let last = 0;
  for (let left = times; left > 0; left -= 1) last = next();
  return last;
};
