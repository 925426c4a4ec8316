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
  optional,
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
  /** What has its fields, where they are not its properties. The last one may be left out. */
  readonly view?: (object: T, shared: ReadonlySet<unknown>) => object;
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
  const construct = (parts: Parts): T =>
    new (Kind as unknown as new (...parts: unknown[]) => T)(...names.map((name) => parts[name]));
  const { view = (object: T) => object, make = construct, isSound = () => true } = making;
  return {
    key,
    Kind,
    take: (object, shared) => {
      const viewed = view(object as T, shared) as Parts;
      return names.map((name) => viewed[name]).filter((part) => part !== undefined);
    },
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
      view: (pair, shared) => {
        const { elements, tail } = elementsOf(pair, shared);
        return tail === emptyList ? { elements } : { elements, tail };
      },
      make: ({ elements, tail }) => listOf(elements, tail) as Pair,
    },
  ),
  shape('code', Code, codeFields, { view: linked, make: codeOf }),
  shape('closure', Closure, { code: body, captured: values }),
  shape('continuation', Continuation, { frame, dynamic }),
  shape(
    'frame',
    Frame,
    { control: orNull(control), stack: values, locals: values, closure, below: frame },
    {
      view: ({ control, stack, ...frame }) => ({
        ...frame,
        control: control && [control.code, control.offset],
        stack: stack.toArray(),
      }),
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
      opcode: optional(text),
      line: optional(count),
      column: optional(count),
    },
    {
      view: ({ place: { opcode = null, line = null, column = null }, ...error }) => ({
        ...error,
        opcode,
        line,
        column,
      }),
      make: ({ code, message, irritants, ...place }) => new ErrorObject(code, message, irritants, place),
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
  ...Array.from(cells.keys() as Iterable<CellKind>, (Kind) => {
    const make = ({ address }: { readonly address: number }, { space }: Source): Cell =>
      new Kind(address, address < 0 ? null : space);
    return shape(new Kind(literal, null).kind, Kind, { address }, { make });
  }),
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

const codeOf = (
  {
    words,
    isBody,
    ...others
  }: { readonly words: readonly unknown[]; readonly isBody: boolean; readonly [part: string]: unknown },
  { ground: { instructions } }: Source,
): Code => {
  const bad = (wanted: string): never => refuse(`an entry is not ${wanted}`);
  const code = readBody({ ...others, body: words }, instructions, bad, isBody);
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

type CellKind = new (address: number, space: Owner | null) => Cell;

/** The kinds of cells, and whether one may hold a content. */
export const cells: ReadonlyMap<unknown, (content: unknown) => boolean> = new Map<
  CellKind,
  (content: unknown) => boolean
>([
  [Box, () => true],
  [Vector, (content) => content instanceof Items],
  [Bytevector, (content) => content instanceof Items && content.parts.every(isByte)],
  [HashTable, (content) => content instanceof Entries],
  [Port, (content) => content instanceof PortContent],
  [PromiseValue, (content) => content instanceof Pair || content instanceof PromiseValue],
]);
