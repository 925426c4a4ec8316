import { compileDatum } from '../compiler/compile.js';
import { type Value } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';
import { definitions } from '../library/library.js';
import { Code } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { type Definition, Library } from '../machine/library.js';
import { Closure } from '../machine/procedures.js';
import { StorePrimitive } from '../machine/store-primitive.js';

// The library with `eval`: data is compiled inside the machine, and what that takes is paid for like everything else.

// One call is not divided into slices, so what it may do has a limit of its own.
const mostSteps = 1_000_000;

// What a step of the compiler takes.
const perStep = 4;

const compileInside: Definition = [
  '%compile',
  (name) =>
    new StorePrimitive(name, 1, 1, (access, datum: Value) => {
      const { variables, instructions } = access.state.world;
      const { words, steps } = compileDatum(datum, {
        syntax: variables,
        budget: Math.min(access.state.fuel / perStep, mostSteps),
        contentOf: access.contentOf,
      });
      access.charge(perStep * steps);
      const code = new Code('eval', [], null, 0, [], words.slice(), [], instructions ?? standardInstructions, true);
      link(code);
      return new Closure(code, []);
    }),
];

/** What every actor of the language starts with. */
export const language: Library = /* @__PURE__ */ new Library([...definitions, compileInside]);
