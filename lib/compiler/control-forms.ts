import { emptyList } from '../data/values.js';
import { expandBody, lambda } from './body.js';
import { condClauses } from './conditional-forms.js';
import { type Context, expand, inside, type Keyword, type Special, within } from './expand.js';
import { type Form, items, symbolOf, syntaxError } from './form.js';
import { keyOf } from './scope.js';
import { callOf, constant, LocalVariable, type Node, thunk } from './syntax.js';
import { type Step } from './walk.js';

// Forms that hand what is in them to the library as procedures: promises, parameters, conditions.

const delayed = (name: string): Special =>
  function* (parts, form, context): Step<Node> {
    const [, source, ...others] = parts;
    if (source === undefined || others.length > 0) throw syntaxError(`it is (${name} expression)`, form.place);
    return callOf(`%${name}`, [thunk(yield expand(source, inside(context)), form.place)], form.place);
  };

function* parameterize(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const { places } = context.compilation;
  const [, list, ...body] = parts;
  if (list === undefined) throw syntaxError('it is (parameterize ((parameter value) …) body …)', form.place);
  const pairs: Node[] = [];
  for (const each of items(list, places)) {
    const [parameter, value, ...others] = items(each, places);
    if (parameter === undefined || value === undefined || others.length > 0) {
      throw syntaxError('a binding of a parameter is (parameter value)', each.place);
    }
    const pair = [yield expand(parameter, inside(context)), yield expand(value, inside(context))];
    pairs.push(callOf('%cons', pair, each.place));
  }
  const bound = pairs.reduceRight((rest, pair) => callOf('%cons', [pair, rest], form.place), constant(emptyList));
  const inner = yield expandBody(body, form, inside(context));
  return callOf('%parameterize', [bound, thunk(inner, form.place)], form.place);
}

// Where no clause applies, the condition is raised again from where it came.
function* guard(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [, specification, ...body] = parts;
  const [name, ...clauses] = specification === undefined ? [] : items(specification, context.compilation.places);
  if (name === undefined) throw syntaxError('it is (guard (name clause …) body …)', form.place);
  const condition = new LocalVariable(keyOf(symbolOf(name, 'the name of a condition', form.place)));
  const reraise = new LocalVariable('reraise');
  const { place } = form;
  const again: Node = { kind: 'call', operator: { kind: 'local', variable: reraise, place }, args: [], place };
  const guarded = yield expandBody(body, form, inside(context));
  const handled = yield condClauses(clauses, within(inside(context), [condition]), again);
  const params = [condition, reraise];
  const handler = lambda({ params, rest: null, all: params }, handled, form);
  return callOf('%guard', [thunk(guarded, place), handler], place);
}

export const controlForms: readonly (readonly [string, Keyword])[] = [
  ['delay', delayed('delay')],
  ['delay-force', delayed('delay-force')],
  ['parameterize', parameterize],
  ['guard', guard],
];
