// What the instructions of the standard set are for, by family and in the order of the table. Nothing that runs needs
// this: it is for the reference and for `:doc` of the command.

/** Opcodes with a line about each: `a` and `b` are the topmost values, b on top. */
export const manual: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stack: {
    OP_CONSTANT: 'pushes its operand',
    OP_POP: 'drops the top',
    OP_DUP: 'pushes the top again',
    OP_SWAP: 'exchanges the two topmost values',
    OP_NIL: 'pushes nil',
  },
  arithmetic: {
    OP_ADD: 'a + b',
    OP_SUBTRACT: 'a - b',
    OP_MULTIPLY: 'a * b',
    OP_DIVIDE: 'a / b; exact where integers divide without a remainder',
    OP_NEGATE: '-a',
    OP_MODULO: 'the remainder of a / b with the sign of b',
    OP_POWER: 'a to the power of b',
  },
  comparison: {
    OP_GREATER: 'whether a > b',
    OP_LESS: 'whether a < b',
    OP_EQUAL: 'whether a and b have the same structure; NaN equals nothing',
    OP_GREATER_EQUAL: 'whether a >= b',
    OP_LESS_EQUAL: 'whether a <= b',
    OP_NOT_EQUAL: 'whether a and b differ in structure',
  },
  boolean: {
    OP_TRUE: 'pushes true',
    OP_FALSE: 'pushes false',
    OP_NOT: 'whether a is false',
    OP_AND: 'b, unless a is false',
    OP_OR: 'a, unless a is false, then b',
  },
  variables: {
    OP_DEFINE_VARIABLE: 'defines a variable as the top',
    OP_GET_VARIABLE: 'pushes the value of a variable',
    OP_SET_VARIABLE: 'assigns the top to a variable that is defined',
  },
  'locals and boxes': {
    OP_GET_LOCAL: 'pushes a local',
    OP_SET_LOCAL: 'initialises a local with the top',
    OP_GET_CAPTURED: 'pushes a value the running closure captured',
    OP_GET_CALLEE: 'pushes the running closure',
    OP_BOX: 'puts the top in a box: a cell of the store',
    OP_EMPTY_BOX: 'pushes a box that has no value yet',
    OP_UNBOX: 'the content of the box on top',
    OP_SET_BOX: 'puts a into the box b',
  },
  control: {
    OP_JUMP: 'goes on so many words further',
    OP_JUMP_IF_FALSE: 'goes on so many words further if the top is false',
    OP_LOOP: 'goes on so many words back',
  },
  procedures: {
    OP_CLOSURE: 'pushes a closure of its code over what it captures',
    OP_CALL: 'calls a procedure, pushed before its n arguments',
    OP_TAIL_CALL: 'the same in place of the running procedure',
    OP_APPLY: 'calls a with the elements of the list b, in place of the running procedure',
    OP_CAPTURE: 'pushes the continuation of the running procedure',
    OP_GET_DYNAMIC: 'pushes the dynamic environment: handlers, parameters, and what else is in force',
    OP_SET_DYNAMIC: 'makes the top the dynamic environment',
    OP_RETURN: 'gives the top to the caller, nil if there is none; at top level it ends the message',
  },
  types: {
    OP_IS_NUMBER: 'whether a is a number',
    OP_IS_STRING: 'whether a is a string',
    OP_IS_BOOL: 'whether a is a boolean',
    OP_TO_STRING: 'a as text, as display shows it',
    OP_TO_NUMBER: 'the number a text stands for, nil if none',
  },
  output: {
    OP_PRINT: 'prints the top and keeps it',
    OP_DISPLAY: 'prints the top and drops it, as a part of a line',
    OP_PRINT_STACK: 'prints the stack, bottom to top, and keeps it',
  },
};
