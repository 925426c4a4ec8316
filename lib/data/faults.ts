// Every way a message can fail, in one table. Documentation and messages are derived from it; codes never change meaning.

/** What a kind of fault means, and what to do about it. */
export interface FaultEntry {
  readonly cause: string;
  readonly remedy: string;
}

/** The stable name of a kind of fault. */
export type FaultCode =
  | 'unknown-instruction'
  | 'instruction-exists'
  | 'missing-operand'
  | 'bad-operand'
  | 'bad-jump'
  | 'stack-underflow'
  | 'unbound-variable'
  | 'type-error'
  | 'out-of-range'
  | 'arity-error'
  | 'division-by-zero'
  | 'not-a-procedure'
  | 'syntax-error'
  | 'read-error'
  | 'out-of-fuel'
  | 'stack-limit'
  | 'store-limit'
  | 'outbox-limit'
  | 'host-failed'
  | 'user-raised'
  | 'misuse';

export const faults: Readonly<Record<FaultCode, FaultEntry>> = {
  'unknown-instruction': {
    cause:
      'A word stands where an opcode is expected, or an instruction is to be replaced, and the set has no such opcode.',
    remedy: 'Check the spelling and the operand count of the instruction before it, or define the instruction.',
  },
  'instruction-exists': {
    cause: 'An instruction is defined under a name that exists.',
    remedy: 'Use another name, or replace the instruction.',
  },
  'missing-operand': {
    cause: 'A message, a body or an input ends inside an instruction.',
    remedy: 'Send the whole instruction, or send its words alone, one after the other.',
  },
  'bad-operand': {
    cause: 'An operand is not of the kind the instruction takes: an index, a name, a value, a code body.',
    remedy: 'See the operands of the instruction in the instruction reference.',
  },
  'bad-jump': {
    cause: 'A jump leads outside its message or body, or into the middle of an instruction.',
    remedy: 'Count the words from after the operand; a jump may land on an instruction or exactly at the end.',
  },
  'stack-underflow': {
    cause: 'An instruction needs more values than the operand stack holds.',
    remedy: 'Push its operands first; a procedure starts with an empty operand stack.',
  },
  'unbound-variable': {
    cause: 'A variable is read or assigned before it is defined.',
    remedy: 'Define it first, or check the spelling.',
  },
  'type-error': {
    cause: 'A value is not of the type an instruction or procedure takes.',
    remedy: 'Convert the value, or test its type first.',
  },
  'out-of-range': {
    cause: 'An index or a size lies outside what the value or the machine allows.',
    remedy: 'Check the length first.',
  },
  'arity-error': {
    cause: 'A procedure is called with too few or too many arguments.',
    remedy: 'Call it with the number of arguments it takes.',
  },
  'division-by-zero': {
    cause: 'The divisor is zero.',
    remedy: 'Test the divisor first.',
  },
  'not-a-procedure': {
    cause: 'The value in operator position is not a procedure.',
    remedy: 'Check what the operator evaluates to; a list of data is quoted.',
  },
  'syntax-error': {
    cause: 'A form is not written as its syntax asks.',
    remedy: 'See the form in the language guide.',
  },
  'read-error': {
    cause: 'The text is not a sequence of S-expressions.',
    remedy: 'Look for an unbalanced parenthesis or an unclosed string at the position given.',
  },
  'out-of-fuel': {
    cause: 'The message has spent all the fuel it was allowed.',
    remedy: 'Raise `fuel`, or send less work in one message.',
  },
  'stack-limit': {
    cause: 'More frames and operands are pending than `limits.stack` allows.',
    remedy: 'Recur in tail position, or raise `limits.stack`.',
  },
  'store-limit': {
    cause: 'More variables and store cells are live than `limits.store` allows.',
    remedy: 'Keep less, or raise `limits.store`.',
  },
  'outbox-limit': {
    cause: 'One message has produced more effects than `limits.outbox` allows.',
    remedy: 'Print or send less in one message, or raise `limits.outbox`.',
  },
  'host-failed': {
    cause: 'A host function or a user-defined handler threw, or returned what is not a value.',
    remedy: 'The message contains what was thrown; `cause` holds it.',
  },
  'user-raised': {
    cause: 'The program called `error` or `raise`, and nobody handled it.',
    remedy: 'The message is the program’s own; `cause` holds what was raised.',
  },
  misuse: {
    cause: 'The host program called an operation where it has no meaning.',
    remedy: 'The message says which call, and what to call instead.',
  },
};
