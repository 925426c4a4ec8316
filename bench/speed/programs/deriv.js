const cons = (car, cdr) => ({ car, cdr });
const list = (...all) => all.reduceRight((rest, one) => cons(one, rest), null);
const isPair = (value) => typeof value === 'object' && value !== null;

const map = (f, all) => (all === null ? null : cons(f(all.car), map(f, all.cdr)));

const derive = (a) => {
  if (!isPair(a)) return a === 'x' ? 1 : 0;
  if (a.car === '+') return cons('+', map(derive, a.cdr));
  if (a.car === '-') return cons('-', map(derive, a.cdr));
  if (a.car === '*') {
    const terms = map((b) => cons('/', cons(derive(b), cons(b, null))), a.cdr);
    return cons('*', cons(a, cons(cons('+', terms), null)));
  }
  return 'unknown';
};

const size = (tree) => (isPair(tree) ? size(tree.car) + size(tree.cdr) : 1);

const formula = list('+', list('*', 3, 'x', 'x'), list('*', 'a', 'x', 'x'), list('*', 'b', 'x'), 5);

export const run = (times) => {
  let last = null;
  for (let left = times; left > 0; left -= 1) last = derive(formula);
  return size(last);
};
