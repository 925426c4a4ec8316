import { SymbolValue } from '../data/values.js';
import { assigned, distinct, expandBody, formals, initialise, procedure, variableOf } from './body.js';
import { expand, expandAll, type Forms, forms, type Run, together } from './expand.js';
import { type Form, items, malformed, shape } from './form.js';
import { binding, block, choice, jump, sequence } from './control.js';
import { call, callOf, initialisation, Lambda, named, type Node, reading, thunk } from './node.js';
import { keyOf, lookUp, type Scope } from './scope.js';
import { type Formals, LocalVariable, LoopVariable } from './variable.js';
import { type Made } from './walk.js';

// Forms that bind variables, and loops, which bind them again and again.

/** Variables, the form that gives them their values, where they stand, and what a `do` loop steps them with. */
type Bound = readonly [variables: Formals, source: Form, form: Form, step?: Form];

type Take = (form: Form) => Bound;

const several = shape('formals expression');
const clause = shape('formals body*');

const single = shape('name value');
const stepped = shape('name value step?');

const boundTo = ([name, value, step = name]: readonly [Form, Form, Form?], form: Form): Bound => [
  { all: [variableOf(name)] },
  value,
  form,
  step,
];
const one: Take = (form) => boundTo(single(form), form);
const oneOfLoop: Take = (form) => boundTo(stepped(form), form);

const many: Take = (form) => {
  const [names, source] = several(form);
  return [formals(names), source, form];
};

const taken = (list: Form, take: Take): Bound[] => items(list).map(take);

const variablesOf = (bound: readonly Bound[]): LocalVariable[] => bound.flatMap(([{ all }]) => all);

/** What binds variables to their values for a body. */
type Build = (bound: readonly Bound[], values: readonly Node[], body: Node, loop?: LoopVariable) => Node;

/** The values in their order, then what sees the variables; where they are sequential, each value sees those before it. */
const bindAll = (
  bound: readonly Bound[],
  isSequential: boolean,
  form: Form,
  scope: Scope,
  body: (inner: Scope) => Made<Node>,
  build: Build,
  loop?: LoopVariable,
): Made<Node> => {
  let inner = scope;
  if (!isSequential) distinct(variablesOf(bound), form);
  const makes = bound.map(([{ all }, source]) => () => {
    const made = expand(source, isSequential ? inner : scope);
    inner = inner.inner(all);
    return made;
  });
  return together([...makes, () => body(inner)], scope, (nodes) =>
    build(bound, nodes.slice(0, -1), nodes.at(-1) as Node, loop),
  );
};

/** A lambda takes the name of the variable it is bound to. */
const bindTo: Build = (bound, values, body, loop) => {
  const variables = variablesOf(bound);
  for (const [i, variable] of variables.entries()) named(values[i] as Node, variable);
  return binding(variables, values, body, loop);
};

/** The values of each producer are the arguments of a procedure. */
const passTo: Build = (bound, producers, body) =>
  bound.reduceRight(
    (rest, [variables, , { place }], i) =>
      callOf('call-with-values', [thunk(producers[i] as Node), new Lambda(variables, rest)], place),
    body,
  );

const letForm: Run<[Form, Form, ...Form[]]> = ([, list, ...body], form, scope, loop, keyword) => {
  const isSequential = keyword === 'let*';
  if (!isSequential && list.datum instanceof SymbolValue) return namedLet(list.datum, body, form, scope);
  const within = (inner: Scope): Made<Node> => expandBody(body, form, inner, loop);
  return bindAll(taken(list, one), isSequential, form, scope, within, bindTo);
};

