import { compile } from '../../lib/compiler/compile.js';
import { deliver, evaluate, faultOf, language } from '../machine/running.js';

const means = (examples: readonly (readonly [source: string, value: string])[]): void => {
  it.each(examples)('%s → %s', (source, value) => {
    expect(evaluate(source)).toBe(value);
  });
};

describe('strings', () => {
  means([
    ['(string-append "a" "b" "")', '"ab"'],
    ['(string-append)', '""'],
    ['(string-append "a" 1)', 'fault: type-error'],
    ['(string-length "abc")', '3'],
    ['(string-length "")', '0'],
    ['(string-length "a😀b")', '3'],
    ["(string-length 'a)", 'fault: type-error'],
    ['(substring "hello" 1 3)', '"el"'],
    ['(substring "hello" 2)', '"llo"'],
    ['(substring "hello" 5)', '""'],
    ['(substring "a😀b" 1 2)', '"😀"'],
    ['(substring "hello" 3 2)', 'fault: out-of-range'],
    ['(substring "hello" 0 6)', 'fault: out-of-range'],
    ['(substring "hello" -1 2)', 'fault: out-of-range'],
    ['(substring "hello" 0.5)', 'fault: type-error'],
    ['(substring 5 0)', 'fault: type-error'],
    ['(string-join (list "a" "b"))', '"a b"'],
    ['(string-join (list "a" "b") ", ")', '"a, b"'],
    ["(string-join '())", '""'],
    ['(string-join (list 1))', 'fault: type-error'],
    ['(string-join "a")', 'fault: type-error'],
    ['(string-split "a b c")', '("a" "b" "c")'],
    ['(string-split "a,b" ",")', '("a" "b")'],
    ['(string-split "a😀b" "")', '("a" "😀" "b")'],
    ['(string-split "")', '("")'],
    ['(string-split "a,,b" ",")', '("a" "" "b")'],
    ['(string-split 5)', 'fault: type-error'],
    ['(string-contains "hello" "ll")', '2'],
    ['(string-contains "hello" "x")', '#f'],
    ['(string-contains "a" "")', '0'],
    ['(string-contains "😀b" "b")', '1'],
    ['(string-upcase "aßé")', '"ASSÉ"'],
    ['(string-downcase "AÉ")', '"aé"'],
    ['(string-trim "  a \n")', '"a"'],
    ['(string-upcase 5)', 'fault: type-error'],
    [
      '(list (string=? "a" "a") (string<? "a" "b" "c") (string<? "a" "c" "b") (string>? "b" "a") (string<=? "a" "a") (string>=? "a" "b"))',
      '(#t #t #f #t #t #f)',
    ],
    ['(string<? "\uffff" "😀")', '#t'],
    ['(string=? "a" 1)', 'fault: type-error'],
    ['(string=?)', 'fault: arity-error'],
    ['(string<? "Z" "a")', '#t'],
    ['(list (string? "a") (string? \'a) (symbol? \'a) (symbol? "a"))', '(#t #f #t #f)'],
    ["(symbol->string 'abc)", '"abc"'],
    ['(string->symbol "a b")', '|a b|'],
    ['(symbol->string "a")', 'fault: type-error'],
    ['(eq? (string->symbol "x") \'x)', '#t'],
  ]);
});

describe('characters of strings', () => {
  means([
    ['(string-ref "a😀b" 2)', '#\\b'],
    ['(string-ref "abc" -1)', 'fault: out-of-range'],
    ['(string-ref "abc" 3)', 'fault: out-of-range'],
    ['(string->list "a😀")', '(#\\a #\\😀)'],
    ['(string->list "abc" 2 1)', 'fault: out-of-range'],
    ["(list->string '(1))", 'fault: type-error'],
    ["(list->string '(#\\a . #\\b))", 'fault: type-error'],
    ['(string #\\a "b")', 'fault: type-error'],
    ['(make-string 2)', '"  "'],
    ['(make-string 100000000)', 'fault: out-of-range'],
    ['(make-string 1 "a")', 'fault: type-error'],
    ['(string-reverse "a😀b")', '"b😀a"'],
    ['(string-repeat "ab" 0)', '""'],
    ['(string-repeat "ab" 100000000)', 'fault: out-of-range'],
    ['(string-copy "hello" 1 3)', '"el"'],
    ['(string-foldcase "ΑΣ ıI")', '"ασ ıi"'],
    ['(string-set! "abc" 5)', 'fault: arity-error'],
  ]);
});

