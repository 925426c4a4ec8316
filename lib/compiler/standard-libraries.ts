// The libraries that come with the language. All of their names are globals; a library says which of them it lends.

// Each {…} stands for what is between its commas, one after the other.
const names: Readonly<Record<string, string>> = {
  'case-lambda': 'case-lambda',
  char: '{char,string}-ci{<=,<,=,>=,>}? {char,string}-{downcase,foldcase,upcase} char-{alphabetic,lower-case,numeric,upper-case,whitespace}? digit-value',
  complex: 'angle imag-part magnitude make-polar make-rectangular real-part',
  cxr: 'c{a,d}{a,d}{a,d}r c{a,d}{a,d}{a,d}{a,d}r',
  eval: 'environment eval',
  file: 'call-with-{in,out}put-file delete-file file-exists? open-{,binary-}{in,out}put-file with-{input-from,output-to}-file',
  inexact: 'acos asin atan cos exp finite? infinite? log nan? sin sqrt tan',
  lazy: 'delay delay-force force make-promise promise?',
  load: 'load',
  'process-context': 'command-line emergency-exit exit get-environment-variable{,s}',
  read: 'read',
  repl: 'interaction-environment',
  time: 'current-jiffy current-second jiffies-per-second',
  write: 'display write write-shared write-simple',
};

const expanded = (text: string): string =>
  text.replace(/(\S*){(.*?)}(\S*)/g, (_, before: string, choices: string, after: string) =>
    choices
      .split(',')
      .map((choice) => expanded(before + choice + after))
      .join(' '),
  );

/** The names of each library; null where it lends whatever global is asked for. */
export const standardLibraries: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ...[
    'scheme base',
    'scheme r5rs',
    ...[0, 1, 6, 8, 9, 11, 16, 23, 30, 39, 62, 69, 87].map((number) => `srfi ${number}`),
  ].map((name) => [`(${name})`, null] as const),
  ...Object.entries(names).map(([name, text]) => [`(scheme ${name})`, expanded(text)] as const),
]);
