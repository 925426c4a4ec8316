import { type Row } from './row.js';

const written = (form: string): string => `(call-with-output-string (lambda (port) ${form}))`;
const textOf = (form: string): string => `(define port (open-input-string "ab (c)")) ${form}`;
const bytes = (form: string): string => `(define port (open-input-bytevector #u8(1 2 3))) ${form}`;
const output = (form: string): string => `(define port (open-output-bytevector)) ${form} (get-output-bytevector port)`;

export const printing: readonly Row[] = [
  ['print', 'prints a value on a line of its own', '(with-output-to-string (lambda () (print 1) (display 2)))', '"2"'],
  ['display', 'prints a value as a part of a line, for people', written('(display \'("a" #\\b) port)'), '"(a b)"'],
  ['write', 'prints a value so that it can be read back', written('(write \'("a" #\\b) port)'), '"(\\"a\\" #\\\\b)"'],
  [
    'write-shared',
    'prints a value with labels for whatever it has twice',
    written("(let ((x '(1))) (write-shared (list x x) port))"),
    '"(#0=(1) #0#)"',
  ],
  [
    'write-simple',
    'prints a value without labels',
    written("(let ((x '(1))) (write-simple (list x x) port))"),
    '"((1) (1))"',
  ],
  ['newline', 'ends a line', written('(newline port)'), '"\\n"'],
  ['write-char', 'prints a character', written('(write-char #\\a port)'), '"a"'],
  [
    'write-string',
    'prints the characters of a string from an index up to another',
    written('(write-string "hello" port 1 3)'),
    '"el"',
  ],
  ['write-u8', 'writes a byte', output('(write-u8 7 port)'), '#u8(7)'],
  [
    'write-bytevector',
    'writes the bytes from an index up to another',
    output('(write-bytevector #u8(1 2 3) port 1)'),
    '#u8(2 3)',
  ],
  ['flush-output-port', 'does nothing: what is printed is given when the message ends', '(flush-output-port)', 'nil'],
];

export const reading: readonly Row[] = [
  ['read', 'the next datum of an input', textOf('(list (read port) (read port))'), '(ab (c))'],
  ['read-char', 'the next character of an input', textOf('(read-char port)'), '#\\a'],
  [
    'peek-char',
    'the next character of an input, which stays there',
    textOf('(list (peek-char port) (read-char port))'),
    '(#\\a #\\a)',
  ],
  ['read-line', 'the rest of a line of an input', textOf('(read-line port)'), '"ab (c)"'],
  ['read-string', 'so many characters of an input', textOf('(read-string 2 port)'), '"ab"'],
  ['char-ready?', 'whether a character of an input is there', textOf('(char-ready? port)'), '#t'],
  ['read-u8', 'the next byte of an input', bytes('(read-u8 port)'), '1'],
  ['peek-u8', 'the next byte of an input, which stays there', bytes('(list (peek-u8 port) (read-u8 port))'), '(1 1)'],
  ['read-bytevector', 'so many bytes of an input', bytes('(read-bytevector 2 port)'), '#u8(1 2)'],
  [
    'read-bytevector!',
    'puts the bytes of an input in places from an index up to another; how many',
    bytes('(let ((b (make-bytevector 3 0))) (read-bytevector! b port 1) b)'),
    '#u8(0 1 2)',
  ],
  ['u8-ready?', 'whether a byte of an input is there', bytes('(u8-ready? port)'), '#t'],
  ['eof-object', 'what an input gives at its end', '(eof-object)', '#<eof>'],
  ['eof-object?', 'whether it is what an input gives at its end', '(eof-object? (read (open-input-string "")))', '#t'],
];

export const ports: readonly Row[] = [
  ['open-input-string', 'an input of the characters of a string', '(read-line (open-input-string "a b"))', '"a b"'],
  ['open-output-string', 'an output that keeps what is written', '(get-output-string (open-output-string))', '""'],
  [
    'get-output-string',
    'what has been written to an output',
    '(define port (open-output-string)) (write "a" port) (get-output-string port)',
    '"\\"a\\""',
  ],
  ['call-with-output-string', '(call-with-output-string (lambda (port) (display "a" port)))', '"a"'],
  ['with-output-to-string', '(with-output-to-string (lambda () (display "a")))', '"a"'],
  ['open-input-bytevector', 'an input of the bytes of a bytevector', '(read-u8 (open-input-bytevector #u8(7)))', '7'],
  [
    'open-output-bytevector',
    'an output that keeps the bytes that are written',
    '(get-output-bytevector (open-output-bytevector))',
    '#u8()',
  ],
  ['get-output-bytevector', 'the bytes that have been written to an output', output('(write-u8 7 port)'), '#u8(7)'],
  ['current-output-port', 'where what is printed goes', '(output-port? (current-output-port))', '#t'],
  ['current-error-port', 'where what is printed goes', '(output-port? (current-error-port))', '#t'],
  [
    'current-input-port',
    'an input that is at its end: what a program reads, it is given',
    '(read (current-input-port))',
    '#<eof>',
  ],
  ['call-with-port', '(call-with-port (open-input-string "a b") read)', 'a'],
  ['close-port', 'closes a port; nil', textOf('(close-port port) (input-port-open? port)'), '#f'],
  ['close-input-port', 'closes an input; nil', textOf('(close-input-port port) (input-port-open? port)'), '#f'],
  [
    'close-output-port',
    'closes an output; nil',
    '(define port (open-output-string)) (close-output-port port) (output-port-open? port)',
    '#f',
  ],
  ['port?', 'whether it is a port', textOf('(port? port)'), '#t'],
  ['input-port?', 'whether it is an input', textOf('(input-port? port)'), '#t'],
  ['output-port?', 'whether it is an output', textOf('(output-port? port)'), '#f'],
  ['textual-port?', 'whether it is a port of characters', textOf('(textual-port? port)'), '#t'],
  ['binary-port?', 'whether it is a port of bytes', textOf('(binary-port? port)'), '#f'],
  ['input-port-open?', 'whether an input is open', textOf('(input-port-open? port)'), '#t'],
  ['output-port-open?', 'whether an output is open', '(output-port-open? (open-output-string))', '#t'],
  [
    'json->datum',
    'the datum that a JSON text is: tables, vectors, strings, numbers',
    '(json->datum "[1, null]")',
    '#(1 nil)',
  ],
  ['datum->json', 'the JSON text of a datum', '(datum->json #(1 "a" #t))', '"[1,\\"a\\",true]"'],
];