describe('padding, trimming, finding', () => {
  means([
    ['(string-pad "😀b" 1)', '"b"'],
    ['(string-pad-right "😀b" 1)', '"😀"'],
    ['(string-pad "ab" 2)', '"ab"'],
    ['(string-pad "ab" 0)', '""'],
    ['(string-pad "ab" 4 "x")', 'fault: type-error'],
    ['(string-pad "ab" -1)', 'fault: out-of-range'],
    ['(string-trim-left "\\n a ")', '"a "'],
    ['(string-prefix? "" "abc")', '#t'],
    ['(string-prefix? "abcd" "abc")', '#f'],
    ['(string-suffix? "bc" "abc")', '#t'],
    ['(string-null? 5)', 'fault: type-error'],
  ]);
});

describe('comparing', () => {
  means([
    ['(string-ci=? "STRASSE" "straße")', '#t'],
    ['(string-ci<? "a" "B" "c")', '#t'],
    ["(symbol=? 'a 'a 'b)", '#f'],
    ['(symbol=? \'a "a")', 'fault: type-error'],
    ['(char-ci=? #\\ß #\\ẞ)', '#t'],
    ['(char-foldcase #\\ς)', '#\\σ'],
    ['(char-upcase #\\ß)', '#\\ß'],
    ['(digit-value #\\x1d7d9)', '1'],
    ['(digit-value #\\x1d7ff)', '9'],
    ['(integer->char 55296)', 'fault: out-of-range'],
    ['(integer->char 1114112)', 'fault: out-of-range'],
    ['(integer->char -1)', 'fault: out-of-range'],
  ]);
});

describe('several values', () => {
  means([
    ['(values 5)', '5'],
    ['(values)', '#<values>'],
    ['(call-with-values values list)', '()'],
    ['(call-with-values (lambda () 5) list)', '(5)'],
    ['(eq? (eof-object) (eof-object))', '#t'],
  ]);
});

describe('raise', () => {
  it('is a fault that carries what was raised', () => {
    const [value, text] = [faultOf(compile('(raise 42)'), { state: language() }), 'raised: 42'];
    expect(value).toMatchObject({ code: 'user-raised', detail: text, cause: 42 });
  });

  it('keeps the code and the text of an error object', () => {
    const again = '(guard (e (#f 1)) (guard (e (#t (raise e))) (car 5)))';
    expect(faultOf(compile(again), { state: language() })).toMatchObject({
      code: 'type-error',
      detail: 'car takes a pair, not 5',
    });
  });
});

describe('error', () => {
  it.each([
    ['(error "it broke" 1 "two" \'(3))', 'it broke 1 "two" (3)'],
    ['(error "plain")', 'plain'],
    ['(error \'who "what")', 'who "what"'],
    ['(error 5)', '5'],
  ])('%s raises its message', (source, message) => {
    expect(faultOf(compile(source), { state: language() })).toMatchObject({
      code: 'user-raised',
      message: expect.stringContaining(message) as string,
    });
  });

  it('shows only the beginning of what is long', () => {
    expect(faultOf(compile('(error "long" (iota 100000))'), { state: language() })?.message.length).toBeLessThan(200);
  });
});

describe('output', () => {
  const texts = (source: string): string[] =>
    deliver(compile(source), { state: language() }).effects.map((effect) =>
      effect.type === 'print' ? effect.text : effect.type,
    );

  it('is given in order, when the message commits', () => {
    expect(texts('(print "a") (display \'("b" c)) (newline) (print 1.5)')).toEqual(
      expect.arrayContaining(['a', '(b c)', '1.5']),
    );
    expect(texts('(print "a") (car 5)')).toEqual([]);
  });

  it('gives nil', () => {
    expect(evaluate('(list (print 1) (display 2) (newline))')).toBe('(nil nil nil)');
  });

  it('is limited', () => {
    const state = language({ outbox: 3 });
    expect(faultOf(compile('(for-each print (iota 3))'), { state })).toBeNull();
    expect(faultOf(compile('(for-each print (iota 4))'), { state })).toMatchObject({ code: 'outbox-limit' });
  });
});
