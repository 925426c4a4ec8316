import { Pair } from '../data/values.js';
import { initialise, procedure, redefinable } from './body.js';
import { expandAll, type Forms, forms, quoted, type Run } from './expand.js';
import { first, type Form, malformed, misplaced, noVariable, rest, symbolOf } from './form.js';
import { choice, logical, sequence } from './control.js';
import { assignment, named, nil } from './node.js';
import { lookUp } from './scope.js';
import { LocalVariable, LoopVariable } from './variable.js';

// The forms everything else is made of: quote, if, lambda, definitions, assignments, and what is next to them.

const logic: Run = ([, ...tests], _form, scope, loop, keyword) =>
  expandAll(tests, scope, (nodes) => logical(keyword === 'or', nodes), loop);

const outside: Run = (_parts, form) => misplaced(form);

export const basicForms: Forms = forms({
  'quote datum': ([, datum], _form, scope) => quoted(datum, scope),
  'if test then else?': ([, ...parts], _form, scope, loop) =>
    expandAll(
      parts as Form[],
      scope,
      ([test, then, otherwise]) => choice(test ?? nil, then ?? nil, otherwise),
      loop,
      1,
    ),
  'lambda formals body*': ([, params, ...body], form, scope) => procedure(params, body, form, scope),
  'define target value*': {
    define: ([, target, ...values], form, scope) => {
      const isProcedure = target.datum instanceof Pair;
      const name = symbolOf(isProcedure ? first(target) : target);
      const [value = target] = values;
      if (!isProcedure && values.length !== 1) malformed(form, 'define name value');
      const given = isProcedure ? () => procedure(rest(target), values, form, scope) : value;
      return [[name], () => initialise(lookUp(name, scope), name, given, form, scope)];
    },
  },
  'set! name value': ([, target, source], form, scope) => {
    const name = symbolOf(target);
    return expandAll([source], scope, ([value]) => {
      let variable = lookUp(name, scope);
      if (variable instanceof LocalVariable) {
        variable.isBoxed = true;
        if (variable instanceof LoopVariable) variable.escapes = true;
      } else if (typeof variable === 'string') variable = redefinable(variable, form, scope);
      else noVariable(name.name, form);
      return assignment(variable, named(value, name), form.place);
    });
  },
  'begin form*': { forms: ([, ...parts]) => parts },
  'when test body+': ([, ...parts], _form, scope, loop) =>
    expandAll(parts, scope, ([test, ...body]) => choice(test, sequence(body)), loop),
  'unless test body+': ([, ...parts], _form, scope, loop) =>
    expandAll(parts, scope, ([test, ...body]) => choice(test, nil, sequence(body)), loop),
  'and test*': logic,
  'or test*': logic,
  'unquote form*': outside,
  'unquote-splicing form*': outside,
  'include file*': outside,
  'include-ci file*': outside,
});
