import { type Cell } from '../data/cells.js';
import { type FaultCode } from '../data/faults.js';
import { type Json } from '../data/json.js';
import { endOfFile, EndOfFile, ErrorObject, Macro, MultipleValues } from '../data/objects.js';
import { consolePort, ConsolePort, noInput, Port, PortContent } from '../data/ports.js';
import { RecordType, RecordValue } from '../data/records.js';
import { Entries, HashTable } from '../data/tables.js';
import { type ObjectValue, Pair, type Value } from '../data/values.js';
import { Bytevector, isByte, Items, Vector } from '../data/vectors.js';
import { Continuation } from '../machine/continuation.js';
import { Dynamic } from '../machine/dynamic.js';
import { Closure } from '../machine/procedures.js';
import { pushAll, Stack } from '../machine/stack.js';
import { Frame } from '../machine/state.js';
import { Box } from '../machine/store.js';
import { Parameter } from '../library/parameters.js';
import { PromiseValue } from '../library/promises.js';
import { RecordProcedure, type RecordRole, roles } from '../library/records.js';
import { isFaultCode } from '../data/error.js';
import { type Owner } from '../data/pages.js';
import { type Reader, refuse, type Writer } from './format.js';

// How each kind of value is written as an entry and read from one: the content of a key that names the kind.

export interface Codec {
  readonly key: string;
  readonly Kind: abstract new (...args: never[]) => ObjectValue;
  readonly write: (value: never, writer: Writer) => Json;
  readonly read: (content: readonly unknown[], reader: Reader) => Value;
}

// The content is an array, whose items are read in the order in which they are written.
const codec = <T extends ObjectValue>(
  key: string,
  Kind: abstract new (...args: never[]) => T,
  write: (value: T, writer: Writer) => Json,
  read: (content: readonly unknown[], reader: Reader) => Value,
): Codec => ({ key, Kind, write, read });

const orNull = <T>(json: unknown, read: (json: unknown) => T): T | null => (json === null ? null : read(json));

