import { isEqual } from '../data/equal.js';
import { Pair, SymbolValue } from '../data/values.js';
import { stepsOfVector } from './budget.js';
import { listOf } from './data.js';
import { first, type Form, misplaced, rest, split, twice } from './form.js';
import { type Depths, type Match, type Notation, type Use } from './rules.js';
import { type Key, keyOf, lookUp } from './scope.js';
import { inTurn, type Made, type Step } from './walk.js';

// The patterns of macros. A pattern is read to what matches forms with it.

/** Whether a form is of the pattern; what its variables stand for is added to the matches of the use. */
export type Pattern = (form: Form, use: Use) => Made<boolean>;

export const match = (pattern: Pattern, form: Form, use: Use): Made<boolean> => {
  use.scope.unit.spend(1, use);
  return pattern(form, use);
};

/** Reads patterns behind so many ellipses. Faults: `syntax-error` for a variable or an ellipsis too many. */
export const patternReader = (
  { form: whole, scope, isEllipsis, literals }: Notation,
  depths: Depths,
): ((form: Form, depth: number) => Made<Pattern>) => {
  const { unit } = scope;

  const read = (form: Form, depth: number): Made<Pattern> => {
    const { datum } = form;
    if (datum instanceof SymbolValue) return readSymbol(datum, form, depth);
    const elements = listOf(form);
    if (elements !== undefined) return readVector(elements, depth);
    return datum instanceof Pair ? readList(form, depth) : (given) => isEqual(datum, given.datum);
  };

  const readSymbol = (symbol: SymbolValue, form: Form, depth: number): Pattern => {
    const key = keyOf(symbol);
    if (literals.has(key)) {
      return ({ datum }, use) =>
        datum instanceof SymbolValue && unit.meaningOf(datum, use.scope) === unit.meaningOf(symbol, scope);
    }
    if (isEllipsis(form)) misplaced(form);
    if (lookUp(symbol, scope) === '_') return () => true;
    if (depths.has(key)) twice(symbol, form);
    depths.set(key, depth);
    return (given, { matches }) => matches.set(key, given).has(key);
  };

  const readVector = (elements: Form, depth: number): Made<Pattern> => {
    unit.spend(stepsOfVector, whole);
    const end =
      ([pattern]: Pattern[]): Pattern =>
      (form, use) => {
        const given = listOf(form);
        return given !== undefined && match(pattern as Pattern, given, use);
      };
    return inTurn([elements], (each) => read(each, depth), end, unit);
  };

  const readList = (form: Form, depth: number): Made<Pattern> => {
    const [parts, tail] = split(form);
    unit.spend(parts.length, whole);
    const ellipsis = parts.findIndex(isEllipsis);
    if (ellipsis === 0) misplaced(form);
    const repeated = ellipsis - 1;
    if (ellipsis > 0) parts.splice(ellipsis, 1);
    const known: number[] = [];
    const make = (part: Form, i: number): Made<Pattern> => {
      known.push(depths.size);
      return read(part, i === repeated ? depth + 1 : depth);
    };
    const end = (patterns: Pattern[]): Pattern => {
      const last = patterns.pop() as Pattern;
      if (ellipsis < 0) return (given, use) => matchList(given, use, patterns, last);
      const after = patterns.splice(ellipsis);
      const pattern = patterns.pop() as Pattern;
      const keys = [...depths.keys()].slice(known[repeated], known[ellipsis]);
      const [key] = keys;
      const each: Each =
        key !== undefined && parts[repeated]?.datum instanceof SymbolValue
          ? (forms, { matches }) => matches.set(key, forms).has(key)
          : (forms, use) => matchEach(forms, use, pattern, keys);
      return (given, use) => matchList(given, use, patterns, last, each, after);
    };
    return inTurn([...parts, tail], make, end, unit);
  };

  return read;
};

type Each = (forms: readonly Form[], use: Use) => Made<boolean>;

function* matchList(
  form: Form,
  use: Use,
  before: readonly Pattern[],
  last: Pattern,
  each?: Each,
  after: readonly Pattern[] = [],
): Step<boolean> {
  for (const pattern of before) {
    if (!(form.datum instanceof Pair && (yield match(pattern, first(form), use)))) return false;
    form = rest(form);
  }
  if (each !== undefined) {
    const [forms, end] = split(form);
    use.scope.unit.spend(forms.length, use);
    const behind = after.length === 0 ? [] : forms.splice(-after.length);
    if (behind.length < after.length || !(yield each(forms, use))) return false;
    for (const [i, pattern] of after.entries()) if (!(yield match(pattern, behind[i] as Form, use))) return false;
    form = end;
  }
  return yield match(last, form, use);
}

// What stands before an ellipsis: each of its variables gets the sequence of what it stands for in each form.
function* matchEach(forms: readonly Form[], use: Use, pattern: Pattern, keys: readonly Key[]): Step<boolean> {
  const { matches } = use;
  const sequences = keys.map((): Match[] => []);
  for (const form of forms) {
    if (!(yield match(pattern, form, use))) return false;
    for (const [i, key] of keys.entries()) sequences[i]?.push(matches.get(key) as Match);
  }
  for (const [i, key] of keys.entries()) matches.set(key, sequences[i] as Match[]);
  return true;
}
