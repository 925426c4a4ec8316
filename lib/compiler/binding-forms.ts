import { SymbolValue } from '../data/values.js';
import { distinct, expandBody, initial, initialise, named } from './body.js';
import { type Context, expand, expandAll, expandSequence, inside, type Keyword, Splice, within } from './expand.js';
import { type Form, items, shown, symbolOf, syntaxError } from './form.js';
import { type Key, keyOf } from './scope.js';
import { choice, type Lambda, LocalVariable, LoopVariable, nil, type Node, sequence } from './syntax.js';
import { type Made, type Step } from './walk.js';

// Forms that bind variables, and loops, which bind them again and again.

interface Binding {
  readonly variable: LocalVariable;
  readonly value: Form;
  /** What a `do` loop steps the variable with. */
  readonly step: Form | undefined;
  readonly form: Form;
}

const bindings = (
  list: Form | undefined,
  form: Form,
  { compilation: { places } }: Context,
  mayStep = false,
): Binding[] => {
  if (list === undefined) throw syntaxError(`${shown(form)} has no bindings`, form.place);
  return items(list, places).map((each) => {
    const [name, value, step, ...others] = items(each, places);
    const variable = new LocalVariable(keyOf(symbolOf(name, 'the name of a binding', each.place)));
    if (value === undefined || others.length > 0 || (step !== undefined && !mayStep)) {
      throw syntaxError(`a binding is (${variable.name} value${mayStep ? ' step' : ''})`, each.place);
    }
    return { variable, value, step, form: each };
  });
};

const variablesOf = (bound: readonly Binding[]): LocalVariable[] => bound.map(({ variable }) => variable);

function* valuesOf(bound: readonly Binding[], context: Context): Generator<Made<Node>, Node[], Node> {
  const nodes = yield* expandAll(
    bound.map(({ value }) => value),
    context,
  );
  return nodes.map((node, i) => named(node, (bound[i] as Binding).variable.name));
}

function* parallel(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [, first, ...rest] = parts;
  if (first?.datum instanceof SymbolValue) return yield namedLet(keyOf(first.datum), rest, form, context);
  const bound = bindings(first, form, context);
  const variables = variablesOf(bound);
  distinct(variables, form);
  const values = yield* valuesOf(bound, context);
  return { kind: 'let', variables, values, body: yield expandBody(rest, form, within(context, variables)) };
}

function* sequential(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const bound = bindings(parts[1], form, context);
  let inner = within(context, []);
  const values: Node[] = [];
  for (const { variable, value } of bound) {
    values.push(named(yield expand(value, inside(inner)), variable.name));
    inner = within(inner, [variable]);
  }
  const body = yield expandBody(parts.slice(2), form, inner);
  return bound.reduceRight<Node>(
    (rest, { variable }, i) => ({ kind: 'let', variables: [variable], values: [values[i] as Node], body: rest }),
    body,
  );
}

function* recursive(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const bound = bindings(parts[1], form, context);
  const variables = variablesOf(bound);
  distinct(variables, form);
  const inner = within(context, variables);
  for (const variable of variables) variable.stage = 'pending';
  const nodes: Node[] = [];
  for (const { variable, value, form: where } of bound) {
    nodes.push(yield initialise(variable, variable.name, initial(value, inner), where));
  }
  nodes.push(yield expandBody(parts.slice(2), form, inner));
  return { kind: 'body', variables, nodes };
}

// A named let whose name is used only to go on with the loop is a loop; any other is a procedure that calls itself.
function* namedLet(key: Key, parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const bound = bindings(parts[0], form, context);
  const params = variablesOf(bound);
  distinct(params, form);
  const values = yield* valuesOf(bound, context);
  const loop = new LoopVariable(key, params);
  const inner = within({ ...within(context, [loop]), loop }, params);
  const body = yield expandBody(parts.slice(1), form, inner);
  const { place } = form;
  if (!loop.escapes) return { kind: 'loop', loop, values, body, place };
  const lambda: Lambda = { kind: 'lambda', name: loop.name, params, rest: null, body, place };
  loop.self = lambda;
  const call: Node = { kind: 'call', operator: { kind: 'local', variable: loop, place }, args: values, place };
  return { kind: 'body', variables: [loop], nodes: [{ kind: 'initialise', variable: loop, value: lambda }, call] };
}

function* doLoop(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [, list, exit, ...commands] = parts;
  const bound = bindings(list, form, context, true);
  const variables = variablesOf(bound);
  distinct(variables, form);
  const [test, ...results] = exit === undefined ? [] : items(exit, context.compilation.places);
  if (test === undefined)
    throw syntaxError('a do loop is (do ((name value step) …) (test result …) command …)', form.place);
  const values = yield* valuesOf(bound, context);
  const loop = new LoopVariable('do', variables);
  const inner = inside(within(context, variables));
  const condition = yield expand(test, inner);
  const result = yield expandSequence(results, inner);
  const body = yield* expandAll(commands, inner);
  const args: Node[] = [];
  for (const { variable, step } of bound) {
    args.push(step === undefined ? { kind: 'local', variable, place: form.place } : yield expand(step, inner));
  }
  const again: Node = { kind: 'jump', loop, args, place: form.place };
  return { kind: 'loop', loop, values, body: choice(condition, result, sequence([...body, again])), place: form.place };
}

function* whileLoop(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [, test, ...commands] = parts;
  if (test === undefined) throw syntaxError('a while loop is (while test command …)', form.place);
  const loop = new LoopVariable('while', []);
  const condition = yield expand(test, inside(context));
  const body = yield* expandAll(commands, context);
  const again: Node = { kind: 'jump', loop, args: [], place: form.place };
  return {
    kind: 'loop',
    loop,
    values: [],
    body: choice(condition, sequence([...body, again]), nil),
    place: form.place,
  };
}

const begin = new Splice((parts) => parts.slice(1));

export const bindingForms: readonly (readonly [string, Keyword])[] = [
  ['let', parallel],
  ['let*', sequential],
  ['letrec', recursive],
  ['letrec*', recursive],
  ['do', doLoop],
  ['while', whileLoop],
  ['begin', begin],
];
