/**
 * A name of the library, what it is in one line, a form that shows it, and what that gives. The line of what is written in
 * the language stands in the comment above its definition.
 */
export type Row =
  | readonly [name: string, doc: string, source: string, result: string]
  | readonly [name: string, source: string, result: string];
