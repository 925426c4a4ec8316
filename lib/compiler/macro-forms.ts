import { summary } from '../data/printer.js';
import { SymbolValue } from '../data/values.js';
import { bindIn, expandBody, globalIn } from './body.js';
import { type Forms, forms, type Keyword, rewritten, type Run } from './expand.js';
import { fail, type Form, isNo, items, misplaced, shape, symbolOf } from './form.js';
import { Constant, definition, nil } from './node.js';
import { readRules, type Transformer } from './rules.js';
import { type Scope } from './scope.js';
import { LocalVariable } from './variable.js';

// Forms that define syntax.

const pair = shape('name rules');

/** What stands for syntax: rules, or the name of other syntax. */
const syntaxOf = (form: Form, scope: Scope): Transformer | Keyword => {
  const { unit } = scope;
  if (form.datum instanceof SymbolValue) {
    const meaning = unit.meaningOf(form.datum, scope);
    if (typeof meaning !== 'string' && !(meaning instanceof LocalVariable)) return meaning;
  }
  const [rules, head] = rewritten(form, scope);
  if (head !== unit.keywords.get('syntax-rules')) isNo('syntax', form);
  return readRules(rules, scope);
};

const localSyntax: Run<[Form, Form, ...Form[]]> = ([, list, ...body], form, scope, loop, keyword) => {
  const inner = scope.inner();
  for (const each of items(list)) {
    const [name, rules] = pair(each);
    bindIn(inner, symbolOf(name), syntaxOf(rules, keyword === 'letrec-syntax' ? inner : scope), form);
  }
  return expandBody(body, form, inner, loop);
};

export const macroForms: Forms = forms({
  'syntax-rules rule*': (_parts, form) => misplaced(form),
  'define-syntax name rules': {
    define: ([, target, rules], form, scope) => {
      const name = symbolOf(target);
      const syntax = syntaxOf(rules, scope);
      if (scope.library === undefined) {
        bindIn(scope, name, syntax, form);
        return [[], () => nil];
      }
      const global = globalIn(name, scope);
      const value = new Constant(scope.unit.defineSyntax(global, syntax));
      return [[], () => definition(global, value, form.place)];
    },
  },
  'let-syntax bindings body*': localSyntax,
  'letrec-syntax bindings body*': localSyntax,
  'syntax-error message irritant*': ([, { datum }, ...irritants], form) => {
    const text = typeof datum === 'string' ? datum : summary(datum);
    return fail([text, ...irritants.map((each) => summary(each.datum))].join(' '), form);
  },
});
