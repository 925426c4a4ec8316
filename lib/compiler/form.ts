import { VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
import { type Place, PlacedPair } from '../data/placed.js';
import { emptyList, Pair, SymbolValue, type Value } from '../data/values.js';

// A datum with the place it was read at, and how forms are taken apart.

export interface Form {
  readonly datum: Value;
  readonly place: Place | undefined;
}

/** A form that was read nowhere. */
export const placeless = (datum: Value): Form => ({ datum, place: undefined });

/** Faults: `syntax-error`, with the place of a form. */
export function fail(detail: string, { place }: Pick<Form, 'place'>): never {
  throw new VMError('syntax-error', detail, place);
}

/** Faults: `syntax-error` for a form that is not written like a pattern. */
export function malformed(form: Form, pattern: string): never {
  fail(`${shown(form)} should be (${pattern})`, form);
}

/** Faults: `syntax-error` for a form that is not what it should be. */
export function isNo(what: string, form: Form): never {
  fail(`${shown(form)} is no ${what}`, form);
}

/** Faults: `syntax-error` for a form that has its place elsewhere. */
export function misplaced(form: Form): never {
  fail(`${shown(form)} cannot stand here`, form);
}

/** Faults: `syntax-error` for a name that is there already. */
export function twice({ name }: { readonly name: string }, form: Form): never {
  fail(`${name} is bound twice`, form);
}

/** Faults: `syntax-error` for a name that means something else than a variable. */
export function noVariable(name: string, form: Form): never {
  fail(`${name} is syntax, not a variable`, form);
}

/** A form as it is shown in a message. */
export const shown = ({ datum }: Form): string => {
  if (datum instanceof Pair) return datum.car instanceof SymbolValue ? `(${datum.car.name} …)` : '(…)';
  return summary(datum);
};

/** The first element of a list form. What a macro made has no place of its own, but that of the form around it. */
export const first = ({ datum, place }: Form): Form => elementOf(datum as Pair, place);

/** The element of a pair, which is its form where it knows its place. */
export const elementOf = (pair: Pair, place: Place | undefined): Form =>
  pair instanceof PlacedPair ? pair : { datum: pair.car, place };

/** A list form without its first element. */
export const rest = ({ datum, place }: Form): Form => ({ datum: (datum as Pair).cdr, place });

/** The elements of a list form, and what stands after the dot. */
export const split = ({ datum, place }: Form): [parts: Form[], tail: Form] => {
  const parts: Form[] = [];
  for (; datum instanceof Pair; datum = datum.cdr) parts.push(elementOf(datum, place));
  return [parts, { datum, place }];
};

/** The elements of a list form. Faults: `syntax-error` for a dotted list. */
export const items = (form: Form): Form[] => {
  const [parts, { datum }] = split(form);
  if (datum !== emptyList) isNo('list', form);
  return parts;
};

/** How many elements a list form has. Faults: `syntax-error` for a dotted list. */
export const lengthOf = (form: Form): number => {
  let length = 0;
  for (let { datum } = form; datum !== emptyList; datum = datum.cdr) {
    if (!(datum instanceof Pair)) isNo('list', form);
    length += 1;
  }
  return length;
};

/** The symbol of a form. Faults: `syntax-error` for anything else. */
export const symbolOf = (form: Form): SymbolValue =>
  form.datum instanceof SymbolValue ? form.datum : isNo('name', form);

/** The parts of a list that is written like a pattern: `name value?`, `name+` or `name*`. */
export type Parts<Pattern extends string> = Pattern extends `${string} ${infer Others}`
  ? [Form, ...Rest<Others>]
  : [Form];

type Rest<Pattern extends string> = Pattern extends `${infer Word} ${infer Others}`
  ? [...Part<Word>, ...Rest<Others>]
  : Part<Pattern>;

type Part<Word extends string> = Word extends `${string}?`
  ? [Form?]
  : Word extends `${string}*`
    ? Form[]
    : Word extends `${string}+`
      ? [Form, ...Form[]]
      : [Form];

const boundsOf = (pattern: string): readonly [least: number, most: number] => {
  const words = pattern.split(' ');
  const least = words.filter((word, i) => i === 0 || !/[?*]$/.test(word)).length;
  return [least, /[+*]$/.test(pattern) ? Infinity : words.length];
};

/** Takes lists of a pattern apart; the first word is one part, whatever it ends with. */
export const shape = <Pattern extends string>(pattern: Pattern): ((form: Form) => Parts<Pattern>) => {
  // Found out at the first use: that of all forms takes a while when the package is loaded.
  let bounds: readonly [least: number, most: number] | undefined;
  return (form) => {
    const parts = items(form);
    const [least, most] = (bounds ??= boundsOf(pattern));
    if (parts.length < least || parts.length > most) malformed(form, pattern);
    return parts as Parts<Pattern>;
  };
};
