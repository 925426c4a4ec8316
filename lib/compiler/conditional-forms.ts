import { emptyList, Pair } from '../data/values.js';
import { expandBody, variableOf } from './body.js';
import {
  expand,
  expandAll,
  expandSequence,
  type Forms,
  forms,
  type Loop,
  means,
  quoted,
  type Run,
  together,
} from './expand.js';
import { type Form, items, malformed, misplaced, shape } from './form.js';
import { binding, choice, logical } from './control.js';
import { call, callOf, Constant, Lambda, nil, type Node, operation, reading, thunk } from './node.js';
import { type Scope } from './scope.js';
import { LocalVariable } from './variable.js';
import { type Step } from './walk.js';

// Choices by clauses: cond, case and guard. And what hands its parts to the library as procedures.

const clause = shape('test expression*');

/**
 * The clauses of cond, or with a key those of case, from the last to the first, so that each finds what follows it; where
 * none applies, it is what stands behind them.
 */
function* chosen(all: readonly Form[], scope: Scope, loop?: Loop, key?: Node, rest: Node = nil): Step<Node> {
  for (const [i, form] of [...all.entries()].reverse()) {
    const [test, second, ...others] = clause(form);
    const isElse = means(test, 'else', scope);
    if (isElse && i < all.length - 1) misplaced(form);
    const variable = new LocalVariable('test');
    const subject = key ?? reading(variable);
    const isCalled = means(second, '=>', scope) && (key !== undefined || !isElse);
    if (isCalled && others.length !== 1) malformed(form, 'test => receiver');
    const value = isElse ? nil : key === undefined ? yield expand(test, scope) : isOneOf(key, test, form, scope);
    const result: Node = isCalled
      ? yield expandAll(others, scope, ([receiver = nil]) => call([receiver, subject], form.place))
      : yield expandSequence(second === undefined ? [] : [second, ...others], scope, loop);
    if (isElse) rest = result;
    else if (key !== undefined) rest = choice(value, result, rest);
    else if (second === undefined) rest = logical(true, [value, rest]);
    else if (isCalled) rest = binding([variable], [value], choice(subject, result, rest));
    else rest = choice(value, result, rest);
  }
  return rest;
}

// A datum that is no atom is the same as nothing, so only atoms are compared.
const isOneOf = (key: Node, list: Form, { place }: Form, scope: Scope): Node => {
  const tests = items(list)
    .map((each) => quoted(each, scope).value)
    .filter((datum) => !(datum instanceof Pair))
    .map((datum) => operation('OP_EQUAL', [key, new Constant(datum)], place));
  return logical(true, tests);
};

const pair = shape('parameter value');

const delayed: Run<[Form, Form]> = ([, source], form, scope, _loop, keyword) =>
  expandAll([source], scope, ([node]) => callOf(keyword, [thunk(node)], form.place));

export const conditionalForms: Forms = forms({
  'cond clause*': ([, ...clauses], _form, scope, loop) => chosen(clauses, scope, loop),
  'case key clause*': function* ([, subject, ...clauses], _form, scope, loop): Step<Node> {
    const key = new LocalVariable('key');
    const value = yield expand(subject, scope);
    return binding([key], [value], yield chosen(clauses, scope, loop, reading(key)));
  },
  // Where no clause applies, the condition is raised again from where it came.
  'guard specification body*': ([, specification, ...body], form, scope) => {
    const [name = malformed(form, 'guard (name clause*) body*'), ...clauses] = items(specification);
    const condition = variableOf(name);
    const reraise = new LocalVariable('reraise');
    const again = call([reading(reraise)], form.place);
    return together(
      [
        () => expandBody(body, form, scope),
        () => chosen(clauses, scope.inner([condition]), undefined, undefined, again),
      ],
      scope,
      ([guarded = nil, handled = nil]) =>
        callOf('guard', [thunk(guarded), new Lambda({ all: [condition, reraise] }, handled)], form.place),
    );
  },
  'delay expression': delayed,
  'delay-force expression': delayed,
  'parameterize bindings body*': ([, list, ...body], form, scope) => {
    const { place } = form;
    const bindings = items(list);
    const makes = bindings.map(
      (each) => () => expandAll(pair(each), scope, (nodes) => callOf('cons', nodes, each.place)),
    );
    return together([...makes, () => expandBody(body, form, scope)], scope, (nodes) => {
      const inner = thunk(nodes.pop() as Node);
      const bound = nodes.reduceRight<Node>(
        (rest, each) => callOf('cons', [each, rest], place),
        new Constant(emptyList),
      );
      return callOf('parameterize', [bound, inner], place);
    });
  },
});
