import { Macro } from '../data/objects.js';
import { print } from '../data/printer.js';
import { emptyList, type SymbolValue } from '../data/values.js';
import { stepsOfForm } from './budget.js';
import { type Definition, expand, type Head, Keyword, type Loop, rewritten } from './expand.js';
import { fail, type Form, noVariable, shown, split, symbolOf, twice } from './form.js';
import { block, sequence } from './control.js';
import { definition, initialisation, Lambda, named, type Node } from './node.js';
import { operators } from './operators.js';
import { type Binding, keyOf, type Scope } from './scope.js';
import { type Formals, LocalVariable } from './variable.js';
import { inTurn, type Made, type Step } from './walk.js';

// Procedures, definitions and bodies. The definitions of a body are seen in all of it and made in their order (letrec*).

export const variableOf = (form: Form): LocalVariable => new LocalVariable(keyOf(symbolOf(form)));

/** The parameters of a procedure, or the variables of several values: `(a b)`, `(a . rest)` or `all`. */
export const formals = (form: Form): Formals => {
  const [parts, tail] = split(form);
  const all = parts.map(variableOf);
  if (tail.datum === emptyList) return { all: distinct(all, form) };
  const rest = variableOf(tail);
  return { all: distinct([...all, rest], form), rest };
};

/** Faults: `syntax-error` when a name is bound twice. */
export const distinct = (variables: LocalVariable[], form: Form): LocalVariable[] => {
  const seen = new Set<unknown>();
  for (const variable of variables) if (seen.size === seen.add(variable.key).size) twice(variable, form);
  return variables;
};

/** Makes a procedure of `(formals body …)`, whatever stands before them. */
export function* procedure(params: Form, body: readonly Form[], form: Form, scope: Scope): Step<Node> {
  const taken = formals(params);
  return new Lambda(taken, yield expandBody(body, form, scope.inner(taken.all)));
}

/** Who is given each form that `scan` finds: the form, what its head means, and what makes it where it defines. */
export interface Taker {
  take(form: Form, head: Head, make: Definition[1] | undefined): void;
}

/**
 * The forms of a body or a program one after the other: macro uses rewritten, splices opened, definitions taken apart and
 * their names bound.
 */
export const scan = (forms: readonly Form[], scope: Scope, taker: Taker, whole?: Form): void => {
  for (const each of forms) {
    const pending = scanOne(each, scope, taker, whole)?.reverse();
    for (let next = pending?.pop(); next !== undefined; next = pending?.pop())
      for (const inner of scanOne(next, scope, taker, whole)?.reverse() ?? []) pending?.push(inner);
  }
};

// What it stands for, where that is other forms.
const scanOne = (given: Form, scope: Scope, taker: Taker, whole: Form | undefined): Form[] | undefined => {
  const [form, head] = rewritten(given, scope);
  scope.unit.spend(stepsOfForm, form);
  let make: Definition[1] | undefined;
  if (head instanceof Keyword && typeof head.run === 'object') {
    const { run } = head;
    const parts = head.parts(form);
    if ('forms' in run) {
      const inner = run.forms(parts, form, scope);
      if (inner.length > 0) return [...inner];
    } else {
      const [names, makes] = run.define(parts, form, scope);
      for (const name of names) declare(name, whole ?? form, scope);
      make = makes;
    }
  }
  taker.take(form, head, make);
  return undefined;
};

/** All that `scan` finds. */
export const scanned = (forms: readonly Form[], scope: Scope, whole?: Form): Found[] => {
  const found: Found[] = [];
  scan(forms, scope, { take: (form, _head, make) => found.push([form, make]) }, whole);
  return found;
};

type Found = readonly [form: Form, make: Definition[1] | undefined];

/** The name of the global variable that a definition in a scope makes; the scope knows it by it. */
export const globalIn = (name: SymbolValue, scope: Scope): string => {
  const { library = null } = scope;
  const global = library === null ? name.name : `${print(library)} ${name.name}`;
  if (global !== keyOf(name)) scope.bind(keyOf(name), global);
  return global;
};

/** Binds a name in a body. Faults: `syntax-error` when it is bound there already. */
export const bindIn = (scope: Scope, name: SymbolValue, bound: Binding, form: Form): void => {
  const key = keyOf(name);
  if (scope.own?.has(key) === true) twice(name, form);
  scope.bind(key, bound);
};

/** Binds a name that is defined: in a body to a local variable, elsewhere to a global one. */
export const declare = (name: SymbolValue, form: Form, scope: Scope): void => {
  if (scope.library === undefined) {
    const variable = new LocalVariable(keyOf(name));
    variable.isPending = true;
    bindIn(scope, name, variable, form);
    return;
  }
  const { unit } = scope;
  const global = globalIn(name, scope);
  if (unit.known(global) instanceof Macro) unit.define(global, null);
  redefinable(global, form, scope);
};

/** The forms of a body, with a scope of their own. */
export const expandBody = (forms: readonly Form[], whole: Form, outer: Scope, loop?: Loop): Made<Node> => {
  if (forms.length === 0) fail(`${shown(whole)} has no body`, whole);
  const scope = outer.inner();
  const found = scanned(forms, scope, whole);
  return inTurn(
    found,
    ([form, make], i) => (make === undefined ? expand(form, scope, i < found.length - 1 ? undefined : loop) : make()),
    (nodes) => {
      const variables = [...(scope.own?.values() ?? [])].filter((bound) => bound instanceof LocalVariable);
      return variables.length === 0 ? sequence(nodes) : block(variables, nodes);
    },
    scope.unit,
  );
};

/** Gives a variable that was bound the value of a form, or of a procedure: inside of that, a local variable is the callee. */
export function* initialise(
  target: Binding,
  name: SymbolValue | LocalVariable,
  value: Form | (() => Made<Node>),
  form: Form,
  scope: Scope,
): Step<Node> {
  let make = value;
  let isLambda = true;
  if (typeof make !== 'function') {
    const [source, head] = rewritten(make, scope);
    isLambda = head === scope.unit.keywords.get('lambda');
    make = () => expand(source, scope);
  }
  if (target instanceof LocalVariable) target.isPending = !isLambda;
  const node = named(yield make(), name);
  if (target instanceof LocalVariable && node instanceof Lambda) target.self = node;
  return assigned(target, node, form);
}

/** The value is there: what gives it to the variable. */
export const assigned = (target: Binding, value: Node, { place }: Form): Node => {
  if (!(target instanceof LocalVariable)) return definition(target as string, value, place);
  target.isPending = false;
  return initialisation(target, value);
};

/**
 * A global name that may be given a value. Operators are compiled to instructions, so another meaning at top level would
 * go unnoticed: it is a `syntax-error`.
 */
export const redefinable = (name: string, form: Form, { unit }: Scope): string => {
  if (unit.meaning(name) !== name) noVariable(name, form);
  if (operators.has(name)) fail(`${name} is an operator and cannot be redefined`, form);
  return name;
};
