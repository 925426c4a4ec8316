import { type Place } from '../data/reader.js';
import { type Value } from '../data/values.js';
import type { Key } from './scope.js';

// The tree between expansion and generation: every name resolved, every derived form gone.

/** A local variable. Expansion finds out what is done to it; generation gives it a place. */
export class LocalVariable {
  /** It is assigned, or read before its turn: it lives in a box. */
  isBoxed = false;
  /** The lambda it is bound to for good: inside of it, the variable is the callee. */
  self: Lambda | null = null;
  /** Where initialisation stands, for the variables of a body. */
  stage: 'ready' | 'pending' | 'initialising' | 'initialising-lambda' = 'ready';

  readonly name: string;

  constructor(readonly key: Key) {
    this.name = typeof key === 'string' ? key : key.name;
  }
}

/** The variable of a named `let`, or of a `do` or `while` that has no name. */
export class LoopVariable extends LocalVariable {
  /** Used for something else than going on with the loop: then the loop is a procedure. */
  escapes = false;

  constructor(
    key: Key,
    readonly parameters: readonly LocalVariable[],
  ) {
    super(key);
  }
}

interface Placed {
  readonly place: Place | undefined;
}

export interface Lambda extends Placed {
  readonly kind: 'lambda';
  readonly name: string;
  readonly params: readonly LocalVariable[];
  readonly rest: LocalVariable | null;
  readonly body: Node;
}

export type Node =
  | { readonly kind: 'constant'; readonly value: Value }
  | ({ readonly kind: 'local'; readonly variable: LocalVariable } & Placed)
  | ({ readonly kind: 'global'; readonly name: string } & Placed)
  | ({ readonly kind: 'assign-local'; readonly variable: LocalVariable; readonly value: Node } & Placed)
  | ({ readonly kind: 'assign-global'; readonly name: string; readonly value: Node } & Placed)
  | ({ readonly kind: 'define'; readonly name: string; readonly value: Node } & Placed)
  | { readonly kind: 'if'; readonly test: Node; readonly then: Node; readonly otherwise: Node }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly Node[] }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | {
      readonly kind: 'let';
      readonly variables: readonly LocalVariable[];
      readonly values: readonly Node[];
      readonly body: Node;
    }
  | { readonly kind: 'body'; readonly variables: readonly LocalVariable[]; readonly nodes: readonly Node[] }
  | { readonly kind: 'initialise'; readonly variable: LocalVariable; readonly value: Node }
  | ({
      readonly kind: 'loop';
      readonly loop: LoopVariable;
      readonly values: readonly Node[];
      readonly body: Node;
    } & Placed)
  | ({ readonly kind: 'jump'; readonly loop: LoopVariable; readonly args: readonly Node[] } & Placed)
  | Lambda
  | ({ readonly kind: 'operation'; readonly opcode: string; readonly args: readonly Node[] } & Placed)
  | ({ readonly kind: 'call'; readonly operator: Node; readonly args: readonly Node[] } & Placed);

export const nil: Node = { kind: 'constant', value: null };

export const constant = (value: Value): Node => ({ kind: 'constant', value });

/** Nodes one after the other; the value of the last, nil if there is none. */
export const sequence = (nodes: readonly Node[]): Node =>
  nodes.length === 0 ? nil : nodes.length === 1 ? (nodes[0] as Node) : { kind: 'sequence', nodes };

/** Reads a variable whose turn has come; a name is that of a global one. */
export const variable = (target: LocalVariable | string, place: Place | undefined): Node =>
  typeof target === 'string' ? { kind: 'global', name: target, place } : { kind: 'local', variable: target, place };

/** A call of what the library defines under a reserved name: no program can shadow it. */
export const callOf = (name: string, args: readonly Node[], place: Place | undefined): Node => ({
  kind: 'call',
  operator: { kind: 'global', name, place },
  args,
  place,
});

export const thunk = (body: Node, place: Place | undefined): Lambda => ({
  kind: 'lambda',
  name: anonymous,
  params: [],
  rest: null,
  body,
  place,
});

/** The name of a lambda that nothing gave a name to. */
export const anonymous = 'lambda';

export const choice = (test: Node, then: Node, otherwise: Node = nil): Node => ({ kind: 'if', test, then, otherwise });
