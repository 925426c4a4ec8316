import { emptyList, Pair, SymbolValue } from '../data/values.js';
import { type Elements, type Form, items, syntaxError } from './form.js';
import { operators } from './operators.js';
import { Scope } from './scope.js';
import { type LocalVariable, LoopVariable, type Node } from './syntax.js';
import { type Step } from './walk.js';

// From forms to the tree. Names are resolved here; what is done to each variable is noted on it.

/** What a special form is expanded with. */
export interface Context {
  readonly scope: Scope;
  /** The loop whose body this form is the last of: a call of its name there goes on with the loop. */
  readonly loop: LoopVariable | null;
  readonly elements: Elements;
  readonly forms: ReadonlyMap<string, Special>;
  /** The form that may be a definition: the one at top level. */
  readonly top: Form | null;
}

/** How a special form is expanded; `parts` includes its keyword. */
export type Special = (parts: readonly Form[], form: Form, context: Context) => Step<Node>;

/** The same place in the program, but not in tail position of a loop. */
export const inside = (context: Context): Context => (context.loop === null ? context : { ...context, loop: null });

export const within = (context: Context, variables: readonly LocalVariable[]): Context => ({
  ...context,
  scope: context.scope.inner(variables),
});

export function* expand(form: Form, context: Context): Step<Node> {
  const { datum } = form;
  if (datum instanceof SymbolValue) return reference(form, datum.name, context);
  if (!(datum instanceof Pair)) {
    if (datum === emptyList) throw syntaxError("() is no expression; the empty list is written '()", form.place);
    return { kind: 'constant', value: datum };
  }
  const parts = items(form, context.elements);
  const head = parts[0] as Form;
  if (head.datum instanceof SymbolValue) {
    const special = specialOf(head.datum.name, context);
    if (special !== undefined) return yield special(parts, form, context);
  }
  return yield expandCall(parts, form, context);
}

/** Expands several forms, none of them in tail position. */
export const expandAll = function* (forms: readonly Form[], context: Context): Generator<Step<Node>, Node[], Node> {
  const nodes: Node[] = [];
  for (const form of forms) nodes.push(yield expand(form, inside(context)));
  return nodes;
};

/** The special form of a name, unless the name is lexically bound. */
export const specialOf = (name: string, { scope, forms }: Context): Special | undefined =>
  scope.find(name) === undefined ? forms.get(name) : undefined;

const reference = (form: Form, name: string, context: Context): Node => {
  const { place } = form;
  const variable = context.scope.find(name);
  if (variable !== undefined) {
    use(variable);
    return { kind: 'local', variable, place };
  }
  if (context.forms.has(name)) throw syntaxError(`${name} is syntax, not a variable`, place);
  return { kind: 'global', name, place };
};

// Reading a variable of a body before its turn needs a box; inside the lambda it is bound to, it is the callee.
const use = (variable: LocalVariable): void => {
  if (variable instanceof LoopVariable) variable.escapes = true;
  if (variable.stage === 'pending' || variable.stage === 'initialising') variable.isBoxed = true;
};

function* expandCall(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [head, ...rest] = parts as readonly [Form, ...Form[]];
  const { place } = form;
  if (head.datum instanceof SymbolValue) {
    const { name } = head.datum;
    const variable = context.scope.find(name);
    if (variable instanceof LoopVariable && variable === context.loop && variable.parameters.length === rest.length) {
      return { kind: 'jump', loop: variable, args: yield* expandAll(rest, context), place };
    }
    if (variable === undefined && operators.has(name)) {
      const args = yield* expandAll(rest, context);
      const built = operators.get(name)?.(args, place);
      return built ?? { kind: 'call', operator: { kind: 'global', name, place: head.place }, args, place };
    }
  }
  const operator = yield expand(head, inside(context));
  return { kind: 'call', operator, args: yield* expandAll(rest, context), place };
}
