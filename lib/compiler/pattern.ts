import { isEqual } from '../data/equal.js';
import { Pair, SymbolValue, type Value } from '../data/values.js';
import { stepsOfVector } from './budget.js';
import { type Form, split, syntaxError } from './form.js';
import { type Match, type Notation, type PatternVariable, type Use } from './notation.js';
import { keyOf } from './scope.js';
import { asList } from './strip.js';
import { type Made, type Step } from './walk.js';

// The patterns of macros: how they are read, and how forms are matched with them.

export type Pattern =
  | { readonly kind: 'any' }
  | { readonly kind: 'variable'; readonly variable: PatternVariable }
  | { readonly kind: 'literal'; readonly symbol: SymbolValue }
  | { readonly kind: 'datum'; readonly value: Value }
  | { readonly kind: 'vector'; readonly elements: Pattern }
  | ListPattern;

/** What stands before an ellipsis, with its variables. */
interface Repeated {
  readonly pattern: Pattern;
  readonly variables: readonly PatternVariable[];
}

interface ListPattern {
  readonly kind: 'list';
  readonly before: readonly Pattern[];
  readonly repeated: Repeated | null;
  readonly after: readonly Pattern[];
  readonly tail: Pattern;
}

/** Reads a pattern behind so many ellipses. Faults: `syntax-error` for a variable or an ellipsis too many. */
export const readPattern = (form: Form, depth: number, notation: Notation): Made<Pattern> => {
  const { datum, place } = form;
  if (datum instanceof SymbolValue) return readSymbol(datum, form, depth, notation);
  const elements = asList(datum);
  if (elements !== undefined) return readVector({ datum: elements, place }, depth, notation);
  return datum instanceof Pair ? readList(form, depth, notation) : { kind: 'datum', value: datum };
};

const readSymbol = (symbol: SymbolValue, form: Form, depth: number, notation: Notation): Pattern => {
  const key = keyOf(symbol);
  if (notation.literals.has(key)) return { kind: 'literal', symbol };
  if (notation.isEllipsis(symbol)) throw misplaced(form);
  if (notation.isAny(symbol)) return { kind: 'any' };
  if (notation.variables.has(key)) throw syntaxError(`${symbol.name} stands twice in a pattern`, form.place);
  const variable: PatternVariable = { name: symbol.name, depth };
  notation.variables.set(key, variable);
  return { kind: 'variable', variable };
};

const misplaced = ({ place }: Form): Error =>
  syntaxError('an ellipsis stands behind what it repeats, in a pattern once in a list', place);

function* readVector(form: Form, depth: number, notation: Notation): Step<Pattern> {
  notation.spend(stepsOfVector);
  return { kind: 'vector', elements: yield readPattern(form, depth, notation) };
}

function* readList(form: Form, depth: number, notation: Notation): Step<Pattern> {
  const { parts, tail } = split(form, notation.places);
  notation.spend(parts.length);
  const ellipsis = parts.findIndex(({ datum }) => notation.isEllipsis(datum));
  const end = ellipsis < 0 ? parts.length : ellipsis - 1;
  if (end < 0) throw misplaced(form);
  const before: Pattern[] = [];
  for (const part of parts.slice(0, end)) before.push(yield readPattern(part, depth, notation));
  let repeated: Repeated | null = null;
  const after: Pattern[] = [];
  if (ellipsis > 0) {
    const known = notation.variables.size;
    const pattern = yield readPattern(parts[end] as Form, depth + 1, notation);
    repeated = { pattern, variables: [...notation.variables.values()].slice(known) };
    for (const part of parts.slice(ellipsis + 1)) after.push(yield readPattern(part, depth, notation));
  }
  return { kind: 'list', before, repeated, after, tail: yield readPattern(tail, depth, notation) };
}

/** Whether a form is of a pattern; what its variables stand for is added to the matches of the use. */
export const match = (pattern: Pattern, form: Form, use: Use): Made<boolean> => {
  use.spend(1);
  const { datum, place } = form;
  switch (pattern.kind) {
    case 'any':
      return true;
    case 'variable':
      use.matches.set(pattern.variable, form);
      return true;
    case 'literal':
      return datum instanceof SymbolValue && use.isLiteral(datum, pattern.symbol);
    case 'datum':
      return isEqual(pattern.value, datum);
    case 'vector': {
      const elements = asList(datum);
      return elements !== undefined && match(pattern.elements, { datum: elements, place }, use);
    }
    case 'list':
      return matchList(pattern, form, use);
  }
};

function* matchList({ before, repeated, after, tail }: ListPattern, form: Form, use: Use): Step<boolean> {
  const { places } = use;
  let rest = form;
  for (const pattern of before) {
    const { datum } = rest;
    if (!(datum instanceof Pair)) return false;
    if (!(yield match(pattern, { datum: datum.car, place: places.get(datum) ?? form.place }, use))) return false;
    rest = { datum: datum.cdr, place: form.place };
  }
  if (repeated !== null) {
    const { parts, tail: end } = split(rest, places);
    use.spend(parts.length);
    const last = parts.length - after.length;
    if (last < 0) return false;
    if (!(yield matchEach(repeated, parts.slice(0, last), use))) return false;
    for (const [i, pattern] of after.entries()) {
      if (!(yield match(pattern, parts[last + i] as Form, use))) return false;
    }
    rest = end;
  }
  return yield match(tail, rest, use);
}

// What stands before an ellipsis: each of its variables gets the sequence of what it stands for in each form.
function* matchEach({ pattern, variables }: Repeated, forms: readonly Form[], use: Use): Step<boolean> {
  const { matches } = use;
  if (pattern.kind === 'variable') {
    matches.set(pattern.variable, forms);
    return true;
  }
  const sequences = variables.map((): Match[] => []);
  for (const form of forms) {
    if (!(yield match(pattern, form, use))) return false;
    for (const [i, variable] of variables.entries()) sequences[i]?.push(matches.get(variable) as Match);
  }
  for (const [i, variable] of variables.entries()) matches.set(variable, sequences[i] as Match[]);
  return true;
}
