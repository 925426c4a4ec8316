import { type Place } from '../data/placed.js';
import { type Value } from '../data/values.js';
import { Assembly } from './assembly.js';
import { type Formals, type LocalVariable } from './variable.js';
import { inTurn, type Made, type Step } from './walk.js';

// The tree between expansion and generation: every name resolved, every derived form gone. A node writes itself.

/** What is wanted of a node: its value, its effect alone, or its value as the last thing its procedure does. */
export type Want = 'value' | 'effect' | 'tail';

export interface Node {
  /** Writes it, and says whether control goes on behind it. */
  write(out: Assembly, want: Want): Made<boolean>;
}

// There are four classes of nodes, and none extends another: the engine makes those faster, and finds what writes them
// without a look-up.

export class Constant implements Node {
  constructor(readonly value: Value) {}

  write(out: Assembly, want: Want): boolean {
    if (want !== 'effect') writeConstant(this.value, out);
    return finish(out, want);
  }
}

/** Writes what pushes a value. */
export const writeConstant = (value: Value, out: Assembly): void => {
  if (value === null) out.emit('OP_NIL');
  else if (typeof value === 'boolean') out.emit(value ? 'OP_TRUE' : 'OP_FALSE');
  else out.emitWith('OP_CONSTANT', out.write(value));
};

/** The name of a lambda that nothing gave a name to. */
const anonymous = 'lambda';

export class Lambda implements Node {
  constructor(
    readonly formals: Formals,
    readonly body: Node,
    public name: string = anonymous,
  ) {}

  *write(out: Assembly, want: Want): Step<boolean> {
    const inner = new Assembly(out.write, out.nesting, this);
    for (const variable of this.formals.all) {
      const slot = inner.claim(variable);
      if (variable.isBoxed) {
        inner.emitWith('OP_GET_LOCAL', slot);
        inner.emit('OP_BOX');
        inner.emitWith('OP_SET_LOCAL', slot);
      }
    }
    yield this.body.write(inner, 'tail');
    out.emitWith('OP_CLOSURE', inner.toCode(this, out));
    return leave(out, want);
  }
}

export const nil: Node = new Constant(null);

/** A lambda without a name takes that of the variable it is given to. */
export const named = (node: Node, { name }: { readonly name: string }): Node => {
  if (node instanceof Lambda && node.name === anonymous) node.name = name;
  return node;
};

/** Control goes on behind what was written, unless it returns. */
export const finish = (out: Assembly, want: Want): boolean => {
  if (want !== 'tail') return true;
  out.emit('OP_RETURN');
  return false;
};

/** A value is on the stack: drop it, keep it, or return it. */
export const leave = (out: Assembly, want: Want): boolean => {
  if (want === 'effect') out.emit('OP_POP');
  return finish(out, want);
};

/** A node that is just what writes it. */
export class Written implements Node {
  constructor(readonly write: (out: Assembly, want: Want) => Made<boolean>) {}
}

/** A node whose value is on the stack already. */
export const there: Node = new Written(leave);

/** Values are pushed one after the other, then something is done with them. */
export class Combination<T = unknown> implements Node {
  constructor(
    readonly nodes: readonly Node[],
    readonly end: End<T>,
    /** What the end needs to know. */
    readonly subject: T,
    readonly place?: Place | undefined,
  ) {}

  write(out: Assembly, want: Want): Made<boolean> {
    return inTurn(
      this.nodes,
      (node) => node.write(out, 'value'),
      () => this.end(out, want, this),
      out.nesting,
    );
  }
}

/** Writes what is done with the values of a combination, and says whether control goes on behind it. */
type End<T> = (out: Assembly, want: Want, combination: Combination<T>) => boolean;

const operate: End<string> = (out, want, { subject, place }) => {
  out.emit(subject, place);
  return leave(out, want);
};

/** An instruction, its operands before it. */
export const operation = (opcode: string, args: readonly Node[], place?: Place): Node =>
  new Combination(args, operate, opcode, place);

const apply: End<null> = (out, want, { nodes, place }) => {
  out.emitWith(want === 'tail' ? 'OP_TAIL_CALL' : 'OP_CALL', nodes.length - 1, place);
  return want !== 'tail' && leave(out, want);
};

/** A call: of the first node, with the others. */
export const call = (nodes: readonly Node[], place?: Place): Node => new Combination(nodes, apply, null, place);

/** A call of what the library defines under a reserved name: no program can shadow it. */
export const callOf = (name: string, args: readonly Node[], place?: Place): Node =>
  call([reading(`%${name}`, place), ...args], place);

export const thunk = (body: Node): Node => new Lambda({ all: [] }, body);

const read: End<LocalVariable | string> = (out, want, { subject, place }) => {
  if (typeof subject === 'string') out.emitWith('OP_GET_VARIABLE', subject, place);
  else {
    fetch(subject, out);
    if (subject.isBoxed) out.emit('OP_UNBOX', place);
  }
  return leave(out, want);
};

// Pushes what the place of a variable holds: its value, or its box.
const fetch = (variable: LocalVariable, out: Assembly): void => {
  const [kind, index] = out.locate(variable);
  if (kind === 'callee') out.emit('OP_GET_CALLEE');
  else out.emitWith(kind === 'local' ? 'OP_GET_LOCAL' : 'OP_GET_CAPTURED', index);
};

const noNodes: readonly Node[] = [];

/** Reads a variable; a name is that of a global one. */
export const reading = (target: LocalVariable | string, place?: Place): Node =>
  new Combination(noNodes, read, target, place);

// A value is kept somewhere, and is gone from the stack: where one is wanted, it is nil.
const keep: End<(out: Assembly) => void> = (out, want, { subject }) => {
  subject(out);
  if (want !== 'effect') out.emit('OP_NIL');
  return finish(out, want);
};

const kept = (value: Node, subject: (out: Assembly) => void): Node => new Combination([value], keep, subject);

/** Whether a node has no value of its own. */
export const isSilent = (node: Node): boolean => node instanceof Combination && node.end === keep;

const fill = (variable: LocalVariable, out: Assembly, place?: Place): void => {
  fetch(variable, out);
  out.emit('OP_SET_BOX', place);
};

export const definition = (name: string, value: Node, place?: Place): Node =>
  kept(value, (out) => out.emitWith('OP_DEFINE_VARIABLE', name, place));

export const assignment = (target: LocalVariable | string, value: Node, place?: Place): Node =>
  kept(value, (out) => {
    if (typeof target === 'string') out.emitWith('OP_SET_VARIABLE', target, place);
    else fill(target, out, place);
  });

/**
 * Gives a variable of a body its value. Its box, if it has one, is there already; any other takes its slot only now,
 * after those that its value needed for a while.
 */
export const initialisation = (variable: LocalVariable, value: Node): Node =>
  kept(value, (out) => {
    if (variable.isBoxed) fill(variable, out);
    else out.emitWith('OP_SET_LOCAL', out.claim(variable));
  });
