// At least one example for each name of the library: arguments, and what the call gives. A result that starts with
// `fault:` is the code and the beginning of the message.

export type Example = readonly [args: string, result: string];

const accessors: Readonly<Record<string, readonly Example[]>> = {
  car: [
    ["'(1 2)", '1'],
    ["'()", 'fault: type-error car takes a pair, not ()'],
    ['nil', 'fault: type-error car takes a pair, not nil'],
  ],
  cdr: [
    ["'(1 2)", '(2)'],
    ["'(1 . 2)", '2'],
    ['"ab"', 'fault: type-error cdr takes a pair, not "ab"'],
  ],
  caar: [["'((1 2) 3)", '1']],
  cadr: [
    ["'(1 2 3)", '2'],
    ["'(1)", 'fault: type-error cadr takes a pair, not ()'],
  ],
  cdar: [["'((1 2) 3)", '(2)']],
  cddr: [["'(1 2 3)", '(3)']],
  caaar: [["'(((1) 2) 3)", '1']],
  caadr: [["'(1 (2 3) 4)", '2']],
  cadar: [["'((1 2) 3)", '2']],
  caddr: [["'(1 2 3 4)", '3']],
  cdaar: [["'(((1 . 5) 2) 3)", '5']],
  cdadr: [["'(1 (2 . 5) 3)", '5']],
  cddar: [["'((1 2 . 5) 3)", '5']],
  cdddr: [["'(1 2 3 4)", '(4)']],
  cadddr: [["'(1 2 3 4 5)", '4']],
  cddddr: [["'(1 2 3 4 5)", '(5)']],
};

