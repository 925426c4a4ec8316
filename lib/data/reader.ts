import { VMError } from './error.js';
import { parseNumber } from './numbers.js';
import { emptyList, Pair, SymbolValue, type Value } from './values.js';

// Text to data. The reader keeps its own stack of open lists, so nesting is bounded by memory alone.

/** A place in a source text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What was read: the data, and the place of each top-level datum and, by the cell that holds it, of each element. */
export interface Source {
  readonly data: readonly Value[];
  readonly places: readonly Place[];
  readonly elements: ReadonlyMap<Pair, Place>;
}

interface OpenList {
  readonly place: Place;
  readonly bracket: string;
  readonly items: Value[];
  readonly places: Place[];
  /** A quotation closes by itself after one datum. */
  readonly quote: boolean;
  /** The tail after a dot: undefined before the dot, null between the dot and its datum. */
  tail: { readonly value: Value } | null | undefined;
}

const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
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
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['0', '\0'],
  ['\\', '\\'],
  ['"', '"'],
  ['|', '|'],
]);
const bases: ReadonlyMap<string, number> = new Map([
  ['#b', 2],
  ['#o', 8],
  ['#d', 10],
  ['#x', 16],
]);

const token = /,@|[()[\]'`,]|[^\s()[\]'`,";|]+/uy;
const blank = /\s+/uy;
const edge = /#\||\|#/gu;

/** Reads a text and remembers where everything stood. Faults: `read-error`, with line and column. */
export const parse = (text: string): Source => new Reader(text).run();

/**
 * Reads every datum of a text.
 *
 * @example
 * read('(+ 1 2) "three"'); // a list of three elements, and a string
 */
export const read = (text: string): Value[] => [...parse(text).data];

class Reader {
  private at = 0;
  private line = 1;
  private lineStart = 0;
  private readonly data: Value[] = [];
  private readonly places: Place[] = [];
  private readonly elements = new Map<Pair, Place>();
  private readonly open: OpenList[] = [];
  /** How many `#;` wait at which depth: the next datum completed there is dropped. */
  private readonly dropped: number[] = [];

  constructor(private readonly text: string) {
    if (typeof text !== 'string') throw new VMError('misuse', `a source is a string, not ${typeof text}`);
  }

  run(): Source {
    this.skip();
    while (this.at < this.text.length) {
      this.next();
      this.skip();
    }
    const last = this.open.at(-1);
    if (last?.quote === true) this.fail('a quotation without a datum', last.place);
    if (last !== undefined) this.fail(`'${last.bracket}' is never closed`, last.place);
    if (this.dropped.length > 0) this.fail("'#;' without a datum", this.place());
    return { data: this.data, places: this.places, elements: this.elements };
  }

  private next(): void {
    const place = this.place();
    const char = this.text.charAt(this.at);
    if (char === '"') this.complete(this.delimited('"', place), place);
    else if (char === '|') this.complete(new SymbolValue(this.delimited('|', place)), place);
    else if (this.text.startsWith('#;', this.at)) {
      this.at += 2;
      this.dropped.push(this.open.length);
    } else this.word(this.match(token) ?? this.fail(`unexpected '${char}'`, place), place);
  }

  private word(word: string, place: Place): void {
    if (closing.has(word)) {
      this.open.push({ place, bracket: word, items: [], places: [], quote: false, tail: undefined });
    } else if (word === ')' || word === ']') this.close(word, place);
    else if (quotes.has(word)) {
      const quote = new SymbolValue(quotes.get(word) as string);
      this.open.push({ place, bracket: word, items: [quote], places: [place], quote: true, tail: undefined });
    } else if (word === '.') this.dot(place);
    else this.complete(this.atom(word, place), place);
  }

  private close(word: string, place: Place): void {
    const list = this.open.pop();
    if (list === undefined) return this.fail(`'${word}' closes nothing`, place);
    if (list.quote) return this.fail('a quotation without a datum', list.place);
    if (closing.get(list.bracket) !== word) {
      return this.fail(
        `'${word}' closes the '${list.bracket}' of line ${list.place.line}, column ${list.place.column}`,
        place,
      );
    }
    if (list.tail === null) return this.fail('no datum after the dot', place);
    if (this.dropped.at(-1) === this.open.length + 1) return this.fail("'#;' without a datum", place);
    this.complete(this.build(list), list.place);
  }

  private dot(place: Place): void {
    const list = this.open.at(-1);
    if (list === undefined || list.quote || list.items.length === 0 || list.tail !== undefined) {
      return this.fail('a dot stands between the last two elements of a list', place);
    }
    list.tail = null;
  }

  // A datum is complete: it goes into the innermost open list; a quotation around it is then complete too.
  private complete(datum: Value, place: Place): void {
    for (;;) {
      if (this.dropped.at(-1) === this.open.length) {
        this.dropped.pop();
        return;
      }
      const list = this.open.at(-1);
      if (list === undefined) {
        this.data.push(datum);
        this.places.push(place);
        return;
      }
      if (list.tail === null) list.tail = { value: datum };
      else if (list.tail !== undefined) this.fail('more than one datum after the dot', place);
      else {
        list.items.push(datum);
        list.places.push(place);
      }
      if (!list.quote) return;
      this.open.pop();
      datum = this.build(list);
      place = list.place;
    }
  }

  private build({ items, places, tail }: OpenList): Value {
    let result: Value = tail ? tail.value : emptyList;
    for (let i = items.length - 1; i >= 0; i -= 1) {
      const cell: Pair = new Pair(items[i] as Value, result);
      this.elements.set(cell, places[i] as Place);
      result = cell;
    }
    return result;
  }

  private atom(word: string, place: Place): Value {
    const constant = constants.get(word);
    if (constant !== undefined) return constant;
    const base = bases.get(word.slice(0, 2).toLowerCase());
    const number = base === undefined ? parseNumber(word) : parseNumber(word.slice(2), base);
    if (number !== undefined) return number;
    if (word.startsWith('#')) return this.fail(`unknown notation '${word}'`, place);
    return new SymbolValue(word);
  }

  // The text between two delimiters, with its escapes; `at` stands on the first.
  private delimited(delimiter: string, place: Place): string {
    const parts: string[] = [];
    this.at += 1;
    for (;;) {
      const start = this.at;
      while (this.at < this.text.length && this.text[this.at] !== delimiter && this.text[this.at] !== '\\')
        this.advance();
      parts.push(this.text.slice(start, this.at));
      if (this.at >= this.text.length)
        this.fail(delimiter === '"' ? 'a string is never closed' : 'a symbol is never closed', place);
      if (this.text[this.at] === delimiter) break;
      parts.push(this.escape());
    }
    this.at += 1;
    return parts.join('');
  }

  private escape(): string {
    const place = this.place();
    const hex = /\\x([\da-f]+);/iy;
    const code = this.match(hex);
    if (code !== undefined) {
      const point = parseInt(code.slice(2, -1), 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : this.fail(`no character has the code '${code}'`, place);
    }
    // A backslash before a line end joins the lines.
    const join = this.match(/\\[ \t]*\r?\n[ \t]*/y);
    if (join !== undefined) {
      this.newLines(join, this.at - join.length);
      return '';
    }
    const char = this.text.charAt(this.at + 1);
    this.at += 2;
    return escapes.get(char) ?? this.fail(`unknown escape '\\${char}'`, place);
  }

  private skip(): void {
    for (;;) {
      const start = this.at;
      const space = this.match(blank);
      if (space !== undefined) this.newLines(space, start);
      else if (this.text[this.at] === ';') this.at = endOf(this.text.indexOf('\n', this.at), this.text);
      else if (this.text.startsWith('#|', this.at)) this.blockComment();
      else return;
    }
  }

  // Block comments nest.
  private blockComment(): void {
    const place = this.place();
    const start = this.at;
    let depth = 0;
    edge.lastIndex = this.at;
    do {
      const found = edge.exec(this.text)?.[0] ?? this.fail('a comment is never closed', place);
      depth += found === '#|' ? 1 : -1;
      this.at = edge.lastIndex;
    } while (depth > 0);
    this.newLines(this.text.slice(start, this.at), start);
  }

  private advance(): void {
    if (this.text[this.at] === '\n') {
      this.line += 1;
      this.lineStart = this.at + 1;
    }
    this.at += 1;
  }

  private newLines(passed: string, start: number): void {
    for (let i = passed.indexOf('\n'); i >= 0; i = passed.indexOf('\n', i + 1)) {
      this.line += 1;
      this.lineStart = start + i + 1;
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private place(): Place {
    return { line: this.line, column: this.at - this.lineStart + 1 };
  }

  private fail(detail: string, place: Place): never {
    throw new VMError('read-error', detail, place);
  }
}

const endOf = (index: number, text: string): number => (index < 0 ? text.length : index);
