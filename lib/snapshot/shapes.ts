import { type Cell, literal } from '../data/cells.js';
import { isFaultCode } from '../data/error.js';
import { type FaultCode } from '../data/faults.js';
import { elementsOf } from '../data/json.js';
import { ErrorObject, Macro, MultipleValues } from '../data/objects.js';
import { type Owner } from '../data/pages.js';
import { consolePort, ConsolePort, noInput, Port, PortContent } from '../data/ports.js';
import { RecordType, RecordValue } from '../data/records.js';
import { Entries, HashTable } from '../data/tables.js';
import { emptyList, list as listOf, type ObjectValue, Pair, type Value } from '../data/values.js';
import { Bytevector, isByte, Items, Vector } from '../data/vectors.js';
import { Parameter } from '../library/parameters.js';
import { PromiseValue } from '../library/promises.js';
import { RecordProcedure, type RecordRole, roles } from '../library/records.js';
import { Code } from '../machine/code.js';
import { Continuation } from '../machine/continuation.js';
import { link, readBody } from '../machine/decode.js';
import { Dynamic } from '../machine/dynamic.js';
import { Closure } from '../machine/procedures.js';
import { pushAll, Stack } from '../machine/stack.js';
import { Frame } from '../machine/state.js';
import { Box } from '../machine/store.js';
import {
  any,
  body,
  control,
  count,
  each,
  type Field,
  type Fields,
  flag,
  known,
  list,
  one,
  orNull,
  type Source,
  text,
  value,
  values,
  word,
} from './fields.js';
import { refuse } from './format.js';

// The shapes of entries: the fields of each kind of object, in the order in which they are written, and in which its
// constructor takes them.

/** How one kind of object is written and read. */
export interface Shape {
  readonly key: string;
  readonly Kind: unknown;
  /** Its fields. A list goes on up to a pair that is shared. */
  readonly take: (object: Value | Code, shared: ReadonlySet<unknown>) => readonly unknown[];
  readonly read: Field<Value | Code>;
}

interface Making<T, Parts> {
  /** What its fields are, where they are not its properties. */
  readonly take?: (object: T, shared: ReadonlySet<unknown>) => readonly unknown[];
  /** The object of fields, where it is not what its constructor makes of them. */
  readonly make?: (parts: Parts, source: Source) => T;
  /** Whether its fields fit each other. */
  readonly isSound?: (object: T) => boolean;
}

const shape = <T extends ObjectValue | Code, Parts extends Readonly<Record<string, unknown>>>(
  key: string,
  Kind: abstract new (...args: never[]) => T,
  fields: Fields<Parts>,
  making: Making<T, Parts> = {},
): Shape => {
  const names = Object.keys(fields) as (keyof Parts)[];
  const fieldsOf = (object: T): unknown[] => names.map((name) => (object as unknown as Parts)[name]);
  const construct = (parts: Parts): T =>
    new (Kind as unknown as new (...parts: unknown[]) => T)(...names.map((name) => parts[name]));
  const { take = fieldsOf, make = construct, isSound = () => true } = making;
  return {
    key,
    Kind,
    take: take as Shape['take'],
    read: (json, source) => {
      const given = list(json, source);
      const parts = names.map((name, i) => [name, fields[name](given[i], source)]);
      const made = make(Object.fromEntries(parts) as Parts, source);
      return isSound(made) ? made : refuse(`the parts of a ${key} do not fit`);
    },
  };
};

const closure = orNull(one('a procedure', Closure));
const frame = orNull(one('a frame', Frame));
const type = one('a record type', RecordType);

export const dynamic: Field<Dynamic | null> = orNull(one('a dynamic environment', Dynamic));

