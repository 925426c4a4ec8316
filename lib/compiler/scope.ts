import { SymbolValue, type Value } from '../data/values.js';
import type { Compilation } from './compilation.js';
import type { Keyword } from './expand.js';
import type { Transformer } from './rules.js';
import { LocalVariable } from './variable.js';

// Lexical scope: identifiers to what they are bound to, innermost first. Most names that are looked up are bound nowhere
// (keywords and globals), so the unit knows which ones are bound at all.

/**
 * A symbol that a macro inserted. Unless it is bound itself, it means what its original means in the scope of the macro's
 * definition.
 */
export class Alias extends SymbolValue {
  constructor(
    readonly original: SymbolValue,
    readonly scope: Scope,
  ) {
    super(original.name);
  }
}

/** What an identifier is told apart by: a symbol by its name, an alias by itself. */
export type Key = string | Alias;

export const keyOf = (identifier: SymbolValue): Key => (identifier instanceof Alias ? identifier : identifier.name);

/** A local variable, local syntax, or the name of a global variable. */
export type Binding = LocalVariable | Transformer | Keyword | string;

export class Scope {
  /** What is bound here, and not further out; made when something is: most bodies define nothing. */
  own: Map<Key, Binding> | undefined;

  constructor(
    readonly unit: Compilation,
    readonly outer?: Scope | undefined,
    /** Where definitions make global variables: the name of the library, nil for the program. */
    readonly library?: Value | undefined,
  ) {}

  bind(key: Key, binding: Binding): void {
    (this.own ??= new Map()).set(key, binding);
    this.unit.noteBound(key);
  }

  inner(variables: readonly LocalVariable[] = []): Scope {
    const scope = new Scope(this.unit, this);
    for (const variable of variables) scope.bind(variable.key, variable);
    return scope;
  }
}

/** What is bound to a key in a scope or around it. */
export const find = (key: Key, inner: Scope): Binding | undefined => {
  if (!inner.unit.isBound(key)) return undefined;
  let found: Binding | undefined;
  for (let scope: Scope | undefined = inner; scope && !found; scope = scope.outer) found = scope.own?.get(key);
  return found;
};

/** What an identifier is bound to; what is bound nowhere is the global of its name. */
export const lookUp = (identifier: SymbolValue, scope: Scope): Binding => {
  if (scope.unit.isFlat) return identifier.name;
  let found = find(keyOf(identifier), scope);
  while (found === undefined && identifier instanceof Alias) {
    ({ original: identifier, scope } = identifier);
    found = find(keyOf(identifier), scope);
  }
  return found ?? identifier.name;
};
