import { VMError } from '../data/error.js';
import { summary } from '../data/printer.js';
import { type Place } from '../data/reader.js';
import { emptyList, Pair, SymbolValue, type Value } from '../data/values.js';

// A datum with the place it was read at, and how forms are taken apart.

export interface Form {
  readonly datum: Value;
  readonly place: Place | undefined;
}

/** Where the car of each cell was read. What a macro made has no place of its own, but that of the form around it. */
export class Places {
  private readonly made = new Map<Pair, Place>();

  constructor(private readonly read: ReadonlyMap<Pair, Place>) {}

  get(cell: Pair): Place | undefined {
    return this.read.get(cell) ?? this.made.get(cell);
  }

  /** A list of the forms that remembers where they were read. */
  list(forms: readonly Form[], tail: Value): Value {
    let result = tail;
    for (let i = forms.length - 1; i >= 0; i -= 1) {
      const { datum, place } = forms[i] as Form;
      const cell: Pair = new Pair(datum, result);
      if (place !== undefined) this.made.set(cell, place);
      result = cell;
    }
    return result;
  }
}

export const syntaxError = (detail: string, place: Place | undefined): VMError =>
  new VMError('syntax-error', detail, { ...place });

/** A form as it is shown in a message. */
export const shown = ({ datum }: Form): string => {
  if (datum instanceof Pair) return datum.car instanceof SymbolValue ? `(${datum.car.name} …)` : '(…)';
  return summary(datum);
};

/** The elements of a list form. Faults: `syntax-error` for a dotted list. */
export const items = (form: Form, places: Places): Form[] => {
  const { parts, tail } = split(form, places);
  if (tail.datum !== emptyList) {
    throw syntaxError(`${shown(form)} is ${parts.length > 0 ? 'a list that ends with a dot' : 'no list'}`, form.place);
  }
  return parts;
};

/** The elements of a list form, and what stands after the dot. */
export const split = (form: Form, places: Places): { readonly parts: Form[]; readonly tail: Form } => {
  const parts: Form[] = [];
  let rest = form.datum;
  while (rest instanceof Pair) {
    parts.push({ datum: rest.car, place: places.get(rest) ?? form.place });
    rest = rest.cdr;
  }
  return { parts, tail: { datum: rest, place: form.place } };
};

/** The symbol of a form. Faults: `syntax-error` for anything else. */
export const symbolOf = (form: Form | undefined, what: string, place: Place | undefined): SymbolValue => {
  if (form?.datum instanceof SymbolValue) return form.datum;
  throw syntaxError(`${what} is a symbol${form === undefined ? '' : `, not ${shown(form)}`}`, form?.place ?? place);
};
