import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Code } from './code.js';
import { relink } from './decode.js';
import { decodeMessage, decodeRemembered, none, positionsOf } from './loading.js';
import { demand, hostFault, wordText } from './host.js';
import { type InstructionSet } from './instruction-set.js';

// From what was sent to a message that can run. Decoding is a fold too: the one instruction that came without its
// operands is carried until they come.

/** A flat array of words: opcodes, each followed by its operands. */
export type Bytecode = readonly unknown[];

/** Bytecode with what the mailbox needs to know about it. A higher priority is handled first; it is 0 unless given. */
export interface Envelope {
  readonly bytecode: Bytecode;
  readonly priority?: number | undefined;
  readonly id?: unknown;
}

/**
 * What the host asks of an actor, as it travels the stream: something sent from outside, or a procedure to call. The words
 * of `send` are an array of their own, and come without a request.
 */
export class Request {
  constructor(
    /** What was sent, whatever it is. */
    readonly sent: unknown,
    /** For a call: the procedure, or its name, and then the arguments. */
    readonly callee: readonly Value[] | null = null,
    /** Who waits for a value: what is asked is whole, and nothing of it is carried. */
    readonly answer: ((value: Value) => void) | null = null,
    readonly refuse: ((fault: VMError) => void) | null = null,
  ) {}

  /** The request as what it amounts to, for whoever watches what is sent. */
  get shown(): unknown {
    return this.callee === null ? this.sent : callBytecode(this.callee);
  }
}

const callBytecode = (callee: readonly Value[]): Bytecode => {
  const [procedure, ...args] = callee;
  const operator = typeof procedure === 'string' ? ['OP_GET_VARIABLE', procedure] : ['OP_CONSTANT', procedure];
  return [...operator, ...args.flatMap((arg) => ['OP_CONSTANT', arg]), 'OP_CALL', args.length];
};

/** A message that is ready to take its turn. */
export class Message {
  constructor(
    private readonly sent: unknown,
    /** A copy of the words, to be decoded again where the instruction set has changed. */
    readonly words: Bytecode,
    readonly code: Code | null,
    /** Why it cannot run; it takes its turn all the same. */
    readonly fault: VMError | null,
    readonly priority: number,
    readonly request: Request | null,
  ) {}

  /** What was sent, as whoever sent it knows it: bytecode or an envelope, or whatever else it was. */
  get letter(): unknown {
    return this.request === null ? this.sent : this.request.shown;
  }

  /** A message is also what decoding gives when nothing is carried. */
  get message(): this {
    return this;
  }
}

/** The state of decoding: the words that wait for their operands, and the message that is complete, if one is. */
export interface Decoding {
  readonly carried?: Bytecode;
  readonly message: Message | null;
}

export const nothingDecoded: Decoding = Object.freeze({ message: null });

/** What makes code of the words of a message. It throws the fault of what is wrong with them. */
export type Load = (words: Bytecode, set: InstructionSet) => Code;

/**
 * Decodes one thing that was sent, given the words carried from before. It never throws. Words that come without a
 * request are loaded by whoever is given.
 */
export const decodeNext = ({ carried }: Decoding, sent: unknown, set: InstructionSet, load?: Load): Decoding => {
  let request: Request | null = null;
  try {
    // What was sent may throw when it is looked at. Most of it is words; to look for those first saves a tenth of a `send`.
    if (Array.isArray(sent)) return decodeWords(carried, sent as Bytecode, null, set, load);
    if (sent instanceof Request) request = sent;
    const content = request === null ? sent : request.sent;
    if (Array.isArray(content) && request?.answer === null)
      return decodeWords(carried, content as Bytecode, request, set, load);
    return beside(carried, decodeAlone(content, request, set));
  } catch (thrown) {
    return beside(carried, new Message(sent, none, null, hostFault(thrown), 0, request));
  }
};

// A message of its own does not touch what is carried.
const beside = (carried: Bytecode | undefined, message: Message): Decoding =>
  carried === undefined ? message : { carried, message };

const decodeAlone = (content: unknown, request: Request | null, set: InstructionSet): Message => {
  if (request?.callee) return new Message(request, none, decodeCall(request.callee, set), null, 0, request);
  if (request?.answer) return whole(content as Bytecode, content, set, 0, request);
  const { bytecode, priority = 0 } = (content ?? {}) as Partial<Envelope>;
  if (!Array.isArray(bytecode))
    throw new VMError('misuse', `a message is bytecode or an envelope, not ${wordText(content)}`);
  demand(typeof priority === 'number' && !Number.isNaN(priority), 'priority is a number');
  return whole(bytecode as Bytecode, content, set, priority, request);
};

const decodeWords = (
  carried: Bytecode | undefined,
  words: Bytecode,
  request: Request | null,
  set: InstructionSet,
  load: Load | undefined,
): Decoding => {
  if (words.length === 0) return beside(carried, whole(words, words, set, 0, request, load));
  const joined = carried === undefined ? words : [...carried, ...words];
  if (isIncomplete(joined, set)) return { carried: joined.slice(), message: null };
  return whole(joined, joined, set, 0, carried === undefined ? request : null, load);
};

const calls: readonly Bytecode[] = Array.from({ length: 9 }, (_, argc) => Object.freeze(['OP_CALL', argc]));

// A call from outside runs this code with the procedure and its arguments on the stack.
const decodeCall = (callee: readonly Value[], set: InstructionSet): Code => {
  const argc = callee.length - 1;
  return decodeRemembered(calls[argc] ?? ['OP_CALL', argc], set);
};

/** Whether the words are one instruction that lacks operands. */
export const isIncomplete = (words: Bytecode, set: InstructionSet): boolean => {
  if (words.length === 0 || words.length > 255) return false;
  const spec = set.get(words[0] as string);
  return spec !== undefined && words.length <= spec.operands.length;
};

// Words that come without a request or an envelope are a new array each time; remembering them would cost more than
// decoding them. A compiled array is remembered however it comes.
const whole = (
  words: Bytecode,
  sent: unknown,
  set: InstructionSet,
  priority: number,
  request: Request | null,
  load: Load = decodeMessage,
): Message => {
  try {
    const isFresh = request === null && sent === words && positionsOf(words) === undefined;
    const code = isFresh ? load(words, set) : decodeRemembered(words, set);
    return new Message(sent, code.words, code, null, priority, request);
  } catch (thrown) {
    return new Message(sent, words.slice(), null, hostFault(thrown), priority, request);
  }
};

/** The words that were left when the input ended: a message that lacks its operands. */
export const decodeEnd = ({ carried }: Decoding, set: InstructionSet): Message | null =>
  carried === undefined ? null : whole(carried, carried, set, 0, null);

/** The message for the instruction set that is current when it begins. */
export const messageFor = (message: Message, set: InstructionSet): Message => {
  const { code, words, priority, request } = message;
  if (code === null ? words === none : code.instructions === set) return message;
  if (code === null) return whole(words, message.letter, set, priority, request);
  try {
    const again = relink(code, set);
    return new Message(message.letter, again.words, again, null, priority, request);
  } catch (thrown) {
    return new Message(message.letter, words, null, hostFault(thrown), priority, request);
  }
};
