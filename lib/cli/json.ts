import { format, summary } from '../data/printer.js';
import { toJson } from '../data/json.js';
import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { standardInstructions } from '../instructions/standard.js';

// Values and bytecode as text: readable by people, or JSON for programs.

// Data that shares its parts can be exponentially longer written than stored.
const longest = 2 ** 24;

/** A value as `write` prints it. Faults: `out-of-range` when that would be too long for anyone. */
export const valueText = (value: Value): string => {
  try {
    return format(value, 'write', longest);
  } catch {
    throw new VMError('out-of-range', `the value is too long to be shown: ${summary(value)}`);
  }
};

/** A value in the tagged JSON form. What has none, such as a procedure, is `{"printed": text}`. */
export const valueJson = (value: Value): string => {
  const text = valueText(value);
  try {
    return JSON.stringify(toJson(value));
  } catch {
    return JSON.stringify({ printed: text });
  }
};

/** Bytecode as JSON, an instruction a line. Faults: `out-of-range` when procedures are nested too deeply for JSON. */
export const bytecodeJson = (words: readonly unknown[], isCompact: boolean): string => {
  try {
    return isCompact ? JSON.stringify(words) : block(words, '');
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    throw new VMError('out-of-range', 'the program is nested too deeply to be written as JSON', {}, { cause: thrown });
  }
};

const block = (words: readonly unknown[], indent: string): string => {
  if (words.length === 0) return '[]';
  const inner = `${indent}  `;
  const lines = instructionsOf(words).map(
    (instruction) => inner + instruction.map((word) => wordJson(word, inner)).join(', '),
  );
  return `[\n${lines.join(',\n')}\n${indent}]`;
};

const instructionsOf = (words: readonly unknown[]): (readonly unknown[])[] => {
  const instructions: (readonly unknown[])[] = [];
  let at = 0;
  while (at < words.length) {
    const operands = standardInstructions.get(words[at] as string)?.operands.length ?? 0;
    instructions.push(words.slice(at, at + 1 + operands));
    at += 1 + operands;
  }
  return instructions;
};

// A body is written like a program of its own, after what is said about it.
const wordJson = (word: unknown, indent: string): string => {
  if (typeof word !== 'object' || word === null || !('body' in word) || !Array.isArray(word.body))
    return JSON.stringify(word);
  const inner = `${indent}  `;
  const { body, ...about } = word;
  const entries = Object.entries(about).map(
    ([key, value]) => `${inner}${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  return `{\n${entries.join('\n')}\n${inner}"body": ${block(body as unknown[], inner)}\n${indent}}`;
};
