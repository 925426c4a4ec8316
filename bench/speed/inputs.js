// What the rule is asked about: a million inputs, no two of them alike.

const count = 1_000_000;

export const inputs = Array.from({ length: count }, (_, i) => ({
  price: ((i * 7919) % count) / 10_000,
  qty: i % 7,
  discount: (i % 101) / 250,
}));

/** The rule as an expression, in JavaScript and in the languages that have words for what it does. */
export const expression = 'price > 50 && qty >= 3 && discount < 0.2';
export const expressionInWords = 'price > 50 and qty >= 3 and discount < 0.2';
