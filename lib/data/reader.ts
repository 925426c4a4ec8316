import { atomOf, blank, isSymbol, kindOf, mark, wordly } from './atoms.js';
import { parseCharacter } from './character.js';
import { VMError } from './error.js';
import { escapes, quotes } from './escapes.js';
import { Label, untie } from './labels.js';
import { type Place, PlacedPair } from './placed.js';
import { emptyList, Pair, SymbolValue, type Value } from './values.js';
import { Bytevector, isByte, literalOf, Vector } from './vectors.js';

// Text to data, in one pass. What is open is a chain, and a list grows at its end, so nesting is bounded by memory alone.
// Every program is read before it is compiled: a token costs its datum and its pair, and not much else.

/** What was read of a program: each datum in a pair that tells its place, and so does each pair in it. */
export interface Source {
  readonly forms: readonly PlacedPair[];
  /** Whether there are labels in it: only then it may contain itself. */
  readonly hasLabels: boolean;
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
export const read = (text: string): Value[] => {
  const reader = readerOf(text);
  reader.read(Infinity, Infinity);
  return reader.data;
};

/**
 * Reads the first datum from an offset on; null when there is none. Faults: `read-error`, and `out-of-fuel` when it is
 * longer than `budget` characters.
 */
export const readOne = (
  text: string,
  at: number,
  budget: number = Infinity,
  wasFolding: boolean = false,
): Found | null => {
  const reader = readerOf(text, false, at, wasFolding);
  reader.read(at + budget, 1);
  const [datum] = reader.data;
  return datum === undefined ? null : { datum, end: reader.end, isFolding: reader.isFolding };
};

/** Reads a program, and remembers where everything stood. Faults: `read-error`, with line and column. */
export const parse = (text: string): Source => {
  const reader = readerOf(text, true);
  reader.read(Infinity, Infinity);
  return { forms: reader.data as PlacedPair[], hasLabels: reader.hasLabels };
};

const readerOf = (text: string, isPlaced = false, from = 0, isFolding = false): Reader => {
  if (typeof text !== 'string') throw new VMError('misuse', `a source is a string, not ${typeof text}`);
  return new Reader(text, isPlaced, from, isFolding);
};

/** What is open: a list or a vector, which have a closer, or what stands before one datum and closes with it. */
class Open {
  /** The elements so far, and the last pair of them, which is the only one that still changes. */
  first: Value = emptyList;
  last: Pair | null = null;
  /** There was a dot, and this is what stood behind it. */
  isDotted = false;
  tail: Value | undefined = undefined;

  constructor(
    readonly opener: string,
    readonly closer: string | undefined,
    readonly line: number,
    readonly column: number,
    readonly outer: Open | null,
    readonly label?: Label,
  ) {}

  /** Puts a pair behind the others, or what ends the list. */
  extend(rest: Value): void {
    if (this.last === null) this.first = rest;
    else (this.last as { cdr: Value }).cdr = rest;
  }
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

// Behind the end of a text it is as if there were blanks.
const codeAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 32);

class Reader {
  /** What was read at top level: each in a pair of its own where places are wanted. */
  data: Value[] = [];
  end: number;
  hasLabels = false;
  // Where the token starts that is read, and the line that is reached.
  #line = 1;
  #column = 1;
  #lines = 1;
  #lineStart: number;
  #open: Open | null = null;
  #labels: Map<number, Label> | undefined = undefined;
  /** Where the datum first referred to a part of itself. */
  #knot: Place | undefined = undefined;

  constructor(
    readonly text: string,
    readonly isPlaced: boolean,
    from: number,
    public isFolding: boolean,
  ) {
    this.end = this.#lineStart = from;
  }

  /** Reads so many data. Faults: `out-of-fuel` for one that ends behind the limit. */
  read(limit: number, most: number): void {
    const { text } = this;
    const { length } = text;
    while (this.end < length && (this.data.length < most || this.#open !== null)) {
      const code = text.charCodeAt(this.end);
      const kind = kindOf(code);
      if (kind === blank) {
        this.end += 1;
        if (code === 10) this.#endLine(this.end);
      } else {
        this.#begin();
        if (kind === mark) this.#readMark(code);
        else if (code === 35) this.#readHashed();
        else this.#readBare(code);
      }
      if (this.end > limit) throw new VMError('out-of-fuel', 'the datum is longer than the fuel left');
    }
    this.#begin();
    if (this.#open !== null) this.#failUnclosed(this.#open, this.end === length);
  }

  #endLine(end: number): void {
    this.#lines += 1;
    this.#lineStart = end;
  }

  // A token starts here.
  #begin(): void {
    this.#line = this.#lines;
    this.#column = this.end - this.#lineStart + 1;
  }

