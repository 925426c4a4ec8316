import { type CompiledProcedure } from './compact.js';

// Library procedures written as instructions, where the language has no words for what they do.

const assembled = (
  name: string,
  params: readonly string[],
  rest: string | null,
  words: unknown[],
): CompiledProcedure => ({
  name,
  params,
  rest,
  locals: params.length + (rest === null ? 0 : 1),
  first: words[0] as string,
  words: () => words,
});

export const assembledProcedures: readonly CompiledProcedure[] = [
  assembled('apply', ['procedure'], 'args', [
    'OP_GET_LOCAL',
    0,
    'OP_GET_VARIABLE',
    '%spread',
    'OP_GET_LOCAL',
    1,
    'OP_CALL',
    1,
    'OP_APPLY',
  ]),
  assembled('print', ['value'], null, ['OP_GET_LOCAL', 0, 'OP_PRINT', 'OP_NIL', 'OP_RETURN']),
  // The continuation is captured here, so that it is that of the caller, and the receiver is called in its place.
  assembled('call/cc', ['receiver'], null, [
    'OP_GET_LOCAL',
    0,
    'OP_GET_VARIABLE',
    '%continuation',
    'OP_CAPTURE',
    'OP_CALL',
    1,
    'OP_TAIL_CALL',
    1,
  ]),
  assembled('%dynamic', [], null, ['OP_GET_DYNAMIC', 'OP_RETURN']),
  assembled('%set-dynamic!', ['dynamic'], null, ['OP_GET_LOCAL', 0, 'OP_SET_DYNAMIC', 'OP_NIL', 'OP_RETURN']),
];
