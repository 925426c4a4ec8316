function* numbers(n) {
  for (let i = 1; i <= n; i += 1) yield i;
}

export const run = (n) => {
  let sum = 0;
  for (const value of numbers(n)) sum += value;
  return sum;
};
