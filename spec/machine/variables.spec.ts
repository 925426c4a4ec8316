import fc from 'fast-check';
import { type Value } from '../../lib/data/values.js';
import { Library } from '../../lib/machine/library.js';
import { Names, VariableReference, type Variables, variablesOn } from '../../lib/machine/variables.js';

const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '', ' ', 'λ', '0', 'length'];

const made = (base: Variables, entries: readonly (readonly [string, Value])[]): Variables => {
  const variables = base.copy();
  for (const [name, value] of entries) variables.define(name, value);
  variables.seal();
  return variables;
};

const none = (): Variables => variablesOn();

describe('variables', () => {
  it.each(hostile)('know the name %j only once it is defined', (name) => {
    const before = none();
    expect(before.has(name)).toBe(false);
    expect(before.get(name)).toBeUndefined();
    const after = made(before, [[name, 1]]);
    expect(after.get(name)).toBe(1);
    expect([...after]).toEqual([[name, 1]]);
  });

  it('behave as a Map, and old versions keep what they held', () => {
    const names = fc.constantFrom(...hostile, 'a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.integer())), (entries) => {
        const model = new Map<string, number>();
        const versions: [Variables, [string, number][]][] = [];
        let variables = none();
        for (const entry of entries) {
          variables = made(variables, [entry]);
          model.set(...entry);
          versions.push([variables, [...model]]);
        }
        for (const [version, held] of versions) {
          expect([...version.entries()]).toEqual(held);
          expect(version.size).toBe(held.length);
        }
      }),
    );
  });

  it('keep their place when they are defined again', () => {
    expect([
      ...made(none(), [
        ['a', 1],
        ['b', 2],
        ['a', 3],
      ]),
    ]).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
  });

  it('hold nil and false as values', () => {
    const variables = made(none(), [
      ['n', null],
      ['f', false],
    ]);
    expect([variables.has('n'), variables.get('n'), variables.has('f')]).toEqual([true, null, true]);
  });

  it('of two forks do not see each other', () => {
    const base = made(none(), [['shared', 1]]);
    const left = made(base, [
      ['mine', 1],
      ['shared', 2],
    ]);
    const right = made(base, [['yours', 3]]);
    expect([...left]).toEqual([
      ['shared', 2],
      ['mine', 1],
    ]);
    expect([...right]).toEqual([
      ['shared', 1],
      ['yours', 3],
    ]);
    expect([...base]).toEqual([['shared', 1]]);
    expect(right.has('mine')).toBe(false);
  });

  it('are written in place only until they are sealed', () => {
    const variables = none().writable();
    variables.define('a', 1);
    expect(variables.writable()).toBe(variables);
    variables.seal();
    const next = variables.writable();
    next.define('a', 2);
    expect([variables.get('a'), next.get('a')]).toEqual([1, 2]);
  });
});

describe('on a library', () => {
  const library = new Library([['car cdr', (name) => `library ${name}`]]);
  const base = variablesOn(library);

  it('its names are found, and left out of the entries until they are defined anew', () => {
    expect([base.get('car'), [...base], base.size]).toEqual(['library car', [], 0]);
    const redefined = made(base, [
      ['x', 1],
      ['car', 2],
      ['y', 3],
      ['car', 4],
    ]);
    expect([...redefined]).toEqual([
      ['x', 1],
      ['car', 4],
      ['y', 3],
    ]);
    expect([redefined.size, base.get('car')]).toEqual([3, 'library car']);
  });

  it('nobody sees the names of others', () => {
    const one = made(base, [['mine', 1]]);
    const other = variablesOn(library);
    expect([one.get('mine'), other.get('mine'), other.get('car')]).toEqual([1, undefined, 'library car']);
  });
});

describe('a reference', () => {
  it('finds the slot of its name in whichever numbering it is asked about', () => {
    const reference = new VariableReference('x');
    const [one, two] = [new Names(new Library()), new Names(new Library())];
    expect(reference.slotIn(one)).toBe(-1);
    one.intern('x');
    two.intern('y');
    two.intern('x');
    expect([reference.slotIn(one), reference.slotIn(two), reference.slotIn(one)]).toEqual([0, 1, 0]);
  });
});
