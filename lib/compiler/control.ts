import { type Place } from '../data/placed.js';
import { type Assembly } from './assembly.js';
import { call, Combination, Constant, leave, nil, type Node, reading, type Want, Written } from './node.js';
import { type LocalVariable, type LoopVariable } from './variable.js';
import { inTurn, type Step } from './walk.js';

// The nodes that say what comes after what: sequences, choices, bodies with variables of their own, and loops.

/** Nodes one after the other; the value of the last, nil if there is none. */
export const sequence = (nodes: readonly Node[]): Node => {
  const last = nodes.length - 1;
  if (last < 1) return nodes[0] ?? nil;
  return new Written((out, want) =>
    inTurn(
      nodes,
      (each, i) => each.write(out, i < last ? 'effect' : want),
      (goesOn) => goesOn[last] === true,
      out.nesting,
    ),
  );
};

// A function that makes nodes, of what writes one: a generator, of which there should be one and not one for each node.
const node =
  <Args extends unknown[]>(write: (out: Assembly, want: Want, ...args: Args) => Step<boolean>) =>
  (...args: Args): Node =>
    new Written((out, want) => write(out, want, ...args));

type Choice = (test: Node, then: Node, otherwise?: Node) => Node;

export const choice: Choice = node(function* (out, want, test, then, otherwise = nil) {
  yield test.write(out, 'value');
  const toOtherwise = out.jump('OP_JUMP_IF_FALSE');
  const thenGoesOn = yield then.write(out, want);
  const isNothing = want === 'effect' && otherwise instanceof Constant;
  const toEnd = thenGoesOn && !isNothing && out.jump('OP_JUMP');
  out.land(toOtherwise);
  const otherwiseGoesOn = yield otherwise.write(out, want);
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
    yield each.write(out, 'value');
    out.emit('OP_DUP');
    const ifFalse = out.jump('OP_JUMP_IF_FALSE');
    toEnd.push(isOr ? out.jump('OP_JUMP') : ifFalse);
    if (isOr) out.land(ifFalse);
    out.emit('OP_POP');
  }
  yield last.write(out, want === 'tail' ? want : 'value');
  for (const jump of toEnd) out.land(jump);
  // A tail call may have left already, but those that jumped here still have their value on the stack.
  return leave(out, want);
});

// Binds a variable to the top, in a new box if it has one.
const bind = (variable: LocalVariable, out: Assembly): void => {
  if (variable.isBoxed) out.emit('OP_BOX');
  out.emitWith('OP_SET_LOCAL', variable.slot);
};

type Binding = (variables: readonly LocalVariable[], values: readonly Node[], body: Node, loop?: LoopVariable) => Node;

/** A body that sees variables with these values; a loop starts behind them. */
export const binding: Binding = node(function* (out, want, variables, values, body, loop) {
  const { slots } = out;
  for (const [i, variable] of variables.entries()) {
    yield (values[i] as Node).write(out, 'value');
    out.claim(variable);
    bind(variable, out);
  }
  if (loop !== undefined) loop.start = out.words.length;
  const goesOn = yield body.write(out, want);
  out.slots = slots;
  return goesOn;
});

type Block = (variables: readonly LocalVariable[], nodes: readonly Node[]) => Node;

/** A body with variables of its own. Their boxes come first: closures may capture them before their turn. */
export const block: Block = node(function* (out, want, variables, nodes) {
  const { slots } = out;
  for (const variable of variables) {
    if (variable.isBoxed) {
      out.emit('OP_EMPTY_BOX');
      out.emitWith('OP_SET_LOCAL', out.claim(variable));
    }
  }
  const goesOn = yield sequence(nodes).write(out, want);
  out.slots = slots;
  return goesOn;
});

/** Going on with a loop binds all its variables anew, the last one first, for it is on top. */
export const jump = (loop: LoopVariable, args: readonly Node[], place?: Place): Node => {
  const again = new Combination(args, goAgain, loop, place);
  return new Written((out, want) =>
    (loop.escapes ? call([reading(loop, place), ...args], place) : again).write(out, want),
  );
};

const goAgain = (out: Assembly, _want: Want, { subject, place }: Combination<LoopVariable>): boolean => {
  for (const variable of [...subject.parameters].reverse()) bind(variable, out);
  out.emitWith('OP_LOOP', out.words.length + 2 - subject.start, place);
  return false;
};
