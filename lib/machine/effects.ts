import { VMError } from '../data/error.js';
import { type Outbox, type VMState, type World } from './state.js';

// Effects are data: what a handler wants done outside. They wait in the outbox and are performed after the commit.

/** Something to do outside: give a text to `output$`, or send a message to the actor itself. */
export type Effect =
  { readonly type: 'print'; readonly text: string } | { readonly type: 'send'; readonly message: readonly unknown[] };

const isEffect = (effect: Partial<Record<string, unknown>> | null): boolean => {
  if (typeof effect !== 'object' || effect === null) return false;
  return effect['type'] === 'print'
    ? typeof effect['text'] === 'string'
    : effect['type'] === 'send' && Array.isArray(effect['message']);
};

/**
 * The state with one more effect in its outbox. Faults: `type-error` for what is no effect, `outbox-limit`.
 *
 * @example
 * vm.defineInstruction('OP_GREET', (state) => emit(state, { type: 'print', text: 'hello' }));
 */
export const emit = (state: VMState, effect: Effect): VMState => {
  if (!isEffect(effect))
    throw new VMError('type-error', 'not an effect: { type: "print", text } or { type: "send", message }');
  return state.inWorld(withEffect(state.world, effect));
};

/** The world with one more effect in its outbox. Faults: `outbox-limit`. */
export const withEffect = (world: World, effect: Effect): World => {
  const { outbox: earlier, limits } = world;
  const size = earlier === null ? 1 : earlier.size + 1;
  if (size > limits.outbox) throw new VMError('outbox-limit', `more than ${limits.outbox} effects in one message`);
  return world.withOutbox({ effect, earlier, size });
};

/** The effects of an outbox in the order they were emitted. */
export const effectsOf = (outbox: Outbox | null): readonly Effect[] => {
  if (outbox === null) return [];
  const effects = new Array<Effect>(outbox.size);
  let cell: Outbox | null = outbox;
  for (let i = outbox.size - 1; cell !== null; i -= 1) {
    effects[i] = cell.effect;
    cell = cell.earlier;
  }
  return effects;
};
