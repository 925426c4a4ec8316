import { emptyList, Pair, SymbolValue } from '../data/values.js';
import { type Context, expand, inside, specialOf, within } from './expand.js';
import { type Form, isSymbol, items, nameOf, shown, split, syntaxError } from './form.js';
import { LocalVariable, type Node, sequence } from './syntax.js';
import { type Step } from './walk.js';

// Procedures, definitions and bodies. The definitions of a body are seen in all of it and made in their order (letrec*).

/** A definition taken apart: a name, and the form of its value or the parts of its lambda. */
export interface Definition {
  readonly name: string;
  readonly value: Form | null;
  readonly lambda: { readonly params: Form; readonly body: readonly Form[] } | null;
}

/** Takes `(define name value)` or `(define (name . params) body …)` apart. */
export const definition = (parts: readonly Form[], form: Form, { elements }: Context): Definition => {
  const target = parts[1];
  if (target?.datum instanceof Pair) {
    const { car, cdr } = target.datum;
    const name = nameOf(
      { datum: car, place: elements.get(target.datum) ?? target.place },
      'the name of a procedure',
      form.place,
    );
    return { name, value: null, lambda: { params: { datum: cdr, place: target.place }, body: parts.slice(2) } };
  }
  const name = nameOf(target, 'the name of a definition', form.place);
  if (parts.length !== 3)
    throw syntaxError('a definition is (define name value) or (define (name params …) body …)', form.place);
  return { name, value: parts[2] as Form, lambda: null };
};

export function* definedValue({ name, value, lambda }: Definition, form: Form, context: Context): Step<Node> {
  if (lambda !== null) return yield procedure(name, lambda.params, lambda.body, form, context);
  const made = yield expand(value as Form, inside(context));
  return named(made, name);
}

/** A lambda without a name takes that of the variable it is given to. */
export const named = (node: Node, name: string): Node =>
  node.kind === 'lambda' && node.name === anonymous ? { ...node, name } : node;

export const anonymous = 'lambda';

export function* procedure(
  name: string,
  params: Form,
  body: readonly Form[],
  form: Form,
  context: Context,
): Step<Node> {
  const { parts, tail } = split(params, context.elements);
  const variables = parts.map((part) => new LocalVariable(nameOf(part, 'a parameter', form.place)));
  const rest = isSymbol(tail) ? new LocalVariable((tail.datum as SymbolValue).name) : null;
  if (rest === null && !isEmpty(tail)) throw syntaxError(`a parameter is a symbol, not ${shown(tail)}`, params.place);
  const all = rest === null ? variables : [...variables, rest];
  distinct(all, params);
  const node = yield expandBody(body, form, within(inside(context), all));
  return { kind: 'lambda', name, params: variables, rest, body: node, place: form.place };
}

const isEmpty = ({ datum }: Form): boolean => datum === emptyList;

/** Faults: `syntax-error` when a name is bound twice. */
export const distinct = (variables: readonly LocalVariable[], form: Form): void => {
  const names = new Set<string>();
  for (const { name } of variables) {
    if (names.has(name)) throw syntaxError(`${name} is bound twice`, form.place);
    names.add(name);
  }
};

interface Item {
  readonly form: Form;
  readonly definition: Definition | null;
}

// The forms of a body with `begin` spliced and definitions taken apart.
const bodyItems = (forms: readonly Form[], context: Context): Item[] => {
  const found: Item[] = [];
  const pending = [...forms].reverse();
  for (let form = pending.pop(); form !== undefined; form = pending.pop()) {
    const keyword = keywordOf(form, context);
    if (keyword === 'begin') {
      for (const each of items(form, context.elements).slice(1).reverse()) pending.push(each);
    } else if (keyword === 'define') {
      found.push({ form, definition: definition(items(form, context.elements), form, context) });
    } else found.push({ form, definition: null });
  }
  return found;
};

/** The name of the special form that a form is, if it is one. */
export const keywordOf = ({ datum }: Form, context: Context): string | undefined => {
  if (!(datum instanceof Pair && datum.car instanceof SymbolValue)) return undefined;
  const { name } = datum.car;
  return specialOf(name, context) === undefined ? undefined : name;
};

export function* expandBody(forms: readonly Form[], whole: Form, context: Context): Step<Node> {
  if (forms.length === 0) throw syntaxError(`${shown(whole)} has no body`, whole.place);
  const found = bodyItems(forms, context);
  const defined = new Map<Definition, LocalVariable>();
  for (const { definition: each } of found) if (each !== null) defined.set(each, new LocalVariable(each.name));
  const variables = [...defined.values()];
  if (variables.length === 0)
    return yield expandSequence(
      found.map(({ form }) => form),
      context,
    );
  distinct(variables, whole);
  const inner = within(context, variables);
  for (const variable of variables) variable.stage = 'pending';
  const nodes: Node[] = [];
  for (const [i, { form, definition: each }] of found.entries()) {
    if (each === null) nodes.push(yield expand(form, i === found.length - 1 ? inner : inside(inner)));
    else nodes.push(yield initialise(defined.get(each) as LocalVariable, each, form, inner));
  }
  return { kind: 'body', variables, nodes };
}

/** Initialises a variable of a body: while its lambda is expanded, the variable is the callee. */
export function* initialise(variable: LocalVariable, value: Definition, form: Form, context: Context): Step<Node> {
  const isLambda = value.lambda !== null || keywordOf(value.value as Form, context) === 'lambda';
  variable.stage = isLambda ? 'initialising-lambda' : 'initialising';
  const node = yield definedValue(value, form, context);
  variable.stage = 'ready';
  if (node.kind === 'lambda') variable.self = node;
  return { kind: 'initialise', variable, value: node };
}

/** Forms one after the other, the last in tail position. */
export function* expandSequence(forms: readonly Form[], context: Context): Step<Node> {
  const nodes: Node[] = [];
  for (const [i, form] of forms.entries()) {
    nodes.push(yield expand(form, i === forms.length - 1 ? context : inside(context)));
  }
  return sequence(nodes);
}