/** Every shape, made when there is something to read or to write. */
export const shapes = (): readonly Shape[] => [
  shape(
    'pairs',
    Pair,
    { elements: values, tail: (json, source) => (json === undefined ? emptyList : value(json, source)) },
    {
      take: (pair, shared) => {
        const { elements, tail } = elementsOf(pair, shared);
        return tail === emptyList ? [elements] : [elements, tail];
      },
      make: ({ elements, tail }) => listOf(elements, tail) as Pair,
    },
  ),
  shape('code', Code, codeFields, { take: partsOfCode, make: codeOf }),
  shape('closure', Closure, { code: body, captured: values }),
  shape('continuation', Continuation, { frame, dynamic }),
  shape(
    'frame',
    Frame,
    { control: orNull(control), stack: values, locals: values, closure, below: frame },
    {
      take: ({ control, stack, locals, closure, below }) => [
        control && [control.code, control.offset],
        stack.toArray(),
        locals,
        closure,
        below,
      ],
      make: ({ control, stack, locals, closure, below }) =>
        new Frame(control, pushAll(Stack.empty, stack), locals, closure, below, (below?.size ?? 0) + 1 + stack.length),
      // Only the code of a message has no caller, and only it ends without a return.
      isSound: ({ control, below }) => below === null || control?.code.isBody === true,
    },
  ),
  shape('dynamic', Dynamic, {
    catcher: closure,
    handlers: value,
    winds: value,
    parameters: value,
    isHandling: flag,
  }),
  shape('values', MultipleValues, { values }),
  shape(
    'error',
    ErrorObject,
    {
      code: faultCode,
      message: value,
      irritants: value,
      opcode: orNull(text),
      line: orNull(count),
      column: orNull(count),
    },
    {
      take: ({ code, message, irritants, place: { opcode = null, line = null, column = null } }) => [
        code,
        message,
        irritants,
        opcode,
        line,
        column,
      ],
      make: ({ code, message, irritants, opcode, line, column }) =>
        new ErrorObject(code, message, irritants, {
          opcode: opcode ?? undefined,
          line: line ?? undefined,
          column: column ?? undefined,
        }),
    },
  ),
  shape('macro', Macro, { rules: value, library: value }),
  shape(
    'type',
    RecordType,
    { name: text, fields: each(text), mutable: each(flag) },
    { isSound: ({ fields, mutable }) => fields.length === mutable.length },
  ),
  shape(
    'record',
    RecordValue,
    { type, values },
    {
      isSound: ({ type: { mutable }, values }) =>
        values.length === mutable.length && values.every((value, i) => value instanceof Box === mutable[i]),
    },
  ),
  shape(
    'field',
    RecordProcedure,
    { role, type, name: text, fields: each(count) },
    {
      isSound: ({ role, type: { mutable }, fields }) =>
        fields.every((field) => field < mutable.length) &&
        (role === 'constructor' || role === 'predicate' || fields.length === 1) &&
        (role !== 'modifier' || mutable[fields[0] as number] === true),
    },
  ),
  shape('parameter', Parameter, { initial: value, converter: value }),
  shape('items', Items, { parts: values }, { make: ({ parts }) => Items.of(parts) }),
  shape(
    'entries',
    Entries,
    { isByIdentity: flag, parts: values },
    {
      make: ({ isByIdentity, parts }) =>
        parts.length % 2 > 0 ? refuse('a key has no value') : Entries.none(isByIdentity).withAll(parts),
    },
  ),
  shape(
    'text',
    PortContent,
    { isInput: flag, isBinary: flag, text, position: count, isOpen: flag, isFolding: flag },
    { isSound: ({ isBinary, text, position }) => position <= text.length && (!isBinary || bytes.test(text)) },
  ),
  shape('console', ConsolePort, { isInput: flag }, { make: ({ isInput }) => (isInput ? noInput : consolePort) }),
  ...Array.from(cells, ([key, { Kind }]) =>
    shape(key, Kind, { address }, { make: ({ address }, { space }) => new Kind(address, address < 0 ? null : space) }),
  ),
];

// Code of the library is linked when it first runs.
const linked = (code: Code): Code => {
  if (code.words.some((word) => typeof word === 'object' && word !== null && 'body' in word)) link(code);
  return code;
};

const codeFields = {
  name: any,
  params: list,
  rest: any,
  locals: any,
  captures: list,
  words: each(word),
  isBody: flag,
  positions: values,
};

const partsOfCode = (code: Code): unknown[] =>
  Object.keys(codeFields).map((name) => linked(code)[name as keyof typeof codeFields]);

const codeOf = (
  {
    words,
    isBody,
    ...others
  }: { readonly words: readonly unknown[]; readonly isBody: boolean; readonly [part: string]: unknown },
  { ground: { instructions } }: Source,
): Code => {
  const bad = (wanted: string): never => refuse(`an entry is not ${wanted}`);
  const { name, params, rest, locals, captures, positions } = readBody({ ...others, body: words }, instructions, bad);
  const code = new Code(name, params, rest, locals, captures, words.slice(), positions, instructions, isBody);
  link(code);
  return code;
};

// A code that this version does not have is one of a later version.
const faultCode: Field<FaultCode> = known('the code of a fault', (json): json is FaultCode =>
  isFaultCode(String(json)),
);

const role: Field<RecordRole> = known('a role', (json): json is RecordRole => roles.includes(json as RecordRole));

const address: Field<number> = known(
  'an address',
  (json): json is number => Number.isSafeInteger(json) && (json as number) >= literal,
);

// eslint-disable-next-line no-control-regex -- bytes are written as the characters of their codes
const bytes = /^[\u0000-\u00ff]*$/;

interface CellKind {
  readonly Kind: new (address: number, space: Owner | null) => Cell;
  readonly holds: (content: unknown) => boolean;
}

/** The kinds of cells, and what each may hold. */
export const cells: ReadonlyMap<string, CellKind> = new Map<string, CellKind>([
  ['box', { Kind: Box, holds: () => true }],
  ['vector', { Kind: Vector, holds: (content) => content instanceof Items }],
  ['bytevector', { Kind: Bytevector, holds: (content) => content instanceof Items && content.parts.every(isByte) }],
  ['hash-table', { Kind: HashTable, holds: (content) => content instanceof Entries }],
  ['port', { Kind: Port, holds: (content) => content instanceof PortContent }],
  ['promise', { Kind: PromiseValue, holds: (content) => content instanceof Pair || content instanceof PromiseValue }],
]);
