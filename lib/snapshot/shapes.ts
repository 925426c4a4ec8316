import { type Cell, literal } from '../data/cells.js';
import { isFaultCode } from '../data/error.js';
import { type FaultCode } from '../data/faults.js';
import { elementsOf } from '../data/json.js';
import { ErrorObject, Macro, MultipleValues } from '../data/objects.js';
import { type Owner } from '../data/pages.js';
import { consolePort, ConsolePort, noInput, Port, PortContent } from '../data/ports.js';
import { RecordType, RecordValue } from '../data/records.js';
import { Entries, HashTable } from '../data/tables.js';
import { emptyList, list as listOf, Pair } from '../data/values.js';
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
  flag,
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
import { refuseOther } from './format.js';
import { shape, type Shape } from './shape.js';

// The shapes of entries: each kind of object that has parts, and what it is made of.

export const dynamic: Field<Dynamic | null> = (json, source) =>
  orNull(one('a dynamic environment', Dynamic))(json, source);

/** Every shape, made when there is something to read or to write. */
export const shapes = (): readonly Shape[] => {
  const closure = orNull(one('a procedure', Closure));
  const frame = orNull(one('a frame', Frame));
  const type = one('a record type', RecordType);
  return [
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
    shape(
      'code',
      Code,
      {
        name: any,
        params: list,
        rest: any,
        locals: any,
        captures: list,
        words: each(word),
        isBody: flag,
        positions: values,
      },
      { view: linked, make: codeOf },
    ),
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
          new Frame(
            control,
            pushAll(Stack.empty, stack),
            locals,
            closure,
            below,
            (below?.size ?? 0) + 1 + stack.length,
          ),
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
      rewinder: closure,
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
          parts.length % 2 > 0 ? refuseOther('entries') : Entries.none(isByIdentity).withAll(parts),
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
};

// Code of the library is linked when it first runs.
const linked = (code: Code): Code => {
  if (code.words.some((word) => typeof word === 'object' && word !== null && 'body' in word)) link(code);
  return code;
};

const codeOf = (
  {
    words,
    isBody,
    ...others
  }: { readonly words: readonly unknown[]; readonly isBody: boolean; readonly [part: string]: unknown },
  { ground: { instructions } }: Source,
): Code => {
  const bad = (): never => refuseOther('code');
  const code = readBody({ ...others, body: words }, instructions, bad, isBody);
  link(code);
  return code;
};

// A code that this version does not have is one of a later version.
const faultCode: Field<FaultCode> = (json) => {
  const code = String(json);
  return isFaultCode(code) ? code : refuseOther('the code of a fault');
};

const role: Field<RecordRole> = (json) => roles.find((each) => each === json) ?? refuseOther('a role');

const address: Field<number> = (json) =>
  Number.isSafeInteger(json) && (json as number) >= literal ? (json as number) : refuseOther('an address');

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
