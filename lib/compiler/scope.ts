import { SymbolValue, type Value } from '../data/values.js';
import type { Keyword } from './expand.js';
import type { Transformer } from './rules.js';
import { LocalVariable } from './syntax.js';

// Lexical scope: identifiers to what they are bound to, innermost first. Most names that are looked up are bound nowhere
// (keywords and globals), so all scopes of a compilation know which ones are bound at all.

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
  // Made when something is bound: most bodies define nothing.
  private bindings: Map<Key, Binding> | undefined;
  private readonly bound: Set<Key>;

  constructor(
    private readonly outer: Scope | null,
    /** Where definitions make global variables: the name of the library, nil for the program. */
    readonly library: Value | undefined,
  ) {
    this.bound = outer === null ? new Set() : outer.bound;
  }

  find(key: Key): Binding | undefined {
    if (!this.bound.has(key)) return undefined;
    let found = this.bindings?.get(key);
    for (let scope = this.outer; scope !== null && found === undefined; scope = scope.outer) {
      found = scope.bindings?.get(key);
    }
    return found;
  }

  /** Whether it is bound here, and not further out. */
  holds(key: Key): boolean {
    return this.bindings?.has(key) === true;
  }

  bind(key: Key, binding: Binding): void {
    (this.bindings ??= new Map()).set(key, binding);
    this.bound.add(key);
  }

  /** The variables that are bound here, in their order. */
  variables(): LocalVariable[] {
    return [...(this.bindings?.values() ?? [])].filter((binding) => binding instanceof LocalVariable);
  }

  /** The global variables that names are bound to here. */
  globals(): (readonly [string, string])[] {
    const found: (readonly [string, string])[] = [];
    for (const [key, binding] of this.bindings ?? []) {
      if (typeof key === 'string' && typeof binding === 'string') found.push([key, binding]);
    }
    return found;
  }

  inner(variables: readonly LocalVariable[]): Scope {
    const scope = new Scope(this, undefined);
    for (const variable of variables) scope.bind(variable.key, variable);
    return scope;
  }
}

/** What an identifier is bound to; what is bound nowhere is the global of its name. */
export const lookUp = (identifier: SymbolValue, scope: Scope): Binding => {
  let found = scope.find(keyOf(identifier));
  while (found === undefined && identifier instanceof Alias) {
    ({ original: identifier, scope } = identifier);
    found = scope.find(keyOf(identifier));
  }
  return found ?? identifier.name;
};
