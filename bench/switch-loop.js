// The contestant of the interpreter benchmark: a hand-written mutable interpreter of the same instructions. One switch,
// one array as the operand stack, frames in arrays, fuel, and the same checks of types, arity and underflow; no
// immutable state, no tracing, no rollback.

const CONSTANT = 0;
const GET_LOCAL = 1;
const GET_VARIABLE = 2;
const DEFINE_VARIABLE = 3;
const LESS = 4;
const ADD = 5;
const SUBTRACT = 6;
const JUMP_IF_FALSE = 7;
const CALL = 8;
const RETURN = 9;
const CLOSURE = 10;

const codes = {
  OP_CONSTANT: CONSTANT,
  OP_GET_LOCAL: GET_LOCAL,
  OP_GET_VARIABLE: GET_VARIABLE,
  OP_DEFINE_VARIABLE: DEFINE_VARIABLE,
  OP_LESS: LESS,
  OP_ADD: ADD,
  OP_SUBTRACT: SUBTRACT,
  OP_JUMP_IF_FALSE: JUMP_IF_FALSE,
  OP_CALL: CALL,
  OP_RETURN: RETURN,
  OP_CLOSURE: CLOSURE,
};

const withOperand = new Set([CONSTANT, GET_LOCAL, GET_VARIABLE, DEFINE_VARIABLE, JUMP_IF_FALSE, CALL, CLOSURE]);

class Procedure {
  constructor(code, arity) {
    this.code = code;
    this.arity = arity;
  }
}

/** Bytecode with opcodes as numbers, names as slots and bodies as procedures. */
export const prepare = (words, slots = new Map()) => {
  const code = [];
  for (let i = 0; i < words.length; i += 1) {
    const opcode = codes[words[i]];
    if (opcode === undefined) throw new Error(`no ${String(words[i])} here`);
    code.push(opcode);
    if (!withOperand.has(opcode)) continue;
    i += 1;
    let operand = words[i];
    if (opcode === GET_VARIABLE || opcode === DEFINE_VARIABLE) {
      if (!slots.has(operand)) slots.set(operand, slots.size);
      operand = slots.get(operand);
    }
    if (opcode === CLOSURE) operand = new Procedure(prepare(operand.body, slots), operand.params.length);
    code.push(operand);
  }
  return code;
};

const fail = (reason) => {
  throw new Error(reason);
};

/** Runs a program, with so much fuel: what it gives, and how many instructions that took. */
export const run = (main, allowance) => {
  const stack = [];
  const variables = [];
  const callers = [];
  const returns = [];
  const bases = [];
  let code = main;
  let ip = 0;
  let base = 0;
  let fuel = allowance;
  for (;;) {
    if (ip >= code.length) return { result: stack[stack.length - 1], instructions: allowance - fuel };
    if (fuel <= 0) fail('out of fuel');
    fuel -= 1;
    switch (code[ip]) {
      case CONSTANT:
        stack.push(code[ip + 1]);
        ip += 2;
        break;
      case GET_LOCAL:
        stack.push(stack[base + code[ip + 1]]);
        ip += 2;
        break;
      case GET_VARIABLE: {
        const value = variables[code[ip + 1]];
        if (value === undefined) fail('unbound variable');
        stack.push(value);
        ip += 2;
        break;
      }
      case DEFINE_VARIABLE:
        if (stack.length < 1) fail('underflow');
        variables[code[ip + 1]] = stack.pop();
        ip += 2;
        break;
      case LESS: {
        if (stack.length < 2) fail('underflow');
        const b = stack.pop();
        const a = stack.pop();
        if (typeof a !== 'number' || typeof b !== 'number') fail('not a number');
        stack.push(a < b);
        ip += 1;
        break;
      }
      case ADD: {
        if (stack.length < 2) fail('underflow');
        const b = stack.pop();
        const a = stack.pop();
        if (typeof a !== 'number' || typeof b !== 'number') fail('not a number');
        const sum = a + b;
        if (!(sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER)) fail('too large');
        stack.push(sum);
        ip += 1;
        break;
      }
      case SUBTRACT: {
        if (stack.length < 2) fail('underflow');
        const b = stack.pop();
        const a = stack.pop();
        if (typeof a !== 'number' || typeof b !== 'number') fail('not a number');
        const difference = a - b;
        if (!(difference <= Number.MAX_SAFE_INTEGER && difference >= -Number.MAX_SAFE_INTEGER)) fail('too large');
        stack.push(difference);
        ip += 1;
        break;
      }
      case JUMP_IF_FALSE:
        if (stack.length < 1) fail('underflow');
        ip += 2 + (stack.pop() === false ? code[ip + 1] : 0);
        break;
      case CLOSURE:
        stack.push(code[ip + 1]);
        ip += 2;
        break;
      case CALL: {
        const argc = code[ip + 1];
        if (stack.length <= argc) fail('underflow');
        const procedure = stack[stack.length - 1 - argc];
        if (!(procedure instanceof Procedure)) fail('not a procedure');
        if (procedure.arity !== argc) fail('arity');
        if (callers.length >= 5_000_000) fail('too deep');
        callers.push(code);
        returns.push(ip + 2);
        bases.push(base);
        base = stack.length - argc;
        code = procedure.code;
        ip = 0;
        break;
      }
      case RETURN: {
        const result = stack.length > base ? stack.pop() : null;
        if (callers.length === 0) return { result, instructions: allowance - fuel };
        stack.length = base - 1;
        stack.push(result);
        code = callers.pop();
        ip = returns.pop();
        base = bases.pop();
        break;
      }
      default:
        fail('unknown instruction');
    }
  }
};
