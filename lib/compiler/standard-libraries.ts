// The libraries that come with the language. All of their names are globals; a library says which of them it lends.

/** The names of each library; null where it lends whatever global is asked for. */
export const standardLibraries: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ['(scheme base)', null],
  ['(scheme r5rs)', null],
  ['(scheme case-lambda)', 'case-lambda'],
  [
    '(scheme char)',
    'char-alphabetic? char-ci<=? char-ci<? char-ci=? char-ci>=? char-ci>? char-downcase char-foldcase char-lower-case? char-numeric? char-upcase char-upper-case? char-whitespace? digit-value string-ci<=? string-ci<? string-ci=? string-ci>=? string-ci>? string-downcase string-foldcase string-upcase',
  ],
  ['(scheme complex)', 'angle imag-part magnitude make-polar make-rectangular real-part'],
  [
    '(scheme cxr)',
    'caaar caadr cadar caddr cdaar cdadr cddar cdddr caaaar caaadr caadar caaddr cadaar cadadr caddar cadddr cdaaar cdaadr cdadar cdaddr cddaar cddadr cdddar cddddr',
  ],
  ['(scheme eval)', 'environment eval'],
  [
    '(scheme file)',
    'call-with-input-file call-with-output-file delete-file file-exists? open-binary-input-file open-binary-output-file open-input-file open-output-file with-input-from-file with-output-to-file',
  ],
  ['(scheme inexact)', 'acos asin atan cos exp finite? infinite? log nan? sin sqrt tan'],
  ['(scheme lazy)', 'delay delay-force force make-promise promise?'],
  ['(scheme load)', 'load'],
  ['(scheme process-context)', 'command-line emergency-exit exit get-environment-variable get-environment-variables'],
  ['(scheme read)', 'read'],
  ['(scheme repl)', 'interaction-environment'],
  ['(scheme time)', 'current-jiffy current-second jiffies-per-second'],
  ['(scheme write)', 'display write write-shared write-simple'],
  ...[0, 1, 6, 8, 9, 11, 16, 23, 30, 39, 62, 69, 87].map((number) => [`(srfi ${number})`, null] as const),
]);

/** What `cond-expand` and `(features)` know of this implementation. */
export const features: readonly string[] = ['r7rs', 'exact-closed', 'full-unicode', 'vmactor'];
