import { list, Pair, type Value } from '../data/values.js';
import { type CodeJson } from '../machine/code.js';
import { primitive } from './define.js';

// Library procedures written as instructions, where the language has no words for what they do.

/** A compiled procedure as it is written down: name, whether it is internal, parameters, rest, locals, body. */
export type CompiledRow = readonly [string, boolean, readonly string[], string | null, number, readonly unknown[]];

export interface CompiledProcedure {
  readonly name: string;
  /** Known to the library only. */
  readonly isInternal?: boolean;
  readonly code: CodeJson;
}

const body = (name: string, params: readonly string[], rest: string | null, words: readonly unknown[]): CodeJson => ({
  name,
  params,
  rest,
  locals: params.length + (rest === null ? 0 : 1),
  captures: [],
  body: words,
  positions: [],
});

// (a b (c d)) to (a b c d): the arguments of apply, the last of which is a list.
const spread = primitive('apply', 1, 'the arguments of apply in one list', (args: Value) => {
  if (!(args instanceof Pair)) return args;
  const all = [...args];
  return list(all.slice(0, -1), all.at(-1));
});

/** A row as a procedure. */
export const procedureOf = ([name, isInternal, params, rest, locals, words]: CompiledRow): CompiledProcedure => ({
  name,
  isInternal,
  code: { ...body(name, params, rest, words), locals },
});

export const assembledProcedures: readonly CompiledProcedure[] = [
  {
    name: 'apply',
    code: body('apply', ['procedure'], 'args', [
      'OP_GET_LOCAL',
      0,
      'OP_CONSTANT',
      spread,
      'OP_GET_LOCAL',
      1,
      'OP_CALL',
      1,
      'OP_APPLY',
    ]),
  },
  {
    name: 'display',
    code: body('display', ['value'], null, ['OP_GET_LOCAL', 0, 'OP_DISPLAY', 'OP_NIL', 'OP_RETURN']),
  },
  {
    name: 'newline',
    code: body('newline', [], null, ['OP_CONSTANT', '\n', 'OP_DISPLAY', 'OP_NIL', 'OP_RETURN']),
  },
  {
    name: 'print',
    code: body('print', ['value'], null, ['OP_GET_LOCAL', 0, 'OP_PRINT', 'OP_NIL', 'OP_RETURN']),
  },
];
