import { Character } from '../data/character.js';
import { VMError } from '../data/error.js';
import { endOfFile } from '../data/objects.js';
import { consolePort, ConsolePort, noInput, Port, PortContent } from '../data/ports.js';
import { format, type Style } from '../data/printer.js';
import { readOne } from '../data/reader.js';
import { type Value } from '../data/values.js';
import { Bytevector, Items } from '../data/vectors.js';
import { withEffect } from '../machine/effects.js';
import { type Access, StorePrimitive } from '../machine/store-primitive.js';
import { indexOf, stringOf, wrongType } from './define.js';
import { Parameter } from './parameters.js';
import { newVector, rangeOf } from './vectors.js';

// Ports on strings and bytevectors, and the console. What is read or written costs an eighth of its length.

/** Where what is printed goes. */
const currentOutputPort: Parameter = /* @__PURE__ */ new Parameter(consolePort, false);
const currentInputPort: Parameter = /* @__PURE__ */ new Parameter(noInput, false);

/** The parameters that say which ports are meant where none is given. */
export const portParameters: readonly (readonly [name: string, parameter: Parameter])[] = [
  ['current-output-port', currentOutputPort],
  ['current-error-port', /* @__PURE__ */ new Parameter(consolePort, false)],
  ['current-input-port', currentInputPort],
];

type Test = (content: PortContent) => boolean;

const contentOf = (access: Access, name: string, value: Value, what: string, test: Test): PortContent => {
  if (!(value instanceof Port)) throw wrongType(name, what, value);
  const content = access.contentOf(value) as PortContent;
  if (!test(content)) throw wrongType(name, what, value);
  if (!content.isOpen) throw new VMError('misuse', `${name}: the port is closed`);
  return content;
};

const nothingLeft = /* @__PURE__ */ new PortContent(true, false, '');

const input = (access: Access, name: string, port: Value, isBinary: boolean): PortContent => {
  if (port === noInput && !isBinary) return nothingLeft;
  const what = `an open ${isBinary ? 'binary' : 'textual'} input port`;
  return contentOf(access, name, port, what, (content) => content.isInput && content.isBinary === isBinary);
};

const open = (access: Access, isInput: boolean, isBinary: boolean, text: string): Port => {
  access.charge(text.length >> 3);
  const content = new PortContent(isInput, isBinary, text);
  return access.allocate(Port, content, content.weight);
};

const current = (access: Access, parameter: Parameter): Value => {
  const { value, steps } = parameter.lookup(access.state);
  access.charge(steps);
  return value;
};

/** Writes to a port, or to the current one. */
const put = (access: Access, name: string, text: string, given: Value | undefined, isBinary = false): null => {
  const port = given ?? current(access, currentOutputPort);
  access.charge(text.length >> 3);
  if (port === consolePort && !isBinary) {
    const { state } = access;
    access.state = state.inWorld(withEffect(state.world, { type: 'print', text }));
    return null;
  }
  const what = `an open ${isBinary ? 'binary' : 'textual'} output port`;
  const test: Test = (content) => !content.isInput && content.isBinary === isBinary;
  const { text: before } = contentOf(access, name, port, what, test);
  if (before.length + text.length > longest)
    throw new VMError('out-of-range', `${name}: more than ${longest} characters in a port`);
  access.update(port as Port, (content) => (content as PortContent).and(text), (text.length >> 3) + 1);
  return null;
};

const longest = 2 ** 26;

// Goes on in an input: to a position, which is never before the present one.
const advance = (access: Access, port: Value, to: number): void => {
  access.update(port as Port, (content) => (content as PortContent).after(to));
};

/** Takes so many code units from an input. */
const take = (access: Access, port: Value, { text, position }: PortContent, length: number): string => {
  access.charge(length >> 3);
  advance(access, port, position + length);
  return text.slice(position, position + length);
};

// The length of so many characters, in code units, as far as there are any.
const lengthOf = ({ text, position }: PortContent, count: number): number => {
  let end = position;
  for (let i = 0; i < count && end < text.length; i += 1) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end - position;
};

