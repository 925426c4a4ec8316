import { VMError } from '../data/error.js';
import { type FaultCode } from '../data/faults.js';
import { Macro } from '../data/objects.js';
import { print } from '../data/printer.js';
import { PlacedPair } from '../data/placed.js';
import { Pair, type SymbolValue, type Value } from '../data/values.js';
import { plainSymbols } from './data.js';
import type { Keyword } from './expand.js';
import { type Form } from './form.js';
import { entriesOf, fromMacro, toMacro } from './macro-data.js';
import { type Transformer } from './rules.js';
import { type Binding, type Key, lookUp, Scope } from './scope.js';
import { type Nesting } from './walk.js';

// What is known, found out and spent during one compilation.

/** Where syntax and libraries are found that were defined before: the variables of a state. */
export interface Syntax {
  get(name: string): Value | undefined;
}

// Names that have a meaning inside of other forms alone.
const auxiliary: readonly string[] = ['else', '=>', '...', '_'];

// What most sources define.
const nothing: ReadonlyMap<string, Value> = new Map<string, Value>();

export class Compilation implements Nesting {
  readonly top: Scope = new Scope(this, undefined, null);
  depth = 0;
  /** Whether macros inserted anything: if not, there are no aliases in the data. */
  hasAliases = false;
  /** How much was expanded so far. */
  steps = 0;
  // Most sources bind nothing and define nothing, so what remembers that is made when something is.
  #bound: Set<Key> | undefined = undefined;
  #defined: Map<string, Value> | undefined = undefined;
  #macros: Map<Macro, Transformer | Keyword | string> | undefined = undefined;
  #libraries: Map<string, Scope> | undefined = undefined;

  constructor(
    readonly keywords: ReadonlyMap<string, Keyword>,
    private readonly syntax: Syntax | undefined,
    /** The most that may be spent, and the fault when it is more. */
    private readonly budget: number,
    private readonly code: FaultCode,
  ) {}

  /** The macros and libraries that this source defines; null for what was one and is a variable again. */
  get defined(): ReadonlyMap<string, Value> {
    return this.#defined ?? nothing;
  }

  define(name: string, value: Value): void {
    (this.#defined ??= new Map<string, Value>()).set(name, value);
  }

  /** Whether every name is that of a global, since nothing is bound and macros inserted nothing. */
  get isFlat(): boolean {
    return this.#bound === undefined && !this.hasAliases;
  }

  /** Whether a key is bound in any scope. */
  isBound(key: Key): boolean {
    return this.#bound !== undefined && this.#bound.has(key);
  }

  noteBound(key: Key): void {
    (this.#bound ??= new Set<Key>()).add(key);
  }

  /** A list of the forms that remembers where they were read. */
  list(forms: readonly Form[], tail: Value): Value {
    return forms.reduceRight(
      (rest, { datum, place }) =>
        place === undefined ? new Pair(datum, rest) : new PlacedPair(datum, rest, place.line, place.column),
      tail,
    );
  }

  /** What a global name is defined as, where that is known without running anything. */
  known(name: string): Value | undefined {
    const value = this.#defined?.get(name);
    return value === undefined ? this.syntax?.get(name) : value;
  }

  /** Whether a name is known to be that of a global. */
  isKnown(name: string): boolean {
    return this.known(name) !== undefined || this.keywords.has(name) || auxiliary.includes(name);
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
    const macros = (this.#macros ??= new Map<Macro, Transformer | Keyword | string>());
    let syntax = macros.get(known);
    if (syntax === undefined) {
      syntax = fromMacro(known, this) ?? name;
      macros.set(known, syntax);
    }
    return syntax;
  }

  /** What an identifier means where it stands; a string is the global variable of that name. */
  meaningOf(identifier: SymbolValue, scope: Scope): Binding {
    const found = lookUp(identifier, scope);
    return typeof found === 'string' ? this.meaning(found) : found;
  }

  /** Defines a global name as syntax, and gives the value that it has from here on. */
  defineSyntax(name: string, syntax: Transformer | Keyword): Macro {
    const macro = toMacro(syntax, this);
    this.define(name, macro);
    (this.#macros ??= new Map<Macro, Transformer | Keyword | string>()).set(macro, syntax);
    return macro;
  }

  /** The scope in which a library is defined, or the program. */
  scopeOf(library: Value): Scope {
    if (library === null) return this.top;
    const name = print(library);
    const known = this.#libraries?.get(name);
    if (known !== undefined) return known;
    const scope = this.openLibrary(library);
    const table = this.known(name);
    if (table instanceof Pair) for (const [internal, global] of entriesOf(table.cdr)) scope.bind(internal, global);
    return scope;
  }

  /** A new scope for a library that is being defined. */
  openLibrary(library: Value): Scope {
    const scope = new Scope(this, this.top, library);
    (this.#libraries ??= new Map<string, Scope>()).set(print(library), scope);
    return scope;
  }

  /** The datum of a form without aliases. */
  plain(form: Form): Value {
    return this.hasAliases && typeof form.datum === 'object' ? plainSymbols(form, this) : form.datum;
  }

  /** Faults: that of the budget when more is spent than there is. */
  spend(steps: number, { place }: Pick<Form, 'place'>): void {
    this.steps += steps;
    if (this.steps > this.budget) throw new VMError(this.code, 'the expansion is endless', place);
  }
}
