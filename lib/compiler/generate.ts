import { type Place } from '../data/reader.js';
import { type Value } from '../data/values.js';
import { type Assembly } from './assembly.js';
import { type Lambda, type LocalVariable, type Node } from './syntax.js';
import { inTurn, type Made, type Step } from './walk.js';

// From the tree to words. A node is generated for its value, for its effect alone, or as the last thing its procedure
// does. Each generation says whether control goes on behind it.

/** What is wanted of a node. */
export type Want = 'value' | 'effect' | 'tail';

const constantWords = (value: Value, out: Assembly): readonly unknown[] => {
  if (value === true) return ['OP_TRUE'];
  if (value === false) return ['OP_FALSE'];
  if (value === null) return ['OP_NIL'];
  return ['OP_CONSTANT', out.write(value)];
};

export const generate = (node: Node, want: Want, out: Assembly): Made<boolean> => {
  switch (node.kind) {
    case 'constant':
      if (want !== 'effect') out.emit(constantWords(node.value, out));
      return finish(want, out);
    case 'local':
      read(node.variable, node.place, out);
      return leave(want, out);
    case 'global':
      out.emit(['OP_GET_VARIABLE', node.name], node.place);
      return leave(want, out);
    case 'operation':
      return values(node.args, out, () => {
        out.emit([node.opcode], node.place);
        return leave(want, out);
      });
    case 'call':
      return generateCall([node.operator, ...node.args], node.place, want, out);
    case 'lambda':
      return generateLambda(node, want, out);
    case 'if':
      return generateChoice(node, want, out);
    case 'and':
    case 'or':
      return generateLogical(node, want, out);
    case 'sequence':
      return generateSequence(node.nodes, want, out);
    case 'let':
      return generateLet(node, want, out);
    case 'body':
      return generateBody(node, want, out);
    case 'loop':
      return generateLoop(node, want, out);
    case 'jump':
      return generateJump(node, want, out);
    case 'initialise':
    case 'define':
    case 'assign-global':
    case 'assign-local':
      return values([node.value], out, () => {
        keep(node, out);
        return nothing(want, out);
      });
  }
};

// Values are pushed one after the other, then something is done with them.
const values = (nodes: readonly Node[], out: Assembly, end: () => boolean): Made<boolean> =>
  inTurn(nodes.length, (index) => generate(nodes[index] as Node, 'value', out), end, out.nesting);

// The top goes into a variable.
const keep = (node: Node & { readonly kind: 'define' | 'initialise' | `assign-${string}` }, out: Assembly): void => {
  if (node.kind === 'define') out.emit(['OP_DEFINE_VARIABLE', node.name], node.place);
  else if (node.kind === 'assign-global') out.emit(['OP_SET_VARIABLE', node.name], node.place);
  else if (node.kind === 'initialise') store(node.variable, out);
  else {
    place(node.variable, out);
    out.emit(['OP_SET_BOX'], node.place);
  }
};

// A value is on the stack: drop it, keep it, or return it.
const leave = (want: Want, out: Assembly): boolean => {
  if (want === 'effect') out.emit(['OP_POP']);
  return finish(want, out);
};

const finish = (want: Want, out: Assembly): boolean => {
  if (want === 'tail') out.emit(['OP_RETURN']);
  return want !== 'tail';
};

// Nothing is on the stack: where a value is wanted, it is nil.
const nothing = (want: Want, out: Assembly): boolean => {
  if (want !== 'effect') out.emit(['OP_NIL']);
  return finish(want, out);
};

// Pushes what the place of a variable holds: its value, or its box.
const place = (variable: LocalVariable, out: Assembly): void => {
  const [kind, index] = out.locate(variable);
  if (kind === 'callee') out.emit(['OP_GET_CALLEE']);
  else out.emit([kind === 'local' ? 'OP_GET_LOCAL' : 'OP_GET_CAPTURED', index]);
};

const read = (variable: LocalVariable, at: Place | undefined, out: Assembly): void => {
  place(variable, out);
  if (variable.isBoxed) out.emit(['OP_UNBOX'], at);
};

// Initialises a variable of a body with the top; its box, if it has one, is there already. Any other takes its slot only
// now, after those that its value needed for a while.
const store = (variable: LocalVariable, out: Assembly): void => {
  if (!variable.isBoxed) out.emit(['OP_SET_LOCAL', out.claim(variable)]);
  else {
    place(variable, out);
    out.emit(['OP_SET_BOX']);
  }
};

// Binds a variable to the top, in a new box if it has one.
const bind = (variable: LocalVariable, out: Assembly): void => {
  if (variable.isBoxed) out.emit(['OP_BOX']);
  out.emit(['OP_SET_LOCAL', out.slotOf(variable)]);
};

