import { Macro } from '../data/objects.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import type { Compilation } from './compilation.js';
import { withoutPlaces, withSymbols } from './data.js';
import type { Keyword } from './expand.js';
import { placeless } from './form.js';
import { readRules, Transformer } from './rules.js';
import { Alias, type Key, keyOf, lookUp } from './scope.js';

// Macros as values of a state: plain data. Where a macro defines another, its rules may hold symbols of one name that
// mean different things: then some get other names, and the globals they mean stand before the rules:
// (((name . global) …) syntax-rules …). A macro that is a symbol is another name of a keyword.

/** A name and the global it is bound to, as data. */
export const pairOf = (name: string, global: string): Pair => new Pair(new SymbolValue(name), new SymbolValue(global));

/** The entries of a list of such pairs; what is none is left out. */
export const entriesOf = (alist: Value): (readonly [string, string])[] =>
  (alist instanceof Pair ? [...alist] : []).flatMap((each) =>
    each instanceof Pair && each.car instanceof SymbolValue && each.cdr instanceof SymbolValue
      ? [[each.car.name, each.cdr.name]]
      : [],
  );

/** The value of syntax that is defined at top level. */
export const toMacro = (syntax: Transformer | Keyword, unit: Compilation): Macro => {
  if (!(syntax instanceof Transformer)) return new Macro(new SymbolValue(syntax.name));
  const { source, scope } = syntax;
  const { library = null } = scope;
  if (!unit.hasAliases) return new Macro(withoutPlaces(source), library);
  const form = placeless(source);
  const symbols = new Map<Key, SymbolValue>();
  withSymbols(
    form,
    (symbol) => {
      symbols.set(keyOf(symbol), symbol);
      return symbol;
    },
    unit,
  );
  const globals: Value[] = [];
  const taken = new Set<Key>(symbols.keys());
  for (const [key, { name }] of symbols) {
    if (!(key instanceof Alias)) continue;
    let unique = name;
    for (let i = 1; taken.has(unique); i += 1) unique = `${name}.${i}`;
    taken.add(unique);
    const symbol = new SymbolValue(unique);
    symbols.set(key, symbol);
    const global = lookUp(key, scope) as string;
    if (unique !== name || lookUp(symbol, scope) !== global) globals.push(pairOf(unique, global));
  }
  const rules = withSymbols(form, (symbol) => symbols.get(keyOf(symbol)) as SymbolValue, unit);
  return new Macro(globals.length === 0 ? rules : new Pair(list(globals), rules), library);
};

/** The syntax that a macro is. */
export const fromMacro = ({ rules, library }: Macro, unit: Compilation): Transformer | Keyword | undefined => {
  if (rules instanceof SymbolValue) return unit.keywords.get(rules.name);
  let source = rules;
  if (rules instanceof Pair && rules.car instanceof Pair) {
    unit.hasAliases = true;
    const aliases = new Map(
      entriesOf(rules.car).map(([name, global]) => [name, new Alias(new SymbolValue(global), unit.top)]),
    );
    source = withSymbols(placeless(rules.cdr), (symbol) => aliases.get(symbol.name) ?? symbol, unit);
  }
  return readRules(placeless(source), unit.scopeOf(library));
};
