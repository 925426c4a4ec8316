import { bytevectors, tables, vectors } from './cells.js';
import { control, errors, logic } from './control.js';
import { lists, pairs, searching, withProcedures } from './lists.js';
import { arithmetic, integers, kindsOfNumbers, rounding } from './numbers.js';
import { ports, printing, reading } from './ports.js';
import { type Row } from './row.js';
import { characters, strings, symbols } from './text.js';

// What every name of the library is, in the order in which one would look for it. Nothing that runs needs this.

export const manual: Readonly<Record<string, readonly Row[]>> = {
  arithmetic,
  integers,
  'rounding and conversion': rounding,
  'kinds of numbers': kindsOfNumbers,
  'booleans and equality': logic,
  pairs,
  lists,
  'searching lists': searching,
  'lists and procedures': withProcedures,
  characters,
  strings,
  symbols,
  vectors,
  bytevectors,
  'hash tables': tables,
  control,
  errors,
  printing,
  reading,
  'ports and JSON': ports,
};
