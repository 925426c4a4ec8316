const cons = (car, cdr) => ({ car, cdr });

const countUp = (n) => {
  let all = null;
  for (let i = n; i > 0; i -= 1) all = cons(i, all);
  return all;
};

const join = (one, other) => (one === null ? other : cons(one.car, join(one.cdr, other)));

const isSafe = (row, distance, placed) =>
  placed === null ||
  (placed.car !== row + distance && placed.car !== row - distance && isSafe(row, distance + 1, placed.cdr));

const solutions = (left, tried, placed) => {
  if (left === null) return tried === null ? 1 : 0;
  const here = isSafe(left.car, 1, placed) ? solutions(join(left.cdr, tried), null, cons(left.car, placed)) : 0;
  return here + solutions(left.cdr, cons(left.car, tried), placed);
};

export const run = (times) => {
  let sum = 0;
  for (let left = times; left > 0; left -= 1) sum += solutions(countUp(8), null, null);
  return sum;
};