// A named let whose name is used only to go on with the loop is a loop; any other is a procedure that calls itself.
const namedLet = (name: SymbolValue, parts: readonly Form[], form: Form, scope: Scope): Made<Node> => {
  const { place } = form;
  const [list = malformed(form, 'let name bindings body*'), ...body] = parts;
  const bound = taken(list, one);
  const all = variablesOf(bound);
  const loop = new LoopVariable(keyOf(name), all);
  return bindAll(
    bound,
    false,
    form,
    scope,
    () => expandBody(body, form, scope.inner([loop]).inner(all), loop),
    (_bound, values, node) => {
      const whole = bindTo(bound, values, node, loop);
      if (!loop.escapes) return whole;
      loop.self = new Lambda({ all }, node, loop.name);
      return block([loop], [initialisation(loop, loop.self), call([reading(loop, place), ...values], place)]);
    },
  );
};

const recursive: Run<[Form, Form, ...Form[]]> = ([, list, ...body], form, scope, loop) => {
  const bound = taken(list, one);
  const variables = distinct(variablesOf(bound), form);
  const inner = scope.inner(variables);
  for (const variable of variables) variable.isPending = true;
  const makes = bound.map(([{ all }, source]) => () => {
    const [variable] = all as [LocalVariable];
    return initialise(variable, variable, source, form, inner);
  });
  return together([...makes, () => expandBody(body, form, inner, loop)], scope, (nodes) => block(variables, nodes));
};

const letValues: Run<[Form, Form, ...Form[]]> = ([, list, ...body], form, scope, _loop, keyword) => {
  const within = (inner: Scope): Made<Node> => expandBody(body, form, inner);
  return bindAll(taken(list, many), keyword === 'let*-values', form, scope, within, passTo);
};

export const bindingForms: Forms = forms({
  'let bindings body*': letForm,
  'let* bindings body*': letForm,
  'letrec bindings body*': recursive,
  'letrec* bindings body*': recursive,
  'do bindings exit command*': ([, list, exit, ...commands], form, scope) => {
    const bound = taken(list, oneOfLoop);
    const variables = variablesOf(bound);
    const [test = malformed(form, 'do bindings (test result*) command*'), ...results] = items(exit);
    const steps = bound.map(([, , , step]) => step as Form);
    const loop = new LoopVariable('do', variables);
    return bindAll(
      bound,
      false,
      form,
      scope,
      (inner) =>
        expandAll([test, ...results, ...commands, ...steps], inner, ([condition, ...nodes]) => {
          const result = sequence(nodes.splice(0, results.length));
          const body = nodes.splice(0, commands.length);
          return choice(condition, result, sequence([...body, jump(loop, nodes, form.place)]));
        }),
      bindTo,
      loop,
    );
  },
  'while test command*': ([, ...parts], form, scope) => {
    const loop = new LoopVariable('while', []);
    return expandAll(parts, scope, ([test, ...body]) =>
      binding([], [], choice(test, sequence([...body, jump(loop, [], form.place)])), loop),
    );
  },
  'let-values bindings body*': letValues,
  'let*-values bindings body*': letValues,
  'receive formals expression body*': ([, names, source, ...body], form, scope) =>
    bindAll([[formals(names), source, form]], true, form, scope, (inner) => expandBody(body, form, inner), passTo),
  // The values come as arguments of a procedure that assigns them: what they are assigned to lives in boxes.
  'define-values formals expression': {
    define: ([, targets, source], form, scope) => {
      const variables = formals(targets);
      const names = variables.all.map(({ key }) => (typeof key === 'string' ? new SymbolValue(key) : key));
      const assign = (name: SymbolValue, i: number): Node => {
        const target = lookUp(name, scope);
        if (target instanceof LocalVariable) target.isBoxed = true;
        return assigned(target, reading(variables.all[i] as LocalVariable), form);
      };
      const bound: Bound = [variables, source, form];
      return [names, () => expandAll([source], scope, (nodes) => passTo([bound], nodes, sequence(names.map(assign))))];
    },
  },
  'case-lambda clause*': ([, ...clauses], form, scope) => {
    const makes = clauses.map((each) => () => {
      const [params, ...body] = clause(each);
      return procedure(params, body, each, scope);
    });
    return together(makes, scope, (nodes) => callOf('case-lambda', nodes, form.place));
  },
});
