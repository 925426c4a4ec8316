import { SymbolValue, type Value } from '../data/values.js';

/**
 * A symbol of the language: the name of an actor, a reason, what a program matches as `'name`.
 *
 * @example
 * ref.exit(symbol('kill'));
 */
export const symbol = (name: string): Value => new SymbolValue(name);
