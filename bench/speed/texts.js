// Texts that nobody has seen before: one number differs in each.

let last = 0;

const evaluating = (textOf) => (evaluate) => {
  const run = (count) => {
    let right = 0;
    for (let i = 0; i < count; i += 1) {
      last += 1;
      if (evaluate(textOf(last)) === 3 * last + 10) right += 1;
    }
    return right;
  };
  return { run };
};

/** Takes what makes a value of a text, and gives what does so with so many new texts and counts the right values. */
export const scheme = evaluating((n) => `(+ (* 3 ${n}) (- 20 10))`);
export const lua = evaluating((n) => `return (3 * ${n}) + (20 - 10)`);
export const infix = evaluating((n) => `(3 * ${n}) + (20 - 10)`);

const evaluatingLater = (textOf) => (evaluate) => {
  const run = async (count) => {
    let right = 0;
    for (let i = 0; i < count; i += 1) {
      last += 1;
      if ((await evaluate(textOf(last))) === 3 * last + 10) right += 1;
    }
    return right;
  };
  return { run };
};

/** The same for those who answer with a promise. */
export const schemeLater = evaluatingLater((n) => `(+ (* 3 ${n}) (- 20 10))`);
export const infixLater = evaluatingLater((n) => `(3 * ${n}) + (20 - 10)`);
