import { VMError } from '../data/error.js';
import { Macro } from '../data/objects.js';
import { print } from '../data/printer.js';
import { type Place } from '../data/reader.js';
import { Pair, SymbolValue, type Value } from '../data/values.js';
import { type Budget } from './budget.js';
import type { Keyword } from './expand.js';
import { Places } from './form.js';
import { entriesOf, fromMacro, toMacro } from './macro-data.js';
import { type Transformer } from './rules.js';
import { type Binding, lookUp, Scope } from './scope.js';
import { strip } from './strip.js';
import { Nesting } from './walk.js';

// What is known, found out and spent during one compilation.

/** Where syntax and libraries are found that were defined before: the variables of a state. */
export interface Syntax {
  get(name: string): Value | undefined;
}

// Names that have a meaning inside of other forms alone.
const auxiliary: ReadonlySet<string> = new Set(['else', '=>', '...', '_']);

export class Compilation {
  readonly top: Scope = new Scope(null, null);
  readonly places: Places;
  readonly nesting: Nesting = new Nesting();
  /** The macros and libraries that this source defines; null for what was one and is a variable again. */
  readonly defined: Map<string, Value> = new Map<string, Value>();
  /** Whether macros inserted anything: if not, there is nothing to strip. */
  hasAliases = false;
  /** How much was expanded so far. */
  steps = 0;
  private readonly macros = new Map<Macro, Transformer | Keyword | string>();
  private readonly libraries = new Map<string, Scope>();

  constructor(
    read: ReadonlyMap<Pair, Place>,
    private readonly keywords: ReadonlyMap<string, Keyword>,
    private readonly syntax: Syntax | undefined,
    private readonly budget: Budget,
  ) {
    this.places = new Places(read);
  }

  keyword(name: string): Keyword | undefined {
    return this.keywords.get(name);
  }

  /** A name of a keyword. */
  nameOf(keyword: Keyword): string {
    for (const [name, known] of this.keywords) if (known === keyword) return name;
    return '';
  }

  /** The name of the global variable that a definition in a scope makes. */
  globalName({ name }: SymbolValue, { library }: Scope): string {
    return library === undefined || library === null ? name : `${print(library)} ${name}`;
  }

  /** What a global name is defined as, where that is known without running anything. */
  known(name: string): Value | undefined {
    const value = this.defined.get(name);
    return value === undefined ? this.syntax?.get(name) : value;
  }

  /** What an identifier means where it stands; a string is the global variable of that name. */
  meaningOf(identifier: SymbolValue, scope: Scope): Binding {
    const found = lookUp(identifier, scope);
    return typeof found === 'string' ? this.meaning(found) : found;
  }

  /** Whether a name is known to be that of a global. */
  isKnown(name: string): boolean {
    return this.known(name) !== undefined || this.keywords.has(name) || auxiliary.has(name);
  }

  /** Whether a name may be that of a global: any may, where the variables of no state are known. */
  isGlobal(name: string): boolean {
    return this.syntax === undefined || this.isKnown(name);
  }

  /** What a global name means. */
  meaning(name: string): Transformer | Keyword | string {
    const known = this.known(name);
    if (known === undefined) return this.keywords.get(name) ?? name;
    if (!(known instanceof Macro)) return name;
    let syntax = this.macros.get(known);
    if (syntax === undefined) {
      syntax = fromMacro(known, this) ?? name;
      this.macros.set(known, syntax);
    }
    return syntax;
  }

  /** Defines a global name as syntax, and gives the value that it has from here on. */
  defineSyntax(name: string, syntax: Transformer | Keyword): Macro {
    const macro = toMacro(syntax, this);
    this.defined.set(name, macro);
    this.macros.set(macro, syntax);
    return macro;
  }

  /** The scope in which a library is defined, or the program. */
  scopeOf(library: Value): Scope {
    if (library === null) return this.top;
    const name = print(library);
    const known = this.libraries.get(name);
    if (known !== undefined) return known;
    const scope = this.openLibrary(library);
    const table = this.known(name);
    if (table instanceof Pair) for (const [internal, global] of entriesOf(table.cdr)) scope.bind(internal, global);
    return scope;
  }

  /** A new scope for a library that is being defined. */
  openLibrary(library: Value): Scope {
    const scope = new Scope(this.top, library);
    this.libraries.set(print(library), scope);
    return scope;
  }

  /** A datum as plain data. */
  plain(datum: Value, place: Place | undefined): Value {
    return this.hasAliases && typeof datum === 'object' ? strip(datum, (steps) => this.spend(steps, place)) : datum;
  }

  /** Faults: the one of the budget when more is spent than there is. */
  spend(steps: number, place: Place | undefined): void {
    this.steps += steps;
    if (this.steps > this.budget.steps) throw new VMError(this.budget.code, 'the expansion does not end', { ...place });
  }
}
