import { compileDatum } from '../compiler/compile.js';
import { type Value } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';
import { libraryValues } from '../library/library.js';
import { Code } from '../machine/code.js';
import { link } from '../machine/decode.js';
import { Closure } from '../machine/procedures.js';
import { StorePrimitive } from '../machine/store-primitive.js';
import { type Variables, variablesOf } from '../machine/variables.js';

// The library with `eval`: data is compiled inside the machine, and what that takes is paid for like everything else.

// One call is not divided into slices, so what it may do has a limit of its own.
const mostSteps = 1_000_000;

// What a step of the compiler takes.
const perStep = 4;

const compileInside = /* @__PURE__ */ new StorePrimitive('%compile', 1, 1, (access, datum: Value) => {
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
});

/** Every value of the language by its name. */
export const languageValues: ReadonlyMap<string, Value> = /* @__PURE__ */ new Map(libraryValues).set(
  '%compile',
  compileInside,
);

/** The variables that every actor of the language starts with. */
export const language: Variables = /* @__PURE__ */ variablesOf(languageValues);
