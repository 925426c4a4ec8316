import { type Place } from '../data/reader.js';
import { type Value } from '../data/values.js';
import { Assembly } from './assembly.js';
import { type Formals, type LocalVariable, type LoopVariable } from './variable.js';
import { inTurn, type Made, type Step } from './walk.js';

// The tree between expansion and generation: every name resolved, every derived form gone. Two kinds of nodes are looked
// at before they are written, constants and lambdas; any other is just what writes it.

/** What is wanted of a node: its value, its effect alone, or its value as the last thing its procedure does. */
export type Want = 'value' | 'effect' | 'tail';

/** Writes a node, and says whether control goes on behind it. */
interface Writer {
  (out: Assembly, want: Want): Made<boolean>;
  /** It has no value: where one is wanted, that is nil. */
  isSilent?: true;
}

export class Constant {
  constructor(readonly value: Value) {}
}

export class Lambda {
  constructor(
    readonly formals: Formals,
    readonly body: Node,
    public name: string = anonymous,
  ) {}
}

/** The name of a lambda that nothing gave a name to. */
const anonymous = 'lambda';

export type Node = Constant | Lambda | Writer;

export const nil: Node = new Constant(null);

/** A lambda without a name takes that of the variable it is given to. */
export const named = (node: Node, { name }: { readonly name: string }): Node => {
  if (node instanceof Lambda && node.name === anonymous) node.name = name;
  return node;
};

export const generate = (node: Node, out: Assembly, want: Want = 'value'): Made<boolean> => {
  if (typeof node === 'function') return node(out, want);
  if (node instanceof Lambda) return closure(node, out, want);
  const { value } = node;
  if (want !== 'effect') {
    if (value === null) out.emit(['OP_NIL']);
    else if (typeof value === 'boolean') out.emit([value ? 'OP_TRUE' : 'OP_FALSE']);
    else out.emit(['OP_CONSTANT', out.write(value)]);
  }
  return finish(out, want);
};

const finish = (out: Assembly, want: Want): boolean => {
  if (want === 'tail') out.emit(['OP_RETURN']);
  return want !== 'tail';
};

// A value is on the stack: drop it, keep it, or return it.
const leave = (out: Assembly, want: Want): boolean => {
  if (want === 'effect') out.emit(['OP_POP']);
  return finish(out, want);
};

// Values are pushed one after the other, then something is done with them.
const pushed = (nodes: readonly Node[], out: Assembly, end: () => boolean): Made<boolean> =>
  inTurn(nodes, (each) => generate(each, out), end, out.nesting);

function* closure(lambda: Lambda, out: Assembly, want: Want): Step<boolean> {
  const inner = new Assembly(out.write, out.nesting, lambda);
  for (const variable of lambda.formals.all) {
    const slot = inner.claim(variable);
    if (variable.isBoxed) inner.emit(['OP_GET_LOCAL', slot, 'OP_BOX', 'OP_SET_LOCAL', slot]);
  }
  yield generate(lambda.body, inner, 'tail');
  out.emit(['OP_CLOSURE', inner.toCode(lambda, out)]);
  return leave(out, want);
}

// Pushes what the place of a variable holds: its value, or its box.
const fetch = (variable: LocalVariable, out: Assembly): void => {
  const [kind, index] = out.locate(variable);
  if (kind === 'callee') out.emit(['OP_GET_CALLEE']);
  else out.emit([kind === 'local' ? 'OP_GET_LOCAL' : 'OP_GET_CAPTURED', index]);
};

/** Reads a variable; a name is that of a global one. */
export const reading =
  (target: LocalVariable | string, place?: Place): Node =>
  (out, want) => {
    if (typeof target === 'string') out.emit(['OP_GET_VARIABLE', target], place);
    else {
      fetch(target, out);
      if (target.isBoxed) out.emit(['OP_UNBOX'], place);
    }
    return leave(out, want);
  };

const fill = (variable: LocalVariable, out: Assembly, place?: Place): void => {
  fetch(variable, out);
  out.emit(['OP_SET_BOX'], place);
};

const silent = (value: Node, keep: (out: Assembly) => void): Node => {
  const writer: Writer = (out, want) =>
    pushed([value], out, () => {
      keep(out);
      if (want !== 'effect') out.emit(['OP_NIL']);
      return finish(out, want);
    });
  writer.isSilent = true;
  return writer;
};

export const definition = (name: string, value: Node, place?: Place): Node =>
  silent(value, (out) => out.emit(['OP_DEFINE_VARIABLE', name], place));

export const assignment = (target: LocalVariable | string, value: Node, place?: Place): Node =>
  silent(value, (out) => {
    if (typeof target === 'string') out.emit(['OP_SET_VARIABLE', target], place);
    else fill(target, out, place);
  });

/**
 * Gives a variable of a body its value. Its box, if it has one, is there already; any other takes its slot only now,
 * after those that its value needed for a while.
 */
export const initialisation = (variable: LocalVariable, value: Node): Node =>
  silent(value, (out) => {
    if (variable.isBoxed) fill(variable, out);
    else out.emit(['OP_SET_LOCAL', out.claim(variable)]);
  });

