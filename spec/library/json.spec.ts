import * as fc from 'fast-check';
import { evaluateOver, initial, prepared, resultOf } from './evaluating.js';

// JSON as programs read and write it.

// A text as the reader takes it.
const quoted = (text: string): string => {
  const escaped = text.replace(/[\\"]/g, (char) => `\\${char}`);
  return `"${escaped.replace(/[^\x20-\x7e]/gu, (char) => `\\x${(char.codePointAt(0) ?? 0).toString(16)};`)}"`;
};

describe('json->datum', () => {
  it.each([
    ['[1, 2.5, "a", true, false, null]', '#(1 2.5 "a" #t #f nil)'],
    ['{"b": 1, "a": [2]}', '#<hash-table ("b" . 1) ("a" . #(2))>'],
    ['{"a": 1, "a": 2}', '#<hash-table ("a" . 2)>'],
    [
      '{"__proto__": 1, "constructor": {"__proto__": 2}}',
      '#<hash-table ("__proto__" . 1) ("constructor" . #<hash-table ("__proto__" . 2)>)>',
    ],
    ['"\\u0041"', '"A"'],
  ])('%s', (text, expected) => {
    expect(resultOf(`(json->datum ${quoted(text)})`)).toBe(expected);
  });

  it.each(['', '{', '[1,]', 'undefined', '{a:1}', "'a'", 'NaN', '[1] 2'])('refuses %s', (text) => {
    expect(resultOf(`(json->datum ${quoted(text)})`)).toMatch(/^fault: read-error json->datum: /);
  });

  it('has no zero but one', () => {
    expect(resultOf('(atan (json->datum "-0") -1)')).toBe(resultOf('(atan 0 -1)'));
  });

  it('makes what can be changed', () => {
    const form = '(let ((v (json->datum "[1,[2]]"))) (vector-set! (vector-ref v 1) 0 9) (vector-set! v 0 8) v)';
    expect(resultOf(form)).toBe('#(8 #(9))');
  });

  it('is nested a hundred thousand deep', () => {
    const text = '(string-append (make-string 100000 #\\[) (make-string 100000 #\\]))';
    const depth = '(if (= 0 (vector-length v)) n (loop (vector-ref v 0) (+ n 1)))';
    expect(resultOf(`(let loop ((v (json->datum ${text})) (n 0)) ${depth})`)).toBe('99999');
  });

  it('collects what nobody needs before it makes more than fits', () => {
    const state = prepared('(define text "[[1,2,3],{\\"a\\":1}]")');
    const form = "(let loop ((n 0)) (if (= n 500) 'done (begin (json->datum text) (loop (+ n 1)))))";
    for (let store = 20; store <= 30; store += 1)
      expect([store, evaluateOver(state, form, { store }).result]).toEqual([store, 'done']);
  });
});

describe('datum->json', () => {
  it.each([
    ['(vector 1 "a" \'b #t nil)', '[1,"a","b",true,null]'],
    ["'(1 (2) ())", '[1,[2],[]]'],
    ['(alist->hash-table \'((a . 1) ("b" . #(2))))', '{"a":1,"b":[2]}'],
    ['"q\\"\\n"', '"q\\"\\n"'],
    ['(expt 2 70)', '1180591620717411303424'],
  ])('%s', (datum, json) => {
    expect(evaluateOver(initial, `(display (datum->json ${datum}))`).prints).toEqual([json]);
  });

  it.each([
    '(datum->json car)',
    "(datum->json '(1 . 2))",
    '(datum->json #\\a)',
    '(datum->json (sqrt -1.0))',
    "(datum->json (alist->hash-table '((1 . 2))))",
    '(let ((v (vector 1))) (vector-set! v 0 v) (datum->json v))',
    "(let ((t (make-hash-table))) (hash-table-set! t 'a (list t)) (datum->json t))",
  ])('refuses %s', (form) => {
    expect(resultOf(form)).toMatch(/^fault: type-error datum->json takes /);
  });

  it('writes what is shared as often as it occurs, and pays for it', () => {
    expect(resultOf('(let ((v (vector 1))) (datum->json (list v v)))')).toBe('"[[1],[1]]"');
    const shared = "(define a (do ((i 0 (+ i 1)) (a '(1) (list a a))) ((= i 60) a)))";
    const { result, time } = evaluateOver(prepared(shared), '(datum->json a)', { fuel: 1_000_000 });
    expect(result).toMatch(/^fault: out-of-range datum->json: more than /);
    expect(time).toBeLessThan(3000);
  });
});

it('what is JSON comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (data) => {
      const text = JSON.stringify(data);
      const { prints } = evaluateOver(initial, `(display (datum->json (json->datum ${quoted(text)})))`);
      // There is one zero.
      const expected: unknown = JSON.parse(text, (_key, value: unknown) => (value === 0 ? 0 : value));
      expect(JSON.parse(prints.join(''))).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
