import { type LocalVariable } from './syntax.js';

// Lexical scope: names to variables, innermost first. Most names that are looked up are bound nowhere (keywords and
// globals), so all scopes of a compilation know which ones are bound at all.

export class Scope {
  private readonly names = new Map<string, LocalVariable>();
  private readonly bound: Set<string>;

  constructor(private readonly outer: Scope | null = null) {
    this.bound = outer === null ? new Set() : outer.bound;
  }

  find(name: string): LocalVariable | undefined {
    if (!this.bound.has(name)) return undefined;
    let found = this.names.get(name);
    for (let scope = this.outer; scope !== null && found === undefined; scope = scope.outer) {
      found = scope.names.get(name);
    }
    return found;
  }

  inner(variables: readonly LocalVariable[]): Scope {
    const scope = new Scope(this);
    for (const variable of variables) {
      scope.names.set(variable.name, variable);
      this.bound.add(variable.name);
    }
    return scope;
  }
}