const numbers: Readonly<Record<string, readonly Example[]>> = {
  '+': [
    ['', '0'],
    ['1', '1'],
    ['1 2 3', '6'],
    ['0.1 0.2', '0.30000000000000004'],
    ['9007199254740991 1', '9007199254740992'],
    ['9007199254740991 2', '9007199254740993'],
    ['1 "2"', 'fault: type-error'],
  ],
  '*': [
    ['', '1'],
    ['2 3 4', '24'],
    ['-1 0', '0'],
    ['9007199254740991 9007199254740991', '81129638414606663681390495662081'],
    ["2 'x", 'fault: type-error'],
  ],
  '-': [
    ['5', '-5'],
    ['0', '0'],
    ['10 1 2', '7'],
    ['-9007199254740991 2', '-9007199254740993'],
    ['#t', 'fault: type-error'],
  ],
  '/': [
    ['4', '0.25'],
    ['12 3 2', '2'],
    ['7 2', '3.5'],
    ['81129638414606663681390495662081 9007199254740991', '9007199254740991'],
    ['1 0', 'fault: division-by-zero'],
    ['0', 'fault: division-by-zero'],
  ],
  '%': [
    ['-7 3', '2'],
    ['7 -3', '-2'],
    ['5.5 2', '1.5'],
    ['-100000000000000000000 7', '5'],
    ['1 0', 'fault: division-by-zero'],
  ],
  '**': [
    ['2 10', '1024'],
    ['2 100', '1267650600228229401496703205376'],
    ['2 -1', '0.5'],
    ['0 0', '1'],
    ['-1 100000000000000000001', '-1'],
    ['0 -1', 'fault: division-by-zero'],
  ],
  '>': [
    ['2 1', '#t'],
    ['3 2 2', '#f'],
    ['100000000000000000000 1e19 5', '#t'],
    ['1', '#t'],
    ['1 "0"', 'fault: type-error'],
  ],
  '<': [
    ['1 2 3', '#t'],
    ['1 3 2', '#f'],
    ['1 +nan.0', '#f'],
  ],
  '>=': [
    ['3 3 2', '#t'],
    ['2 3', '#f'],
  ],
  '<=': [
    ['1 1 2', '#t'],
    ['2 1', '#f'],
    ["1 'a", 'fault: type-error'],
  ],
  abs: [
    ['-5', '5'],
    ['5.5', '5.5'],
    ['-100000000000000000000', '100000000000000000000'],
    ['-inf.0', '+inf.0'],
  ],
  min: [
    ['3 1 2', '1'],
    ['-100000000000000000000 -1', '-100000000000000000000'],
    ['1 +nan.0 0', '+nan.0'],
    ['1 "0"', 'fault: type-error min takes a number, not "0"'],
  ],
  max: [
    ['3 1 2', '3'],
    ['100000000000000000000 1', '100000000000000000000'],
    ['+nan.0 5', '+nan.0'],
  ],
  quotient: [
    ['7 2', '3'],
    ['-7 2', '-3'],
    ['100000000000000000000 3', '33333333333333333333'],
    ['1 0', 'fault: division-by-zero'],
    ['1.5 1', 'fault: type-error quotient takes an integer, not 1.5'],
  ],
  remainder: [
    ['-7 2', '-1'],
    ['7 -2', '1'],
    ['-100000000000000000000 7', '-2'],
    ['1 0', 'fault: division-by-zero'],
  ],
  modulo: [
    ['-7 2', '1'],
    ['7 -2', '-1'],
    ['1 0', 'fault: division-by-zero'],
  ],
  gcd: [
    ['12 18', '6'],
    ['0 0', '0'],
    ['-4 6', '2'],
    ['100000000000000000000 30', '10'],
    ['1.5 1', 'fault: type-error gcd takes an integer, not 1.5'],
  ],
  lcm: [
    ['4 6', '12'],
    ['0 5', '0'],
    ['-4 6', '12'],
    ['9007199254740991 2', '18014398509481982'],
  ],
  floor: [
    ['1.5', '1'],
    ['-1.5', '-2'],
    ['100000000000000000000', '100000000000000000000'],
    ['+nan.0', '+nan.0'],
  ],
  ceiling: [
    ['1.2', '2'],
    ['-0.5', '0'],
  ],
  truncate: [
    ['-1.5', '-1'],
    ['1.5', '1'],
  ],
  round: [
    ['2.5', '2'],
    ['3.5', '4'],
    ['-2.5', '-2'],
    ['0.49999999999999994', '0'],
    ['100000000000000000000', '100000000000000000000'],
  ],
  square: [
    ['-3', '9'],
    ['100000000000', '10000000000000000000000'],
  ],
  sqrt: [
    ['16', '4'],
    ['2', '1.4142135623730951'],
    ['10000000000000000000000', '100000000000'],
    ['-4', '+nan.0'],
    ['-100000000000000000000', '+nan.0'],
  ],
  expt: [
    ['2 0.5', '1.4142135623730951'],
    ['3 40', '12157665459056928801'],
    ['-2 3', '-8'],
    ['2 "3"', 'fault: type-error expt takes a number, not "3"'],
  ],
  exp: [
    ['0', '1'],
    ['1', '2.718281828459045'],
  ],
  log: [
    ['1', '0'],
    ['8 2', '3'],
    ['0', '-inf.0'],
    ['-1', '+nan.0'],
    ['"1"', 'fault: type-error log takes a number, not "1"'],
  ],
  sin: [['0', '0']],
  cos: [['0', '1']],
  tan: [['0', '0']],
  asin: [
    ['1', '1.5707963267948966'],
    ['2', '+nan.0'],
  ],
  acos: [['1', '0']],
  atan: [
    ['1', '0.7853981633974483'],
    ['1 -1', '2.356194490192345'],
    ['0 0', '0'],
  ],
  exact: [
    ['1e20', '100000000000000000000'],
    ['2.0', '2'],
    ['1.5', 'fault: out-of-range exact: 1.5 is not an integer'],
    ['+inf.0', 'fault: out-of-range exact: +inf.0 is not an integer'],
  ],
  inexact: [
    ['3', '3'],
    ['1.5', '1.5'],
    ['"1"', 'fault: type-error inexact takes a number, not "1"'],
  ],
  'number?': [
    ['1', '#t'],
    ['+nan.0', '#t'],
    ['100000000000000000000', '#t'],
    ['"1"', '#f'],
    ['nil', '#f'],
  ],
  'integer?': [
    ['1.0', '#t'],
    ['1.5', '#f'],
    ['100000000000000000000', '#t'],
    ['+inf.0', '#f'],
    ["'a", '#f'],
  ],
  'exact?': [
    ['1', '#t'],
    ['1.5', '#f'],
    ['1e20', '#f'],
    ['100000000000000000000', '#t'],
    ["'a", 'fault: type-error exact? takes a number, not a'],
  ],
  'inexact?': [
    ['1.5', '#t'],
    ['1', '#f'],
  ],
  'nan?': [
    ['+nan.0', '#t'],
    ['1', '#f'],
    ['nil', 'fault: type-error nan? takes a number, not nil'],
  ],
  'zero?': [
    ['0', '#t'],
    ['-0.0', '#t'],
    ['100000000000000000000', '#f'],
  ],
  'positive?': [
    ['1', '#t'],
    ['0', '#f'],
    ['-100000000000000000000', '#f'],
  ],
  'negative?': [
    ['-1', '#t'],
    ['0', '#f'],
    ['-100000000000000000000', '#t'],
  ],
  'odd?': [
    ['-3', '#t'],
    ['2', '#f'],
    ['100000000000000000001', '#t'],
    ['1.5', 'fault: type-error odd? takes an integer, not 1.5'],
  ],
  'even?': [
    ['0', '#t'],
    ['3', '#f'],
    ['100000000000000000000', '#t'],
    ['+inf.0', 'fault: type-error even? takes an integer, not +inf.0'],
  ],
  'number->string': [
    ['42', '"42"'],
    ['255 16', '"ff"'],
    ['-10 2', '"-1010"'],
    ['18446744073709551616 16', '"10000000000000000"'],
    ['+inf.0', '"+inf.0"'],
    ['1 3', 'fault: out-of-range number->string: the base is 2, 8, 10 or 16'],
    ['"1"', 'fault: type-error number->string takes a number, not "1"'],
  ],
  'string->number': [
    ['"-1.5e3"', '-1500'],
    ['"ff" 16', '255'],
    ['"-ffffffffffffffff" 16', '-18446744073709551615'],
    ['"+nan.0"', '+nan.0'],
    ['"1 "', '#f'],
    ['"0x10"', '#f'],
    ['"12" 2', '#f'],
    ['""', '#f'],
    ['5', 'fault: type-error string->number takes a string, not 5'],
    ['"1" 7', 'fault: out-of-range string->number: the base is 2, 8, 10 or 16'],
  ],
};

