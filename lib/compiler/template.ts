import { Pair, SymbolValue, type Value } from '../data/values.js';
import { stepsOfVector } from './budget.js';
import { listOf, vectorOf } from './data.js';
import { fail, type Form, placeless, shown, split } from './form.js';
import { type Depths, type IsEllipsis, type Match, type Notation, type Use } from './rules.js';
import { Alias, type Key, keyOf } from './scope.js';
import { inTurn, type Made } from './walk.js';

// The templates of macros. A template is read to what makes forms of it.

/** The forms that a template makes: one, or as many as an ellipsis repeats. */
export type Template = (use: Use) => Made<readonly Form[]>;

export const instantiate = (template: Template, use: Use): Made<readonly Form[]> => {
  use.scope.unit.spend(1, use);
  return template(use);
};

const one = (datum: Value): readonly Form[] => [placeless(datum)];

/** Reads templates before so many ellipses. Faults: `syntax-error` for an ellipsis too few or too many. */
export const templateReader = (
  { form: whole, scope }: Notation,
  depths: Depths,
): ((form: Form, depth: number, isEllipsis: IsEllipsis) => Made<Template>) => {
  const { unit } = scope;
  // The variables, as they are met.
  const used: Key[] = [];

  const nothingToRepeat = (form: Form): never => fail(`${shown(form)} has nothing to repeat`, form);

  const read = (form: Form, depth: number, isEllipsis: IsEllipsis): Made<Template> => {
    const { datum } = form;
    if (datum instanceof SymbolValue) return readSymbol(datum, form, depth, isEllipsis);
    const elements = listOf(form);
    if (elements !== undefined) return readVector(elements, depth, isEllipsis);
    return datum instanceof Pair ? readList(form, depth, isEllipsis) : () => one(datum);
  };

  const readSymbol = (symbol: SymbolValue, form: Form, depth: number, isEllipsis: IsEllipsis): Template => {
    const key = keyOf(symbol);
    const needed = depths.get(key);
    if (needed === undefined) {
      if (isEllipsis(form)) nothingToRepeat(form);
      return ({ aliases }) => {
        const alias = aliases.get(key) ?? new Alias(symbol, scope);
        aliases.set(key, alias);
        unit.hasAliases = true;
        return one(alias);
      };
    }
    if (needed > depth) fail(`${symbol.name} has too few ellipses`, form);
    used.push(key);
    return ({ matches }) => [matches.get(key) as Form];
  };

  // What makes a datum of the forms that several templates make.
  const making =
    (templates: readonly Template[], make: (forms: (readonly Form[])[]) => Value): Template =>
    (use) =>
      inTurn(
        templates,
        (template) => instantiate(template, use),
        (forms) => one(make(forms)),
        unit,
      );

  const readVector = (elements: Form, depth: number, isEllipsis: IsEllipsis): Made<Template> => {
    unit.spend(stepsOfVector, whole);
    return inTurn(
      [elements],
      (each) => read(each, depth, isEllipsis),
      (templates) => making(templates, ([list]) => vectorOf(list?.[0]?.datum as Value)),
      unit,
    );
  };

  const readList = (form: Form, depth: number, isEllipsis: IsEllipsis): Made<Template> => {
    const [parts, tail] = split(form);
    unit.spend(parts.length, whole);
    // In (... template) an ellipsis is a symbol like any other.
    if (isEllipsis(parts[0]) && parts.length === 2) return read(parts[1] as Form, depth, () => false);
    // Each element, and how many ellipses stand behind it; how many variables were met before it.
    const elements: [part: Form, ellipses: number][] = [];
    const known: number[] = [];
    for (const part of parts) {
      const last = elements.at(-1);
      if (last !== undefined && isEllipsis(part)) last[1] += 1;
      else elements.push([part, 0]);
    }
    elements.push([tail, 0]);
    const make = ([part, ellipses]: readonly [Form, number]): Made<Template> => {
      known.push(used.length);
      return read(part, depth + ellipses, isEllipsis);
    };
    const end = (templates: Template[]): Template =>
      making(
        templates.map((template, i) => {
          const [part, ellipses] = elements[i] as (typeof elements)[number];
          const keys = [...new Set(used.slice(known[i], known[i + 1]))];
          for (let inner = ellipses; inner > 0; inner -= 1) {
            const drivers = keys.filter((key) => (depths.get(key) as number) >= depth + inner);
            if (drivers.length === 0) nothingToRepeat(part);
            template = repeat(template, drivers, inner === ellipses && part.datum instanceof SymbolValue);
          }
          return template;
        }),
        (forms) => {
          const last = forms.pop() as readonly Form[];
          return unit.list(forms.flat(), last[0]?.datum as Value);
        },
      );
    return inTurn(elements, make, end, unit);
  };

  return read;
};

const repeat =
  (template: Template, drivers: readonly Key[], isVariable: boolean): Template =>
  (use) => {
    const { matches } = use;
    const { unit } = use.scope;
    const sequences = drivers.map((key) => matches.get(key) as readonly Match[]);
    const [first = []] = sequences;
    const { length } = first;
    if (sequences.some((sequence) => sequence.length !== length)) {
      const names = drivers.map((key) => (typeof key === 'string' ? key : key.name));
      fail(`${names.join(' and ')} are of different lengths`, use);
    }
    unit.spend(length, use);
    if (isVariable) return first as readonly Form[];
    const make = (_match: Match, i: number): Made<readonly Form[]> => {
      for (const [j, key] of drivers.entries()) matches.set(key, sequences[j]?.[i] as Match);
      return instantiate(template, use);
    };
    const end = (forms: (readonly Form[])[]): readonly Form[] => {
      for (const [j, key] of drivers.entries()) matches.set(key, sequences[j] as Match);
      return forms.flat();
    };
    return inTurn(first, make, end, unit);
  };
