// The standard instruction set, and how instructions are made of functions, for an actor of `vmactor/core`.

export { disassemble } from './disassemble.js';
export { binary, nullary, unary } from './lift.js';
export { instructionSet, standardInstructions } from './standard.js';
