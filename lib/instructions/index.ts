// The standard instruction set, for an actor of `vmactor/core`.

export { disassemble } from './disassemble.js';
export { instructionSet, standardInstructions } from './standard.js';
