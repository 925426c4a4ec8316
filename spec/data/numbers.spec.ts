import fc from 'fast-check';
import { parseNumeral } from '../../lib/data/numerals.js';
import {
  add,
  divide,
  formatNumber,
  modulo,
  multiply,
  normal,
  type Numeric,
  parseNumber,
  power,
  powerWords,
  quotient,
  remainder,
  roundEven,
  squareRoot,
  subtract,
  words,
} from '../../lib/data/numbers.js';

const most = Number.MAX_SAFE_INTEGER;

/** Exact integers of every size, often next to where numbers become bigints. */
const integers = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.bigInt({ min: 2n ** 53n - 4n, max: 2n ** 53n + 4n }),
  fc.bigInt({ min: -(2n ** 53n) - 4n, max: -(2n ** 53n) + 4n }),
  fc.bigInt({ min: -(2n ** 140n), max: 2n ** 140n }),
);
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

const floorModulo = (a: bigint, b: bigint): bigint => ((a % b) + b) % b;

const isNormal = (value: Numeric): boolean =>
  typeof value === 'number' || value > BigInt(most) || value < -BigInt(most);

describe('exact integers', () => {
  it.each([
    ['adds', add, (a: bigint, b: bigint) => a + b],
    ['subtracts', subtract, (a: bigint, b: bigint) => a - b],
    ['multiplies', multiply, (a: bigint, b: bigint) => a * b],
  ] as const)('%s as BigInt does, and gives the normal form', (_name, operation, exact) => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        const result = operation(normal(a), normal(b));
        expect(BigInt(result)).toBe(exact(a, b));
        expect(isNormal(result)).toBe(true);
      }),
    );
  });

  it.each([
    ['takes the modulo', modulo, floorModulo],
    ['takes the remainder', remainder, (a: bigint, b: bigint) => a % b],
    ['takes the quotient', quotient, (a: bigint, b: bigint) => a / b],
  ] as const)('%s as BigInt does', (_name, operation, exact) => {
    fc.assert(
      fc.property(
        integers,
        integers.filter((b) => b !== 0n),
        (a, b) => {
          const result = operation(normal(a), normal(b));
          expect(BigInt(result)).toBe(exact(a, b));
          expect(isNormal(result)).toBe(true);
        },
      ),
    );
  });

  it('divides exactly where no remainder is left', () => {
    fc.assert(
      fc.property(
        integers,
        integers.filter((b) => b !== 0n),
        (a, b) => {
          expect(divide(normal(a * b), normal(b))).toBe(normal(a));
        },
      ),
    );
  });

  it('raises to a power as BigInt does', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -40n, max: 40n }), fc.bigInt({ min: 0n, max: 60n }), (base, exponent) => {
        expect(power(normal(base), normal(exponent))).toBe(normal(base ** exponent));
      }),
      { numRuns: 500 },
    );
  });

  it('goes from numbers to bigints and back at 2^53', () => {
    expect(add(most, 0)).toBe(most);
    expect(add(most, 1)).toBe(9007199254740992n);
    expect(add(9007199254740992n, -1)).toBe(most);
    expect(subtract(-most, 1)).toBe(-9007199254740992n);
    expect(subtract(-9007199254740992n, -1)).toBe(-most);
    expect(multiply(94906267, 94906267)).toBe(9007199515875289n);
    expect(subtract(9007199254740993n, 9007199254740992n)).toBe(1);
  });
});

describe('division', () => {
  it('gives a double when integers leave a remainder', () => {
    expect(divide(7, 2)).toBe(3.5);
    expect(divide(1, 3)).toBe(1 / 3);
    expect(divide(9007199254740993n, 2)).toBe(4503599627370496);
  });

  it('gives the nearest double also when both integers are beyond the doubles', () => {
    const huge = 10n ** 400n;
    expect(divide(huge + 1n, huge)).toBe(1);
    expect(divide(3n * huge + 1n, 2n * huge)).toBe(1.5);
  });

  it.each([0, 0.0, -0])('by %p is a fault', (zero) => {
    for (const operation of [divide, modulo, remainder, quotient]) {
      expect(() => operation(1, zero)).toThrow(expect.objectContaining({ code: 'division-by-zero' }));
      expect(() => operation(2n ** 64n, zero)).toThrow(expect.objectContaining({ code: 'division-by-zero' }));
    }
  });

  it.each([
    [7, 3, 1, 1, 2],
    [-7, 3, 2, -1, -2],
    [7, -3, -2, 1, -2],
    [-7, -3, -1, -1, 2],
    [6, -3, 0, 0, -2],
    [5.5, 2, 1.5, 1.5, 2],
    [-5.5, 2, 0.5, -1.5, -2],
    [-(2n ** 64n), 10, 4, -6, -1844674407370955161n],
  ] as const)('of %p by %p has modulo %p, remainder %p and quotient %p', (a, b, mod, rem, quo) => {
    expect(modulo(a, b)).toBe(mod);
    expect(remainder(a, b)).toBe(rem);
    expect(quotient(a, b)).toBe(quo);
  });
});

