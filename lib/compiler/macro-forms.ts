import { summary } from '../data/printer.js';
import { SymbolValue } from '../data/values.js';
import { expandBody } from './body.js';
import { type Context, Definer, type Keyword, rewritten, type Special, within } from './expand.js';
import { type Form, items, shown, symbolOf, syntaxError } from './form.js';
import { readRules, Transformer } from './rules.js';
import { keyOf } from './scope.js';
import { constant, LocalVariable, nil } from './syntax.js';

// Forms that define syntax.

const syntaxRules: Special = (_parts, { place }) => {
  throw syntaxError('syntax-rules stands in a definition of syntax', place);
};

/** What stands for syntax: rules, or the name of other syntax. */
const syntaxOf = (form: Form, context: Context): Transformer | Keyword => {
  const { scope, compilation } = context;
  if (form.datum instanceof SymbolValue) {
    const meaning = compilation.meaningOf(form.datum, scope);
    if (typeof meaning !== 'string' && !(meaning instanceof LocalVariable)) return meaning;
  }
  const { form: rules, head } = rewritten(form, context);
  if (head !== syntaxRules) throw syntaxError(`syntax is defined by syntax-rules, not ${shown(form)}`, form.place);
  return readRules(rules, scope, compilation);
};

const defineSyntax = new Definer((parts, form, context) => {
  const [, target, rules] = parts;
  if (rules === undefined || parts.length !== 3) {
    throw syntaxError('a definition of syntax is (define-syntax name (syntax-rules …))', form.place);
  }
  const name = symbolOf(target, 'the name of syntax', form.place);
  const syntax = syntaxOf(rules, context);
  const { scope, compilation } = context;
  const key = keyOf(name);
  if (scope.library === undefined) {
    if (scope.holds(key)) throw syntaxError(`${name.name} is bound twice`, form.place);
    scope.bind(key, syntax);
    return { names: [], make: () => nil };
  }
  const global = compilation.globalName(name, scope);
  if (global !== key) scope.bind(key, global);
  const value = constant(compilation.defineSyntax(global, syntax));
  return { names: [], make: () => ({ kind: 'define', name: global, value, place: form.place }) };
});

const localSyntax =
  (isRecursive: boolean): Special =>
  (parts, form, context) => {
    const [, list, ...body] = parts;
    if (list === undefined) throw syntaxError(`${shown(form)} has no bindings`, form.place);
    const { places } = context.compilation;
    const inner = within(context, []);
    for (const each of items(list, places)) {
      const [target, rules, ...others] = items(each, places);
      if (rules === undefined || others.length > 0) {
        throw syntaxError('a binding is (name (syntax-rules …))', each.place);
      }
      const key = keyOf(symbolOf(target, 'the name of syntax', each.place));
      if (inner.scope.holds(key)) throw syntaxError(`${shown(target as Form)} is bound twice`, form.place);
      inner.scope.bind(key, syntaxOf(rules, isRecursive ? inner : context));
    }
    return expandBody(body, form, inner);
  };

const refuse: Special = (parts, form) => {
  const [, message, ...irritants] = parts;
  const text = typeof message?.datum === 'string' ? message.datum : 'syntax-error without a message';
  throw syntaxError([text, ...irritants.map(({ datum }) => summary(datum))].join(' '), form.place);
};

export const macroForms: readonly (readonly [string, Keyword])[] = [
  ['syntax-rules', syntaxRules],
  ['define-syntax', defineSyntax],
  ['let-syntax', localSyntax(false)],
  ['letrec-syntax', localSyntax(true)],
  ['syntax-error', refuse],
];
