import { emptyList, Pair, SymbolValue } from '../data/values.js';
import { stepsOfForm } from './budget.js';
import type { Compilation } from './compilation.js';
import { type Form, items, syntaxError } from './form.js';
import { operators } from './operators.js';
import { Transformer, transform } from './rules.js';
import { type Binding, type Scope } from './scope.js';
import { LocalVariable, LoopVariable, type Node, sequence } from './syntax.js';
import { inTurn, type Made, type Step } from './walk.js';

// From forms to the tree. Names are resolved here; what is done to each variable is noted on it.

/** What a form is expanded with. */
export interface Context {
  readonly scope: Scope;
  /** The loop whose body this form is the last of: a call of its name there goes on with the loop. */
  readonly loop: LoopVariable | null;
  readonly compilation: Compilation;
}

/** How a special form is expanded; `parts` includes its keyword. */
export type Special = (parts: readonly Form[], form: Form, context: Context) => Made<Node>;

/** A form that stands for the forms in it: among definitions they may be definitions. */
export class Splice {
  constructor(readonly forms: (parts: readonly Form[], form: Form, context: Context) => readonly Form[]) {}
}

/** A form that binds names, where definitions may stand. */
export class Definer {
  constructor(readonly define: (parts: readonly Form[], form: Form, context: Context) => Definition) {}
}

/** A definition taken apart. */
export interface Definition {
  /** What is bound as variables, in all of the body. */
  readonly names: readonly SymbolValue[];
  /** What gives them their values, once they are bound. */
  readonly make: (context: Context) => Made<Node>;
}

/** What the name of a form that is no call and no macro means. */
export type Keyword = Special | Splice | Definer;

/** The same place in the program, but not in tail position of a loop. */
export const inside = (context: Context): Context => (context.loop === null ? context : { ...context, loop: null });

export const within = (context: Context, variables: readonly LocalVariable[]): Context => ({
  ...context,
  scope: context.scope.inner(variables),
});

const headOf = ({ datum }: Form, { scope, compilation }: Context): Binding | undefined =>
  datum instanceof Pair && datum.car instanceof SymbolValue ? compilation.meaningOf(datum.car, scope) : undefined;

/** The form that is left when the macro uses outermost in a form are rewritten, and what its head means. */
export const rewritten = (form: Form, context: Context): { readonly form: Form; readonly head: Head } => {
  let head = headOf(form, context);
  while (head instanceof Transformer) {
    form = transform(head, form, context);
    head = headOf(form, context);
  }
  return { form, head };
};

/** What the head of a form means that is no macro use; undefined where it is no symbol. */
export type Head = Exclude<Binding, Transformer> | undefined;

/** Whether a form is a symbol that means what a keyword means. */
export const means = (form: Form | undefined, name: string, { scope, compilation }: Context): boolean =>
  form?.datum instanceof SymbolValue &&
  compilation.meaningOf(form.datum, scope) === (compilation.keyword(name) ?? name);

export const expand = (given: Form, context: Context): Made<Node> => {
  const { form, head } = rewritten(given, context);
  const { datum, place } = form;
  const { compilation } = context;
  if (datum instanceof SymbolValue) return reference(datum, form, context);
  if (datum === emptyList) throw syntaxError("() is no expression; the empty list is written '()", place);
  if (!(datum instanceof Pair)) return quoted(form, context);
  const parts = items(form, compilation.places);
  compilation.spend(stepsOfForm + parts.length, place);
  if (typeof head === 'function') return head(parts, form, context);
  if (head instanceof Splice) return expandSequence(head.forms(parts, form, context), context);
  if (head instanceof Definer) throw syntaxError('a definition stands at top level or directly in a body', place);
  return expandCall(head, parts, form, context);
};

/** A datum as a constant of the program. */
export const quoted = ({ datum, place }: Form, { compilation }: Context): Node & { readonly kind: 'constant' } => ({
  kind: 'constant',
  value: compilation.plain(datum, place),
});

/** Expands several forms, none of them in tail position. */
export const expandAll = function* (forms: readonly Form[], context: Context): Generator<Made<Node>, Node[], Node> {
  const nodes: Node[] = [];
  for (const form of forms) nodes.push(yield expand(form, inside(context)));
  return nodes;
};

/** Forms one after the other, the last in tail position. */
export function* expandSequence(forms: readonly Form[], context: Context): Step<Node> {
  const nodes = yield* expandAll(forms.slice(0, -1), context);
  const last = forms.at(-1);
  if (last !== undefined) nodes.push(yield expand(last, context));
  return sequence(nodes);
}

/** Reads a variable. Faults: `syntax-error` for the name of a form. */
const reference = (symbol: SymbolValue, { place }: Form, { scope, compilation }: Context): Node => {
  const meaning = compilation.meaningOf(symbol, scope);
  if (typeof meaning === 'string') return { kind: 'global', name: meaning, place };
  if (!(meaning instanceof LocalVariable)) throw syntaxError(`${symbol.name} is syntax, not a variable`, place);
  // Reading a variable of a body before its turn needs a box; inside the lambda it is bound to, it is the callee.
  if (meaning instanceof LoopVariable) meaning.escapes = true;
  if (meaning.stage === 'pending' || meaning.stage === 'initialising') meaning.isBoxed = true;
  return { kind: 'local', variable: meaning, place };
};

const expandCall = (head: Head, parts: readonly Form[], { place }: Form, context: Context): Made<Node> => {
  const inner = inside(context);
  const { nesting } = context.compilation;
  if (head instanceof LoopVariable && head === context.loop && head.parameters.length === parts.length - 1) {
    const argument = (index: number): Made<Node> => expand(parts[index + 1] as Form, inner);
    return inTurn(parts.length - 1, argument, (args) => ({ kind: 'jump', loop: head, args, place }), nesting);
  }
  const build = typeof head === 'string' ? operators.get(head) : undefined;
  const call = (nodes: readonly Node[]): Node => {
    const args = nodes.slice(1);
    return build?.(args, place) ?? { kind: 'call', operator: nodes[0] as Node, args, place };
  };
  return inTurn(parts.length, (index) => expand(parts[index] as Form, inner), call, nesting);
};
