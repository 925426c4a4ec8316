import { Macro } from '../data/objects.js';
import { emptyList, SymbolValue } from '../data/values.js';
import { stepsOfForm } from './budget.js';
import { type Context, Definer, type Definition, expand, inside, rewritten, Splice, within } from './expand.js';
import { type Form, items, shown, split, symbolOf, syntaxError } from './form.js';
import { operators } from './operators.js';
import { type Binding, keyOf } from './scope.js';
import { anonymous, type Lambda, LocalVariable, type Node, sequence } from './syntax.js';
import { type Made, type Step } from './walk.js';

// Procedures, definitions and bodies. The definitions of a body are seen in all of it and made in their order (letrec*).

/** A lambda without a name takes that of the variable it is given to. */
export const named = (node: Node, name: string): Node =>
  node.kind === 'lambda' && node.name === anonymous ? { ...node, name } : node;

/** The parameters of a procedure, or the variables of several values: `(a b)`, `(a . rest)` or `all`. */
export interface Formals {
  readonly params: readonly LocalVariable[];
  readonly rest: LocalVariable | null;
  readonly all: readonly LocalVariable[];
}

export const formals = (form: Form, whole: Form, { compilation }: Context): Formals => {
  const { parts, tail } = split(form, compilation.places);
  const params = parts.map((part) => new LocalVariable(keyOf(symbolOf(part, 'a parameter', whole.place))));
  const rest = tail.datum instanceof SymbolValue ? new LocalVariable(keyOf(tail.datum)) : null;
  if (rest === null && tail.datum !== emptyList) {
    throw syntaxError(`a parameter is a symbol, not ${shown(tail)}`, form.place);
  }
  const all = rest === null ? params : [...params, rest];
  distinct(all, form);
  return { params, rest, all };
};

/** A procedure of these formals. */
export const lambda = ({ params, rest }: Formals, body: Node, { place }: Form, name: string = anonymous): Lambda => ({
  kind: 'lambda',
  name,
  params,
  rest,
  body,
  place,
});

export function* procedure(
  name: string,
  params: Form,
  body: readonly Form[],
  form: Form,
  context: Context,
): Step<Node> {
  const taken = formals(params, form, context);
  return lambda(taken, yield expandBody(body, form, within(inside(context), taken.all)), form, name);
}

/** Faults: `syntax-error` when a name is bound twice. */
export const distinct = (variables: readonly LocalVariable[], form: Form): void => {
  const keys = new Set(variables.map(({ key }) => key));
  if (keys.size === variables.length) return;
  const twice = variables.find(({ key }, i) => variables.findIndex((other) => other.key === key) < i);
  throw syntaxError(`${(twice as LocalVariable).name} is bound twice`, form.place);
};

interface Item {
  readonly form: Form;
  /** Null for an expression. */
  readonly definition: Definition | null;
}

/**
 * The forms of a body or a program one after the other: macro uses rewritten, splices opened, definitions taken apart and
 * their names bound.
 */
export function* scan(forms: readonly Form[], whole: Form | null, context: Context): Generator<Item> {
  const { compilation } = context;
  const pending = [...forms].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { form, head } = rewritten(next, context);
    compilation.spend(stepsOfForm, form.place);
    const parts = (): Form[] => items(form, compilation.places);
    const inner = head instanceof Splice ? [...head.forms(parts(), form, context)].reverse() : [];
    if (inner.length > 0) for (const each of inner) pending.push(each);
    else if (head instanceof Definer) {
      const definition = head.define(parts(), form, context);
      for (const name of definition.names) declare(name, whole ?? form, context);
      yield { form, definition };
    } else yield { form, definition: null };
  }
}

/** Binds a name that is defined: in a body to a local variable, elsewhere to a global one. */
export const declare = (name: SymbolValue, form: Form, context: Context): void => {
  const { scope, compilation } = context;
  const key = keyOf(name);
  if (scope.library === undefined) {
    if (scope.holds(key)) throw syntaxError(`${name.name} is bound twice`, form.place);
    const variable = new LocalVariable(key);
    variable.stage = 'pending';
    scope.bind(key, variable);
    return;
  }
  const global = compilation.globalName(name, scope);
  if (compilation.known(global) instanceof Macro) compilation.defined.set(global, null);
  redefinable(global, form, context);
  if (global !== key) scope.bind(key, global);
};

/** The forms of a body, with a scope of their own. */
export function* expandBody(forms: readonly Form[], whole: Form, context: Context): Step<Node> {
  if (forms.length === 0) throw syntaxError(`${shown(whole)} has no body`, whole.place);
  const inner = within(context, []);
  const found = [...scan(forms, whole, inner)];
  const nodes: Node[] = [];
  for (const [i, { form, definition }] of found.entries()) {
    if (definition !== null) nodes.push(yield definition.make(inner));
    else nodes.push(yield expand(form, i === found.length - 1 ? inner : inside(inner)));
  }
  const variables = inner.scope.variables();
  return variables.length === 0 ? sequence(nodes) : { kind: 'body', variables, nodes };
}

/** The value of a definition: how it is expanded, and whether it is known to be a procedure. */
export interface Initial {
  readonly isLambda: boolean;
  readonly make: () => Made<Node>;
}

export const initial = (value: Form, context: Context): Initial => {
  const { form, head } = rewritten(value, inside(context));
  return {
    isLambda: head === context.compilation.keyword('lambda'),
    make: () => expand(form, inside(context)),
  };
};

/** Gives a variable that was bound its value: while its lambda is expanded, a local variable is the callee. */
export function* initialise(target: Binding, name: string, value: Initial, form: Form): Step<Node> {
  if (target instanceof LocalVariable) target.stage = value.isLambda ? 'initialising-lambda' : 'initialising';
  const node = named(yield value.make(), name);
  if (target instanceof LocalVariable && node.kind === 'lambda') target.self = node;
  return assigned(target, node, form);
}

/** The value is there: what gives it to the variable. */
export const assigned = (target: Binding, value: Node, { place }: Form): Node => {
  if (!(target instanceof LocalVariable)) return { kind: 'define', name: target as string, value, place };
  target.stage = 'ready';
  return { kind: 'initialise', variable: target, value };
};

/**
 * A global name that may be given a value. Operators are compiled to instructions, so another meaning at top level would
 * go unnoticed: it is a `syntax-error`.
 */
export const redefinable = (name: string, { place }: Form, { compilation }: Context): string => {
  if (compilation.meaning(name) !== name) throw syntaxError(`${name} is syntax and cannot be redefined`, place);
  if (operators.has(name)) {
    throw syntaxError(
      `${name} is an operator that compiles to an instruction and cannot be redefined; bind it with let, or use another name`,
      place,
    );
  }
  return name;
};
