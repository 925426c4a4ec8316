import { evaluate } from '../machine/running.js';

const means = (examples: readonly (readonly [source: string, value: string])[]): void => {
  it.each(examples)('%s → %s', (source, value) => {
    expect(evaluate(source)).toBe(value);
  });
};

describe('integers', () => {
  means([
    ['(quotient 7 -2)', '-3'],
    ['(remainder -7 2)', '-1'],
    ['(modulo -7 2)', '1'],
    ['(modulo 5.5 2)', '1.5'],
    ['(quotient 7 0)', 'fault: division-by-zero'],
    ['(modulo 7 0)', 'fault: division-by-zero'],
    ['(remainder 7 0)', 'fault: division-by-zero'],
    ['(quotient 1.5 1)', 'fault: type-error'],
    ['(floor/ 1.5 1)', 'fault: type-error'],
    ['(floor-quotient -100000000000000000001 10)', '-10000000000000000001'],
    ['(gcd 12 18 8)', '2'],
    ['(gcd)', '0'],
    ['(lcm)', '1'],
    ['(exact-integer-sqrt 9007199254740990)', '#<values 94906265 118490765>'],
    ['(exact-integer-sqrt -1)', 'fault: out-of-range'],
    ['(exact-integer-sqrt 2.5)', 'fault: type-error'],
    ['(exact-integer-sqrt 340282366920938463463374607431768211456)', '#<values 18446744073709551616 0>'],
    ['(gcd 12 18)', '6'],
    ['(gcd -12 18)', '6'],
    ['(gcd 0 5)', '5'],
    ['(gcd 0 0)', '0'],
    ['(lcm 4 6)', '12'],
    ['(lcm 0 5)', '0'],
    ['(lcm -4 6)', '12'],
    ['(gcd 1.5 2)', 'fault: type-error'],
    ['(gcd 100000000000000000000 60)', '20'],
    ['(gcd 1e20 15)', '5'],
    ['(gcd 5e81 (expt 10 400))', '1.684996666696915e+66'],
    ['(lcm 5e81 (expt 10 400))', '+inf.0'],
    ['(list (even? 4) (odd? 4) (even? -3) (odd? -3) (even? 0))', '(#t #f #f #t #t)'],
    ['(even? 1.5)', 'fault: type-error'],
    ['(even? 100000000000000000000)', '#t'],
    ['(odd? 100000000000000000001)', '#t'],
    ['(list (zero? 0) (zero? 0.0) (positive? 1) (negative? -1) (positive? 0))', '(#t #t #t #t #f)'],
    ['(zero? "a")', 'fault: type-error'],
    [
      '(list (integer? 5) (integer? 5.0) (integer? 5.5) (integer? "5") (integer? 100000000000000000000))',
      '(#t #t #f #f #t)',
    ],
    ['(list (number? 1) (number? "1") (exact? 1) (exact? 1.5) (inexact? 1.5) (nan? +nan.0))', '(#t #f #t #f #t #t)'],
    ['(exact? "1")', 'fault: type-error'],
    ['(exact 2.0)', '2'],
    ['(exact 1e20)', '100000000000000000000'],
    ['(exact 2.5)', 'fault: out-of-range'],
    ['(exact +inf.0)', 'fault: out-of-range'],
    ['(= (inexact 100000000000000000001) 1e20)', '#t'],
    ['(abs -5)', '5'],
    ['(abs -100000000000000000000)', '100000000000000000000'],
  ]);
});

describe('order', () => {
  means([
    ['(min 3 1 2)', '1'],
    ['(max 3 1 2)', '3'],
    ['(max 1)', '1'],
    ['(min)', 'fault: arity-error'],
    ['(max 1 "a")', 'fault: type-error'],
    ['(max 1 +nan.0 2)', '+nan.0'],
    ['(max 9007199254740991 9007199254740992)', '9007199254740992'],
    ["(apply < '(1 2 3))", '#t'],
    ["(apply >= '(3 3 4))", '#f'],
    ['(apply < \'(1 "a"))', 'fault: type-error'],
  ]);
});

