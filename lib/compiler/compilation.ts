import { VMError } from '../data/error.js';
import { type FaultCode } from '../data/faults.js';
import { Macro } from '../data/objects.js';
import { print } from '../data/printer.js';
import { type Place } from '../data/reader.js';
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

export class Compilation {
  readonly top: Scope = new Scope(this, undefined, null);
  /** What is bound in any scope. */
  readonly bound: Set<Key> = new Set<Key>();
  readonly nesting: Nesting = { depth: 0 };
  /** The macros and libraries that this source defines; null for what was one and is a variable again. */
  readonly defined: Map<string, Value> = new Map<string, Value>();
  /** Whether macros inserted anything: if not, there are no aliases in the data. */
  hasAliases = false;
  /** How much was expanded so far. */
  steps = 0;
  private readonly made = new Map<Pair, Place>();
  private readonly macros = new Map<Macro, Transformer | Keyword | string>();
  private readonly libraries = new Map<string, Scope>();

  constructor(
    private readonly read: ReadonlyMap<Pair, Place>,
    readonly keywords: ReadonlyMap<string, Keyword>,
    private readonly syntax: Syntax | undefined,
    /** The most that may be spent, and the fault when it is more. */
    private readonly budget: number,
    private readonly code: FaultCode,
  ) {}

  /** Where the car of a cell was read. What a macro made has no place of its own, but that of the form around it. */
  placeOf(cell: Pair): Place | undefined {
    return this.read.get(cell) ?? this.made.get(cell);
  }

  /** A list of the forms that remembers where they were read. */
  list(forms: readonly Form[], tail: Value): Value {
    return forms.reduceRight((rest, { datum, place }) => {
      const cell = new Pair(datum, rest);
      if (place !== undefined) this.made.set(cell, place);
      return cell;
    }, tail);
  }

  /** What a global name is defined as, where that is known without running anything. */
  known(name: string): Value | undefined {
    const value = this.defined.get(name);
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
    let syntax = this.macros.get(known);
    if (syntax === undefined) {
      syntax = fromMacro(known, this) ?? name;
      this.macros.set(known, syntax);
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
    const scope = new Scope(this, this.top, library);
    this.libraries.set(print(library), scope);
    return scope;
  }

  /** The datum of a form as plain data. */
  plain(form: Form): Value {
    return this.hasAliases && typeof form.datum === 'object' ? plainSymbols(form, this) : form.datum;
  }

  /** Faults: that of the budget when more is spent than there is. */
  spend(steps: number, { place }: Pick<Form, 'place'>): void {
    this.steps += steps;
    if (this.steps > this.budget) throw new VMError(this.code, 'the expansion is endless', { ...place });
  }
}
