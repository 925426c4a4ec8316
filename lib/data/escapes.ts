// What has a short way of being written: characters in strings and between bars, and quotations.

/** From how a character is written to what is meant; of several ways, the first is how it is printed. */
export const escapes: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\t': '\t',
  '\\r': '\r',
  '\\a': '\x07',
  '\\b': '\b',
  '\\x0;': '\0',
  '\\0': '\0',
  '\\\\': '\\',
  '\\"': '"',
  '\\|': '|',
};

export const quotes: Readonly<Record<string, string>> = {
  "'": 'quote',
  '`': 'quasiquote',
  ',': 'unquote',
  ',@': 'unquote-splicing',
};

/** How something is written; undefined where it has no short way. */
export const writtenFor = (meant: string, table: Readonly<Record<string, string>>): string | undefined =>
  Object.keys(table).find((written) => table[written] === meant);
