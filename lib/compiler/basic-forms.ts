import { definedValue, definition, procedure, anonymous, named } from './body.js';
import { type Context, expand, inside, type Special } from './expand.js';
import { type Form, nameOf, shown, syntaxError } from './form.js';
import { operators } from './operators.js';
import { LoopVariable, type Node } from './syntax.js';
import { type Step } from './walk.js';

// The forms everything else is made of: quote, if, lambda, definitions, assignments.

// Operators are compiled to instructions, so another meaning at top level would go unnoticed: it is refused.
const redefinable = (name: string, form: Form, { forms }: Context): string => {
  if (forms.has(name)) throw syntaxError(`${name} is syntax and cannot be redefined`, form.place);
  if (operators.has(name)) {
    throw syntaxError(
      `${name} is an operator that compiles to an instruction and cannot be redefined; bind it with let, or use another name`,
      form.place,
    );
  }
  return name;
};

// eslint-disable-next-line require-yield -- a step, though it depends on nothing
function* quote(parts: readonly Form[], form: Form): Step<Node> {
  if (parts.length !== 2) throw syntaxError('a quotation is (quote datum)', form.place);
  return { kind: 'constant', value: (parts[1] as Form).datum };
}

function* conditional(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [, test, then, otherwise] = parts;
  if (test === undefined || then === undefined || parts.length > 4) {
    throw syntaxError('a conditional is (if test then else), the else may be left out', form.place);
  }
  return {
    kind: 'if',
    test: yield expand(test, inside(context)),
    then: yield expand(then, context),
    otherwise: otherwise === undefined ? { kind: 'constant', value: null } : yield expand(otherwise, context),
  };
}

function* lambda(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const [, params, ...body] = parts;
  if (params === undefined) throw syntaxError('a procedure is (lambda (params …) body …)', form.place);
  return yield procedure(anonymous, params, body, form, context);
}

// Reached for definitions at top level; those of a body are taken by the body.
function* define(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  if (context.top !== form) throw syntaxError('a definition stands at top level or directly in a body', form.place);
  const taken = definition(parts, form, context);
  redefinable(taken.name, form, context);
  return { kind: 'define', name: taken.name, value: yield definedValue(taken, form, context), place: form.place };
}

function* assign(parts: readonly Form[], form: Form, context: Context): Step<Node> {
  const { place } = form;
  const [, target, source] = parts;
  if (source === undefined || parts.length !== 3) throw syntaxError('an assignment is (set! name value)', place);
  const name = nameOf(target, 'the name of an assignment', place);
  const value = named(yield expand(source, inside(context)), name);
  const variable = context.scope.find(name);
  if (variable === undefined) return { kind: 'assign-global', name: redefinable(name, form, context), value, place };
  variable.isBoxed = true;
  if (variable instanceof LoopVariable) variable.escapes = true;
  return { kind: 'assign-local', variable, value, place };
}

// What later versions of the language will give a meaning, and what has one only inside another form.
const refuse = (detail: string): Special =>
  // eslint-disable-next-line require-yield -- it never gets that far
  function* (parts, form) {
    throw syntaxError(`${shown(parts[0] as Form)}: ${detail}`, form.place);
  };

export const basicForms: readonly (readonly [string, Special])[] = [
  ['quote', quote],
  ['if', conditional],
  ['lambda', lambda],
  ['λ', lambda],
  ['define', define],
  ['set!', assign],
  ['quasiquote', refuse('quasi-quotation is not supported; build the list with list and cons')],
  ['unquote', refuse('it stands inside a quasi-quotation only')],
  ['unquote-splicing', refuse('it stands inside a quasi-quotation only')],
  ['define-syntax', refuse('macros are not supported')],
];
