import { VMError } from '../data/error.js';
import { type Value } from '../data/values.js';
import { type Code } from './code.js';
import { decodeMessage, decodeRemembered } from './decode.js';
import { hostFault, wordText } from './host.js';
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

/** What the host asks of an actor, as it travels the stream: bytecode, or a procedure to call. */
export class Request {
  constructor(
    readonly bytecode: Bytecode,
    readonly kind: 'send' | 'ask' | 'call',
    /** For a call: the procedure, or its name, and then the arguments. */
    readonly callee: readonly Value[] | null = null,
    readonly answer: ((value: Value) => void) | null = null,
    readonly refuse: ((fault: VMError) => void) | null = null,
  ) {}
}

/** A message that is ready to take its turn. */
export class Message {
  constructor(
    /** What was sent: bytecode or an envelope, or whatever else it was. */
    readonly sent: unknown,
    readonly words: Bytecode,
    readonly code: Code | null,
    /** Why it cannot run; it takes its turn all the same. */
    readonly fault: VMError | null,
    readonly priority: number,
    readonly request: Request | null,
  ) {}
}

/** The state of decoding: the words that wait for their operands, and the message that is complete, if one is. */
export interface Decoding {
  readonly carried: Bytecode | null;
  readonly message: Message | null;
}

export const nothingDecoded: Decoding = Object.freeze({ carried: null, message: null });

const noWords: Bytecode = Object.freeze([]);

/** Decodes one thing that was sent, given the words carried from before. It never throws. */
export const decodeNext = ({ carried }: Decoding, sent: unknown, set: InstructionSet): Decoding => {
  try {
    if (sent instanceof Request) return decodeRequest(carried, sent, set);
    if (Array.isArray(sent)) return decodeWords(carried, sent as Bytecode, sent as Bytecode, null, set);
    return { carried, message: decodeEnvelope(sent, set) };
  } catch (thrown) {
    return { carried, message: new Message(sent, noWords, null, hostFault(thrown), 0, null) };
  }
};

const decodeRequest = (carried: Bytecode | null, request: Request, set: InstructionSet): Decoding => {
  const { bytecode, kind } = request;
  if (kind === 'send') return decodeWords(carried, bytecode, bytecode, request, set);
  return { carried, message: whole(bytecode, bytecode, set, 0, request) };
};

const decodeWords = (
  carried: Bytecode | null,
  words: Bytecode,
  sent: unknown,
  request: Request | null,
  set: InstructionSet,
): Decoding => {
  if (carried === null) {
    if (isIncomplete(words, set)) return { carried: words.slice(), message: null };
    return { carried: null, message: whole(words, sent, set, 0, request) };
  }
  if (words.length === 0) return { carried, message: whole(words, sent, set, 0, request) };
  const joined = [...carried, ...words];
  if (isIncomplete(joined, set)) return { carried: joined, message: null };
  return { carried: null, message: whole(joined, joined, set, 0, request) };
};

/** Whether the words are one instruction that lacks operands. */
export const isIncomplete = (words: Bytecode, set: InstructionSet): boolean => {
  if (words.length === 0 || words.length > 255) return false;
  const spec = set.get(words[0] as string);
  return spec !== undefined && words.length <= spec.operands.length;
};

const decodeEnvelope = (sent: unknown, set: InstructionSet): Message => {
  const { bytecode, priority = 0 } = (sent ?? {}) as Partial<Envelope>;
  if (!Array.isArray(bytecode)) return refused(sent, `a message is bytecode or an envelope with bytecode, not ${wordText(sent)}`);
  if (typeof priority !== 'number' || Number.isNaN(priority)) return refused(sent, 'the priority of an envelope is a number');
  return whole(bytecode as Bytecode, sent, set, priority, null);
};

const refused = (sent: unknown, detail: string): Message =>
  new Message(sent, noWords, null, new VMError('misuse', detail), 0, null);

// Words that travel alone are a new array each time; remembering them would cost more than decoding them.
const whole = (words: Bytecode, sent: unknown, set: InstructionSet, priority: number, request: Request | null): Message => {
  try {
    const code = request?.kind === 'send' ? decodeMessage(words, set) : decodeRemembered(words, set);
    return new Message(sent, words, code, null, priority, request);
  } catch (thrown) {
    return new Message(sent, words, null, hostFault(thrown), priority, request);
  }
};

/** The words that were left when the input ended: a message that lacks its operands. */
export const decodeEnd = ({ carried }: Decoding, set: InstructionSet): Message | null =>
  carried === null ? null : whole(carried, carried, set, 0, null);

/** The message for the instruction set that is current when it begins. */
export const messageFor = (message: Message, set: InstructionSet): Message => {
  const { code, words, sent, priority, request, fault } = message;
  if (code === null ? fault?.code === 'misuse' : code.instructions === set) return message;
  return whole(words, sent, set, priority, request);
};
