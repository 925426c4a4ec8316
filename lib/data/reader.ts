import { parseCharacter } from './character.js';
import { VMError } from './error.js';
import { Label, untie } from './labels.js';
import { parseNumeral } from './numerals.js';
import { Scanner } from './scanner.js';
import { emptyList, Pair, SymbolValue, type Value } from './values.js';
import { Bytevector, isByte, literalOf, Vector } from './vectors.js';

// Text to data. The reader keeps its own stack of what is open, so nesting is bounded by memory alone.

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

/** What is open: a list, a vector, or what stands before one datum and closes with it, a quotation or a label. */
interface Open {
  readonly opener: string;
  readonly place: Place;
  readonly items: Value[];
  readonly places: Place[];
  readonly label: Label | undefined;
  /** The tail after a dot: undefined before the dot, null between the dot and its datum. */
  tail: { readonly value: Value } | null | undefined;
}

const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['#(', ')'],
  ['#u8(', ')'],
]);
const quotes: ReadonlyMap<string, string> = new Map([
  ["'", 'quote'],
  ['`', 'quasiquote'],
  [',', 'unquote'],
  [',@', 'unquote-splicing'],
]);
const constants: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['#t', true],
  ['#true', true],
  ['true', true],
  ['#f', false],
  ['#false', false],
  ['false', false],
  ['nil', null],
]);

