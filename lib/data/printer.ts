import { carried, type ContentOf } from './cells.js';
import { VMError } from './error.js';
import { quotes, writtenFor } from './escapes.js';
import { atomText, type Notation, notationOf } from './notation.js';
import { formatNumber } from './numbers.js';
import { recurring } from './recurring.js';
import { emptyList, noParts, ObjectValue, Pair, SymbolValue, type Value } from './values.js';

// Values as text. `print` writes what `read` reads back; `display` is for people. Data of any depth can be printed.

/**
 * What is written of a value: `write` labels what contains itself, `shared` whatever occurs twice, `simple` nothing;
 * `display` is for people, and leaves strings, characters and symbols as they are.
 */
export type Style = 'write' | 'shared' | 'simple' | 'display';

/**
 * A value as `write` prints it: text that `read` reads back.
 *
 * @example
 * print(read('(a "b" #t)')[0]); // '(a "b" #t)'
 */
export const print = (value: Value): string => format(value, 'write');

/** A value as `display` prints it: strings without their quotes. */
export const display = (value: Value, fuel?: number, contentOf?: ContentOf): string =>
  format(value, 'display', fuel, contentOf);

/** The value as text; one that costs more than there is fuel is a fault, `out-of-fuel`. */
export const format = (value: Value, style: Style, fuel: number = Infinity, contentOf: ContentOf = carried): string => {
  if (typeof value === 'number') return formatNumber(value);
  if (value === emptyList) return '()';
  const budget = value instanceof ObjectValue ? fuel / perCharacter : fuel * 8;
  const text = write(value, style, Math.min(budget, longest), contentOf);
  if (text.length > longest) throw new VMError('out-of-range', `the text is longer than ${longest} characters`);
  if (text.length > budget) throw new VMError('out-of-fuel', 'the text is longer than the fuel left');
  return text;
};

/**
 * What the text of a value costs: fourteen for each character of structure, an eighth for those of a string or a number.
 */
export const formatCost = (value: Value, text: string): number =>
  value instanceof ObjectValue ? perCharacter * text.length : text.length >> 3;

const perCharacter = 14;

// Shared structure may print as a text of any size, so there is a longest one.
const longest = 2 ** 23;

const summaryLength = 60;

/** The beginning of a value as text, for messages. */
export const summary = (value: Value): string => {
  const text = write(value, 'simple', summaryLength, carried);
  return text.length > summaryLength ? `${text.slice(0, summaryLength).trimEnd()}…` : text;
};

// The text of a value, or at least `budget` characters and one more of it. Only what can be changed can contain itself,
// so what consists of pairs is written without looking for cycles: it starts again when it meets anything else.
const write = (
  value: Value,
  style: Style,
  budget: number,
  contentOf: ContentOf,
  cycles?: ReadonlySet<Value>,
): string => {
  const partsOf = (whole: Value): readonly Value[] =>
    whole instanceof Pair ? whole.parts : (notationOf(whole, contentOf, budget)?.parts ?? noParts);
  // The text has at least a character for every four parts that are met, the pairs of a quotation being the shortest.
  const met = (where: 'shared' | 'cycles'): Set<Value> => recurring([value], partsOf, where, 4 * budget + 4);
  const labelled = style === 'shared' ? met(style) : cycles;
  const labels = new Map<Value, number>();
  let text = '';
  // What is still to be written: a value, or what goes on behind one.
  const pending: (Value | (() => void))[] = [value];
  const put = (more: string, ...next: readonly (Value | (() => void))[]): void => {
    text += more;
    pending.push(...next);
  };

  const rest = (tail: Value) => (): void => {
    if (tail instanceof Pair && labelled?.has(tail) !== true) put(' ', rest(tail.cdr), tail.car);
    else if (tail === emptyList) put(')');
    else put(' . ', () => put(')'), tail);
  };
  const inside = (notation: Notation, next: number) => (): void => {
    const { open, parts, names } = notation;
    const isNamed = open.startsWith('#<');
    if (next === parts.length) put(isNamed ? '>' : ')');
    else {
      const name = names === undefined ? '' : `${names[next] as string}: `;
      put((isNamed || next > 0 ? ' ' : '') + name, inside(notation, next + 1), parts[next] as Value);
    }
  };

  while (pending.length > 0 && text.length <= budget) {
    const item = pending.pop() as Value | (() => void);
    if (typeof item === 'function') {
      item();
      continue;
    }
    if (labelled?.has(item) === true) {
      const label = labels.get(item);
      put(label === undefined ? `#${labels.size}=` : `#${label}#`);
      if (label !== undefined) continue;
      labels.set(item, labels.size);
    }
    if (item instanceof Pair) {
      const prefix = labelled?.has(item.cdr) === true ? undefined : prefixOf(item);
      if (prefix === undefined) put('(', rest(item.cdr), item.car);
      else put(prefix, (item.cdr as Pair).car);
      continue;
    }
    const notation = notationOf(item, contentOf, budget);
    if (notation === undefined) put(atomText(item, style !== 'display', budget + 1));
    else if (labelled === undefined && style !== 'simple') return write(value, style, budget, contentOf, met('cycles'));
    else put(notation.open, inside(notation, 0));
  }
  return text;
};

// 'x for (quote x): only when the list has exactly these two elements.
const prefixOf = ({ car, cdr }: Pair): string | undefined => {
  if (!(car instanceof SymbolValue && cdr instanceof Pair && cdr.cdr === emptyList)) return undefined;
  // `,@a` would be read as a splice of `a`.
  const isSplice = car.name === 'unquote' && cdr.car instanceof SymbolValue && cdr.car.name.startsWith('@');
  return isSplice ? undefined : writtenFor(car.name, quotes);
};
