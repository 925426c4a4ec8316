import { Character } from '../data/character.js';
import { VMError } from '../data/error.js';
import { endOfFile } from '../data/objects.js';
import { consolePort, ConsolePort, noInput, Port, PortContent } from '../data/ports.js';
import { format, formatCost, type Style } from '../data/printer.js';
import { readOne } from '../data/reader.js';
import { type Value } from '../data/values.js';
import { Bytevector } from '../data/vectors.js';
import { withEffect } from '../machine/effects.js';
import { type Definition } from '../machine/library.js';
import { type Access } from '../machine/store-primitive.js';
import { atMost, defineStored as define, rangeOf, unfit } from './define.js';
import { Parameter } from './parameters.js';
import { partOf } from './text.js';
import { itemsOf, newVector, part, write } from './vectors.js';

// Ports on strings and bytevectors, and the console. What is read or written costs an eighth of its length.

/** Where what is printed goes. */
const currentOutputPort: Parameter = /* @__PURE__ */ new Parameter(consolePort, false);
const currentInputPort: Parameter = /* @__PURE__ */ new Parameter(noInput, false);

/** The parameters that say which ports are meant where none is given. */
export const portParameters: readonly Definition[] = [
  ['current-output-port', () => currentOutputPort],
  ['current-error-port', () => new Parameter(consolePort, false)],
  ['current-input-port', () => currentInputPort],
];

// What a port holds that goes one way, in text or in bytes. Faults: `type-error` for any other.
const contentOf = (access: Access, value: Value, isInput: boolean, isBinary: boolean): PortContent => {
  const content = value === consolePort ? undefined : anyContentOf(access, value);
  if (content?.isInput === isInput && content.isBinary === isBinary) return content;
  throw unfit(`a ${isBinary ? 'binary' : 'textual'} ${isInput ? 'input' : 'output'} port`, value);
};

const anyContentOf = (access: Access, value: Value): PortContent | undefined => {
  if (value instanceof ConsolePort) return new PortContent(value.isInput, false, '');
  return value instanceof Port ? (access.contentOf(value) as PortContent) : undefined;
};

const opened = (content: PortContent): PortContent => {
  if (!content.isOpen) throw new VMError('misuse', 'the port is closed');
  return content;
};

const input = (access: Access, port: Value, isBinary: boolean): PortContent =>
  opened(contentOf(access, port, true, isBinary));

const open = (access: Access, isInput: boolean, isBinary: boolean, text = ''): Port => {
  access.charge(text.length >> 3);
  const content = new PortContent(isInput, isBinary, text);
  return access.allocate(Port, content, content.weight);
};

const current = (access: Access, parameter: Parameter): Value => {
  const { value, steps } = parameter.lookup(access.state);
  access.charge(steps);
  return value;
};

const inputIn = (access: Access): Value => current(access, currentInputPort);

/** Writes to a port, or to the current one. */
const put = (access: Access, text: string, given: Value | undefined, isBinary = false): null => {
  const port = given ?? current(access, currentOutputPort);
  access.charge(text.length >> 3);
  if (port === consolePort && !isBinary) {
    const { state } = access;
    access.state = state.inWorld(withEffect(state.world, { type: 'print', text }));
    return null;
  }
  const { text: before } = opened(contentOf(access, port, false, isBinary));
  atMost(longest, before.length + text.length, 'characters');
  access.update(port as Port, (content) => (content as PortContent).and(text), (text.length >> 3) + 1);
  return null;
};

const longest = 2 ** 26;

/** Takes so many code units from an input. */
const take = (access: Access, port: Value, { text, position }: PortContent, length: number): string => {
  access.charge(length >> 3);
  const end = position + length;
  access.update(port as Port, (content) => (content as PortContent).after(end));
  return text.slice(position, end);
};

// The length of so many characters, in code units, as far as there are any.
const lengthOf = ({ text, position }: PortContent, count: number): number => {
  let end = position;
  for (let i = 0; i < count && end < text.length; i += 1) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end - position;
};

const asBytes = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));

// Not by spreading: there may be more bytes than a call takes arguments.
const asText = (bytes: readonly Value[]): string => bytes.map((byte) => String.fromCharCode(byte as number)).join('');

type Read = (access: Access, content: PortContent, port: Value) => Value;

const reading = (name: string, isBinary: boolean, read: Read): Definition =>
  define(name, '?v', (access, port = inputIn(access)) => {
    const content = input(access, port, isBinary);
    return content.left > 0 ? read(access, content, port) : endOfFile;
  });