const lists: Readonly<Record<string, readonly Example[]>> = {
  cons: [
    ['1 2', '(1 . 2)'],
    ["1 '(2)", '(1 2)'],
  ],
  list: [
    ['', '()'],
    ['1 \'a "b" nil', '(1 a "b" nil)'],
  ],
  'cons*': [
    ["1 2 '(3)", '(1 2 3)'],
    ['1 2', '(1 . 2)'],
    ['1', '1'],
  ],
  'make-list': [
    ["3 'x", '(x x x)'],
    ['1', '(nil)'],
    ['0', '()'],
    ['-1', 'fault: out-of-range make-list: -1 is below 0'],
    ['1.5', 'fault: type-error make-list takes an integer, not 1.5'],
    ['"2"', 'fault: type-error make-list takes an integer, not "2"'],
  ],
  iota: [
    ['3', '(0 1 2)'],
    ['3 1', '(1 2 3)'],
    ['3 5 -5', '(5 0 -5)'],
    ['2 0.5 0.25', '(0.5 0.75)'],
    ['0', '()'],
    ['3 9007199254740990', '(9007199254740990 9007199254740991 9007199254740992)'],
    ['3 9007199254740991 2', '(9007199254740991 9007199254740993 9007199254740995)'],
    ['2 100000000000000000000', '(100000000000000000000 100000000000000000001)'],
    ["2 'a", 'fault: type-error iota takes a number, not a'],
    ['-1', 'fault: out-of-range iota: -1 is below 0'],
    ['+nan.0', 'fault: type-error iota takes an integer, not +nan.0'],
  ],
  length: [
    ["'(1 2 3)", '3'],
    ["'()", '0'],
    ["'(1 . 2)", 'fault: type-error length takes a list, not (1 . 2)'],
    ['"abc"', 'fault: type-error length takes a list, not "abc"'],
  ],
  append: [
    ['', '()'],
    ["'(1) '() '(2 3)", '(1 2 3)'],
    ["'(1) 2", '(1 . 2)'],
    ['5', '5'],
    ["5 '(1)", 'fault: type-error append takes a list, not 5'],
    ["'(1 . 2) '(3)", 'fault: type-error append takes a list, not (1 . 2)'],
  ],
  reverse: [
    ["'(1 2 3)", '(3 2 1)'],
    ["'()", '()'],
    ["'(1 . 2)", 'fault: type-error reverse takes a list, not (1 . 2)'],
  ],
  'list-copy': [
    ["'(1 2 3)", '(1 2 3)'],
    ["'()", '()'],
  ],
  'list-tail': [
    ["'(1 2 3) 2", '(3)'],
    ["'(1 2) 2", '()'],
    ["'(1 2) 0", '(1 2)'],
    ["'(1 2) 3", 'fault: out-of-range list-tail: the list is shorter than 3'],
    ["'(1 2) -1", 'fault: out-of-range list-tail: -1 is below 0'],
  ],
  'list-ref': [
    ["'(a b c) 2", 'c'],
    ["'(a b) 2", 'fault: out-of-range list-ref: the list is shorter than 3'],
    ['\'(a b) "0"', 'fault: type-error list-ref takes an integer, not "0"'],
    ["'(a b) 100000000000000000000", 'fault: type-error'],
  ],
  memq: [
    ["'b '(a b c)", '(b c)'],
    ["'z '(a b c)", '#f'],
    ["'(1) '((1))", '#f'],
  ],
  memv: [
    ["2 '(1 2 3)", '(2 3)'],
    ["100000000000000000000 '(1 100000000000000000000)", '(100000000000000000000)'],
  ],
  assq: [
    ["'b '((a . 1) (b . 2))", '(b . 2)'],
    ["'z '((a . 1))", '#f'],
    ["'z '(1)", 'fault: type-error assq takes a pair, not 1'],
  ],
  assv: [
    ["2 '((1 . a) (2 . b))", '(2 . b)'],
    ["2 '()", '#f'],
  ],
  'null?': [
    ["'()", '#t'],
    ['nil', '#f'],
    ["'(1)", '#f'],
  ],
  'pair?': [
    ["'(1)", '#t'],
    ["'()", '#f'],
  ],
  'list?': [
    ["'(1 2)", '#t'],
    ["'()", '#t'],
    ["'(1 . 2)", '#f'],
    ['nil', '#f'],
  ],
};

