// The libraries that come with the language. All of their names are globals; a library says which of them it lends.

// Those that lend every global.
const open = /^\((scheme (base|complex|file|load|process-context|r5rs|time)|srfi ([01689]|11|16|23|30|39|62|69|87))\)$/;

// The name of a library behind `scheme`, and what it lends.
const lent: readonly (readonly [name: string, lends: RegExp])[] = [
  ['case-lambda', /^case-lambda$/],
  ['char', /^(char|string)-(ci|.*case|alpha|num|white)|^digit-value$/],
  ['cxr', /^c[ad]{3,4}r$/],
  ['eval', /^(environment|eval)$/],
  ['inexact', /^(a?(cos|sin|tan)|exp|(in)?finite\?|log|nan\?|sqrt)$/],
  ['lazy', /^(delay(-force)?|force|make-promise|promise\?)$/],
  ['read', /^read$/],
  ['repl', /^interaction-environment$/],
  ['write', /^(display|write(-shared|-simple)?)$/],
];

/** Which globals a library lends, undefined where there is no such library. */
export const standardLibrary = (library: string): RegExp | undefined =>
  open.test(library) ? /^/ : lent.find(([name]) => library === `(scheme ${name})`)?.[1];
