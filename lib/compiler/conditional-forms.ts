import { isSame } from '../data/equal.js';
import { emptyList, Pair, type Value } from '../data/values.js';
import { type Context, expand, expandSequence, inside, means, quoted, type Special } from './expand.js';
import { type Form, items, shown, syntaxError } from './form.js';
import { choice, constant, LocalVariable, nil, type Node } from './syntax.js';
import { type Step } from './walk.js';

// Choices: cond, case, when, unless, and, or.

// The clauses of a form from the last to the first, so that each finds what follows it.
function* clauses(
  forms: readonly Form[],
  context: Context,
  clause: (parts: readonly Form[], form: Form, rest: Node, isLast: boolean) => Step<Node>,
  rest: Node = nil,
): Step<Node> {
  for (let i = forms.length - 1; i >= 0; i -= 1) {
    const form = forms[i] as Form;
    const parts = form.datum instanceof Pair ? items(form, context.compilation.places) : [];
    if (parts.length === 0) throw syntaxError(`${shown(form)} is not a clause`, form.place);
    rest = yield clause(parts, form, rest, i === forms.length - 1);
  }
  return rest;
}

const receiver = (third: Form | undefined, clause: readonly Form[], where: Form): Form => {
  if (third === undefined || clause.length !== 3) throw syntaxError('after => stands one procedure', where.place);
  return third;
};

// (test => receiver): the receiver is called with the value of the test.
function* receive(procedure: Form, value: Node, form: Form, context: Context): Step<Node> {
  const operator = yield expand(procedure, inside(context));
  return { kind: 'call', operator, args: [value], place: form.place };
}

const temporary = (name: string, form: Form): { readonly variable: LocalVariable; readonly node: Node } => {
  const variable = new LocalVariable(name);
  return { variable, node: { kind: 'local', variable, place: form.place } };
};

const bind = (variable: LocalVariable, value: Node, body: Node): Node => ({
  kind: 'let',
  variables: [variable],
  values: [value],
  body,
});

/** The clauses of cond; where none applies, what stands behind them. */
export const condClauses = (forms: readonly Form[], context: Context, otherwise?: Node): Step<Node> =>
  clauses(
    forms,
    context,
    function* (clause, where, rest, isLast): Step<Node> {
      const [test, second, third] = clause as readonly [Form, Form?, Form?];
      if (means(test, 'else', context)) {
        if (!isLast) throw syntaxError('else stands in the last clause', where.place);
        return yield expandSequence(clause.slice(1), context);
      }
      const value = yield expand(test, inside(context));
      if (means(second, '=>', context)) {
        const { variable, node } = temporary('test', where);
        const call = yield receive(receiver(third, clause, where), node, where, context);
        return bind(variable, value, choice(node, call, rest));
      }
      if (second === undefined) return { kind: 'or', nodes: [value, rest] };
      return choice(value, yield expandSequence(clause.slice(1), context), rest);
    },
    otherwise,
  );

const cond: Special = (parts, _form, context) => condClauses(parts.slice(1), context);

// A datum that is no atom is the same as nothing, so only atoms are compared.
const matches = (key: Node, data: readonly Value[], form: Form): Node => {
  const tests = data
    .filter((datum) => !(datum instanceof Pair))
    .filter((datum, i, all) => all.findIndex((other) => isSame(datum, other)) === i)
    .map((datum): Node => ({ kind: 'operation', opcode: 'OP_EQUAL', args: [key, constant(datum)], place: form.place }));
  if (tests.length === 0) return constant(false);
  return tests.length === 1 ? (tests[0] as Node) : { kind: 'or', nodes: tests };
};

function* select(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [, key, ...rest] = parts;
  if (key === undefined) throw syntaxError('a case is (case key ((datum …) expression …) …)', form.place);
  const { variable, node } = temporary('key', form);
  const value = yield expand(key, inside(context));
  const body = yield clauses(rest, context, function* (clause, where, otherwise, isLast): Step<Node> {
    const [data, second, third] = clause as readonly [Form, Form?, Form?];
    const result = means(second, '=>', context)
      ? yield receive(receiver(third, clause, where), node, where, context)
      : yield expandSequence(clause.slice(1), context);
    if (means(data, 'else', context)) {
      if (!isLast) throw syntaxError('else stands in the last clause', where.place);
      return result;
    }
    if (!(data.datum instanceof Pair) && data.datum !== emptyList) {
      throw syntaxError(`a clause of case starts with a list of data, not ${shown(data)}`, data.place);
    }
    return choice(
      matches(
        node,
        items(data, context.compilation.places).map((each) => quoted(each, context).value),
        where,
      ),
      result,
      otherwise,
    );
  });
  return bind(variable, value, body);
}

const guarded = (name: string, build: (test: Node, body: Node) => Node): Special =>
  function* (parts, form, context): Step<Node> {
    const [, test, ...body] = parts;
    if (test === undefined || body.length === 0) throw syntaxError(`it is (${name} test expression …)`, form.place);
    return build(yield expand(test, inside(context)), yield expandSequence(body, context));
  };

const logical = (kind: 'and' | 'or', empty: boolean): Special =>
  function* (parts, _form, context): Step<Node> {
    const nodes: Node[] = [];
    for (let i = 1; i < parts.length; i += 1) {
      nodes.push(yield expand(parts[i] as Form, i === parts.length - 1 ? context : inside(context)));
    }
    return nodes.length === 0 ? constant(empty) : nodes.length === 1 ? (nodes[0] as Node) : { kind, nodes };
  };

export const conditionalForms: readonly (readonly [string, Special])[] = [
  ['cond', cond],
  ['case', select],
  ['when', guarded('when', (test, body) => choice(test, body))],
  ['unless', guarded('unless', (test, body) => choice(test, nil, body))],
  ['and', logical('and', true)],
  ['or', logical('or', false)],
];
