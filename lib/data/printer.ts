import { carried, type ContentOf } from './cells.js';
import { VMError } from './error.js';
import { atomText, type Notation, notationOf } from './notation.js';
import { formatNumber } from './numbers.js';
import { recurring } from './recurring.js';
import { emptyList, noParts, Pair, SymbolValue, type Value } from './values.js';

// Values as text. `print` writes what `read` reads back; `display` is for people. Data of any depth can be printed.

/**
 * What is written of a value: `write` labels what contains itself, `shared` whatever occurs twice, `simple` nothing;
 * `display` is for people, and leaves strings, characters and symbols as they are.
 */
export type Style = 'write' | 'shared' | 'simple' | 'display';

const quotes: ReadonlyMap<string, string> = new Map([
  ['quote', "'"],
  ['quasiquote', '`'],
  ['unquote', ','],
  ['unquote-splicing', ',@'],
]);

// 'x for (quote x): only when the list has exactly these two elements.
const quotePrefix = ({ car, cdr }: Pair): string | undefined => {
  if (!(car instanceof SymbolValue && cdr instanceof Pair && cdr.cdr === emptyList)) return undefined;
  // `,@a` would be read as a splice of `a`.
  const isSplice = car.name === 'unquote' && cdr.car instanceof SymbolValue && cdr.car.name.startsWith('@');
  return isSplice ? undefined : quotes.get(car.name);
};

/** The value as text; one longer than `budget` characters is a fault, `out-of-fuel`. */
export const format = (
  value: Value,
  style: Style,
  budget: number = Infinity,
  contentOf: ContentOf = carried,
): string => {
  if (typeof value === 'number') return formatNumber(value);
  const text = styled(value, style, Math.min(budget, longest), contentOf);
  if (text.length > longest) throw new VMError('out-of-range', `the text to print has more than ${longest} characters`);
  if (text.length > budget) throw new VMError('out-of-fuel', 'the text to print is longer than the fuel left allows');
  return text;
};

// Shared structure may print as a text of any size, so there is a longest one.
const longest = 2 ** 23;

const summaryLength = 60;

/** The beginning of a value as text, for messages. */
export const summary = (value: Value): string => {
  const text = write(value, true, summaryLength, carried, nothing) as string;
  return text.length > summaryLength ? `${text.slice(0, summaryLength).trimEnd()}…` : text;
};

const nothing: ReadonlySet<Value> = new Set();

// Only what can be changed can contain itself, so what consists of pairs is written without looking for cycles first.
const styled = (value: Value, style: Style, budget: number, contentOf: ContentOf): string => {
  const isReadable = style !== 'display';
  const partsOf = (whole: Value): readonly Value[] =>
    whole instanceof Pair ? whole.parts : (notationOf(whole, contentOf, budget)?.parts ?? noParts);
  // The text has at least a character for every four parts that are met, the pairs of a quotation being the shortest.
  const labelled = (where: 'shared' | 'cycles'): Set<Value> => recurring(value, partsOf, where, 4 * budget + 4);
  if (style === 'simple') return write(value, true, budget, contentOf, nothing) as string;
  if (style === 'shared') return write(value, true, budget, contentOf, labelled('shared')) as string;
  return (
    write(value, isReadable, budget, contentOf) ??
    (write(value, isReadable, budget, contentOf, labelled('cycles')) as string)
  );
};

// What is still to be written: a text, the rest of a list, the parts of something else.
class Close {
  constructor(readonly text: string) {}
}
class Rest {
  constructor(readonly value: Value) {}
}
class Parts {
  next = 0;
  constructor(readonly notation: Notation) {}
}

// The text of a value, or at least `budget` characters and one more of it. Without `labelled`, undefined for what is made
// of more than pairs.
const write = (
  value: Value,
  isReadable: boolean,
  budget: number,
  contentOf: ContentOf,
  labelled?: ReadonlySet<Value>,
): string | undefined => {
  const texts: string[] = [];
  const pending: (Value | Close | Rest | Parts)[] = [value];
  const labels = new Map<Value, number>();
  let size = 0;
  const put = (text: string): void => {
    size += text.length;
    texts.push(text);
  };
  const isLabelled = (item: Value): boolean => labelled?.has(item) === true;

  const writeRest = ({ value: rest }: Rest): void => {
    if (rest instanceof Pair && !isLabelled(rest)) {
      put(' ');
      pending.push(new Rest(rest.cdr), rest.car);
    } else if (rest === emptyList) put(')');
    else {
      put(' . ');
      pending.push(new Close(')'), rest);
    }
  };
  const writeParts = (parts: Parts): void => {
    const { notation, next } = parts;
    parts.next += 1;
    if (next === notation.parts.length) put(notation.close);
    else {
      put(notation.before(next));
      pending.push(parts, notation.parts[next] as Value);
    }
  };
  const writePair = (pair: Pair): void => {
    const prefix = isLabelled(pair.cdr) ? undefined : quotePrefix(pair);
    put(prefix ?? '(');
    if (prefix === undefined) pending.push(new Rest(pair.cdr), pair.car);
    else pending.push((pair.cdr as Pair).car);
  };
  // False for what has been written before, and has a label.
  const writeLabel = (item: Value): boolean => {
    const label = labels.get(item);
    put(label === undefined ? `#${labels.size}=` : `#${label}#`);
    if (label === undefined) labels.set(item, labels.size);
    return label === undefined;
  };

  while (pending.length > 0 && size <= budget) {
    const item = pending.pop() as Value | Close | Rest | Parts;
    if (item instanceof Close) put(item.text);
    else if (item instanceof Rest) writeRest(item);
    else if (item instanceof Parts) writeParts(item);
    else if (isLabelled(item) && !writeLabel(item)) continue;
    else if (item instanceof Pair) writePair(item);
    else {
      const notation = notationOf(item, contentOf, budget);
      if (notation === undefined) put(atomText(item, isReadable, budget + 1));
      else if (labelled === undefined) return undefined;
      else {
        put(notation.open);
        pending.push(new Parts(notation));
      }
    }
  }
  return texts.join('');
};

/**
 * A value as `write` prints it: text that `read` reads back.
 *
 * @example
 * print(read('(a "b" #t)')[0]); // '(a "b" #t)'
 */
export const print = (value: Value): string => format(value, 'write');

/** A value as `display` prints it: strings without their quotes. */
export const display = (value: Value, budget?: number, contentOf?: ContentOf): string =>
  format(value, 'display', budget, contentOf);