export const codecs: readonly Codec[] = [
  codec(
    'closure',
    Closure,
    ({ code, captured }, writer) => [writer.code(code), writer.values(captured)],
    ([code, captured], reader) => new Closure(reader.body(code), reader.values(captured)),
  ),
  codec(
    'continuation',
    Continuation,
    ({ frame, dynamic }, writer) => [writer.value(frame), writer.value(dynamic)],
    ([frame, dynamic], reader) =>
      new Continuation(
        orNull(frame, (json) => reader.one(Frame, json)),
        dynamicOf(dynamic, reader),
      ),
  ),
  codec(
    'frame',
    Frame,
    ({ control, stack, locals, closure, below }, writer) => [
      writer.control(control),
      writer.values(stack.toArray()),
      writer.values(locals),
      writer.value(closure),
      writer.value(below),
    ],
    ([control, stack, locals, closure, below], reader) =>
      frameOf(
        reader.control(control),
        pushAll(Stack.empty, reader.values(stack)),
        reader.values(locals),
        orNull(closure, (json) => reader.one(Closure, json)),
        orNull(below, (json) => reader.one(Frame, json)),
      ),
  ),
  codec(
    'dynamic',
    Dynamic,
    ({ catcher, handlers, winds, parameters, isHandling }, writer) => [
      ...[catcher, handlers, winds, parameters].map((part) => writer.value(part)),
      isHandling,
    ],
    ([catcher, handlers, winds, parameters, isHandling], reader) =>
      new Dynamic(
        orNull(catcher, (json) => reader.one(Closure, json)),
        reader.value(handlers),
        reader.value(winds),
        reader.value(parameters),
        reader.flag(isHandling),
      ),
  ),
  codec(
    'values',
    MultipleValues,
    ({ values }, writer) => [writer.values(values)],
    ([values], reader) => new MultipleValues(reader.values(values)),
  ),
  codec(
    'error',
    ErrorObject,
    ({ code, message, irritants, place: { opcode = null, line = null, column = null } }, writer) => [
      code,
      writer.value(message),
      writer.value(irritants),
      opcode,
      line,
      column,
    ],
    ([code, message, irritants, opcode, line, column], reader) =>
      new ErrorObject(faultCode(reader.text(code)), reader.value(message), reader.value(irritants), {
        opcode: orNull(opcode, reader.text) ?? undefined,
        line: orNull(line, reader.count) ?? undefined,
        column: orNull(column, reader.count) ?? undefined,
      }),
  ),
  codec(
    'macro',
    Macro,
    ({ rules, library }, writer) => [writer.value(rules), writer.value(library)],
    ([rules, library], reader) => new Macro(reader.value(rules), reader.value(library)),
  ),
  codec(
    'type',
    RecordType,
    ({ name, fields, mutable }) => [name, [...fields], [...mutable]],
    ([name, fields, mutable], reader) => {
      const flags = reader.list(mutable).map(reader.flag);
      const names = reader.list(fields).map(reader.text);
      return flags.length === names.length ? new RecordType(reader.text(name), names, flags) : refuse('a record type');
    },
  ),
  codec(
    'record',
    RecordValue,
    ({ type, values }, writer) => [writer.value(type), writer.values(values)],
    ([of, content], reader) => {
      const type = reader.one(RecordType, of);
      const values = reader.values(content);
      const isSound =
        values.length === type.fields.length && values.every((value, i) => value instanceof Box === type.mutable[i]);
      return isSound ? new RecordValue(type, values) : refuse(`a record of type ${type.name}`);
    },
  ),
  codec(
    'field',
    RecordProcedure,
    ({ role, type, name, fields }, writer) => [role, writer.value(type), name, [...fields]],
    ([role, of, name, list], reader) => {
      const type = reader.one(RecordType, of);
      const fields = reader.list(list).map(reader.count);
      const isKnown = roles.includes(role as RecordRole) && fields.every((field) => field < type.fields.length);
      const isSound = role === 'constructor' || role === 'predicate' || fields.length === 1;
      if (!isKnown || !isSound || (role === 'modifier' && type.mutable[fields[0] as number] !== true))
        refuse(`a procedure of the record type ${type.name}`);
      return new RecordProcedure(role as RecordRole, type, reader.text(name), fields);
    },
  ),
  codec(
    'parameter',
    Parameter,
    ({ initial, converter }, writer) => [writer.value(initial), writer.value(converter)],
    ([initial, converter], reader) => new Parameter(reader.value(initial), reader.value(converter)),
  ),
  codec(
    'items',
    Items,
    ({ parts }, writer) => [writer.values(parts)],
    ([parts], reader) => Items.of(reader.values(parts)),
  ),
  codec(
    'entries',
    Entries,
    ({ parts, isByIdentity }, writer) => [writer.values(parts), isByIdentity],
    ([list, isByIdentity], reader) => {
      const parts = reader.values(list);
      if (parts.length % 2 > 0) refuse('a hash table');
      return Entries.none(reader.flag(isByIdentity)).withAll(parts);
    },
  ),
  codec(
    'text',
    PortContent,
    ({ isInput, isBinary, text, position, isOpen, isFolding }) => [
      isInput,
      isBinary,
      text,
      position,
      isOpen,
      isFolding,
    ],
    ([isInput, isBinary, written, at, isOpen, isFolding], { flag, text: textOf, count }) => {
      const [text, position] = [textOf(written), count(at)];
      if (position > text.length || (flag(isBinary) && !bytes.test(text))) refuse('a port');
      return new PortContent(flag(isInput), flag(isBinary), text, position, flag(isOpen), flag(isFolding));
    },
  ),
  codec(
    'eof',
    EndOfFile,
    () => [],
    () => endOfFile,
  ),
  codec(
    'console',
    ConsolePort,
    ({ isInput }) => [isInput],
    ([isInput], reader) => (reader.flag(isInput) ? noInput : consolePort),
  ),
];

const dynamicOf = (json: unknown, reader: Reader): Dynamic | null =>
  orNull(json, (given) => reader.one(Dynamic, given));

// A code that this version does not have is one of a later version.
const faultCode = (code: string): FaultCode => (isFaultCode(code) ? code : refuse(`the fault ${code}`));

// eslint-disable-next-line no-control-regex -- bytes are written as the characters of their codes
const bytes = /^[\u0000-\u00ff]*$/;

// Only the code of a message has no caller, and only it ends without a return.
const frameOf = (
  control: Frame['control'],
  stack: Stack,
  locals: readonly Value[],
  closure: Closure | null,
  below: Frame | null,
): Frame => {
  if (below !== null && control?.code.isBody !== true) refuse('a message has a caller');
  return new Frame(control, stack, locals, closure, below, (below === null ? 1 : below.size + 1) + stack.length);
};

type CellKind = new (address: number, space: Owner | null) => Cell;

/** The kinds of cells, and what each may hold. */
export const cellKinds: ReadonlyMap<
  string,
  { readonly Kind: CellKind; readonly holds: (content: unknown) => boolean }
> = new Map([
  ['box', { Kind: Box, holds: () => true }],
  ['vector', { Kind: Vector, holds: (content: unknown) => content instanceof Items }],
  [
    'bytevector',
    { Kind: Bytevector, holds: (content: unknown) => content instanceof Items && content.parts.every(isByte) },
  ],
  ['hash-table', { Kind: HashTable, holds: (content: unknown) => content instanceof Entries }],
  ['port', { Kind: Port, holds: (content: unknown) => content instanceof PortContent }],
  [
    'promise',
    { Kind: PromiseValue, holds: (content: unknown) => content instanceof Pair || content instanceof PromiseValue },
  ],
]);
