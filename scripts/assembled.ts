import { type CodeJson } from '../lib/machine/code.js';

// Library procedures written as instructions, where the language has no words for what they do.

type Assembled = Pick<CodeJson, 'name' | 'params' | 'rest' | 'body'>;

export const assembledProcedures: readonly Assembled[] = [
  {
    name: 'apply',
    params: ['procedure'],
    rest: 'args',
    body: ['OP_GET_LOCAL', 0, 'OP_GET_VARIABLE', '%spread', 'OP_GET_LOCAL', 1, 'OP_CALL', 1, 'OP_APPLY'],
  },
  { name: 'print', params: ['value'], rest: null, body: ['OP_GET_LOCAL', 0, 'OP_PRINT', 'OP_NIL', 'OP_RETURN'] },
  {
    // The continuation is captured here, so that it is that of the caller, and the receiver is called in its place.
    name: 'call/cc',
    params: ['receiver'],
    rest: null,
    body: ['OP_GET_LOCAL', 0, 'OP_CAPTURE', 'OP_TAIL_CALL', 1],
  },
  { name: '%dynamic', params: [], rest: null, body: ['OP_GET_DYNAMIC', 'OP_RETURN'] },
  {
    name: '%set-dynamic!',
    params: ['dynamic'],
    rest: null,
    body: ['OP_GET_LOCAL', 0, 'OP_SET_DYNAMIC', 'OP_NIL', 'OP_RETURN'],
  },
];