// What is no atom by itself, and characters, which may be written with what separates atoms.
const mark = /,@|[()[\]'`,]|#(?:;|\(|[uU]8\(|\d+[=#]|\\(?:[^\s()[\]'`,";|]+|[^\r\n]))/y;
const bare = /[^\s()[\]'`,";|]+/y;

// Fractions and complex numbers, which do not exist here.
const real = String.raw`(?:\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|\d+/\d+|inf\.0|nan\.0)`;
const missing = new RegExp(
  String.raw`^(?:[+-]?\d+/\d+|[+-]?${real}@[+-]?${real}|(?:[+-]?${real})?[+-]${real}?i)$`,
  'i',
);

/** Reads a text and remembers where everything stood. Faults: `read-error`, with line and column. */
export const parse = (text: string): Source => {
  const reader = new Reader(text);
  while (reader.next());
  return reader;
};

/**
 * Reads every datum of a text.
 *
 * @example
 * read('(+ 1 2) "three"'); // a list of three elements, and a string
 */
export const read = (text: string): Value[] => [...parse(text).data];

/** A datum of a text, where it ends, and whether `#!fold-case` holds from there on. */
export interface Found {
  readonly datum: Value;
  readonly end: number;
  readonly isFolding: boolean;
}

/**
 * Reads the first datum from an offset on; null when there is none. Faults: `read-error`, and `out-of-fuel` when it is
 * longer than `budget` characters.
 */
export const readOne = (
  text: string,
  at: number,
  budget: number = Infinity,
  isFolding: boolean = false,
): Found | null => {
  const reader = new Reader(text, at, isFolding);
  while (reader.data.length === 0 && reader.next())
    if (reader.scanner.at - at > budget)
      throw new VMError('out-of-fuel', 'the datum to read is longer than the fuel left allows');
  const [datum] = reader.data;
  const { at: end, isFolding: isFoldingOn } = reader.scanner;
  return datum === undefined ? null : { datum, end, isFolding: isFoldingOn };
};

class Reader implements Source {
  readonly data: Value[] = [];
  readonly places: Place[] = [];
  readonly elements = new Map<Pair, Place>();
  readonly scanner: Scanner;
  private readonly open: Open[] = [];
  /** How many `#;` wait at which depth: the next datum completed there is dropped. */
  private readonly dropped: number[] = [];
  private readonly labels = new Map<string, Label>();
  /** Where the datum first referred to a part of itself. */
  private knot: Place | undefined;

  constructor(text: string, at?: number, isFolding?: boolean) {
    if (typeof text !== 'string') throw new VMError('misuse', `a source is a string, not ${typeof text}`);
    this.scanner = new Scanner(text, at, isFolding);
  }

  /** Reads one token; false at the end of the text. */
  next(): boolean {
    const { scanner } = this;
    scanner.skip();
    if (scanner.isAtEnd) return this.finish();
    const { char, place } = scanner;
    const found = char === '"' ? undefined : scanner.match(mark);
    if (char === '"') this.complete(scanner.delimited('"', place), place);
    else if (found === undefined) this.bare(place);
    else this.mark(found, place);
    return true;
  }

  private finish(): false {
    const last = this.open.at(-1);
    if (last !== undefined) {
      this.scanner.fail(closing.has(last.opener) ? `'${last.opener}' is never closed` : noDatum(last), last.place);
    }
    if (this.dropped.length > 0) this.scanner.fail("'#;' without a datum");
    return false;
  }

  private mark(found: string, place: Place): void {
    const word = found.toLowerCase();
    const quote = quotes.get(word);
    if (closing.has(word)) this.enter(word, place);
    else if (word === ')' || word === ']') this.close(word, place);
    else if (quote !== undefined) {
      const open = this.enter(word, place);
      open.items.push(new SymbolValue(quote));
      open.places.push(place);
    } else if (word === '#;') this.dropped.push(this.open.length);
    else if (word.startsWith('#\\')) this.complete(this.character(found, place), place);
    else this.label(word, place);
  }

  private enter(opener: string, place: Place, label?: Label): Open {
    const open: Open = { opener, place, items: [], places: [], label, tail: undefined };
    this.open.push(open);
    return open;
  }

  private close(word: string, place: Place): void {
    const open = this.open.pop();
    if (open === undefined) return this.scanner.fail(`'${word}' closes nothing`, place);
    const wanted = closing.get(open.opener);
    if (wanted === undefined) return this.scanner.fail(noDatum(open), open.place);
    if (wanted !== word) {
      const { line, column } = open.place;
      return this.scanner.fail(`'${word}' closes the '${open.opener}' of line ${line}, column ${column}`, place);
    }
    if (open.tail === null) return this.scanner.fail('no datum after the dot', place);
    if (this.dropped.at(-1) === this.open.length + 1) return this.scanner.fail("'#;' without a datum", place);
    this.complete(this.build(open), open.place);
  }

  private label(word: string, place: Place): void {
    const name = String(parseInt(word.slice(1), 10));
    const known = this.labels.get(name);
    if (word.endsWith('=')) {
      if (known !== undefined) this.scanner.fail(`'${word}' is there twice`, place);
      const label = new Label();
      this.labels.set(name, label);
      this.enter(word, place, label);
    } else {
      const { value } = known ?? this.scanner.fail(`no label '#${name}=' stands before`, place);
      if (value === undefined) this.knot ??= place;
      this.complete(value === undefined ? (known as Label) : value, place);
    }
  }

  // A symbol may have parts between bars; what has them is nothing but a symbol.
  private bare(place: Place): void {
    const { scanner } = this;
    let name = '';
    let hasBars = false;
    for (;;) {
      const part = scanner.match(bare);
      if (part !== undefined) name += scanner.isFolding ? part.toLowerCase() : part;
      else if (scanner.char !== '|') break;
      else {
        name += scanner.delimited('|', hasBars ? scanner.place : place);
        hasBars = true;
      }
    }
    if (hasBars) this.complete(new SymbolValue(name), place);
    else if (name === '.') this.dot(place);
    else this.complete(this.atom(name, place), place);
  }

  private atom(word: string, place: Place): Value {
    const constant = constants.get(word.startsWith('#') ? word.toLowerCase() : word);
    if (constant !== undefined) return constant;
    const number = parseNumeral(word);
    if (number !== undefined) return number;
    if (missing.test(word)) return this.scanner.fail(`'${word}': there are no fractions and no complex numbers`, place);
    if (word.startsWith('#')) return this.scanner.fail(`unknown notation '${word}'`, place);
    return new SymbolValue(word);
  }

  private character(word: string, place: Place): Value {
    const written = word.slice(2);
    const lower = this.scanner.isFolding ? parseCharacter(written.toLowerCase()) : undefined;
    return parseCharacter(written) ?? lower ?? this.scanner.fail(`unknown character '${word}'`, place);
  }

  private dot(place: Place): void {
    const open = this.open.at(-1);
    const isList = open !== undefined && (open.opener === '(' || open.opener === '[');
    if (!isList || open.items.length === 0 || open.tail !== undefined) {
      return this.scanner.fail('a dot stands between the last two elements of a list', place);
    }
    open.tail = null;
  }

  // A datum is complete: it goes into what is open innermost; a quotation or a label before it is then complete too.
  private complete(datum: Value, place: Place): void {
    for (;;) {
      if (this.dropped.at(-1) === this.open.length) {
        this.dropped.pop();
        return;
      }
      const open = this.open.at(-1);
      if (open === undefined) {
        this.top(datum, place);
        return;
      }
      if (open.tail === null) open.tail = { value: datum };
      else if (open.tail !== undefined) this.scanner.fail('more than one datum after the dot', place);
      else {
        open.items.push(datum);
        open.places.push(place);
      }
      if (closing.has(open.opener)) return;
      this.open.pop();
      datum = this.build(open);
      place = open.place;
    }
  }

  private top(datum: Value, place: Place): void {
    this.data.push(this.knot === undefined ? datum : this.untied(datum, this.knot));
    this.places.push(place);
    this.labels.clear();
    this.knot = undefined;
  }

  private untied(datum: Value, knot: Place): Value {
    return untie(
      datum,
      () => this.scanner.fail('a pair cannot contain itself: pairs are immutable', knot),
      (from, to) => this.elements.set(to, this.elements.get(from) as Place),
    );
  }

  private build({ opener, place, items, places, label, tail }: Open): Value {
    if (label !== undefined) {
      const datum = items[0] as Value;
      if (datum === label) this.scanner.fail(`'${opener}' names nothing but itself`, place);
      label.value = datum;
      return datum;
    }
    if (opener === '#(') return literalOf(Vector, items);
    if (opener === '#u8(') {
      const odd = items.findIndex((item) => !isByte(item));
      if (odd >= 0) this.scanner.fail('a bytevector has integers from 0 to 255', places[odd]);
      return literalOf(Bytevector, items);
    }
    let result: Value = tail ? tail.value : emptyList;
    for (let i = items.length - 1; i >= 0; i -= 1) {
      const pair: Pair = new Pair(items[i] as Value, result);
      this.elements.set(pair, places[i] as Place);
      result = pair;
    }
    return result;
  }
}

const noDatum = ({ opener, label }: Open): string =>
  label === undefined ? 'a quotation without a datum' : `'${opener}' without a datum`;
