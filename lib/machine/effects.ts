import { VMError } from '../data/error.js';
import { beyond } from './host.js';
import { type Outbox, type VMState, type World } from './state.js';

// Effects are data: what a handler wants done outside. They wait in the outbox and are performed after the commit.

/** Something to do outside: give a text to `output$`, or send a message to the actor itself. */
export type Effect =
  { readonly type: 'print'; readonly text: string } | { readonly type: 'send'; readonly message: readonly unknown[] };

// A copy that nobody else holds, read once.
const effectOf = (effect: unknown): Effect | undefined => {
  if (typeof effect !== 'object' || effect === null) return undefined;
  const { type, text, message } = effect as Partial<Record<string, unknown>>;
  if (type === 'print' && typeof text === 'string') return Object.freeze({ type, text });
  if (type === 'send' && Array.isArray(message))
    return Object.freeze({ type, message: Object.freeze([...(message as unknown[])]) });
  return undefined;
};

/**
 * The state with one more effect in its outbox. Faults: `type-error` for what is no effect, `outbox-limit`.
 *
 * @example
 * vm.defineInstruction('OP_GREET', (state) => emit(state, { type: 'print', text: 'hello' }));
 */
export const emit = (state: VMState, effect: Effect): VMState => {
  const own = effectOf(effect);
  if (own === undefined) throw new VMError('type-error', 'not an effect');
  return state.inWorld(withEffect(state.world, own));
};

/** The world with one more effect in its outbox. Faults: `outbox-limit`. */
export const withEffect = (world: World, effect: Effect): World => {
  const { variables, store, outbox: earlier, limits } = world;
  const size = earlier === null ? 1 : earlier.size + 1;
  if (size > limits.outbox) throw beyond('outbox-limit', limits.outbox, 'effects');
  return world.withStored(variables, store, { effect, earlier, size });
};

// Not frozen: the engine goes through a frozen array by calls.
const noEffects: readonly Effect[] = [];

/** The effects of an outbox in the order they were emitted. */
export const effectsOf = (outbox: Outbox | null): readonly Effect[] => {
  if (outbox === null) return noEffects;
  const effects: Effect[] = [];
  for (let cell: Outbox | null = outbox; cell !== null; cell = cell.earlier) effects.push(cell.effect);
  return effects.reverse();
};
