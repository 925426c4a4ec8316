import { compileDatum } from '../compiler/compile.js';
import { bottomUp } from '../data/bottom-up.js';
import { VMError } from '../data/error.js';
import { Pair, type Value } from '../data/values.js';
import { Bytevector, type Items, literalOf, Vector } from '../data/vectors.js';
import { standardInstructions } from '../instructions/standard.js';
import { definitions } from '../library/library.js';
import { Code } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { type Definition, Library } from '../machine/library.js';
import { Closure } from '../machine/procedures.js';
import { type Access, StorePrimitive } from '../machine/store-primitive.js';

// The library with `eval`: data is compiled inside the machine, and what that takes is paid for like everything else.

// One call is not divided into slices, so what it may do has a limit of its own.
const mostSteps = 1_000_000;

// What a step of the compiler takes, and a pair or vector of the program that is copied before.
const perStep = 4;
const perCopy = 12;

// A vector of the store means itself as it is now, like one in the text of a program.
const asProgram = (access: Access, datum: Value): Value => {
  const opened = (value: Value): Pair | Items | undefined => {
    if (value instanceof Pair) return value;
    const hasItems = value instanceof Vector || value instanceof Bytevector;
    return hasItems ? (access.contentOf(value) as Items) : undefined;
  };
  return bottomUp<Value, Value>(
    datum,
    (value) => (opened(value) === undefined ? value : undefined),
    (value) => {
      access.charge(perCopy);
      const whole = opened(value) as Pair | Items;
      const make = (parts: Value[]): Value =>
        whole instanceof Pair
          ? whole.withParts(parts as [Value, Value])
          : literalOf(value instanceof Vector ? Vector : Bytevector, parts);
      return { parts: whole.parts, make };
    },
    () => {
      throw new VMError('syntax-error', 'a program contains itself');
    },
  );
};

const compileInside: Definition = [
  '%compile',
  (name) =>
    new StorePrimitive(name, 1, 1, (access, datum: Value) => {
      const { variables, instructions } = access.state.world;
      const budget = Math.min(access.state.fuel / perStep, mostSteps);
      const { words, steps } = compileDatum(asProgram(access, datum), { syntax: variables, budget });
      access.charge(perStep * steps);
      const code = new Code('eval', [], null, 0, [], words.slice(), [], instructions ?? standardInstructions, true);
      link(code);
      return new Closure(code, []);
    }),
];

/** What every actor of the language starts with. */
export const language: Library = /* @__PURE__ */ new Library([...definitions, compileInside]);