const generateCall = (nodes: readonly Node[], at: Place | undefined, want: Want, out: Assembly): Made<boolean> =>
  values(nodes, out, () => {
    out.emit([want === 'tail' ? 'OP_TAIL_CALL' : 'OP_CALL', nodes.length - 1], at);
    return want !== 'tail' && leave(want, out);
  });

function* generateLambda(lambda: Lambda, want: Want, out: Assembly): Step<boolean> {
  const { params, rest } = lambda;
  const inner = out.inner(lambda);
  for (const variable of rest === null ? params : [...params, rest]) {
    const slot = inner.claim(variable);
    if (variable.isBoxed) inner.emit(['OP_GET_LOCAL', slot, 'OP_BOX', 'OP_SET_LOCAL', slot]);
  }
  yield generate(lambda.body, 'tail', inner);
  out.emit(['OP_CLOSURE', inner.toCode()]);
  return leave(want, out);
}

function* generateChoice({ test, then, otherwise }: Node & { kind: 'if' }, want: Want, out: Assembly): Step<boolean> {
  yield generate(test, 'value', out);
  const toOtherwise = out.jump('OP_JUMP_IF_FALSE');
  const thenGoesOn = yield generate(then, want, out);
  if (want === 'effect' && isNothing(otherwise)) {
    out.land(toOtherwise);
    return true;
  }
  const toEnd = thenGoesOn ? out.jump('OP_JUMP') : undefined;
  out.land(toOtherwise);
  const otherwiseGoesOn = yield generate(otherwise, want, out);
  if (toEnd !== undefined) out.land(toEnd);
  return thenGoesOn || otherwiseGoesOn;
}

const isNothing = (node: Node): boolean => node.kind === 'constant';

// and: the first false value or the last; or: the first true one or the last. A copy is tested, the value stays.
function* generateLogical({ kind, nodes }: Node & { kind: 'and' | 'or' }, want: Want, out: Assembly): Step<boolean> {
  const toEnd: number[] = [];
  for (const node of nodes.slice(0, -1)) {
    yield generate(node, 'value', out);
    out.emit(['OP_DUP']);
    if (kind === 'and') toEnd.push(out.jump('OP_JUMP_IF_FALSE'));
    else {
      const toNext = out.jump('OP_JUMP_IF_FALSE');
      toEnd.push(out.jump('OP_JUMP'));
      out.land(toNext);
    }
    out.emit(['OP_POP']);
  }
  const last = nodes.at(-1) as Node;
  const goesOn = yield generate(last, want === 'effect' ? 'value' : want, out);
  for (const jump of toEnd) out.land(jump);
  // A tail call may have left already, but those that jumped here still have their value on the stack.
  if (want === 'effect') out.emit(['OP_POP']);
  if (want === 'tail') out.emit(['OP_RETURN']);
  return want === 'tail' ? false : goesOn || toEnd.length > 0;
}

function* generateSequence(nodes: readonly Node[], want: Want, out: Assembly): Step<boolean> {
  for (const node of nodes.slice(0, -1)) yield generate(node, 'effect', out);
  return yield generate(nodes.at(-1) as Node, want, out);
}

function* generateLet({ variables, values, body }: Node & { kind: 'let' }, want: Want, out: Assembly): Step<boolean> {
  const release = out.mark();
  for (const [i, variable] of variables.entries()) {
    yield generate(values[i] as Node, 'value', out);
    out.claim(variable);
    bind(variable, out);
  }
  const goesOn = yield generate(body, want, out);
  release();
  return goesOn;
}

// Boxes come first: closures may capture them before their turn.
function* generateBody({ variables, nodes }: Node & { kind: 'body' }, want: Want, out: Assembly): Step<boolean> {
  const release = out.mark();
  for (const variable of variables) {
    if (variable.isBoxed) out.emit(['OP_EMPTY_BOX', 'OP_SET_LOCAL', out.claim(variable)]);
  }
  const goesOn = yield generateSequence(nodes, want, out);
  release();
  return goesOn;
}

function* generateLoop({ loop, values, body }: Node & { kind: 'loop' }, want: Want, out: Assembly): Step<boolean> {
  const release = out.mark();
  for (const [i, variable] of loop.parameters.entries()) {
    yield generate(values[i] as Node, 'value', out);
    out.claim(variable);
    bind(variable, out);
  }
  out.starts.set(loop, out.length);
  const goesOn = yield generate(body, want, out);
  release();
  return goesOn;
}

// Going on with a loop binds all its variables anew, the last one first, for it is on top.
function* generateJump({ loop, args, place: at }: Node & { kind: 'jump' }, want: Want, out: Assembly): Step<boolean> {
  const start = out.starts.get(loop);
  if (start === undefined) {
    return yield generateCall([{ kind: 'local', variable: loop, place: at }, ...args], at, want, out);
  }
  for (const arg of args) yield generate(arg, 'value', out);
  for (const variable of [...loop.parameters].reverse()) bind(variable, out);
  out.emit(['OP_LOOP', out.length + 2 - start], at);
  return false;
}
