import { SymbolValue } from '../data/values.js';
import { assigned, distinct, expandBody, formals, type Formals, lambda } from './body.js';
import { type Context, Definer, expand, inside, type Keyword, type Special, within } from './expand.js';
import { type Form, items, shown, split, syntaxError } from './form.js';
import { lookUp } from './scope.js';
import { callOf, LocalVariable, type Node, sequence, thunk } from './syntax.js';
import { type Step } from './walk.js';

// Forms for several values, and procedures of several arities.

/** The values of a producer, bound to variables in a body. */
const bound = (producer: Node, variables: Formals, body: Node, form: Form): Node =>
  callOf('%call-with-values', [thunk(producer, form.place), lambda(variables, body, form)], form.place);

interface Bindings {
  readonly variables: Formals;
  readonly source: Form;
  readonly form: Form;
}

const bindings = (form: Form, context: Context): Bindings[] => {
  const [, list] = items(form, context.compilation.places);
  if (list === undefined) throw syntaxError(`${shown(form)} has no bindings`, form.place);
  return items(list, context.compilation.places).map((each) => {
    const [names, source, ...others] = items(each, context.compilation.places);
    if (names === undefined || source === undefined || others.length > 0) {
      throw syntaxError('a binding of several values is ((name …) expression)', each.place);
    }
    return { variables: formals(names, each, context), source, form: each };
  });
};

/** In `let-values` the expressions see none of the variables, in `let*-values` those before them. */
const letValues = (isSequential: boolean): Special =>
  function* (parts, form, context): Step<Node> {
    const all = bindings(form, context);
    if (!isSequential) {
      distinct(
        all.flatMap(({ variables }) => variables.all),
        form,
      );
    }
    let inner = inside(context);
    const producers: Node[] = [];
    for (const { variables, source } of all) {
      producers.push(yield expand(source, isSequential ? inner : inside(context)));
      inner = within(inner, variables.all);
    }
    const body = yield expandBody(parts.slice(2), form, inner);
    return all.reduceRight(
      (rest, { variables, form: where }, i) => bound(producers[i] as Node, variables, rest, where),
      body,
    );
  };

function* receive(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [, names, source, ...body] = parts;
  if (names === undefined || source === undefined) {
    throw syntaxError('it is (receive (name …) expression body …)', form.place);
  }
  const variables = formals(names, form, context);
  const producer = yield expand(source, inside(context));
  return bound(producer, variables, yield expandBody(body, form, within(inside(context), variables.all)), form);
}

// The values come as arguments of a procedure that assigns them: what they are assigned to lives in boxes.
const defineValues = new Definer((parts, form, context) => {
  const [, targets, source] = parts;
  if (targets === undefined || source === undefined || parts.length !== 3) {
    throw syntaxError('it is (define-values (name …) expression)', form.place);
  }
  const variables = formals(targets, form, context);
  const { parts: named, tail } = split(targets, context.compilation.places);
  const names = [...named, tail].flatMap(({ datum }) => (datum instanceof SymbolValue ? [datum] : []));
  return {
    names,
    make: function* ({ scope, ...rest }): Step<Node> {
      const producer = yield expand(source, inside({ scope, ...rest }));
      const nodes = names.map((name, i): Node => {
        const target = lookUp(name, scope);
        if (target instanceof LocalVariable) target.isBoxed = true;
        return assigned(
          target,
          { kind: 'local', variable: variables.all[i] as LocalVariable, place: form.place },
          form,
        );
      });
      return bound(producer, variables, sequence(nodes), form);
    },
  };
});

function* caseLambda(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const procedures: Node[] = [];
  for (const clause of parts.slice(1)) {
    const [names, ...body] = items(clause, context.compilation.places);
    if (names === undefined) throw syntaxError('a clause is ((name …) body …)', clause.place);
    const variables = formals(names, clause, context);
    const node = yield expandBody(body, clause, within(inside(context), variables.all));
    procedures.push(lambda(variables, node, clause));
  }
  return callOf('%case-lambda', procedures, form.place);
}

export const valueForms: readonly (readonly [string, Keyword])[] = [
  ['let-values', letValues(false)],
  ['let*-values', letValues(true)],
  ['receive', receive],
  ['define-values', defineValues],
  ['case-lambda', caseLambda],
];
