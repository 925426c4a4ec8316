// What has a short way of being written: characters in strings and between bars, and quotations.

export const escapes: ReadonlyMap<string, string> = new Map([
  ['\\n', '\n'],
  ['\\t', '\t'],
  ['\\r', '\r'],
  ['\\a', '\x07'],
  ['\\b', '\b'],
  ['\\0', '\0'],
  ['\\x0;', '\0'],
  ['\\\\', '\\'],
  ['\\"', '"'],
  ['\\|', '|'],
]);

export const quotes: ReadonlyMap<string, string> = new Map([
  ["'", 'quote'],
  ['`', 'quasiquote'],
  [',', 'unquote'],
  [',@', 'unquote-splicing'],
]);

/** From what is meant to how it is written, the last way of several. */
export const inverse = (table: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(Array.from(table, ([written, meant]) => [meant, written]));