/** An instruction, its operands before it. */
export const operation =
  (opcode: string, args: readonly Node[], place?: Place): Node =>
  (out, want) =>
    pushed(args, out, () => {
      out.emit([opcode], place);
      return leave(out, want);
    });

/** A call: of the first node, with the others. */
export const call =
  (nodes: readonly Node[], place?: Place): Node =>
  (out, want) =>
    pushed(nodes, out, () => {
      out.emit([want === 'tail' ? 'OP_TAIL_CALL' : 'OP_CALL', nodes.length - 1], place);
      return want !== 'tail' && leave(out, want);
    });

/** A call of what the library defines under a reserved name: no program can shadow it. */
export const callOf = (name: string, args: readonly Node[], place?: Place): Node =>
  call([reading(`%${name}`, place), ...args], place);

export const thunk = (body: Node): Node => new Lambda({ all: [] }, body);

/** Nodes one after the other; the value of the last, nil if there is none. */
export const sequence = (nodes: readonly Node[]): Node => {
  const last = nodes.length - 1;
  if (last < 1) return nodes[0] ?? nil;
  return (out, want) =>
    inTurn(
      nodes,
      (each, i) => generate(each, out, i < last ? 'effect' : want),
      (goesOn) => goesOn[last] === true,
      out.nesting,
    );
};

// A function that makes nodes, of what writes one: a generator, of which there should be one and not one for each node.
const node =
  <Args extends unknown[]>(write: (out: Assembly, want: Want, ...args: Args) => Step<boolean>) =>
  (...args: Args): Node =>
  (out, want) =>
    write(out, want, ...args);

type Choice = (test: Node, then: Node, otherwise?: Node) => Node;

export const choice: Choice = node(function* (out, want, test, then, otherwise = nil) {
  yield generate(test, out);
  const toOtherwise = out.jump('OP_JUMP_IF_FALSE');
  const thenGoesOn = yield generate(then, out, want);
  const isNothing = want === 'effect' && otherwise instanceof Constant;
  const toEnd = thenGoesOn && !isNothing && out.jump('OP_JUMP');
  out.land(toOtherwise);
  const otherwiseGoesOn = yield generate(otherwise, out, want);
  if (toEnd !== false) out.land(toEnd);
  return thenGoesOn || otherwiseGoesOn;
});

/** and: the first false value or the last; or: the first true one or the last. A copy is tested, the value stays. */
export const logical = (isOr: boolean, nodes: readonly Node[]): Node => {
  const last = nodes.at(-1) ?? new Constant(!isOr);
  return nodes.length < 2 ? last : firstOf(isOr, nodes.slice(0, -1), last);
};

const firstOf = node(function* (out, want, isOr: boolean, nodes: readonly Node[], last: Node) {
  const toEnd: number[] = [];
  for (const each of nodes) {
    yield generate(each, out);
    out.emit(['OP_DUP']);
    const ifFalse = out.jump('OP_JUMP_IF_FALSE');
    toEnd.push(isOr ? out.jump('OP_JUMP') : ifFalse);
    if (isOr) out.land(ifFalse);
    out.emit(['OP_POP']);
  }
  yield generate(last, out, want === 'tail' ? want : 'value');
  for (const jump of toEnd) out.land(jump);
  // A tail call may have left already, but those that jumped here still have their value on the stack.
  return leave(out, want);
});

// Binds a variable to the top, in a new box if it has one.
const bind = (variable: LocalVariable, out: Assembly): void => {
  if (variable.isBoxed) out.emit(['OP_BOX']);
  out.emit(['OP_SET_LOCAL', variable.slot]);
};

type Binding = (variables: readonly LocalVariable[], values: readonly Node[], body: Node, loop?: LoopVariable) => Node;

/** A body that sees variables with these values; a loop starts behind them. */
export const binding: Binding = node(function* (out, want, variables, values, body, loop) {
  const { slots } = out;
  for (const [i, variable] of variables.entries()) {
    yield generate(values[i] as Node, out);
    out.claim(variable);
    bind(variable, out);
  }
  if (loop !== undefined) loop.start = out.words.length;
  const goesOn = yield generate(body, out, want);
  out.slots = slots;
  return goesOn;
});

type Block = (variables: readonly LocalVariable[], nodes: readonly Node[]) => Node;

/** A body with variables of its own. Their boxes come first: closures may capture them before their turn. */
export const block: Block = node(function* (out, want, variables, nodes) {
  const { slots } = out;
  for (const variable of variables) {
    if (variable.isBoxed) out.emit(['OP_EMPTY_BOX', 'OP_SET_LOCAL', out.claim(variable)]);
  }
  const goesOn = yield generate(sequence(nodes), out, want);
  out.slots = slots;
  return goesOn;
});

/** Going on with a loop binds all its variables anew, the last one first, for it is on top. */
export const jump =
  (loop: LoopVariable, args: readonly Node[], place?: Place): Node =>
  (out, want) => {
    if (loop.escapes) return generate(call([reading(loop, place), ...args], place), out, want);
    return pushed(args, out, () => {
      for (const variable of [...loop.parameters].reverse()) bind(variable, out);
      out.emit(['OP_LOOP', out.words.length + 2 - loop.start], place);
      return false;
    });
  };
