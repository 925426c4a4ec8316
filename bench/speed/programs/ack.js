const ack = (m, n) => {
  if (m === 0) return n + 1;
  if (n === 0) return ack(m - 1, 1);
  return ack(m - 1, ack(m, n - 1));
};

export const run = (times) => {
  let sum = 0;
  for (let left = times; left > 0; left -= 1) sum += ack(2, 9);
  return sum;
};
