// The libraries that come with the language. All of their names are globals; a library says which of them it lends.

// Those that lend whatever global is asked for, among them those of whose names none exists here.
const open = /^\((scheme (base|r5rs|complex|file|load|process-context|time)|srfi ([01689]|11|16|23|30|39|62|69|87))\)$/;

// The name of a library behind `scheme`, then what it lends. Each {…} stands for what is between its commas, one after
// the other.
const lists: readonly string[] = [
  'case-lambda case-lambda',
  'char {char,string}-ci{<=,<,=,>=,>}? {char,string}-{downcase,foldcase,upcase} char-{alphabetic,lower-case,numeric,upper-case,whitespace}? digit-value',
  'cxr c{a,d}{a,d}{a,d}{,a,d}r',
  'eval environment eval',
  'inexact acos asin atan cos exp finite? infinite? log nan? sin sqrt tan',
  'lazy delay delay-force force make-promise promise?',
  'read read',
  'repl interaction-environment',
  'write display write write-shared write-simple',
];

const expanded = (text: string): readonly string[] => {
  const [, before = '', choices, after = ''] = /(.*){(.*?)}(.*)/.exec(text) ?? [];
  return choices?.split(',').flatMap((choice) => expanded(before + choice + after)) ?? [text];
};

/** The names that a library lends: none where it lends whatever global is asked for, undefined where there is none. */
export const standardLibrary = (library: string): readonly string[] | undefined => {
  if (open.test(library)) return [];
  for (const list of lists) {
    const [name = '', ...names] = list.split(' ');
    if (library === `(scheme ${name})`) return names.flatMap(expanded);
  }
  return undefined;
};
