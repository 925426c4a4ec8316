import { summary } from '../data/printer.js';
import { SymbolValue } from '../data/values.js';
import { type Paint } from './screen.js';

// The procedures that were running when a fault came, as one line that fits below the line of the source:
//
//   in gg, called from gg (3 times), f

const mostCalls = 16;
const widest = 75;

/** Makes the lines for the calls of faults: none where there are not two, and the place says enough. */
export const chainOf = ({ dim }: Paint): ((calls: readonly string[]) => string[]) => {
  let isNoted = false;
  return (calls) => {
    const text = chainText(calls);
    if (text === '') return [];
    const note = isNoted ? '' : dim('  (tail calls leave no trace)');
    isNoted = true;
    return [`  ${text}${note}`];
  };
};

const chainText = (calls: readonly string[]): string => {
  // Names that begin with % are the library's own affair.
  const [innermost, ...callers] = calls.filter((name) => !name.startsWith('%'));
  if (innermost === undefined || callers.length === 0) return '';
  const [first, ...others] = collapsed(callers.slice(0, mostCalls));
  if (callers.length > mostCalls) others.push('…');
  let line = `in ${shown(innermost)}, called from ${first ?? ''}`;
  for (const text of others) {
    if (line.length + text.length + 2 > widest) return `${line}, …`;
    line += `, ${text}`;
  }
  return line;
};

const collapsed = (names: readonly string[]): string[] => {
  const texts: string[] = [];
  let from = 0;
  for (const [i, name] of names.entries()) {
    if (names[i + 1] === name) continue;
    const times = i + 1 - from;
    texts.push(times === 1 ? shown(name) : `${shown(name)} (${times} times)`);
    from = i + 1;
  }
  return texts;
};

// As a symbol is written: a name may hold anything, and be as long as a program likes.
const shown = (name: string): string => summary(new SymbolValue(name));
