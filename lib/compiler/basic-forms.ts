import { Pair, type SymbolValue } from '../data/values.js';
import { type Initial, initial, initialise, named, procedure, redefinable } from './body.js';
import {
  type Context,
  Definer,
  type Definition,
  expand,
  inside,
  type Keyword,
  quoted,
  type Special,
} from './expand.js';
import { type Form, shown, symbolOf, syntaxError } from './form.js';
import { lookUp } from './scope.js';
import { anonymous, LocalVariable, LoopVariable, nil, type Node } from './syntax.js';
import { type Step } from './walk.js';

// The forms everything else is made of: quote, if, lambda, definitions, assignments.

const quote: Special = (parts, form, context) => {
  if (parts.length !== 2) throw syntaxError('a quotation is (quote datum)', form.place);
  return quoted(parts[1] as Form, context);
};

function* conditional(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [, test, then, otherwise] = parts;
  if (test === undefined || then === undefined || parts.length > 4) {
    throw syntaxError('a conditional is (if test then else), the else may be left out', form.place);
  }
  return {
    kind: 'if',
    test: yield expand(test, inside(context)),
    then: yield expand(then, context),
    otherwise: otherwise === undefined ? nil : yield expand(otherwise, context),
  };
}

const abstraction: Special = (parts, form, context) => {
  const [, params, ...body] = parts;
  if (params === undefined) throw syntaxError('a procedure is (lambda (params …) body …)', form.place);
  return procedure(anonymous, params, body, form, context);
};

const define = new Definer((parts, form, { compilation }) => {
  const [, target, value, ...others] = parts;
  if (target?.datum instanceof Pair) {
    const { datum, place } = target;
    const head: Form = { datum: datum.car, place: compilation.places.get(datum) ?? place };
    const name = symbolOf(head, 'the name of a procedure', form.place);
    return single(name, form, (context) => ({
      isLambda: true,
      make: () => procedure(name.name, { datum: datum.cdr, place }, parts.slice(2), form, context),
    }));
  }
  const name = symbolOf(target, 'the name of a definition', form.place);
  if (value === undefined || others.length > 0) {
    throw syntaxError('a definition is (define name value) or (define (name params …) body …)', form.place);
  }
  return single(name, form, (context) => initial(value, context));
});

const single = (name: SymbolValue, form: Form, value: (context: Context) => Initial): Definition => ({
  names: [name],
  make: (context) => initialise(lookUp(name, context.scope), name.name, value(context), form),
});

function* assign(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const { place } = form;
  const [, target, source] = parts;
  if (source === undefined || parts.length !== 3) throw syntaxError('an assignment is (set! name value)', place);
  const name = symbolOf(target, 'the name of an assignment', place);
  const value = named(yield expand(source, inside(context)), name.name);
  const variable = lookUp(name, context.scope);
  if (typeof variable === 'string')
    return { kind: 'assign-global', name: redefinable(variable, form, context), value, place };
  if (!(variable instanceof LocalVariable)) throw syntaxError(`${name.name} is syntax and cannot be assigned`, place);
  variable.isBoxed = true;
  if (variable instanceof LoopVariable) variable.escapes = true;
  return { kind: 'assign-local', variable, value, place };
}

/** Refuses a form, and says why. */
const refuse =
  (detail: string): Special =>
  (parts, { place }) => {
    throw syntaxError(`${shown(parts[0] as Form)}: ${detail}`, place);
  };

const outside = 'it stands inside a quasi-quotation only';
const include = refuse('a source has no files to include; compile them together');

export const basicForms: readonly (readonly [string, Keyword])[] = [
  ['quote', quote],
  ['if', conditional],
  ['lambda', abstraction],
  ['λ', abstraction],
  ['define', define],
  ['set!', assign],
  ['unquote', refuse(outside)],
  ['unquote-splicing', refuse(outside)],
  ['include', include],
  ['include-ci', include],
];
