import { type LocalVariable } from './syntax.js';

// Lexical scope: names to variables, innermost first.

export class Scope {
  private readonly names = new Map<string, LocalVariable>();

  constructor(private readonly outer: Scope | null = null) {}

  /** Whether this is the top level, where definitions make global variables. */
  get isTop(): boolean {
    return this.outer === null;
  }

  add(variable: LocalVariable): void {
    this.names.set(variable.name, variable);
  }

  find(name: string): LocalVariable | undefined {
    let found = this.names.get(name);
    for (let scope = this.outer; scope !== null && found === undefined; scope = scope.outer)
      found = scope.names.get(name);
    return found;
  }

  inner(variables: readonly LocalVariable[]): Scope {
    const scope = new Scope(this);
    for (const variable of variables) scope.add(variable);
    return scope;
  }
}
