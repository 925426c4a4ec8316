import { VMError } from '../data/error.js';
import { print } from '../data/printer.js';
import { type Place, type Source } from '../data/reader.js';
import { emptyList, Pair, SymbolValue, type Value } from '../data/values.js';

// A datum with the place it was read at, and how forms are taken apart.

export interface Form {
  readonly datum: Value;
  readonly place: Place | undefined;
}

export type Elements = Source['elements'];

export const syntaxError = (detail: string, place: Place | undefined): VMError =>
  new VMError('syntax-error', detail, { ...place });

const shortest = 60;

/** A form as it is shown in a message. */
export const shown = ({ datum }: Form): string => {
  if (datum instanceof Pair) return datum.car instanceof SymbolValue ? `(${datum.car.name} …)` : '(…)';
  const text = print(datum);
  return text.length > shortest ? `${text.slice(0, shortest)}…` : text;
};

/** The elements of a list form. Faults: `syntax-error` for a dotted list. */
export const items = (form: Form, elements: Elements): Form[] => {
  const { parts, tail } = split(form, elements);
  if (tail.datum !== emptyList) throw syntaxError(`${shown(form)} is a list that ends with a dot`, form.place);
  return parts;
};

/** The elements of a list form, and what stands after the dot. */
export const split = (form: Form, elements: Elements): { readonly parts: Form[]; readonly tail: Form } => {
  const parts: Form[] = [];
  let rest = form.datum;
  while (rest instanceof Pair) {
    parts.push({ datum: rest.car, place: elements.get(rest) ?? form.place });
    rest = rest.cdr;
  }
  return { parts, tail: { datum: rest, place: form.place } };
};

export const isSymbol = (form: Form | undefined, name?: string): boolean =>
  form?.datum instanceof SymbolValue && (name === undefined || form.datum.name === name);

/** The name of a symbol form. Faults: `syntax-error` for anything else. */
export const nameOf = (form: Form | undefined, what: string, place: Place | undefined): string => {
  if (form?.datum instanceof SymbolValue) return form.datum.name;
  throw syntaxError(`${what} is a symbol${form === undefined ? '' : `, not ${shown(form)}`}`, form?.place ?? place);
};