const isAtEnd = ({ text, position }: PortContent): boolean => position >= text.length;

const characterAt = ({ text, position }: PortContent): Character => new Character(text.codePointAt(position) as number);

const byteAt = ({ text, position }: PortContent): number => text.charCodeAt(position);

const asBytes = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));

// Not by spreading: there may be more bytes than a call takes arguments.
const asText = (bytes: readonly Value[]): string => bytes.map((byte) => String.fromCharCode(byte as number)).join('');

const bytesOf = (access: Access, name: string, value: Value): Items => {
  if (!(value instanceof Bytevector)) throw wrongType(name, 'a bytevector', value);
  return access.contentOf(value) as Items;
};

const define = (
  name: string,
  least: number,
  arity: number,
  apply: (access: Access, ...args: never[]) => Value,
): StorePrimitive => new StorePrimitive(name, least, arity, apply);

const inputIn = (access: Access): Value => current(access, currentInputPort);

type Read = (access: Access, content: PortContent, port: Value) => Value;

const reading = (name: string, isBinary: boolean, read: Read): StorePrimitive =>
  define(name, 0, 1, (access, port: Value = inputIn(access)) => {
    const content = input(access, name, port, isBinary);
    return isAtEnd(content) ? endOfFile : read(access, content, port);
  });

const readingSome = (name: string, isBinary: boolean, read: (text: string, access: Access) => Value): StorePrimitive =>
  define(name, 1, 2, (access, count: Value, port: Value = inputIn(access)) => {
    const most = indexOf(name, count);
    const content = input(access, name, port, isBinary);
    if (isAtEnd(content)) return most > 0 ? endOfFile : read('', access);
    access.charge(Math.min(most, content.left) >> 2);
    return read(take(access, port, content, lengthOf(content, most)), access);
  });

const writing = (name: string, style: Style): StorePrimitive =>
  define(name, 1, 2, (access, value: Value, port?: Value) => {
    const text = format(value, style, access.state.fuel * 8, access.contentOf);
    return put(access, name, text, port);
  });

const isPort = (name: string, test: Test): StorePrimitive =>
  define(name, 1, 1, (access, value: Value) => {
    if (value instanceof ConsolePort) return test(new PortContent(value.isInput, false, ''));
    return value instanceof Port && test(access.contentOf(value) as PortContent);
  });

const closing = (name: string): StorePrimitive =>
  define(name, 1, 1, (access, port: Value) => {
    if (port instanceof ConsolePort) return null;
    if (!(port instanceof Port)) throw wrongType(name, 'a port', port);
    access.update(port, (content) => (content as PortContent).closed());
    return null;
  });

