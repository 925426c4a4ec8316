import { summary } from '../data/printer.js';
import { Pair, SymbolValue, type Value } from '../data/values.js';
import { stepsOfUse } from './budget.js';
import { fail, type Form, items, malformed, rest, shape, symbolOf } from './form.js';
import { match, type Pattern, patternReader } from './pattern.js';
import { type Alias, type Key, keyOf, lookUp, type Scope } from './scope.js';
import { instantiate, type Template, templateReader } from './template.js';
import { walk } from './walk.js';

// Macros: `syntax-rules` read once, and the uses of a macro rewritten. What a template inserts are aliases, one for each
// symbol and use, so that it neither captures the names of the use nor is captured by them.

/** A macro as it is used: its rules, the scope they were defined in, and what it was read from. */
export class Transformer {
  constructor(
    readonly rules: readonly (readonly [Pattern, Template])[],
    readonly scope: Scope,
    readonly source: Value,
  ) {}
}

/** What the patterns and templates of a macro are read with. */
export interface Notation {
  readonly form: Form;
  readonly scope: Scope;
  readonly isEllipsis: IsEllipsis;
  readonly literals: ReadonlySet<Key>;
}

export type IsEllipsis = (form: Form | undefined) => boolean;

/** The variables of a pattern, and how many ellipses stand behind each. */
export type Depths = Map<Key, number>;

/** What a variable stands for: a form, or for each ellipsis behind it a sequence. */
export type Match = Form | readonly Match[];

/** One use of a macro. */
export interface Use {
  readonly place: Form['place'];
  readonly scope: Scope;
  readonly matches: Map<Key, Match>;
  readonly aliases: Map<Key, Alias>;
}

const rule = shape('pattern template');

/** Reads `(syntax-rules (literal …) (pattern template) …)`, an ellipsis of its own before the literals or none. */
export const readRules = (form: Form, scope: Scope): Transformer => {
  const [, second, ...others] = items(form);
  const own = second?.datum instanceof SymbolValue ? keyOf(second.datum) : undefined;
  const [list = malformed(form, 'syntax-rules ellipsis? (literal*) rule*'), ...clauses] =
    own === undefined && second !== undefined ? [second, ...others] : others;
  const literals = new Set(items(list).map((each) => keyOf(symbolOf(each))));
  const isEllipsis: IsEllipsis = (each) => {
    if (!(each?.datum instanceof SymbolValue)) return false;
    const key = keyOf(each.datum);
    return !literals.has(key) && (own === undefined ? lookUp(each.datum, scope) === '...' : key === own);
  };
  const notation: Notation = { form, scope, isEllipsis, literals };
  const rules = clauses.map((each): readonly [Pattern, Template] => {
    const [pattern, template] = rule(each);
    if (!(pattern.datum instanceof Pair)) malformed(each, '(keyword pattern*) template');
    const depths: Depths = new Map();
    return [
      walk(patternReader(notation, depths)(rest(pattern), 0)),
      walk(templateReader(notation, depths)(template, 0, isEllipsis)),
    ];
  });
  return new Transformer(rules, scope, form.datum);
};

/** The form that a use of a macro is rewritten to. Faults: `syntax-error` when no rule matches. */
export const transform = ({ rules }: Transformer, form: Form, scope: Scope): Form => {
  const { place } = form;
  const use: Use = { place, scope, matches: new Map(), aliases: new Map() };
  scope.unit.spend(stepsOfUse, form);
  for (const [pattern, template] of rules) {
    if (walk(match(pattern, rest(form), use))) {
      const [made] = walk(instantiate(template, use)) as [Form];
      return { datum: made.datum, place: made.place ?? place };
    }
  }
  return fail(`no rule matches ${summary(form.datum)}`, form);
};
