import { compile, type CompileOptions } from '../../lib/compiler/compile.js';

/** Words with the bodies of closures in the place of their code: `['OP_CLOSURE', [params, ...words]]`. */
export const outlineOf = (words: readonly unknown[]): unknown[] =>
  words.map((word, i) => {
    if (words[i - 1] !== 'OP_CLOSURE') return word;
    const { params, rest, body } = word as { params: string[]; rest: string | null; body: unknown[] };
    return [rest === null ? params : [...params, '.', rest], ...outlineOf(body)];
  });

export const outline = (source: string, options?: CompileOptions): unknown[] => outlineOf(compile(source, options));

export const get = (name: string): unknown[] => ['OP_GET_VARIABLE', name];

/** A call of what the library defines under a reserved name, as words. */
export const reserved = (name: string, count: number, ...args: readonly unknown[]): unknown[] => [
  ...get(`%${name}`),
  ...args,
  'OP_CALL',
  count,
];

export const constant = (value: unknown): unknown[] => ['OP_CONSTANT', value];

export const symbol = (name: string): unknown[] => constant({ symbol: name });

export const symbols = (...names: readonly string[]): unknown[] =>
  constant({ list: names.map((name) => ({ symbol: name })) });
