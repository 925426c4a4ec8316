import { emptyList, Pair, SymbolValue } from '../data/values.js';
import { stepsOfForm } from './budget.js';
import { type Form, isNo, items, misplaced, noVariable, type Parts, shape } from './form.js';
import { jump, sequence } from './control.js';
import { call, Constant, Node, reading } from './node.js';
import { operatorCall, operatorOf } from './operators.js';
import { transform, Transformer } from './rules.js';
import { type Binding, type Scope } from './scope.js';
import { LocalVariable, LoopVariable } from './variable.js';
import { deepest, goOn, inTurn, type Made } from './walk.js';

// From forms to the tree. Names are resolved here; what is done to each variable is noted on it.

/** What is done with a form of a keyword, given its parts, the keyword among them, and which keyword that is. */
export type Run<P = Form[]> =
  | ((parts: P, form: Form, scope: Scope, loop: Loop, keyword: string) => Made<Node>)
  /** It stands for the forms in it: among definitions they may be definitions. */
  | { readonly forms: (parts: P, form: Form, scope: Scope) => readonly Form[] }
  /** It binds names, where definitions may stand. */
  | { readonly define: (parts: P, form: Form, scope: Scope) => Definition };

/** The loop whose body a form is the last of: a call of its name there goes on with the loop. */
export type Loop = LoopVariable | undefined;

/** What is bound as variables in all of the body, and what gives them their values once they are bound. */
export type Definition = readonly [names: readonly SymbolValue[], make: () => Made<Node>];

/** Keywords by the pattern of their forms. */
export const forms = <Pattern extends string>(table: { readonly [P in Pattern]: Run<Parts<P>> }): Forms =>
  Object.entries<Run<never>>(table).map(([pattern, run]) => new Keyword(pattern, run as Run));

export type Forms = readonly Keyword[];

/** What the name of a form that is no call and no macro means. */
export class Keyword {
  readonly name: string;
  readonly parts: (form: Form) => Form[];

  constructor(
    pattern: string,
    readonly run: Run,
  ) {
    [this.name] = pattern.split(' ', 1) as [string];
    this.parts = shape(pattern);
  }
}

/** What the head of a form means that is no macro use; undefined where it is no symbol. */
export type Head = Exclude<Binding, Transformer> | undefined;

const headOf = ({ datum }: Form, scope: Scope): Binding | undefined =>
  datum instanceof Pair && datum.car instanceof SymbolValue ? scope.unit.meaningOf(datum.car, scope) : undefined;

/** The form that is left when the macro uses outermost in a form are rewritten, and what its head means. */
export const rewritten = (form: Form, scope: Scope): [form: Form, head: Head] => {
  let head = headOf(form, scope);
  while (head instanceof Transformer) {
    form = transform(head, form, scope);
    head = headOf(form, scope);
  }
  return [form, head];
};

/** Whether a form is a symbol that means what a keyword means. */
export const means = (form: Form | undefined, name: string, scope: Scope): boolean =>
  form?.datum instanceof SymbolValue &&
  scope.unit.meaningOf(form.datum, scope) === (scope.unit.keywords.get(name) ?? name);

/** Expands a form; in tail position of a loop if one is given. */
export const expand = (form: Form, scope: Scope, loop?: Loop): Made<Node> => {
  const { datum } = form;
  if (datum instanceof SymbolValue) return reference(datum, form, scope);
  if (!(datum instanceof Pair)) return datum === emptyList ? isNo('expression', form) : quoted(form, scope);
  const [made, head] = rewritten(form, scope);
  return expandRewritten(made, head, scope, loop);
};

/** Expands a form whose head is known, and means no macro. */
export const expandRewritten = (form: Form, head: Head, scope: Scope, loop?: Loop): Made<Node> => {
  if (!(form.datum instanceof Pair)) return expand(form, scope, loop);
  if (!(head instanceof Keyword)) return combination(form, head, scope, loop);
  const parts = head.parts(form);
  scope.unit.spend(stepsOfForm + parts.length, form);
  const { run, name } = head;
  if (typeof run === 'function') return run(parts, form, scope, loop, name);
  if ('forms' in run) return expandSequence(run.forms(parts, form, scope), scope, loop);
  return misplaced(form);
};

// A call, an instruction, or going on with a loop.
const combination = (form: Form, head: Head, scope: Scope, loop: Loop): Made<Node> => {
  const { place } = form;
  const parts = items(form);
  scope.unit.spend(stepsOfForm + parts.length, form);
  const args = parts.length - 1;
  if (loop !== undefined && head === loop && loop.parameters.length === args) {
    return expandAll(parts, scope, (nodes) => jump(loop, nodes, place), undefined, undefined, 1);
  }
  const operator = typeof head === 'string' ? operatorOf(head, args) : undefined;
  if (operator === undefined) return expandAll(parts, scope, (nodes) => call(nodes, place));
  return expandAll(parts, scope, (nodes) => operatorCall(operator, nodes, place), undefined, undefined, 1);
};

/** A datum as a constant of the program. */
export const quoted = (form: Form, { unit }: Scope): Constant => new Constant(unit.plain(form));

/**
 * Expands forms in their order, and makes something of the nodes. From `tail` on, they stand in tail position of a loop;
 * those before `from` are left out.
 */
export const expandAll = <const F extends readonly Form[]>(
  forms: F,
  scope: Scope,
  build: (nodes: { -readonly [I in keyof F]: Node }) => Node,
  loop?: Loop,
  tail: number = forms.length - 1,
  from: number = 0,
): Made<Node> => {
  const { unit } = scope;
  const nodes: Node[] = [];
  const end = build as (nodes: Node[]) => Node;
  const make = (form: Form, i: number): Made<Node> => expand(form, scope, i + from < tail ? undefined : loop);
  if (unit.depth >= deepest) return goOn(nodes, forms.slice(from), make, end);
  unit.depth += 1;
  for (let i = from; i < forms.length; i += 1) {
    const made = expand(forms[i] as Form, scope, i < tail ? undefined : loop);
    if (!(made instanceof Node)) {
      unit.depth -= 1;
      return goOn(nodes, forms.slice(from), make, end, made);
    }
    nodes.push(made);
  }
  unit.depth -= 1;
  return end(nodes);
};

/** Forms one after the other, the last in tail position. */
export const expandSequence = (forms: readonly Form[], scope: Scope, loop?: Loop): Made<Node> =>
  expandAll(forms, scope, sequence, loop);

/** Makes nodes in their order, and something of them. */
export const together = (
  makes: readonly (() => Made<Node>)[],
  { unit }: Scope,
  build: (nodes: Node[]) => Node,
): Made<Node> => inTurn(makes, (make) => make(), build, unit);

/** Reads a variable. Faults: `syntax-error` for the name of a form. */
const reference = (symbol: SymbolValue, form: Form, scope: Scope): Node => {
  const meaning = scope.unit.meaningOf(symbol, scope);
  if (meaning instanceof LocalVariable) {
    if (meaning instanceof LoopVariable) meaning.escapes = true;
    // Reading a variable of a body before its turn needs a box.
    if (meaning.isPending) meaning.isBoxed = true;
  } else if (typeof meaning !== 'string') noVariable(symbol.name, form);
  return reading(meaning, form.place);
};