describe('doubles', () => {
  it('follow IEEE when one operand is no exact integer', () => {
    fc.assert(
      fc.property(
        finite,
        finite.filter((b) => b !== 0),
        (a, b) => {
          fc.pre(!Number.isSafeInteger(a) || !Number.isSafeInteger(b));
          expect(add(a, b)).toBe(a + b + 0);
          expect(subtract(a, b)).toBe(a - b + 0);
          expect(multiply(a, b)).toBe(a * b + 0);
          expect(divide(a, b)).toBe(a / b + 0);
        },
      ),
    );
  });

  it('make a bigint beside them a double', () => {
    expect(add(2n ** 64n, 0.5)).toBe(2 ** 64);
    expect(multiply(0.5, 2n ** 64n)).toBe(2 ** 63);
  });
});

it('has a size of as many words as its bits fill', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.boolean(), (bits, isNegative) => {
      const value = 1n << BigInt(bits);
      expect(words(normal(isNegative ? -value : value))).toBe(Math.max(1, Math.ceil((bits + 1) / 64)));
    }),
  );
});

it('never gives negative zero', () => {
  const zeros: Numeric[] = [
    add(-0, -0),
    subtract(-0, 0),
    multiply(-1, 0),
    multiply(0, -5),
    divide(0, -5),
    divide(-1, Infinity),
    modulo(-4, 2),
    modulo(-0, 3),
    remainder(-4, 2),
    remainder(-4.5, 1.5),
    quotient(-1, 2),
    quotient(1, -2),
    power(-0, 3),
    roundEven(-0.4),
    roundEven(-0.5),
    squareRoot(-0),
    parseNumber('-0') as Numeric,
    parseNumber('-0.0') as Numeric,
    parseNumber('-0', 16) as Numeric,
  ];
  for (const zero of zeros) expect(Object.is(zero, 0)).toBe(true);
});

describe('power', () => {
  it('of a negative exponent is the reciprocal', () => {
    expect(power(2, -2)).toBe(0.25);
    expect(power(-1, -3)).toBe(-1);
    expect(power(10, -310)).toBe(1e-310);
    expect(() => power(0, -1)).toThrow(expect.objectContaining({ code: 'division-by-zero' }));
  });

  it('of 0, 1 and −1 needs no work, however large the exponent', () => {
    const huge = 10n ** 30n;
    expect([power(0, huge), power(1, huge), power(-1, huge), power(0, 0)]).toEqual([0, 1, 1, 1]);
    expect(power(-1, huge + 1n)).toBe(-1);
    expect(power(-1, 9007199254740993n)).toBe(-1);
  });

  it('of doubles is that of IEEE', () => {
    expect(power(2, 0.5)).toBe(Math.SQRT2);
    expect(power(-8, 1 / 3)).toBeNaN();
  });

  it('says at least how many words it gives before it is computed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -1000n, max: 1000n }), fc.integer({ min: 0, max: 200 }), (base, exponent) => {
        expect(powerWords(normal(base), exponent)).toBeGreaterThanOrEqual(words(power(normal(base), exponent)));
      }),
    );
    expect(powerWords(2, 1e9)).toBeGreaterThan(1e7);
    expect(powerWords(1, 1e9)).toBe(1);
  });
});

describe('square root', () => {
  it('of a square is exact, whatever its size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 200n }), (root) => {
        expect(squareRoot(normal(root * root))).toBe(normal(root));
      }),
    );
  });

  it('is a double otherwise, and NaN below zero', () => {
    expect(squareRoot(2)).toBe(Math.SQRT2);
    expect(squareRoot(2n ** 65n)).toBe(Math.sqrt(2 ** 65));
    expect(squareRoot(-4)).toBeNaN();
    expect(squareRoot(-(2n ** 64n))).toBeNaN();
  });

  it('of an integer beyond the doubles is the nearest double', () => {
    expect(squareRoot(10n ** 400n + 1n)).toBe(1e200);
  });
});