const texts: Readonly<Record<string, readonly Example[]>> = {
  'string?': [
    ['"a"', '#t'],
    ["'a", '#f'],
  ],
  'string-append': [
    ['', '""'],
    ['"a" "" "bc"', '"abc"'],
    ['"a" 1', 'fault: type-error string-append takes a string, not 1'],
  ],
  'string-join': [
    ['\'("a" "b")', '"a b"'],
    ['\'("a" "b") "--"', '"a--b"'],
    ["'()", '""'],
    ["'(a)", 'fault: type-error string-join takes a string, not a'],
    ['"ab"', 'fault: type-error string-join takes a list, not "ab"'],
  ],
  'string-split': [
    ['"a b"', '("a" "b")'],
    ['"a,,b" ","', '("a" "" "b")'],
    ['"" ","', '("")'],
    ['"a😀b" ""', '("a" "😀" "b")'],
    ['"" ""', '()'],
    ['5', 'fault: type-error string-split takes a string, not 5'],
  ],
  'string-length': [
    ['"abc"', '3'],
    ['"a😀"', '2'],
    ["'abc", 'fault: type-error string-length takes a string, not abc'],
  ],
  substring: [
    ['"hello" 1 3', '"el"'],
    ['"hello" 3', '"lo"'],
    ['"a😀b" 1 2', '"😀"'],
    ['"abc" 3 3', '""'],
    ['"abc" 2 1', 'fault: out-of-range substring: 2 to 1 is not a part of 0 to 3'],
    ['"abc" 0 4', 'fault: out-of-range substring: 0 to 4 is not a part of 0 to 3'],
    ['"abc" 0.5', 'fault: type-error substring takes an integer, not 0.5'],
  ],
  'string-contains': [
    ['"hello" "lo"', '3'],
    ['"hello" "x"', '#f'],
    ['"hello" ""', '0'],
    ['"😀x" "x"', '1'],
    ['"a" 5', 'fault: type-error string-contains takes a string, not 5'],
  ],
  'string-upcase': [
    ['"aßé"', '"ASSÉ"'],
    ['5', 'fault: type-error string-upcase takes a string, not 5'],
  ],
  'string-downcase': [['"AbÉ"', '"abé"']],
  'string-trim': [['" a b\\n"', '"a b"']],
  'string=?': [
    ['"a" "a" "a"', '#t'],
    ['"a" "a" "b"', '#f'],
    ['"a" 1', 'fault: type-error string=? takes a string, not 1'],
  ],
  'string<?': [
    ['"a" "b" "c"', '#t'],
    ['"a" "b" "b"', '#f'],
    ['"\\xffff;" "😀"', '#t'],
    ['"" "a"', '#t'],
  ],
  'string>?': [
    ['"b" "a"', '#t'],
    ['"😀" "\\xffff;"', '#t'],
    ['"a" "a"', '#f'],
  ],
  'string<=?': [
    ['"a" "a" "b"', '#t'],
    ['"b" "a"', '#f'],
  ],
  'string>=?': [
    ['"b" "b" "a"', '#t'],
    ['"a" "b"', '#f'],
  ],
  'symbol?': [
    ["'a", '#t'],
    ['"a"', '#f'],
  ],
  'symbol->string': [
    ["'abc", '"abc"'],
    ['"a"', 'fault: type-error symbol->string takes a symbol, not "a"'],
  ],
  'string->symbol': [
    ['"a b"', '|a b|'],
    ['5', 'fault: type-error string->symbol takes a string, not 5'],
  ],
  error: [
    ['"too hot:" 35 "x"', 'fault: user-raised too hot: 35 "x"'],
    ["'what '(1)", 'fault: user-raised what (1)'],
  ],
};

