import * as fc from 'fast-check';
import { fromHost, toArgument, toHost } from '../../lib/data/host-data.js';
import { print } from '../../lib/data/printer.js';
import { read } from '../../lib/data/reader.js';
import { list, SymbolValue, type Value } from '../../lib/data/values.js';
import { Vector } from '../../lib/data/vectors.js';
import { faultOf } from '../fault-of.js';

const datum = (source: string): Value => read(source)[0] as Value;

// Keys are whatever they are; a number is not -0, which JSON does not know either.
const data = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false, '', 'a', 0, 1.5, 10n ** 30n, '__proto__'),
    fc.string({ unit: 'binary' }),
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '0')), tie('data'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).data;

describe('data of the host', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(data, (given) => {
        expect(toHost(fromHost(given))).toEqual(given);
      }),
    );
  });

  it.each<[string, unknown, string]>([
    ['an array', [1, 'a', true], '#(1 "a" #t)'],
    ['an object', { b: 1, a: [2] }, '#<hash-table ("b" . 1) ("a" . #(2))>'],
    ['undefined and null', [undefined, null], '#(nil nil)'],
    ['a hole', new Array(2), '#(nil nil)'],
    ['what has no prototype', Object.assign(Object.create(null) as object, { a: 1 }), '#<hash-table ("a" . 1)>'],
    [
      'what a getter gives',
      {
        get a() {
          return 5;
        },
      },
      '#<hash-table ("a" . 5)>',
    ],
    ['keys that are texts', { a: 1, [Symbol('b')]: 2 }, '#<hash-table ("a" . 1)>'],
    ['the key __proto__', JSON.parse('{"__proto__":{"a":1}}'), '#<hash-table ("__proto__" . #<hash-table ("a" . 1)>)>'],
    ['an integer in the form it has here', [5n, 2n ** 53n], '#(5 9007199254740992)'],
    ['values', [new SymbolValue('a'), list([1])], '#(a (1))'],
    ['bytes', new Uint8Array([1, 255]), '#u8(1 255)'],
    ['not-a-number', NaN, '+nan.0'],
  ])('is %s', (_what, given, text) => {
    expect(print(fromHost(given))).toBe(text);
  });

  it('is copied: what becomes of it later is not seen', () => {
    const inner = [1];
    const given = { inner };
    const value = fromHost(given);
    inner.push(2);
    expect(toHost(value)).toEqual({ inner: [1] });
  });

  it('has no zero but one', () => {
    expect(Object.is(fromHost(-0), 0)).toBe(true);
    expect(Object.is((toHost(fromHost([-0])) as number[])[0], 0)).toBe(true);
  });

  it('keeps an exact integer that fits a number as one', () => {
    expect(fromHost(5n)).toBe(5);
    expect(fromHost({ a: -7n })).toEqual(fromHost({ a: -7 }));
  });

  it('stays shared, and is copied once', () => {
    const shared: unknown[] = [];
    let data: unknown = shared;
    for (let i = 0; i < 100; i += 1) data = [data, data];
    let back = toHost(fromHost(data)) as unknown[];
    expect(back[0]).toBe(back[1]);
    while (back.length > 0) back = back[0] as unknown[];
    expect(back).toEqual([]);
  });

  it('may nest a hundred thousand deep', () => {
    let data: unknown = 'core';
    for (let i = 0; i < 100_000; i += 1) data = i % 2 === 0 ? [data] : { a: data };
    let back = toHost(fromHost(data));
    let depth = 0;
    for (; typeof back === 'object'; depth += 1)
      back = Array.isArray(back) ? (back[0] as unknown) : (back as { a: unknown }).a;
    expect([depth, back]).toEqual([100_000, 'core']);
  });
});

class Point {
  x = 1;
}

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

const circular = (): unknown => {
  const whole = { parts: [1, {}] as unknown[] };
  whole.parts.push({ whole });
  return whole;
};

describe('what is not data is refused, with its place', () => {
  it.each<[string, unknown, string]>([
    ['a function', { a: [1, () => 1] }, 'a function is not data, at ["a"][1]'],
    ['a symbol of JavaScript', [Symbol('a')], 'a symbol is not data, at [0]'],
    ['an instance', { a: new Point() }, 'an instance of a class is not data, at ["a"]'],
    ['a Map', [[new Map()]], 'an instance of a class is not data, at [0][0]'],
    ['a Date', new Date(0), 'an instance of a class is not data'],
    ['another typed array', [new Int32Array(1)], 'an instance of a class is not data, at [0]'],
    ['a boxed string', [Object('a')], 'an instance of a class is not data, at [0]'],
    ['what contains itself', circular(), 'what contains itself is not data, at ["parts"][2]["whole"]'],
    [
      'a getter that throws',
      [
        {
          get a() {
            throw new Error('no');
          },
        },
      ],
      'what cannot be read is not data, at [0]',
    ],
    ['a proxy that throws', { a: revoked() }, 'what cannot be read is not data, at ["a"]'],
    ['a proxy that throws, alone', revoked(), 'what cannot be read is not data'],
  ])('%s', (_what, given, message) => {
    expect(faultOf(() => fromHost(given))).toBe(`type-error: ${message}`);
  });
});

describe('values as data of the host', () => {
  it.each<[string, unknown]>([
    ['(1 (2 3) #(4))', [1, [2, 3], [4]]],
    ['(a "b" #\\c)', ['a', 'b', 'c']],
    ['(() nil #t)', [[], null, true]],
  ])('%s', (source, expected) => {
    expect(toHost(datum(source))).toEqual(expected);
  });

  it.each([
    ['a pair that is no list', '#(1 (a . b))', '(a . b) has no form in JavaScript, at [1]'],
    ['a list in it that is none', '((1 . 2))', '(1 . 2) has no form in JavaScript, at [0]'],
    ['a vector that contains itself', '#0=#(1 #0#)', 'what contains itself is not data, at [1]'],
  ])('is refused for %s', (_what, source, message) => {
    expect(faultOf(() => toHost(datum(source)))).toBe(`type-error: ${message}`);
  });

  it('is refused for what stands in an actor, instead of being found without a content', () => {
    const inside = new Vector(0, null);
    expect(faultOf(() => toHost(list([1, inside])))).toMatch(/^type-error: #<vector> stands in an actor.*, at \[1\]$/);
    expect(faultOf(() => toArgument(inside))).toMatch(/^type-error: #<vector> stands in an actor/);
  });
});
