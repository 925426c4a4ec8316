import { summary } from '../data/printer.js';
import { Pair, SymbolValue, type Value } from '../data/values.js';
import { stepsOfUse } from './budget.js';
import type { Compilation } from './compilation.js';
import type { Context } from './expand.js';
import { type Form, items, shown, symbolOf, syntaxError } from './form.js';
import { type Notation, type Use } from './notation.js';
import { match, type Pattern, readPattern } from './pattern.js';
import { Alias, type Key, keyOf, lookUp, type Scope } from './scope.js';
import { instantiate, readTemplate, type Template } from './template.js';
import { walk } from './walk.js';

// Macros: `syntax-rules` read once, and the uses of a macro rewritten. What a template inserts are aliases, one for each
// symbol and use, so that it neither captures the names of the use nor is captured by them.

interface Rule {
  readonly pattern: Pattern;
  readonly template: Template;
}

/** A macro as it is used: its rules, and the scope they were defined in. */
export class Transformer {
  constructor(
    readonly rules: readonly Rule[],
    readonly scope: Scope,
    /** What it was read from. */
    readonly source: Value,
  ) {}
}

/** Reads `(syntax-rules (literal …) (pattern template) …)`, an ellipsis of its own before the literals or none. */
export const readRules = (form: Form, scope: Scope, compilation: Compilation): Transformer => {
  const { places } = compilation;
  const spend = (steps: number): void => compilation.spend(steps, form.place);
  const parts = items(form, places);
  const own = parts[1]?.datum instanceof SymbolValue ? keyOf(parts[1].datum) : undefined;
  const [list, ...clauses] = parts.slice(own === undefined ? 1 : 2);
  if (list === undefined) {
    throw syntaxError('rules are (syntax-rules (literal …) (pattern template) …)', form.place);
  }
  const literals = new Set(items(list, places).map((each) => keyOf(symbolOf(each, 'a literal', list.place))));
  const isEllipsis = (datum: Value): boolean =>
    datum instanceof SymbolValue &&
    !literals.has(keyOf(datum)) &&
    (own === undefined ? lookUp(datum, scope) === '...' : keyOf(datum) === own);
  const isAny = (symbol: SymbolValue): boolean => lookUp(symbol, scope) === '_';
  const rules = clauses.map((clause): Rule => {
    const [pattern, template, ...others] = items(clause, places);
    if (template === undefined || others.length > 0 || !(pattern?.datum instanceof Pair)) {
      throw syntaxError('a rule is ((keyword pattern …) template)', clause.place);
    }
    const notation: Notation = { isEllipsis, isAny, literals, places, spend, variables: new Map(), used: [] };
    return {
      pattern: walk(readPattern({ datum: pattern.datum.cdr, place: pattern.place }, 0, notation)),
      template: walk(readTemplate(template, 0, notation)),
    };
  });
  return new Transformer(rules, scope, form.datum);
};

/** The form that a use of a macro is rewritten to. Faults: `syntax-error` when no rule matches. */
export const transform = ({ rules, scope }: Transformer, form: Form, context: Context): Form => {
  const { compilation } = context;
  const { car, cdr } = form.datum as Pair;
  const aliases = new Map<Key, Alias>();
  const use: Use = {
    place: form.place,
    places: compilation.places,
    matches: new Map(),
    isLiteral: (symbol, literal) =>
      compilation.meaningOf(symbol, context.scope) === compilation.meaningOf(literal, scope),
    alias: (symbol) => {
      const key = keyOf(symbol);
      const alias = aliases.get(key) ?? new Alias(symbol, scope);
      aliases.set(key, alias);
      compilation.hasAliases = true;
      return alias;
    },
    spend: (steps) => compilation.spend(steps, form.place),
  };
  use.spend(stepsOfUse);
  for (const { pattern, template } of rules) {
    if (walk(match(pattern, { datum: cdr, place: form.place }, use))) {
      const [made] = walk(instantiate(template, use)) as readonly [Form];
      return { datum: made.datum, place: made.place ?? form.place };
    }
  }
  throw syntaxError(`no rule of ${shown({ datum: car, place: undefined })} matches ${summary(form.datum)}`, form.place);
};
