import { type SymbolValue, type Value } from '../data/values.js';
import { type Form, type Places } from './form.js';
import { type Alias, type Key } from './scope.js';

// What the patterns and templates of a macro are read with, and what they are used with.

/** A variable of a pattern, and how many ellipses stand behind it. */
export interface PatternVariable {
  readonly name: string;
  readonly depth: number;
}

/** What a variable stands for: a form, or for each ellipsis behind it a sequence. */
export type Match = Form | readonly Match[];

export type Matches = Map<PatternVariable, Match>;

/** What patterns and templates of one rule are read with. */
export interface Notation {
  readonly isEllipsis: (datum: Value) => boolean;
  readonly isAny: (symbol: SymbolValue) => boolean;
  readonly literals: ReadonlySet<Key>;
  readonly places: Places;
  readonly spend: (steps: number) => void;
  readonly variables: Map<Key, PatternVariable>;
  /** The variables of the template, as they are met. */
  readonly used: PatternVariable[];
}

/** One use of a macro. */
export interface Use {
  readonly place: Form['place'];
  readonly places: Places;
  readonly matches: Matches;
  readonly isLiteral: (symbol: SymbolValue, literal: SymbolValue) => boolean;
  readonly alias: (symbol: SymbolValue) => Alias;
  readonly spend: (steps: number) => void;
}
