import { atomOf, separates } from './atoms.js';
import { parseCharacter } from './character.js';
import { VMError } from './error.js';
import { escapes, quotes } from './escapes.js';
import { Label, untie } from './labels.js';
import { emptyList, Pair, SymbolValue, type Value } from './values.js';
import { Bytevector, isByte, literalOf, Vector } from './vectors.js';

// Text to data, in one pass. What was read stands on a stack, and what is open is a chain, so nesting is bounded by
// memory alone. Every program is read before it is compiled: a token costs its datum and its place, and not much else.

/** A place in a source text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What was read: the data, and the place of each top-level datum and, by the pair that holds it, of each element. */
export interface Source {
  readonly data: readonly Value[];
  readonly places: readonly Place[];
  readonly elements: ReadonlyMap<Pair, Place>;
}

/** A datum of a text, where it ends, and whether `#!fold-case` holds from there on. */
export interface Found {
  readonly datum: Value;
  readonly end: number;
  readonly isFolding: boolean;
}

/**
 * Reads every datum of a text.
 *
 * @example
 * read('(+ 1 2) "three"'); // a list of three elements, and a string
 */
export const read = (text: string): Value[] => [...parse(text).data];

/**
 * Reads the first datum from an offset on; null when there is none. Faults: `read-error`, and `out-of-fuel` when it is
 * longer than `budget` characters.
 */
export const readOne = (text: string, at: number, budget?: number, wasFolding?: boolean): Found | null => {
  const reader = parse(text, at, budget, wasFolding, 1);
  const [datum] = reader.data;
  return datum === undefined ? null : { datum, end: reader.end, isFolding: reader.isFolding };
};

/**
 * Reads a text, or so much of it, and remembers where everything stood. Faults: `read-error`, with line and column.
 */
export const parse = (
  text: string,
  from: number = 0,
  budget: number = Infinity,
  isFolding: boolean = false,
  most: number = Infinity,
): Source & { readonly end: number; readonly isFolding: boolean } => {
  if (typeof text !== 'string') throw new VMError('misuse', `a source is a string, not ${typeof text}`);
  const reader = new Reader(text, from, isFolding);
  reader.read(from + budget, most);
  return reader;
};

/** What is open: a list or a vector, which have a closer, or what stands before one datum and closes with it. */
interface Open {
  readonly opener: string;
  readonly closer: string | undefined;
  readonly place: Place;
  /** How many data are on the stack below its own. */
  readonly below: number;
  /** How many there are when the one behind the dot is complete; 0 without a dot. */
  dotted: number;
  readonly label: Label | undefined;
  readonly outer: Open | undefined;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '#(': ')', '#u8(': ')' };

const misplacedDot = "'.' cannot stand here";

