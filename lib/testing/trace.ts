import { isVMError, print, type Value } from '../index.js';
import { type SystemEvent } from '../system/index.js';

// Events as text: what is compared between runs, and what people read.

const longest = 100;

/** Whatever an event, or a program, may give. */
export const shown = (thing: unknown): string => {
  const text = isVMError(thing) ? `${thing.code}: ${thing.message}` : textOf(thing);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

const textOf = (thing: unknown): string => {
  if (typeof thing === 'string') return thing;
  if (Array.isArray(thing)) return `[${thing.map(shown).join(' ')}]`;
  if (thing === undefined) return 'nothing';
  const isPlain = typeof thing === 'object' && thing !== null && Object.getPrototypeOf(thing) === Object.prototype;
  return isPlain ? JSON.stringify(thing) : print(thing as Value);
};

/** Events as text, one a line: the time, the actor, what happened. */
export const traceText = (events: readonly SystemEvent[]): string => events.map(line).join('\n');

const line = ({ type, actor, incarnation, position, time, ...rest }: SystemEvent): string => {
  const details = Object.entries(rest).map(([name, value]) => `${name}=${shown(value)}`);
  const who = incarnation === 0 ? actor : `${actor}#${incarnation}`;
  return [`${time} ms`, `${who}@${position}`, type, ...details].join('  ');
};
