import { push, type Value, VMState } from 'vmactor';
import { addTax, example, first, sumOf } from '../../docs/examples/test-handler';
import { linesOf } from './run';

// How a handler is tested: a state in, a state out. This is the part to copy.

const stackOf = (...values: Value[]): VMState => push(VMState.initial(), ...values);

describe('addTax', () => {
  it('replaces the top by the price with tax', () => {
    expect(addTax(stackOf('below', 100)).stack.toArray()).toEqual(['below', 119]);
  });

  it('rounds to cents', () => {
    expect(addTax(stackOf(0.99)).stack.toArray()).toEqual([1.18]);
  });

  it('needs a value', () => {
    expect(() => addTax(stackOf())).toThrow(expect.objectContaining({ code: 'stack-underflow' }));
  });
});

describe('first', () => {
  it('takes b from the top and a from below it', () => {
    expect(first(stackOf('pear', 'apple')).stack.toArray()).toEqual(['apple']);
    expect(first(stackOf('apple', 'pear')).stack.toArray()).toEqual(['apple']);
  });
});

describe('sumOf', () => {
  it('adds as many values as its operand says', () => {
    expect(sumOf(stackOf(1, 2, 3, 4), 3).stack.toArray()).toEqual([1, 9]);
    expect(sumOf(stackOf(1), 0).stack.toArray()).toEqual([1, 0]);
  });

  it('refuses what is no number', () => {
    expect(() => sumOf(stackOf('ten', 5), 2)).toThrow('a string cannot be added');
  });

  it('changes nothing it is given', () => {
    const state = stackOf(1, 2, 3);
    sumOf(state, 3);
    expect(state.stack.toArray()).toEqual([1, 2, 3]);
  });
});

it('is a fault in an actor, where it is a throw here', async () => {
  expect(await linesOf(example)).toEqual([
    '1 2 3 4 -> 1 9',
    'host-failed: OP_SUM_OF: TypeError: a string cannot be added',
    'top 29.74 and 1 value on the stack',
    'fuel spent: 5',
    'instruction OP_ADD already exists',
  ]);
});
