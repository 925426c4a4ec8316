import { type Value } from '../../lib/data/values.js';
import { type Definition, Library } from '../../lib/machine/library.js';

describe('a library', () => {
  const log: string[] = [];
  const maker = (name: string): Value => {
    log.push(name);
    return `the ${name}`;
  };
  const definitions: readonly Definition[] = [
    ['one two', maker],
    ['toString', maker],
    ['alias', (_name, library) => library.get('two') as Value],
  ];

  beforeEach(() => {
    log.length = 0;
  });

  it('makes a value when it is first asked for, and once', () => {
    const library = new Library(definitions);
    expect(log).toEqual([]);
    expect([library.get('two'), library.get('two'), library.at(1)]).toEqual(['the two', 'the two', 'the two']);
    expect(log).toEqual(['two']);
  });

  it('numbers its names in order', () => {
    const library = new Library(definitions);
    expect(library.names).toEqual(['one', 'two', 'toString', 'alias']);
    expect([library.size, library.find('two'), library.find('valueOf')]).toEqual([4, 1, undefined]);
    expect([library.get('valueOf'), library.at(4), library.at(-1)]).toEqual([undefined, undefined, undefined]);
  });

  it('gives a value another name', () => {
    const library = new Library(definitions);
    expect(library.get('alias')).toBe(library.get('two'));
    expect(log).toEqual(['two']);
  });

  it('knows the names of what it has made', () => {
    const library = new Library(definitions);
    expect(library.nameOf('the two')).toBeUndefined();
    library.get('alias');
    expect([library.nameOf('the two'), library.nameOf('another')]).toEqual(['two', undefined]);
  });
});
