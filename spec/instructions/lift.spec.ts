import fc from 'fast-check';
import { type Value } from '../../lib/data/values.js';
import { binary, nullary, unary } from '../../lib/instructions/lift.js';
import { instructionSet } from '../../lib/instructions/standard.js';
import { push } from '../../lib/machine/helpers.js';
import { type Handler } from '../../lib/machine/instruction.js';
import { VMState } from '../../lib/machine/state.js';
import { ended, faultOf } from '../machine/running.js';

const lifts: [string, number, (apply: (...args: Value[]) => Value) => Handler][] = [
  ['nullary', 0, (apply) => nullary(() => apply())],
  ['unary', 1, (apply) => unary((a: Value) => apply(a))],
  ['binary', 2, (apply) => binary((a: Value, b: Value) => apply(a, b))],
];

describe.each(lifts)('%s', (_name, arity, lift) => {
  const args = ['below', 'a', 'b'].slice(0, arity + 1);
  const state = push(VMState.initial(), ...args);

  it('replaces what it takes by what the function gives', () => {
    const seen: Value[][] = [];
    const handler = lift((...given) => {
      seen.push(given);
      return 'result';
    });
    expect(handler(state).stack.toArray()).toEqual(['below', 'result']);
    expect(seen).toEqual([args.slice(1)]);
    expect(state.stack.toArray()).toEqual(args);
  });

  it('does the same as bytecode', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: arity, maxLength: 5 }), (values) => {
        const handler = lift((...given) => given.reduce<number>((sum, each, i) => sum + (i + 1) * (each as number), 7));
        const before = push(VMState.initial(), ...values);
        const instructions = instructionSet({ OP_X: { handler } });
        expect(ended(['OP_X'], { state: before, instructions }).stack.toArray()).toEqual(
          handler(before).stack.toArray(),
        );
      }),
    );
  });

  it('knows its effect and its function', () => {
    const apply = (...given: Value[]): Value => given.length;
    const handler = lift(apply);
    expect(handler.lifted?.arity).toBe(arity);
    expect(handler.lifted?.apply(...args.slice(1))).toBe(arity);
    expect(instructionSet({ OP_X: { handler } }).get('OP_X')?.effect).toEqual({ pops: arity, pushes: 1 });
  });

  it('needs its operands on the stack', () => {
    for (let held = 0; held < arity; held += 1) {
      const before = push(VMState.initial(), ...new Array<Value>(held).fill(1));
      expect(() => lift(() => 1)(before)).toThrow(expect.objectContaining({ code: 'stack-underflow' }));
      expect(
        faultOf(['OP_X'], { state: before, instructions: instructionSet({ OP_X: { handler: lift(() => 1) } }) }),
      ).toMatchObject({ code: 'stack-underflow' });
    }
  });

  it('fails as the host does when the function gives what is no value', () => {
    for (const result of [undefined, {}, [], () => 1, Symbol('s'), new Date(0)]) {
      const handler = lift(() => result as unknown as Value);
      expect(() => handler(state)).toThrow(expect.objectContaining({ code: 'host-failed' }));
      expect(faultOf(['OP_X'], { state, instructions: instructionSet({ OP_X: { handler } }) })).toMatchObject({
        code: 'host-failed',
        opcode: 'OP_X',
      });
    }
  });

  it.each([
    [new Error('the text'), 'the text'],
    ['the text', 'the text'],
    [undefined, 'undefined'],
    [null, 'null'],
    [{ toString: (): string => 'the text' }, 'the text'],
  ])('makes a fault of %p', (thrown, text) => {
    const handler = lift(() => {
      throw thrown;
    });
    const fault = { code: 'host-failed', message: expect.stringContaining(text) as string, cause: thrown };
    expect(() => handler(state)).toThrow(expect.objectContaining(fault));
    expect(faultOf(['OP_X'], { state, instructions: instructionSet({ OP_X: { handler } }) })).toMatchObject(fault);
  });
});
