import { Pair, SymbolValue, type Value } from '../data/values.js';
import { stepsOfVector } from './budget.js';
import { type Form, split, syntaxError } from './form.js';
import { type Match, type Notation, type PatternVariable, type Use } from './notation.js';
import { keyOf } from './scope.js';
import { asList, asVector } from './strip.js';
import { type Made, type Step } from './walk.js';

// The templates of macros: how they are read, and how forms are made of them.

export type Template =
  | { readonly kind: 'constant'; readonly value: Value }
  | { readonly kind: 'symbol'; readonly symbol: SymbolValue }
  | { readonly kind: 'variable'; readonly variable: PatternVariable }
  | { readonly kind: 'repeat'; readonly template: Template; readonly drivers: readonly PatternVariable[] }
  | { readonly kind: 'vector'; readonly elements: Template }
  | { readonly kind: 'list'; readonly elements: readonly Template[]; readonly tail: Template };

/** Reads a template before so many ellipses. Faults: `syntax-error` for an ellipsis too few or too many. */
export const readTemplate = (form: Form, depth: number, notation: Notation): Made<Template> => {
  const { datum, place } = form;
  if (datum instanceof SymbolValue) return readSymbol(datum, form, depth, notation);
  const elements = asList(datum);
  if (elements !== undefined) return readVector({ datum: elements, place }, depth, notation);
  return datum instanceof Pair ? readList(form, depth, notation) : { kind: 'constant', value: datum };
};

const readSymbol = (symbol: SymbolValue, form: Form, depth: number, notation: Notation): Template => {
  const variable = notation.variables.get(keyOf(symbol));
  if (variable === undefined) {
    if (notation.isEllipsis(symbol)) throw nothingToRepeat(form);
    return { kind: 'symbol', symbol };
  }
  if (variable.depth > depth) {
    throw syntaxError(`${variable.name} stands before fewer ellipses than in the pattern`, form.place);
  }
  notation.used.push(variable);
  return { kind: 'variable', variable };
};

const nothingToRepeat = ({ place }: Form): Error =>
  syntaxError('an ellipsis of a template stands behind a form with a variable to repeat it for', place);

function* readVector(form: Form, depth: number, notation: Notation): Step<Template> {
  notation.spend(stepsOfVector);
  return { kind: 'vector', elements: yield readTemplate(form, depth, notation) };
}

function* readList(form: Form, depth: number, notation: Notation): Step<Template> {
  const { parts, tail } = split(form, notation.places);
  notation.spend(parts.length);
  const isEllipsis = (part: Form | undefined): boolean => part !== undefined && notation.isEllipsis(part.datum);
  // In (... template) an ellipsis is a symbol like any other.
  if (isEllipsis(parts[0]) && parts.length === 2) {
    return yield readTemplate(parts[1] as Form, depth, { ...notation, isEllipsis: () => false });
  }
  const elements: Template[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] as Form;
    const first = notation.used.length;
    let inner = depth;
    for (; isEllipsis(parts[i + 1]); i += 1) inner += 1;
    let template = yield readTemplate(part, inner, notation);
    const used = inner === depth ? [] : [...new Set(notation.used.slice(first))];
    for (; inner > depth; inner -= 1) {
      const level = inner;
      const drivers = used.filter((variable) => variable.depth >= level);
      if (drivers.length === 0) throw nothingToRepeat(part);
      template = { kind: 'repeat', template, drivers };
    }
    elements.push(template);
  }
  return { kind: 'list', elements, tail: yield readTemplate(tail, depth, notation) };
}

/** The forms that a template makes: one, or as many as an ellipsis repeats. */
export const instantiate = (template: Template, use: Use): Made<readonly Form[]> => {
  use.spend(1);
  switch (template.kind) {
    case 'constant':
      return [{ datum: template.value, place: undefined }];
    case 'symbol':
      return [{ datum: use.alias(template.symbol), place: undefined }];
    case 'variable':
      return [use.matches.get(template.variable) as Form];
    case 'repeat':
      return repeat(template, use);
    case 'vector':
      return makeVector(template.elements, use);
    case 'list':
      return makeList(template, use);
  }
};

function* repeat({ template, drivers }: Template & { kind: 'repeat' }, use: Use): Step<readonly Form[]> {
  const sequences = drivers.map((variable) => use.matches.get(variable) as readonly Match[]);
  const [{ length }] = sequences as [readonly Match[]];
  if (sequences.some((sequence) => sequence.length !== length)) {
    throw syntaxError(`${drivers.map(({ name }) => name).join(' and ')} are of different lengths`, use.place);
  }
  use.spend(length);
  if (template.kind === 'variable') return sequences[0] as readonly Form[];
  const forms: Form[] = [];
  for (let i = 0; i < length; i += 1) {
    for (const [j, variable] of drivers.entries()) use.matches.set(variable, sequences[j]?.[i] as Match);
    for (const form of yield instantiate(template, use)) forms.push(form);
  }
  for (const [j, variable] of drivers.entries()) use.matches.set(variable, sequences[j] as readonly Match[]);
  return forms;
}

function* makeVector(elements: Template, use: Use): Step<readonly Form[]> {
  const [form] = yield instantiate(elements, use);
  return [{ datum: asVector((form as Form).datum), place: undefined }];
}

function* makeList({ elements, tail }: Template & { kind: 'list' }, use: Use): Step<readonly Form[]> {
  const forms: Form[] = [];
  for (const element of elements) for (const form of yield instantiate(element, use)) forms.push(form);
  const [end] = yield instantiate(tail, use);
  return [{ datum: use.places.list(forms, (end as Form).datum), place: undefined }];
}