  #here(): Place {
    return { line: this.#line, column: this.#column };
  }

  #fail(detail: string, { line, column }: Place = this.#here()): never {
    throw new VMError('read-error', detail, { line, column });
  }

  #failUnknown(kind: string, word: string): never {
    this.#fail(`unknown ${kind} '${word}'`);
  }

  // What is open and must not be: of what `#;` stands in, that is told first.
  #failUnclosed(last: Open, isEnd: boolean): never {
    while (last.opener === '#;' && last.outer !== null && (isEnd || !last.outer.closer)) last = last.outer;
    const { opener, closer } = last;
    if (closer !== undefined) this.#fail(`'${opener}' is never closed`, last);
    this.#fail(`'${opener}' without a datum`, opener === '#;' ? this.#here() : last);
  }

  #match(pattern: RegExp): readonly (string | undefined)[] {
    const { text, end } = this;
    pattern.lastIndex = end;
    const found = pattern.exec(text) ?? [];
    this.end = Math.max(end, pattern.lastIndex);
    for (let i = end; i < this.end; i += 1) if (text.charCodeAt(i) === 10) this.#endLine(i + 1);
    return found;
  }

  #enter(opener: string, closer: string | undefined = closers[opener], label?: Label): void {
    this.#open = new Open(opener, closer, this.#line, this.#column, this.#open, label);
  }

  // A datum is complete: it goes where it belongs.
  #complete(datum: Value, line: number = this.#line, column: number = this.#column): void {
    const open = this.#open;
    if (open === null) this.#top(datum, line, column);
    else if (open.closer === undefined) this.#prefixed(open, datum, line, column);
    else if (open.isDotted) {
      if (open.tail !== undefined) this.#fail(misplacedDot, { line, column });
      open.tail = datum;
    } else {
      // The items of a vector have places until it is made: one may be no byte.
      const isPlaced = this.isPlaced || open.opener.length > 1;
      const cell = isPlaced ? new PlacedPair(datum, emptyList, line, column) : new Pair(datum, emptyList);
      open.extend(cell);
      open.last = cell;
    }
  }

  #top(datum: Value, line: number, column: number): void {
    const knot = this.#knot;
    if (knot !== undefined) datum = untie(datum, () => this.#fail('a pair contains itself', knot));
    this.#labels = this.#knot = undefined;
    const whole = this.isPlaced ? new PlacedPair(datum, emptyList, line, column) : datum;
    // Most texts are one datum: a list that is pushed to would have room for many.
    if (this.data.length === 0) this.data = [whole];
    else this.data.push(whole);
  }

  // What stands before a datum, a quotation or a label, is complete with it.
  #prefixed(start: Open, datum: Value, line: number, column: number): void {
    for (let open: Open | null = start; open !== null && open.closer === undefined; open = open.outer) {
      const { opener, label } = open;
      const quote = quotes[opener];
      this.#open = open.outer;
      if (quote !== undefined) datum = this.#quotation(new SymbolValue(quote), datum, open, line, column);
      else if (label === undefined) return;
      else if (datum === label) this.#fail(`'${opener}' contains itself`, open);
      else label.value = datum;
      ({ line, column } = open);
    }
    this.#complete(datum, line, column);
  }

  #quotation(quote: SymbolValue, datum: Value, place: Place, line: number, column: number): Pair {
    if (!this.isPlaced) return new Pair(quote, new Pair(datum, emptyList));
    return new PlacedPair(quote, new PlacedPair(datum, emptyList, line, column), place.line, place.column);
  }

  #close(word: string): void {
    const open = this.#open ?? this.#fail(`'${word}' closes nothing`);
    const { closer, line, column } = open;
    if (closer === undefined) this.#failUnclosed(open, false);
    if (closer !== word) this.#fail(`'${word}' closes the '${open.opener}' of line ${line}, column ${column}`);
    if (open.isDotted) open.extend(open.tail === undefined ? this.#fail("'.' without a datum") : open.tail);
    this.#open = open.outer;
    this.#complete(open.opener.length > 1 ? this.#vector(open) : open.first, line, column);
  }
  #vector({ opener, first }: Open): Value {
    const cells: PlacedPair[] = [];
    for (let rest = first; rest instanceof PlacedPair; rest = rest.cdr) cells.push(rest);
    const items = cells.map(({ car }) => car);
    if (opener === '#(') return literalOf(Vector, items);
    const odd = cells.find(({ car }) => !isByte(car));
    if (odd !== undefined) this.#fail('a byte is an integer from 0 to 255', odd);
    return literalOf(Bytevector, items);
  }

  #readHashed(): void {
    const [word = ''] = this.#match(hash);
    const kind = word.charAt(1);
    const lower = word.toLowerCase();
    if (kind === '') this.#readBare(35);
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
    this.hasLabels = true;
    const labels = (this.#labels ??= new Map<number, Label>());
    const known = labels.get(number);
    if (word.endsWith('=')) {
      if (known !== undefined) this.#fail(`'${word}' is bound twice`);
      const label = new Label();
      labels.set(number, label);
      this.#enter(word, undefined, label);
    } else {
      const label = known ?? this.#failUnknown('label', word);
      if (label.value === undefined) this.#knot ??= this.#here();
      this.#complete(label.value === undefined ? label : label.value);
    }
  }

  #readMark(code: number): void {
    if (code === 124) {
      this.#readBarred('');
      return;
    }
    if (code === 34) {
      const { line, column } = this.#here();
      this.#complete(this.#delimited('"'), line, column);
      return;
    }
    this.end += 1;
    if (code === 40) this.#enter('(', ')');
    else if (code === 41) this.#close(')');
    else if (code === 93) this.#close(']');
    else if (code === 59) this.#match(line);
    else if (code === 44 && this.text[this.end] === '@') {
      this.end += 1;
      this.#enter(',@');
    } else this.#enter(String.fromCharCode(code));
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
    const place = { line: this.#lines, column: this.end - this.#lineStart + 1 };
    const [whole = '\\', code] = this.#match(escaped);
    if (whole.includes('\n')) return '';
    const meant = code === undefined ? escapes[whole] : parseCharacter(code)?.text;
    return meant ?? this.#fail(`unknown escape '${whole}'`, place);
  }

  #plain(): string {
    const { text, end } = this;
    while (kindOf(codeAt(text, this.end)) === wordly) this.end += 1;
    return this.#folded(text.slice(end, this.end));
  }

  #folded(part: string): string {
    return this.isFolding ? part.toLowerCase() : part;
  }

  // A word that begins with this code. A symbol may have parts between bars; what has them is nothing but a symbol.
  #readBare(first: number): void {
    const { text, end } = this;
    let next = end + 1;
    let code = codeAt(text, next);
    if (first > 47 && first < 58) {
      // Most numbers are a few digits, which need no further look.
      let integer = first - 48;
      while (code > 47 && code < 58) {
        integer = 10 * integer + code - 48;
        next += 1;
        code = codeAt(text, next);
      }
      if (next < end + 16 && code !== 124 && kindOf(code) !== wordly) {
        this.end = next;
        this.#complete(integer);
        return;
      }
    }
    while (kindOf(code) === wordly) {
      next += 1;
      code = codeAt(text, next);
    }
    this.end = next;
    const name = this.#folded(text.slice(end, next));
    if (code === 124) this.#readBarred(name);
    else if (isSymbol(this.isFolding ? name.charCodeAt(0) : first, next - end)) {
      if (first === 46) this.#readDot();
      else this.#complete(new SymbolValue(name));
    } else this.#complete(atomOf(name, (detail) => this.#fail(detail)));
  }

  #readBarred(first: string): void {
    const { line, column } = this.#here();
    let name = first;
    while (this.text[this.end] === '|') {
      this.#begin();
      name += this.#delimited('|') + this.#plain();
    }
    this.#complete(new SymbolValue(name), line, column);
  }

  #readDot(): void {
    const open = this.#open;
    if (!open?.closer || open.opener.length > 1 || open.isDotted || open.last === null) this.#fail(misplacedDot);
    open.isDotted = true;
  }
}