const logic: Readonly<Record<string, readonly Example[]>> = {
  not: [
    ['#f', '#t'],
    ['0', '#f'],
    ["'()", '#f'],
    ['nil', '#f'],
  ],
  'boolean?': [
    ['#f', '#t'],
    ['0', '#f'],
  ],
  'nil?': [
    ['nil', '#t'],
    ["'()", '#f'],
    ['#f', '#f'],
  ],
  'procedure?': [
    ['car', '#t'],
    ['map', '#t'],
    ['(lambda () 1)', '#t'],
    ["'car", '#f'],
  ],
  'eq?': [
    ["'a 'a", '#t'],
    ["'(1) '(1)", '#f'],
    ['1 1.0', '#t'],
    ['car car', '#t'],
    ['"a" \'a', '#f'],
  ],
  'eqv?': [
    ['100000000000000000000 100000000000000000000', '#t'],
    ["'() '()", '#t'],
    ["'() nil", '#f'],
  ],
};

const procedures: Readonly<Record<string, readonly Example[]>> = {
  apply: [
    ["+ '(1 2)", '3'],
    ["list 1 2 '(3)", '(1 2 3)'],
    ["(lambda () 5) '()", '5'],
    ['list 1 2', 'fault: type-error apply takes a list'],
    ["list '(1 . 2)", 'fault: type-error apply takes a list, not (1 . 2)'],
    ["5 '(1)", 'fault: not-a-procedure 5 is not a procedure'],
    ["car '(1 2)", 'fault: arity-error car takes 1 argument, not 2'],
  ],
  display: [['"a"', 'nil']],
  newline: [['', 'nil']],
  print: [['\'(1 "a")', 'nil']],
  '=': [
    ['1', '#t'],
    ['1 1.0 1', '#t'],
    ['1 1 2', '#f'],
    ["'(1 (2)) '(1 (2))", '#t'],
    ['+nan.0 +nan.0', '#f'],
  ],
  '!=': [
    ['1 2', '#t'],
    ["'(1) '(1)", '#f'],
  ],
  'equal?': [
    ['\'(1 "a" (b)) \'(1 "a" (b))', '#t'],
    ["'(1) '(2)", '#f'],
    ["1 '1", '#t'],
  ],
  member: [
    ["'(1) '(0 (1) 2)", '((1) 2)'],
    ["5 '(1)", '#f'],
  ],
  assoc: [
    ['"b" \'(("a" . 1) ("b" . 2))', '("b" . 2)'],
    ["5 '()", '#f'],
    ["5 '(1)", 'fault: type-error car takes a pair, not 1'],
  ],
  filter: [
    ["even? '(1 2 3 4)", '(2 4)'],
    ["even? '()", '()'],
    ["5 '(1)", 'fault: not-a-procedure 5 is not a procedure'],
  ],
  remove: [["even? '(1 2 3 4)", '(1 3)']],
  delete: [
    ["'(1) '((1) 2 (1))", '(2)'],
    ["5 '(1 2)", '(1 2)'],
  ],
  map: [
    ["- '(1 2)", '(-1 -2)'],
    ["+ '(1 2 3) '(10 20)", '(11 22)'],
    ['list \'(1 2) \'(a b) \'("x" "y")', '((1 a "x") (2 b "y"))'],
    ["car '()", '()'],
    ["+ '() '(1)", '()'],
    ["car '(1)", 'fault: type-error car takes a pair, not 1'],
  ],
  'for-each': [
    ["car '()", 'nil'],
    ["- '(1 2)", 'nil'],
    ["+ '(1 2) '(3 4)", 'nil'],
    ["car '(1)", 'fault: type-error car takes a pair, not 1'],
  ],
  fold: [
    ["cons '() '(1 2 3)", '(3 2 1)'],
    ["list 0 '(1 2) '(a b)", '(2 b (1 a 0))'],
    ["list 0 '(1 2 3) '(a)", '(1 a 0)'],
    ["+ 5 '()", '5'],
  ],
  'fold-left': [
    ["list 0 '(1 2)", '((0 1) 2)'],
    ["- 10 '(1 2)", '7'],
  ],
  'fold-right': [
    ["list 0 '(1 2)", '(1 (2 0))'],
    ["- 10 '(1 2)", '9'],
  ],
  reduce: [
    ["max 0 '(1 5 3)", '5'],
    ["list 0 '(1 2 3)", '(3 (2 1))'],
    ["+ 0 '()", '0'],
    ["+ 0 '(7)", '7'],
  ],
  'append-map': [
    ["(lambda (x) (list x x)) '(1 2)", '(1 1 2 2)'],
    ["list '()", '()'],
    ["- '(1)", 'fault: type-error append takes a list, not -1'],
  ],
  find: [
    ["even? '(1 2 4)", '2'],
    ["even? '(1)", '#f'],
  ],
  any: [
    ["(lambda (x) (and (even? x) (* x x))) '(1 2 4)", '4'],
    ["even? '()", '#f'],
  ],
  every: [
    ["(lambda (x) (and (even? x) x)) '(2 4)", '4'],
    ["even? '(2 3)", '#f'],
    ["even? '()", '#t'],
  ],
  sort: [
    ["'(3 1 2 1) <", '(1 1 2 3)'],
    ["'(1 2 3 4 5) >", '(5 4 3 2 1)'],
    ["'() <", '()'],
    ["'((2 . a) (1 . b) (2 . c) (1 . d)) (lambda (x y) (< (car x) (car y)))", '((1 . b) (1 . d) (2 . a) (2 . c))'],
    ["'(1 a) <", 'fault: type-error < takes a number, not a'],
    ["'(2 1) 5", 'fault: type-error sort takes a procedure, not 5'],
    ["< '(2 1)", 'fault: type-error sort takes a procedure, not (2 1)'],
  ],
  count: [
    ["even? '(1 2 4)", '2'],
    ["even? '()", '0'],
  ],
};

export const examples: ReadonlyMap<string, readonly Example[]> = new Map(
  Object.entries({ ...numbers, ...accessors, ...lists, ...texts, ...logic, ...procedures }),
);