// What begins with # and is no atom. A character may be written with what separates.
const hash = /#(?:[;(|]|u8\(|\d+[=#]|!(?:no-)?fold-case(?![^\s()[\]'`,";|])|\\(?:[^\s()[\]'`,";|]+|[^\r\n]))/iy;
const edge = /#\||\|#/g;
const line = /[^\n]*/y;
const inString = /[^"\\]*/y;
const inBars = /[^|\\]*/y;
// A backslash before a line end joins the lines.
const escaped = /\\(?:(x[\da-f]{1,6});|[ \t]*\r?\n[ \t]*|.)/isy;

class Reader implements Source {
  readonly data: Value[] = [];
  readonly places: Place[] = [];
  readonly elements: Map<Pair, Place> = new Map<Pair, Place>();
  // A token starts at one offset, and is read up to the other. Lines are counted as far as a place was asked for.
  #start: number;
  end: number;
  #counted: number;
  #lineStart: number;
  #lines = 1;
  #open: Open | undefined;
  #labels: Map<number, Label> | undefined;
  /** Where the datum first referred to a part of itself. */
  #knot: Place | undefined;

  constructor(
    readonly text: string,
    from: number,
    public isFolding: boolean,
  ) {
    this.#start = this.end = this.#counted = this.#lineStart = from;
  }

  /** Reads so many data. Faults: `out-of-fuel` for one that ends behind the limit. */
  read(limit: number, most: number): void {
    const { text, data } = this;
    while (this.end < text.length && (data.length < most || this.#open !== undefined)) {
      this.#start = this.end;
      const code = text.charCodeAt(this.end);
      if (code === 35) this.#readHashed();
      else if (!separates(code)) this.#readBare();
      else if (code > 32 && code < 128) this.#readMark(text.charAt(this.end));
      else this.end += 1;
      if (this.end > limit) throw new VMError('out-of-fuel', 'the datum is longer than the fuel left');
    }
    this.#start = this.end;
    if (this.#open !== undefined) this.#failUnclosed(this.#open);
  }

  #here(offset: number = this.#start): Place {
    for (; this.#counted < offset; this.#counted += 1)
      if (this.text.charCodeAt(this.#counted) === 10) {
        this.#lines += 1;
        this.#lineStart = this.#counted + 1;
      }
    return { line: this.#lines, column: offset - this.#lineStart + 1 };
  }

  #fail(detail: string, place: Place = this.#here()): never {
    throw new VMError('read-error', detail, place);
  }

  #failUnknown(kind: string, word: string, place?: Place): never {
    this.#fail(`unknown ${kind} '${word}'`, place);
  }

  // What is open and must not be: of what `#;` stands in, that is told first.
  #failUnclosed(last: Open): never {
    const isEnd = this.#start === this.text.length;
    while (last.opener === '#;' && last.outer !== undefined && (isEnd || !last.outer.closer)) last = last.outer;
    const { opener, closer, place } = last;
    if (closer !== undefined) this.#fail(`'${opener}' is never closed`, place);
    this.#fail(`'${opener}' without a datum`, opener === '#;' ? this.#here() : place);
  }

  #match(pattern: RegExp): readonly (string | undefined)[] {
    pattern.lastIndex = this.end;
    const found = pattern.exec(this.text) ?? [];
    this.end = Math.max(this.end, pattern.lastIndex);
    return found;
  }

  #pair(car: Value, cdr: Value, place: Place): Pair {
    const made = new Pair(car, cdr);
    this.elements.set(made, place);
    return made;
  }

  #enter(opener: string, label?: Label): void {
    const { length } = this.data;
    const outer = this.#open;
    this.#open = { opener, closer: closers[opener], place: this.#here(), below: length, dotted: 0, label, outer };
  }

  // A datum is complete: what stands before it, a quotation or a label, is then complete too.
  #complete(datum: Value, place: Place = this.#here()): void {
    let open = this.#open;
    for (; open !== undefined && open.closer === undefined; open = open.outer) {
      const { opener, label, place: before } = open;
      const quote = quotes[opener];
      this.#open = open.outer;
      if (quote !== undefined) datum = this.#pair(new SymbolValue(quote), this.#pair(datum, emptyList, place), before);
      else if (label === undefined) return;
      else if (datum === label) this.#fail(`'${opener}' contains itself`, before);
      else label.value = datum;
      place = before;
    }
    if (open === undefined) {
      if (this.#knot !== undefined) datum = this.#untied(datum, this.#knot);
      this.#labels = this.#knot = undefined;
    } else if (open.dotted > 0 && this.data.length >= open.dotted) this.#fail(misplacedDot, place);
    this.data.push(datum);
    this.places.push(place);
  }

  #untied(datum: Value, place: Place): Value {
    return untie(
      datum,
      () => this.#fail('a pair contains itself', place),
      (from, to) => this.elements.set(to, this.elements.get(from) as Place),
    );
  }

  #close(word: string): void {
    const { data, places } = this;
    const open = this.#open ?? this.#fail(`'${word}' closes nothing`);
    const { opener, closer, place, below, dotted } = open;
    if (closer === undefined) this.#failUnclosed(open);
    if (closer !== word) this.#fail(`'${word}' closes the '${opener}' of line ${place.line}, column ${place.column}`);
    if (data.length < dotted) this.#fail("'.' without a datum");
    this.#open = open.outer;
    let whole: Value = emptyList;
    if (opener.startsWith('#')) whole = this.#vector(opener, below);
    else if (dotted > 0) {
      whole = data.pop() as Value;
      places.pop();
    }
    while (data.length > below) whole = this.#pair(data.pop() as Value, whole, places.pop() as Place);
    this.#complete(whole, place);
  }

  #vector(opener: string, below: number): Value {
    const items = this.data.splice(below);
    const stood = this.places.splice(below);
    if (opener === '#(') return literalOf(Vector, items);
    const odd = items.findIndex((item) => !isByte(item));
    if (odd >= 0) this.#fail('a byte is an integer from 0 to 255', stood[odd]);
    return literalOf(Bytevector, items);
  }

  #readHashed(): void {
    const [word = ''] = this.#match(hash);
    const kind = word.charAt(1);
    const lower = word.toLowerCase();
    if (kind === '') this.#readBare();
    else if (kind === '\\') this.#complete(this.#character(word, lower));
    else if (kind === '!') this.isFolding = lower === '#!fold-case';
    else if (kind === '|') this.#skipComment();
    else if (/\d/.test(kind)) this.#readLabel(word);
    else this.#enter(lower);
  }

  #character(word: string, lower: string): Value {
    const folded = this.isFolding ? parseCharacter(lower.slice(2)) : undefined;
    return parseCharacter(word.slice(2)) ?? folded ?? this.#failUnknown('character', word);
  }

  // Block comments nest.
  #skipComment(): void {
    for (let depth = 1; depth > 0;) {
      const [found = this.#fail('a comment is never closed')] = this.#match(edge);
      depth += found === '#|' ? 1 : -1;
    }
  }

  #readLabel(word: string): void {
    const number = parseInt(word.slice(1), 10);
    const labels = (this.#labels ??= new Map<number, Label>());
    const known = labels.get(number);
    if (word.endsWith('=')) {
      if (known !== undefined) this.#fail(`'${word}' is bound twice`);
      const label = new Label();
      labels.set(number, label);
      this.#enter(word, label);
    } else {
      const label = known ?? this.#failUnknown('label', word);
      if (label.value === undefined) this.#knot ??= this.#here();
      this.#complete(label.value === undefined ? label : label.value);
    }
  }

  #readMark(char: string): void {
    if (char === '|') {
      this.#readBare();
      return;
    }
    if (char === '"') {
      this.#complete(this.#delimited(char));
      return;
    }
    this.end += 1;
    if (char === ')' || char === ']') this.#close(char);
    else if (char === ';') this.#match(line);
    else if (char === ',' && this.text[this.end] === '@') {
      this.end += 1;
      this.#enter(',@');
    } else this.#enter(char);
  }

  // What stands between two delimiters, with its escapes.
  #delimited(delimiter: string): string {
    const [inside, what] = delimiter === '|' ? [inBars, 'symbol'] : [inString, 'string'];
    let whole = '';
    this.end += 1;
    for (;;) {
      whole += this.#match(inside)[0] as string;
      if (this.end === this.text.length) this.#fail(`a ${what} is never closed`);
      if (this.text[this.end] === delimiter) break;
      whole += this.#escape();
    }
    this.end += 1;
    return whole;
  }

  #escape(): string {
    const place = this.#here(this.end);
    const [whole = '\\', code] = this.#match(escaped);
    if (whole.includes('\n')) return '';
    const meant = code === undefined ? escapes[whole] : parseCharacter(code)?.text;
    return meant ?? this.#failUnknown('escape', whole, place);
  }

  #plain(): string {
    const { text, end } = this;
    let next = end;
    while (next < text.length && !separates(text.charCodeAt(next))) next += 1;
    this.end = next;
    const part = text.slice(end, next);
    return this.isFolding ? part.toLowerCase() : part;
  }

  // A symbol may have parts between bars; what has them is nothing but a symbol.
  #readBare(): void {
    const { text, end } = this;
    // Most numbers are a few digits, which need no further look.
    let integer = 0;
    let next = end;
    for (let digit; (digit = text.charCodeAt(next) - 48) >= 0 && digit < 10; next += 1) integer = 10 * integer + digit;
    const isWhole = next === text.length || (separates(text.charCodeAt(next)) && text[next] !== '|');
    if (isWhole && next > end && next < end + 16) {
      this.end = next;
      this.#complete(integer);
      return;
    }
    let name = this.#plain();
    if (text[this.end] === '|') {
      const place = this.#here();
      while (text[this.end] === '|') {
        this.#start = this.end;
        name += this.#delimited('|') + this.#plain();
      }
      this.#complete(new SymbolValue(name), place);
    } else if (name === '.') this.#readDot();
    else this.#complete(atomOf(name, (detail) => this.#fail(detail)));
  }

  #readDot(): void {
    const open = this.#open;
    const { length } = this.data;
    if (!open?.closer || open.opener.startsWith('#') || open.dotted > 0 || length === open.below)
      this.#fail(misplacedDot);
    open.dotted = length + 1;
  }
}
