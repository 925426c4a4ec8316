const tak = (x, y, z) => (y < x ? tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) : z);

export const run = (times) => {
  let sum = 0;
  for (let left = times; left > 0; left -= 1) sum += tak(18, 12, 6);
  return sum;
};