const made = (name: string, isBinary: boolean, give: (access: Access, text: string) => Value): StorePrimitive =>
  define(name, 1, 1, (access, port: Value) => {
    const test: Test = (content) => !content.isInput && content.isBinary === isBinary;
    if (!(port instanceof Port) || !test(access.contentOf(port) as PortContent))
      throw wrongType(name, `a port of open-output-${isBinary ? 'bytevector' : 'string'}`, port);
    const { text } = access.contentOf(port) as PortContent;
    access.charge(text.length >> 3);
    return give(access, text);
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

export const portPrimitives: readonly StorePrimitive[] = [
  define('open-input-string', 1, 1, (access, text: Value) =>
    open(access, true, false, stringOf('open-input-string', text)),
  ),
  define('open-output-string', 0, 0, (access) => open(access, false, false, '')),
  define('open-input-bytevector', 1, 1, (access, bytes: Value) => {
    const items = bytesOf(access, 'open-input-bytevector', bytes);
    access.charge(items.length);
    return open(access, true, true, asText(items.parts));
  }),
  define('open-output-bytevector', 0, 0, (access) => open(access, false, true, '')),
  made('get-output-string', false, (_access, text) => text),
  made('get-output-bytevector', true, (access, text) => {
    access.charge(4 * text.length);
    return newVector(access, Bytevector, asBytes(text));
  }),
  reading('read', false, readDatum),
  reading('read-char', false, (access, content, port) => {
    take(access, port, content, lengthOf(content, 1));
    return characterAt(content);
  }),
  reading('peek-char', false, (_access, content) => characterAt(content)),
  reading('read-line', false, readLine),
  readingSome('read-string', false, (text) => text),
  reading('read-u8', true, (access, content, port) => {
    take(access, port, content, 1);
    return byteAt(content);
  }),
  reading('peek-u8', true, (_access, content) => byteAt(content)),
  readingSome('read-bytevector', true, (text, access) => {
    access.charge(4 * text.length);
    return newVector(access, Bytevector, asBytes(text));
  }),
  define(
    'read-bytevector!',
    1,
    4,
    (access, bytes: Value, port: Value = inputIn(access), start?: Value, end?: Value) => {
      const { length } = bytesOf(access, 'read-bytevector!', bytes);
      const [from, to] = rangeOf('read-bytevector!', length, start, end);
      const content = input(access, 'read-bytevector!', port, true);
      if (isAtEnd(content) && to > from) return endOfFile;
      const count = Math.min(to - from, content.left);
      access.charge(count);
      const read = asBytes(take(access, port, content, count));
      access.update(bytes as Bytevector, (items, owner) =>
        read.reduce((changed, byte, i) => changed.with(from + i, byte, owner), items as Items),
      );
      return read.length;
    },
  ),
  ...['char-ready?', 'u8-ready?'].map((name) =>
    define(name, 0, 1, (access, port: Value = inputIn(access)) => {
      input(access, name, port, name === 'u8-ready?');
      return true;
    }),
  ),
  writing('write', 'write'),
  writing('write-simple', 'simple'),
  writing('write-shared', 'shared'),
  writing('display', 'display'),
  define('newline', 0, 1, (access, port?: Value) => put(access, 'newline', '\n', port)),
  define('write-char', 1, 2, (access, char: Value, port?: Value) => {
    if (!(char instanceof Character)) throw wrongType('write-char', 'a character', char);
    return put(access, 'write-char', char.text, port);
  }),
  define('write-string', 1, 4, (access, text: Value, port?: Value, start?: Value, end?: Value) => {
    const whole = stringOf('write-string', text);
    if (start === undefined) return put(access, 'write-string', whole, port);
    access.charge(whole.length);
    const all = [...whole];
    return put(access, 'write-string', all.slice(...rangeOf('write-string', all.length, start, end)).join(''), port);
  }),
  define('write-u8', 1, 2, (access, byte: Value, port?: Value) => {
    if (typeof byte !== 'number' || !Number.isInteger(byte) || byte < 0 || byte > 255)
      throw wrongType('write-u8', 'a byte', byte);
    return put(access, 'write-u8', String.fromCharCode(byte), port, true);
  }),
  define('write-bytevector', 1, 4, (access, bytes: Value, port?: Value, start?: Value, end?: Value) => {
    const items = bytesOf(access, 'write-bytevector', bytes);
    const [from, to] = rangeOf('write-bytevector', items.length, start, end);
    access.charge(to - from);
    return put(access, 'write-bytevector', asText(items.slice(from, to)), port, true);
  }),
  define('flush-output-port', 0, 1, () => null),
  isPort('port?', () => true),
  isPort('input-port?', ({ isInput }) => isInput),
  isPort('output-port?', ({ isInput }) => !isInput),
  isPort('textual-port?', ({ isBinary }) => !isBinary),
  isPort('binary-port?', ({ isBinary }) => isBinary),
  isPort('input-port-open?', ({ isInput, isOpen }) => isInput && isOpen),
  isPort('output-port-open?', ({ isInput, isOpen }) => !isInput && isOpen),
  closing('close-port'),
  closing('close-input-port'),
  closing('close-output-port'),
];
