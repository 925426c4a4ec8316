import { type Row } from './row.js';

export const vectors: readonly Row[] = [
  ['vector?', 'whether it is a vector', '(vector? #(1 2))', '#t'],
  ['vector', 'a vector of its arguments', '(vector 1 2 3)', '#(1 2 3)'],
  ['make-vector', 'a vector of so many times a value', '(make-vector 3 0)', '#(0 0 0)'],
  ['vector-length', 'the number of items', '(vector-length #(1 2 3))', '3'],
  ['vector-ref', 'the item at an index from 0', '(vector-ref #(a b c) 1)', 'b'],
  [
    'vector-set!',
    'puts a value in the place of an item; nil',
    '(let ((v (vector 1 2))) (vector-set! v 0 9) v)',
    '#(9 2)',
  ],
  ['vector-copy', 'a new vector of the items from an index up to another', '(vector-copy #(1 2 3) 1)', '#(2 3)'],
  [
    'vector-copy!',
    'puts the items of another vector in places from an index on; nil',
    '(let ((v (vector 1 2 3))) (vector-copy! v 1 #(8 9)) v)',
    '#(1 8 9)',
  ],
  ['vector-fill!', 'puts a value in all places; nil', '(let ((v (vector 1 2))) (vector-fill! v 0) v)', '#(0 0)'],
  ['vector-append', 'the items of its arguments in one vector', '(vector-append #(1) #(2 3))', '#(1 2 3)'],
  ['vector-map', '(vector-map square #(1 2 3))', '#(1 4 9)'],
  ['vector-for-each', '(let ((sum 0)) (vector-for-each (lambda (n) (set! sum (+ sum n))) #(1 2 3)) sum)', '6'],
  ['vector->list', 'a list of the items from an index up to another', '(vector->list #(1 2 3))', '(1 2 3)'],
  ['list->vector', 'a vector of the elements of a list', "(list->vector '(1 2 3))", '#(1 2 3)'],
  ['vector->string', '(vector->string #(#\\a #\\b))', '"ab"'],
  ['string->vector', '(string->vector "ab")', '#(#\\a #\\b)'],
];

export const bytevectors: readonly Row[] = [
  ['bytevector?', 'whether it is a bytevector', '(bytevector? #u8(1 2))', '#t'],
  ['bytevector', 'a bytevector of its arguments, integers from 0 to 255', '(bytevector 1 2 3)', '#u8(1 2 3)'],
  ['make-bytevector', 'a bytevector of so many times a byte', '(make-bytevector 3 7)', '#u8(7 7 7)'],
  ['bytevector-length', 'the number of bytes', '(bytevector-length #u8(1 2 3))', '3'],
  ['bytevector-u8-ref', 'the byte at an index from 0', '(bytevector-u8-ref #u8(1 2 3) 1)', '2'],
  [
    'bytevector-u8-set!',
    'puts a byte in the place of another; nil',
    '(let ((b (bytevector 1 2))) (bytevector-u8-set! b 0 9) b)',
    '#u8(9 2)',
  ],
  [
    'bytevector-copy',
    'a new bytevector of the bytes from an index up to another',
    '(bytevector-copy #u8(1 2 3) 1)',
    '#u8(2 3)',
  ],
  [
    'bytevector-copy!',
    'puts the bytes of another bytevector in places from an index on; nil',
    '(let ((b (bytevector 1 2 3))) (bytevector-copy! b 1 #u8(8 9)) b)',
    '#u8(1 8 9)',
  ],
  [
    'bytevector-fill!',
    'puts a byte in all places; nil',
    '(let ((b (bytevector 1 2))) (bytevector-fill! b 0) b)',
    '#u8(0 0)',
  ],
  [
    'bytevector-append',
    'the bytes of its arguments in one bytevector',
    '(bytevector-append #u8(1) #u8(2))',
    '#u8(1 2)',
  ],
  ['utf8->string', 'the text that bytes are in UTF-8', '(utf8->string #u8(97 98))', '"ab"'],
  ['string->utf8', 'the bytes that a text is in UTF-8', '(string->utf8 "é")', '#u8(195 169)'],
];

const table = '(define t (make-hash-table)) (hash-table-set! t "a" 1)';

export const tables: readonly Row[] = [
  ['hash-table?', 'whether it is a hash table', '(hash-table? (make-hash-table))', '#t'],
  [
    'make-hash-table',
    'an empty hash table; with `eq?` or `eqv?` its keys are the same by identity',
    '(make-hash-table)',
    '#<hash-table>',
  ],
  ['alist->hash-table', '(alist->hash-table \'(("a" . 1)))', '#<hash-table ("a" . 1)>'],
  ['hash-table-set!', 'gives a key a value; nil', `${table} t`, '#<hash-table ("a" . 1)>'],
  ['hash-table-ref', `${table} (hash-table-ref t "b" (lambda () 0))`, '0'],
  [
    'hash-table-ref/default',
    'the value of a key; if there is none, the third argument',
    `${table} (hash-table-ref/default t "b" 0)`,
    '0',
  ],
  ['hash-table-exists?', 'whether there is a value for a key', `${table} (hash-table-exists? t "a")`, '#t'],
  ['hash-table-update!', `${table} (hash-table-update! t "a" square) t`, '#<hash-table ("a" . 1)>'],
  [
    'hash-table-update!/default',
    `${table} (hash-table-update!/default t "b" square 3) t`,
    '#<hash-table ("a" . 1) ("b" . 9)>',
  ],
  [
    'hash-table-delete!',
    'takes a key and its value away; nil',
    `${table} (hash-table-delete! t "a") t`,
    '#<hash-table>',
  ],
  ['hash-table-clear!', 'takes all keys away; nil', `${table} (hash-table-clear! t) t`, '#<hash-table>'],
  ['hash-table-size', 'the number of keys', `${table} (hash-table-size t)`, '1'],
  ['hash-table-keys', 'the keys, in the order in which they came', `${table} (hash-table-keys t)`, '("a")'],
  ['hash-table-values', 'the values, in the order of their keys', `${table} (hash-table-values t)`, '(1)'],
  ['hash-table->alist', 'a list of pairs of keys and values', `${table} (hash-table->alist t)`, '(("a" . 1))'],
  [
    'hash-table-copy',
    'another hash table of the same keys and values',
    `${table} (hash-table-copy t)`,
    '#<hash-table ("a" . 1)>',
  ],
  ['hash-table-walk', `${table} (define n 0) (hash-table-walk t (lambda (key value) (set! n (+ n value)))) n`, '1'],
  ['hash-table-fold', `${table} (hash-table-fold t (lambda (key value sum) (+ value sum)) 0)`, '1'],
  [
    'hash-table-merge!',
    `${table} (hash-table-merge! t (alist->hash-table '((b . 2)))) t`,
    '#<hash-table ("a" . 1) (b . 2)>',
  ],
];