it.each([
  [0.5, 0],
  [1.5, 2],
  [2.5, 2],
  [-0.5, 0],
  [-1.5, -2],
  [-2.5, -2],
  [2.4, 2],
  [2.6, 3],
  [-2.6, -3],
  [0.49999999999999994, 0],
  [4503599627370495.5, 4503599627370496],
  [1e300, 1e300],
  [Infinity, Infinity],
  [7n ** 30n, 7n ** 30n],
])('rounds %p to %p', (value, rounded) => {
  expect(roundEven(value)).toBe(rounded);
});

describe('as text', () => {
  it('reads back what it writes', () => {
    fc.assert(fc.property(integers, (value) => parseNumber(formatNumber(normal(value))) === normal(value)));
    fc.assert(fc.property(finite, (value) => parseNumber(formatNumber(value)) == value));
  });

  it('reads back an inexact integer beyond 2^53 as inexact', () => {
    for (const value of [2 ** 53, 2 ** 60, 1e16, 1e20]) expect(parseNumber(formatNumber(value))).toBe(value);
  });

  it('reads back integers in every base', () => {
    fc.assert(
      fc.property(
        integers,
        fc.constantFrom(2, 8, 10, 16),
        (value, base) => parseNumber(formatNumber(normal(value), base), base) === normal(value),
      ),
    );
  });

  it('reads back doubles in every base', () => {
    const extremes = fc.constantFrom(5e-324, 1.7e308, 2 ** 53, 1e21, 0.1, -1e-300);
    fc.assert(
      fc.property(
        fc.oneof(finite, extremes),
        fc.constantFrom(2, 8, 10, 16),
        (value, base) => parseNumeral(formatNumber(value, base), base) == value,
      ),
    );
  });

  it.each([
    ['#x10', 16],
    ['#e1e3', 1000],
    ['#i7', 7],
    ['#i100000000000000000001', 1e20],
    ['#e100000000000000000001', 100000000000000000001n],
    ['#e-1.25e2', -125],
    ['#o#e17', 15],
    ['#e1.5', undefined],
    ['#e1e500', undefined],
    ['#e+inf.0', undefined],
    ['#e', undefined],
    ['#x', undefined],
    ['#x#', undefined],
    ['#x.', undefined],
    ['#x.-1', undefined],
    ['#e#i1', undefined],
    ['#x1#x', undefined],
    ['#q1', undefined],
  ])('reads %s with its prefixes as %p', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each([
    ['5', 5],
    ['+5', 5],
    ['-5', -5],
    ['.5', 0.5],
    ['5.', 5],
    ['-.5e2', -50],
    ['1e3', 1000],
    ['1E-3', 0.001],
    ['1e400', Infinity],
    ['9007199254740993', 9007199254740993n],
    ['-9007199254740993', -9007199254740993n],
    ['+inf.0', Infinity],
    ['-inf.0', -Infinity],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    '',
    '+',
    '-',
    '.',
    'e5',
    '1e',
    '1e+',
    '++1',
    '1+',
    '0x10',
    '1_000',
    ' 1',
    '1 ',
    'Infinity',
    'NaN',
    '1.2.3',
    '--1',
    '1n',
    '+.',
  ])('does not read %p as a number', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it('refuses digits that a base does not have', () => {
    expect(parseNumber('12', 2)).toBeUndefined();
    expect(parseNumber('8', 8)).toBeUndefined();
    expect(parseNumber('fg', 16)).toBeUndefined();
    expect(parseNumber('1.5', 16)).toBeUndefined();
    expect(parseNumber('ff', 7)).toBeUndefined();
  });

  it('writes what is not finite as Scheme does', () => {
    expect([Infinity, -Infinity, NaN].map((value) => formatNumber(value))).toEqual(['+inf.0', '-inf.0', '+nan.0']);
  });

  it('takes a time in proportion to the length of what is no number', () => {
    const started = performance.now();
    expect(parseNumber(`${'1'.repeat(30_000)}x`)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(500);
  });
});
