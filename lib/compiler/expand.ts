import { type Place } from '../data/placed.js';
import { emptyList, Pair, SymbolValue } from '../data/values.js';
import { stepsOfForm } from './budget.js';
import { type Form, isNo, items, misplaced, noVariable, type Parts, shape } from './form.js';
import { jump, sequence } from './control.js';
import { call, Constant, type Node, reading } from './node.js';
import { type Operator, operatorCall, operatorOf } from './operators.js';
import { transform, Transformer } from './rules.js';
import { type Binding, type Scope } from './scope.js';
import { LocalVariable, LoopVariable } from './variable.js';
import { inTurn, type Made } from './walk.js';

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
  if (typeof datum !== 'object') return new Constant(datum);
  if (datum instanceof Pair) {
    const head = headOf(form, scope);
    if (!(head instanceof Transformer)) return expandList(form, head, scope, loop);
    const [made, meant] = rewritten(form, scope);
    return expandRewritten(made, meant, scope, loop);
  }
  if (datum instanceof SymbolValue) return reference(datum, form, scope);
  return datum === emptyList ? isNo('expression', form) : quoted(form, scope);
};

/** Expands a form whose macro uses are rewritten, and whose head means that. */
export const expandRewritten = (form: Form, head: Head, scope: Scope, loop?: Loop): Made<Node> =>
  form.datum instanceof Pair ? expandList(form, head, scope, loop) : expand(form, scope, loop);

const expandList = (form: Form, head: Head, scope: Scope, loop: Loop): Made<Node> => {
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
  const parts = items(form);
  scope.unit.spend(stepsOfForm + parts.length, form);
  const kind = kindOf(head, parts.length - 1, loop);
  if (kind !== undefined) parts.shift();
  return expandAll(parts, scope, (nodes) => combined(kind, nodes, form.place));
};

// What a combination is that is no call: then its head is no node.
type Kind = Operator | LoopVariable | undefined;

const kindOf = (head: Head, args: number, loop: Loop): Kind => {
  if (typeof head === 'string') return operatorOf(head, args);
  return loop !== undefined && head === loop && loop.parameters.length === args ? loop : undefined;
};

const combined = (kind: Kind, nodes: readonly Node[], place: Place | undefined): Node => {
  if (kind === undefined) return call(nodes, place);
  return kind instanceof LoopVariable ? jump(kind, nodes, place) : operatorCall(kind, nodes, place);
};

/** A datum as a constant of the program. */
export const quoted = (form: Form, { unit }: Scope): Constant => new Constant(unit.plain(form));

/** Expands forms in their order, and makes something of the nodes. From `tail` on, they stand in tail position of a loop. */
export const expandAll = <const F extends readonly Form[]>(
  forms: F,
  scope: Scope,
  build: (nodes: { -readonly [I in keyof F]: Node }) => Node,
  loop?: Loop,
  tail: number = forms.length - 1,
): Made<Node> =>
  inTurn(
    forms,
    (form, i) => expand(form, scope, i < tail ? undefined : loop),
    (nodes) => build(nodes as { -readonly [I in keyof F]: Node }),
    scope.unit,
  );

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