describe('rounding', () => {
  means([
    ['(map floor (list 1.5 -1.5 2))', '(1 -2 2)'],
    ['(map ceiling (list 1.5 -1.5 -0.5))', '(2 -1 0)'],
    ['(map truncate (list 1.5 -1.5))', '(1 -1)'],
    ['(map round (list 0.5 1.5 2.5 -2.5 2.6))', '(0 2 2 -2 3)'],
    ['(floor 100000000000000000000)', '100000000000000000000'],
    ['(floor "a")', 'fault: type-error'],
    ['(list (numerator 0.1) (denominator 0.1))', '(3602879701896397 36028797018963968)'],
    ['(= (denominator 5e-324) (expt 2 1074))', '#t'],
    ['(= (numerator 1e300) (exact 1e300))', '#t'],
    ['(numerator -100000000000000000000)', '-100000000000000000000'],
    ['(denominator +inf.0)', 'fault: out-of-range'],
    ['(rationalize 3.14159 0.01)', '3.142857142857143'],
    ['(rationalize -0.3 0.1)', '-0.3333333333333333'],
    ['(rationalize 100000000000000000000 1)', '99999999999999999999'],
    ['(rationalize 0.1 0)', '0.1'],
    ['(rationalize +inf.0 1)', '+inf.0'],
    ['(rationalize 1 +inf.0)', '0'],
    ['(rationalize +inf.0 +inf.0)', '+nan.0'],
    ['(rationalize -inf.0 +inf.0)', '+nan.0'],
  ]);
});

describe('functions', () => {
  means([
    ['(square 5)', '25'],
    ['(square 10000000000)', '100000000000000000000'],
    ['(sqrt 16)', '4'],
    ['(sqrt 2)', '1.4142135623730951'],
    ['(sqrt -1)', '+nan.0'],
    ['(sqrt 10000000000000000000000)', '100000000000'],
    ['(expt 2 10)', '1024'],
    ['(expt 2 100)', '1267650600228229401496703205376'],
    ['(expt 2 -1)', '0.5'],
    ['(expt 2 0.5)', '1.4142135623730951'],
    ['(expt 0 0)', '1'],
    ['(expt 0 -1)', 'fault: division-by-zero'],
    ['(expt -1 9007199254740993)', '-1'],
    ['(expt 10 -310)', '1e-310'],
    ['(exp 0)', '1'],
    ['(log 1)', '0'],
    ['(log 8 2)', '3'],
    ['(list (sin 0) (cos 0) (tan 0) (asin 0) (acos 1) (atan 0) (atan 1 1))', '(0 1 0 0 0 0 0.7853981633974483)'],
    ['(sin "a")', 'fault: type-error'],
    ['(log)', 'fault: arity-error'],
    ['(atan 1 2 3)', 'fault: arity-error'],
    ["(apply + '())", '0'],
    ["(apply * '(2 3))", '6'],
    ["(apply - '(5))", '-5'],
    ["(apply / '(2))", '0.5'],
    ["(apply - '(9 1 2))", '6'],
    ['(apply + \'(1 "a"))', 'fault: type-error'],
    ["(apply % '(-7 3))", '2'],
    ["(apply ** '(2 3))", '8'],
    ["(apply + '(9007199254740991 1 -1))", '9007199254740991'],
    ["(apply / '(1 0))", 'fault: division-by-zero'],
  ]);
});

describe('kinds', () => {
  means([
    ['(map rational? (list 1.5 +inf.0 +nan.0 "1"))', '(#t #f #f #f)'],
    ['(map exact-integer? (list 1 1e20 1.5 100000000000000000000))', '(#t #f #f #t)'],
    ['(finite? "1")', 'fault: type-error'],
    ["(number? 'a)", '#f'],
  ]);
});

describe('text', () => {
  means([
    ['(number->string 255)', '"255"'],
    ['(number->string 255 16)', '"ff"'],
    ['(number->string -5 2)', '"-101"'],
    ['(number->string 1.5)', '"1.5"'],
    ['(number->string 1 7)', 'fault: out-of-range'],
    ['(number->string "1")', 'fault: type-error'],
    ['(string->number "12")', '12'],
    ['(string->number "ff" 16)', '255'],
    ['(string->number "#xff")', '255'],
    ['(string->number "#e1.5")', '#f'],
    ['(string->number "1/2")', '#f'],
    ['(string->number "0.1" 2)', '0.5'],
    ['(number->string 0.5 2)', '"0.1"'],
    ['(string->number "1e3")', '1000'],
    ['(string->number "x")', '#f'],
    ['(string->number "")', '#f'],
    ['(string->number 5)', 'fault: type-error'],
    ['(string->number "8" 8)', '#f'],
    ['(string->number "100000000000000000001")', '100000000000000000001'],
  ]);
});
