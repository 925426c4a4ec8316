import { parseCharacter } from './character.js';
import { VMError } from './error.js';
import { escapes, quotes } from './escapes.js';
import { Label, untie } from './labels.js';
import { parseNumeral } from './numerals.js';
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
  const { data, end, isFolding } = parse(text, at, budget, wasFolding, 1);
  return data[0] === undefined ? null : { datum: data[0], end, isFolding };
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

const constants: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['#t', true],
  ['#true', true],
  ['true', true],
  ['#f', false],
  ['#false', false],
  ['false', false],
  ['nil', null],
]);

// The ASCII characters that separate; beyond them, only blanks do.
const separators: Uint8Array = /* @__PURE__ */ Uint8Array.from({ length: 128 }, (_, code) =>
  Number(' \t\n\v\f\r()[]\'`,";|'.includes(String.fromCharCode(code))),
);
const separates = (code: number): boolean =>
  code < 128 ? separators[code] === 1 : String.fromCharCode(code).trim() === '';

// What begins with # and is no atom. A character may be written with what separates.
const hash = /#(?:[;(|]|u8\(|\d+[=#]|!(?:no-)?fold-case(?![^\s()[\]'`,";|])|\\(?:[^\s()[\]'`,";|]+|[^\r\n]))/iy;
const edge = /#\||\|#/g;
const line = /[^\n]*/y;
const inString = /[^"\\]*/y;
const inBars = /[^|\\]*/y;
// A backslash before a line end joins the lines.
const escaped = /\\(?:(x[\da-f]{1,6});|[ \t]*\r?\n[ \t]*|.)/isy;

// Fractions and complex numbers, which do not exist here.
const real = String.raw`(?:\.?\d[\d./]*(?:e[+-]?\d+)?|(?:inf|nan)\.0)`;
const missing = new RegExp(String.raw`^[+-]?(?:\d+/\d+|${real}@[+-]?${real})$|^(?:[+-]?${real})?[+-]${real}?i$`, 'i');

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
  const data: Value[] = [];
  const places: Place[] = [];
  const elements = new Map<Pair, Place>();
  let labels: Map<number, Label> | undefined;
  // Where the datum first referred to a part of itself.
  let knot: Place | undefined;
  let open: Open | undefined;
  // A token starts at one offset, and is read up to the other. Lines are counted as far as a place was asked for.
  let [start, at, counted, lineStart, lines] = [from, from, from, from, 1];

  const here = (offset = start): Place => {
    for (; counted < offset; counted += 1)
      if (text.charCodeAt(counted) === 10) {
        lines += 1;
        lineStart = counted + 1;
      }
    return { line: lines, column: offset - lineStart + 1 };
  };

  const fail = (detail: string, place = here()): never => {
    throw new VMError('read-error', detail, place);
  };

  const unknown = (kind: string, word: string, place?: Place): never => fail(`unknown ${kind} '${word}'`, place);

  const match = (pattern: RegExp): readonly (string | undefined)[] => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? [];
    at = Math.max(at, pattern.lastIndex);
    return found;
  };

  const pair = (car: Value, cdr: Value, place: Place): Pair => {
    const made = new Pair(car, cdr);
    elements.set(made, place);
    return made;
  };

  const enter = (opener: string, label?: Label): void => {
    open = { opener, closer: closers[opener], place: here(), below: data.length, dotted: 0, label, outer: open };
  };

  // A datum is complete: what stands before it, a quotation or a label, is then complete too.
  const complete = (datum: Value, place = here()): void => {
    while (open !== undefined && open.closer === undefined) {
      const { opener, label, place: before } = open;
      open = open.outer;
      const quote = quotes[opener];
      if (quote !== undefined) datum = pair(new SymbolValue(quote), pair(datum, emptyList, place), before);
      else if (label === undefined) return;
      else if (datum === label) fail(`'${opener}' contains itself`, before);
      else label.value = datum;
      place = before;
    }
    if (open === undefined) {
      if (knot !== undefined) datum = untied(datum, knot);
      labels = knot = undefined;
    } else if (open.dotted > 0 && data.length >= open.dotted) fail(misplacedDot, place);
    data.push(datum);
    places.push(place);
  };

  const untied = (datum: Value, place: Place): Value =>
    untie(
      datum,
      () => fail('a pair contains itself', place),
      (from, to) => elements.set(to, elements.get(from) as Place),
    );

  // What is open and must not be: of what `#;` stands in, that is told first.
  const unclosed = (innermost: Open): never => {
    let last = innermost;
    while (last.opener === '#;' && last.outer !== undefined && (start === text.length || !last.outer.closer))
      last = last.outer;
    const { opener, closer, place } = last;
    if (closer !== undefined) return fail(`'${opener}' is never closed`, place);
    return fail(`'${opener}' without a datum`, opener === '#;' ? here() : place);
  };

  const close = (word: string): void => {
    if (open === undefined) return fail(`'${word}' closes nothing`);
    const { opener, closer, place, below, dotted } = open;
    if (closer === undefined) unclosed(open);
    if (closer !== word) fail(`'${word}' closes the '${opener}' of line ${place.line}, column ${place.column}`);
    if (data.length < dotted) fail("'.' without a datum");
    open = open.outer;
    let whole: Value = emptyList;
    if (opener.startsWith('#')) whole = vector(opener, below);
    else if (dotted > 0) {
      whole = data.pop() as Value;
      places.pop();
    }
    while (data.length > below) whole = pair(data.pop() as Value, whole, places.pop() as Place);
    complete(whole, place);
  };

  const vector = (opener: string, below: number): Value => {
    const items = data.splice(below);
    const stood = places.splice(below);
    if (opener === '#(') return literalOf(Vector, items);
    const odd = items.findIndex((item) => !isByte(item));
    if (odd >= 0) fail('a byte is an integer from 0 to 255', stood[odd]);
    return literalOf(Bytevector, items);
  };

  const label = (word: string): void => {
    const number = parseInt(word.slice(1), 10);
    labels ??= new Map<number, Label>();
    const known = labels.get(number);
    if (word.endsWith('=')) {
      if (known !== undefined) fail(`'${word}' is bound twice`);
      const label = new Label();
      labels.set(number, label);
      enter(word, label);
    } else {
      const label = known ?? unknown('label', word);
      if (label.value === undefined) knot ??= here();
      complete(label.value === undefined ? label : label.value);
    }
  };

  const escape = (): string => {
    const place = here(at);
    const [whole = '\\', code] = match(escaped);
    if (whole.includes('\n')) return '';
    const meant = code === undefined ? escapes[whole] : parseCharacter(code)?.text;
    return meant ?? unknown('escape', whole, place);
  };

  // What stands between two delimiters, with its escapes.
  const delimited = (delimiter: string): string => {
    let whole = '';
    at += 1;
    for (;;) {
      whole += match(delimiter === '|' ? inBars : inString)[0] as string;
      if (at === text.length) fail(`a ${delimiter === '|' ? 'symbol' : 'string'} is never closed`);
      if (text[at] === delimiter) break;
      whole += escape();
    }
    at += 1;
    return whole;
  };

  const plain = (): string => {
    const first = at;
    while (at < text.length && !separates(text.charCodeAt(at))) at += 1;
    const part = text.slice(first, at);
    return isFolding ? part.toLowerCase() : part;
  };

  // A symbol may have parts between bars; what has them is nothing but a symbol.
  const bare = (): void => {
    // Most numbers are a few digits, which need no further look.
    let integer = 0;
    for (let digit; (digit = text.charCodeAt(at) - 48) >= 0 && digit < 10; at += 1) integer = 10 * integer + digit;
    const isWhole = at === text.length || (separates(text.charCodeAt(at)) && text[at] !== '|');
    if (isWhole && at > start && at < start + 16) {
      complete(integer);
      return;
    }
    at = start;
    let name = plain();
    if (text[at] === '|') {
      const place = here();
      for (; text[at] === '|'; start = at) name += delimited('|') + plain();
      complete(new SymbolValue(name), place);
    } else if (name !== '.') complete(atom(name));
    else if (open?.closer === undefined || open.opener.startsWith('#') || open.dotted > 0 || data.length === open.below)
      fail(misplacedDot);
    else open.dotted = data.length + 1;
  };

  const atom = (word: string): Value => {
    const first = word.charCodeAt(0);
    const isHash = first === 35;
    const constant = constants.get(isHash ? word.toLowerCase() : word);
    if (constant !== undefined) return constant;
    // A number begins with #, or with a digit, a point or a sign and something behind it.
    if (isHash || (first > 42 && first < 58 && word.length > 1)) {
      const number = parseNumeral(word);
      if (number !== undefined) return number;
      if (missing.test(word)) fail(`'${word}': there are no fractions and no complex numbers`);
      if (isHash) unknown('notation', word);
    }
    return new SymbolValue(word);
  };

  const hashed = (): void => {
    const [word = ''] = match(hash);
    const kind = word.charAt(1);
    const lower = word.toLowerCase();
    if (kind === '') bare();
    else if (kind === '\\') complete(character(word, lower));
    else if (kind === '!') isFolding = lower === '#!fold-case';
    else if (kind === '|') blockComment();
    else if (/\d/.test(kind)) label(word);
    else enter(lower);
  };

  const character = (word: string, lower: string): Value => {
    const folded = isFolding ? parseCharacter(lower.slice(2)) : undefined;
    return parseCharacter(word.slice(2)) ?? folded ?? unknown('character', word);
  };

  // Block comments nest.
  const blockComment = (): void => {
    for (let depth = 1; depth > 0;) {
      const [found = fail('a comment is never closed')] = match(edge);
      depth += found === '#|' ? 1 : -1;
    }
  };

  const mark = (char: string): void => {
    if (char === '|') bare();
    else if (char === '"') complete(delimited(char));
    else {
      at += 1;
      if (char === ')' || char === ']') close(char);
      else if (char === ';') match(line);
      else if (char === ',' && text[at] === '@') {
        at += 1;
        enter(',@');
      } else enter(char);
    }
  };

  while (at < text.length && (data.length < most || open !== undefined)) {
    start = at;
    const code = text.charCodeAt(at);
    if (code === 35) hashed();
    else if (!separates(code)) bare();
    else if (code > 32 && code < 128) mark(text.charAt(at));
    else at += 1;
    if (at - from > budget) throw new VMError('out-of-fuel', 'the datum is longer than the fuel left');
  }
  start = at;
  if (open !== undefined) unclosed(open);
  return { data, places, elements, end: at, isFolding };
};
