import { Macro } from '../data/objects.js';
import { list, Pair, SymbolValue, type Value } from '../data/values.js';
import type { Compilation } from './compilation.js';
import type { Keyword } from './expand.js';
import { readRules, Transformer } from './rules.js';
import { Alias, type Key, keyOf, lookUp } from './scope.js';
import { withSymbols } from './strip.js';

// Macros as values of a state: plain data. Where a macro defines another, its rules may hold symbols of one name that
// mean different things: then some get other names, and the globals they mean stand before the rules:
// (((name . global) …) syntax-rules …). A macro that is a symbol is another name of a keyword.

/** The value of syntax that is defined at top level. */
export const toMacro = (syntax: Transformer | Keyword, compilation: Compilation): Macro => {
  if (!(syntax instanceof Transformer)) return new Macro(new SymbolValue(compilation.nameOf(syntax)));
  const { source, scope } = syntax;
  const library = scope.library ?? null;
  if (!compilation.hasAliases) return new Macro(source, library);
  const spend = (steps: number): void => compilation.spend(steps, undefined);
  const symbols = new Map<Key, SymbolValue>();
  withSymbols(
    source,
    (symbol) => {
      symbols.set(keyOf(symbol), symbol);
      return symbol;
    },
    spend,
  );
  const taken = new Set([...symbols.keys()].filter((key) => typeof key === 'string'));
  const globals: Value[] = [];
  for (const [key, { name }] of symbols) {
    if (!(key instanceof Alias)) continue;
    const symbol = unused(name, taken);
    taken.add(symbol.name);
    symbols.set(key, symbol);
    const global = lookUp(key, scope) as string;
    if (symbol.name !== name || lookUp(symbol, scope) !== global) {
      globals.push(new Pair(symbol, new SymbolValue(global)));
    }
  }
  const rules = withSymbols(source, (symbol) => symbols.get(keyOf(symbol)) as SymbolValue, spend);
  return new Macro(globals.length === 0 ? rules : new Pair(list(globals), rules), library);
};

const unused = (name: string, taken: ReadonlySet<string>): SymbolValue => {
  let unique = name;
  for (let i = 1; taken.has(unique); i += 1) unique = `${name}.${i}`;
  return new SymbolValue(unique);
};

/** The syntax that a macro is. */
export const fromMacro = ({ rules, library }: Macro, compilation: Compilation): Transformer | Keyword | undefined => {
  if (rules instanceof SymbolValue) return compilation.keyword(rules.name);
  const scope = compilation.scopeOf(library);
  if (!(rules instanceof Pair && rules.car instanceof Pair)) return readRules(placeless(rules), scope, compilation);
  compilation.hasAliases = true;
  const aliases = new Map(
    entriesOf(rules.car).map(([name, global]) => [name, new Alias(new SymbolValue(global), compilation.top)]),
  );
  const named = withSymbols(
    rules.cdr,
    (symbol) => aliases.get(symbol.name) ?? symbol,
    (steps) => compilation.spend(steps, undefined),
  );
  return readRules(placeless(named), scope, compilation);
};

const placeless = (datum: Value): { readonly datum: Value; readonly place: undefined } => ({ datum, place: undefined });

/** The entries of a list of pairs of symbols; what is none is left out. */
export const entriesOf = (alist: Value): (readonly [string, string])[] => {
  const entries: (readonly [string, string])[] = [];
  for (let rest = alist; rest instanceof Pair; rest = rest.cdr) {
    const { car } = rest;
    if (car instanceof Pair && car.car instanceof SymbolValue && car.cdr instanceof SymbolValue) {
      entries.push([car.car.name, car.cdr.name]);
    }
  }
  return entries;
};