// What ports of text and ports of bytes have in common, under their own names. One unit is `at` a position, several are
// made of a text.
const family = (
  isBinary: boolean,
  unit: string,
  units: string,
  at: (content: PortContent) => Value,
  make: (access: Access, text: string) => Value,
): Definition[] => [
  define(`open-output-${units}`, '', (access) => open(access, false, isBinary)),
  define(`get-output-${units}`, 'v', (access, port) => {
    const { text } = contentOf(access, port, false, isBinary);
    access.charge(text.length >> 3);
    return make(access, text);
  }),
  reading(`peek-${unit}`, isBinary, (_access, content) => at(content)),
  reading(`read-${unit}`, isBinary, (access, content, port) => {
    take(access, port, content, lengthOf(content, 1));
    return at(content);
  }),
  define(`read-${units}`, 'i?v', (access, most, port = inputIn(access)) => {
    const content = input(access, port, isBinary);
    if (content.left <= 0) return most > 0 ? endOfFile : make(access, '');
    access.charge(Math.min(most, content.left) >> 2);
    return make(access, take(access, port, content, lengthOf(content, most)));
  }),
  define(`${unit}-ready?`, '?v', (access, port = inputIn(access)) => {
    input(access, port, isBinary);
    return true;
  }),
];

const writing = (name: string, style: Style): Definition =>
  define(name, 'v?v', (access, value, port) => {
    const text = format(value, style, access.state.fuel, access.contentOf);
    access.charge(formatCost(value, text));
    return put(access, text, port);
  });

const isPort = (name: string, test: (content: PortContent) => boolean): Definition =>
  define(name, 'v', (access, value) => {
    const content = anyContentOf(access, value);
    return content !== undefined && test(content);
  });

// What it costs is known when it is read; more than could be paid for is not.
const readDatum: Read = (access, content, port) => {
  const { text, position, isFolding: wasFolding } = content;
  let end = text.length;
  let isFolding = wasFolding;
  try {
    const found = readOne(text, position, access.state.fuel, wasFolding);
    if (found !== null) ({ end, isFolding } = found);
    return found === null ? endOfFile : found.datum;
  } finally {
    access.charge(Math.min(end - position, access.state.fuel - 1));
    access.update(port as Port, () => content.after(end, isFolding));
  }
};

const lineEnd = /\r\n?|\n/g;

const readLine: Read = (access, content, port) => {
  const { text, position } = content;
  lineEnd.lastIndex = position;
  const { index = text.length, 0: end = '' } = lineEnd.exec(text) ?? {};
  return take(access, port, content, index + end.length - position).slice(0, index - position);
};

export const portPrimitives: readonly Definition[] = [
  define('open-input-string', 's', (access, text) => open(access, true, false, text)),
  define('open-input-bytevector', 'B', (access, bytes) =>
    open(access, true, true, asText(part(access, bytes, 0, undefined, 1))),
  ),
  ...family(
    false,
    'char',
    'string',
    ({ text, position }) => new Character(text.codePointAt(position) as number),
    (_access, text) => text,
  ),
  ...family(
    true,
    'u8',
    'bytevector',
    ({ text, position }) => text.charCodeAt(position),
    (access, text) => {
      access.charge(4 * text.length);
      return newVector(access, Bytevector, asBytes(text));
    },
  ),
  reading('read', false, readDatum),
  reading('read-line', false, readLine),
  define('read-bytevector!', 'B?vii', (access, bytes, port = inputIn(access), start, end) => {
    const [from, to] = rangeOf(itemsOf(access, bytes).length, start, end);
    const content = input(access, port, true);
    if (content.left <= 0 && to > from) return endOfFile;
    const count = Math.min(to - from, content.left);
    access.charge(count);
    write(access, bytes, from, asBytes(take(access, port, content, count)));
    return count;
  }),
  writing('write', 'write'),
  writing('write-simple', 'simple'),
  writing('write-shared', 'shared'),
  writing('display', 'display'),
  define('newline', '?v', (access, port) => put(access, '\n', port)),
  define('write-char', 'c?v', (access, { text }, port) => put(access, text, port)),
  define('write-string', 's?vii', (access, text, port, start, end) => {
    access.charge(text.length >> 3);
    return put(access, partOf(text, start, end), port);
  }),
  define('write-u8', 'u?v', (access, byte, port) => put(access, String.fromCharCode(byte), port, true)),
  define('write-bytevector', 'B?vii', (access, bytes, port, start, end) =>
    put(access, asText(part(access, bytes, start, end, 1)), port, true),
  ),
  define('flush-output-port', '?v', () => null),
  isPort('port?', () => true),
  isPort('input-port?', ({ isInput }) => isInput),
  isPort('output-port?', ({ isInput }) => !isInput),
  isPort('textual-port?', ({ isBinary }) => !isBinary),
  isPort('binary-port?', ({ isBinary }) => isBinary),
  isPort('input-port-open?', ({ isInput, isOpen }) => isInput && isOpen),
  isPort('output-port-open?', ({ isInput, isOpen }) => !isInput && isOpen),
  define('close-port close-input-port close-output-port', 'v', (access, port) => {
    if (port instanceof ConsolePort) return null;
    if (!(port instanceof Port)) throw unfit('a port', port);
    access.update(port, (content) => (content as PortContent).closed());
    return null;
  }),
];
