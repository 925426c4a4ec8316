import { type Value } from '../../lib/data/values.js';
import { effectsOf, emit } from '../../lib/machine/effects.js';
import { define, drop, lookup, peek, pop, push } from '../../lib/machine/helpers.js';
import { VMState } from '../../lib/machine/state.js';

const state = push(VMState.initial(), 1, 2, 3);
const code = (kind: string): Error => expect.objectContaining({ code: kind }) as Error;
const foreign = [undefined, {}, [], () => 1, Symbol('s'), new Date(0)] as unknown as Value[];

describe('push', () => {
  it('puts values on the stack, the last one on top, and leaves the state it was given', () => {
    expect(push(state, 4, 'five').stack.toArray()).toEqual([1, 2, 3, 4, 'five']);
    expect(push(state)).toMatchObject({ stack: { length: 3 } });
    expect(state.stack.toArray()).toEqual([1, 2, 3]);
  });

  it.each(foreign)('refuses %p, which is no value', (value) => {
    expect(() => push(state, value)).toThrow(code('type-error'));
  });
});

describe('pop', () => {
  it('gives the top and the state without it', () => {
    const [value, rest] = pop(state);
    expect([value, rest.stack.toArray(), state.stack.toArray()]).toEqual([3, [1, 2], [1, 2, 3]]);
  });

  it('needs a value', () => {
    expect(() => pop(VMState.initial())).toThrow(code('stack-underflow'));
  });
});

describe('peek', () => {
  it('gives the value at a depth below the top', () => {
    expect([peek(state), peek(state, 1), peek(state, 2)]).toEqual([3, 2, 1]);
  });

  it('needs so many values', () => {
    expect(() => peek(state, 3)).toThrow(code('stack-underflow'));
    expect(() => peek(VMState.initial())).toThrow(code('stack-underflow'));
  });

  it.each([-1, 0.5, NaN, Infinity, '1' as unknown as number])('refuses the depth %p', (depth) => {
    expect(() => peek(state, depth)).toThrow(code('out-of-range'));
  });
});

describe('drop', () => {
  it('leaves the topmost values out', () => {
    expect([drop(state).stack.toArray(), drop(state, 3).stack.toArray(), drop(state, 0).stack.toArray()]).toEqual([
      [1, 2],
      [],
      [1, 2, 3],
    ]);
  });

  it('needs so many values', () => {
    expect(() => drop(state, 4)).toThrow(code('stack-underflow'));
  });

  it('takes one value unless it is told how many', () => {
    expect(drop(state, undefined).stack.length).toBe(2);
  });

  it.each([-1, 0.5, NaN])('takes only a number of values: %p', (count) => {
    expect(() => drop(state, count)).toThrow(code('out-of-range'));
  });
});

describe('define and lookup', () => {
  it('give a variable a value, in the new state only', () => {
    const after = define(state, 'x', 7);
    expect(lookup(after, 'x')).toBe(7);
    expect(state.variables.has('x')).toBe(false);
    expect([lookup(define(after, 'x', 8), 'x'), lookup(after, 'x')]).toEqual([8, 7]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('take %s for a name like any other', (name) => {
    expect(() => lookup(state, name)).toThrow(code('unbound-variable'));
    expect(lookup(define(state, name, 1), name)).toBe(1);
  });

  it('name the variable that is not defined', () => {
    expect(() => lookup(state, 'nowhere')).toThrow('nowhere');
  });

  it('refuse what is no name and what is no value', () => {
    expect(() => define(state, 5 as unknown as string, 1)).toThrow(code('type-error'));
    for (const value of foreign) expect(() => define(state, 'x', value)).toThrow(code('type-error'));
  });
});

describe('emit', () => {
  it('keeps effects in the order they were emitted', () => {
    const after = emit(emit(state, { type: 'print', text: 'a' }), { type: 'send', message: ['OP_NIL'] });
    expect(effectsOf(after.world.outbox)).toMatchObject([
      { type: 'print', text: 'a' },
      { type: 'send', message: ['OP_NIL'] },
    ]);
    expect(effectsOf(state.world.outbox)).toEqual([]);
  });

  it.each([
    null,
    undefined,
    {},
    { type: 'print' },
    { type: 'print', text: 5 },
    { type: 'send', message: 'x' },
    { type: 'other', text: '' },
  ])('refuses %p, which is no effect', (effect) => {
    expect(() => emit(state, effect as never)).toThrow(code('type-error'));
  });

  it('takes as many effects as the limit allows, and no more', () => {
    let small = VMState.initial({ limits: { outbox: 2 } });
    small = emit(emit(small, { type: 'print', text: 'a' }), { type: 'print', text: 'b' });
    expect(() => emit(small, { type: 'print', text: 'c' })).toThrow(code('outbox-limit'));
  });
});
