import { compile } from '../../lib/compiler/compile.js';
import { operators } from '../../lib/compiler/operators.js';
import { libraryEntries } from '../../lib/library/entries.js';
import { library } from '../../lib/library/library.js';
import { evaluateOver, initial, prepared, resultOf, resultOfProgram } from './evaluating.js';
import { examples } from './examples.js';

// The whole library, by the list that its documentation is made from.

const entries = libraryEntries();
const names = entries.map(({ name }) => name);

// Names that begin with `%` are for the library itself, and for what the compiler makes.
const known = library.names.filter((name) => name === '%' || !name.startsWith('%'));

describe('the manual', () => {
  it('has every name of the library once, and no other', () => {
    expect([...names].sort()).toEqual([...known].sort());
  });

  it('has a line of documentation for every name', () => {
    for (const { name, doc, usage } of entries) {
      expect([name, doc]).toEqual([name, expect.stringMatching(/^[^A-Z\s].*[^.]$/)]);
      expect(usage.startsWith(`(${name}`)).toBe(true);
      expect(library.find(name)).toBeDefined();
    }
  });

  it.each(entries.map(({ name, example }) => [name, ...example] as const))(
    'shows what %s is: %s gives %s',
    (name, source, result) => {
      const given = resultOfProgram(source);
      expect(result.startsWith('fault: ') ? given.slice(0, result.length) : given).toBe(result);
      expect(` ${source}`).toMatch(new RegExp(`[\\s('](${name.replaceAll(/[*+?.^$/]/g, '\\$&')})[\\s)]`));
    },
  );
});

describe('the library', () => {
  it('has a procedure for every operator of the compiler', () => {
    for (const name of operators.keys()) expect(names).toContain(name);
  });

  it('has further examples of its own names only', () => {
    for (const name of examples.keys()) expect(names).toContain(name);
  });
});

describe.each([...examples])('%s', (name, each) => {
  const { usage } = entries.find((entry) => entry.name === name) as { usage: string };

  it.each(each)(`gives for (${name} %s) %s, called and applied`, (args, expected) => {
    const called = evaluateOver(initial, `(${name} ${args})`).result;
    const applied = evaluateOver(initial, `(apply ${name} (list ${args}))`).result;
    if (!expected.startsWith('fault: ')) expect([called, applied]).toEqual([expected, expected]);
    for (const result of [called, applied]) expect(result.slice(0, expected.length)).toBe(expected);
  });

  it(`takes the arguments that its usage ${usage} says`, () => {
    const params = usage.slice(1, -1).split(' ').slice(1);
    const optional = params.filter((param) => param.startsWith('[')).length;
    const isVariadic = params.at(-1) === '…';
    // What stands for the rest has a name in procedures of the language.
    const hasName = /^[^a-h]|../.test(params.at(-2) ?? '');
    const least = isVariadic ? params.length - (hasName ? 2 : 1) : params.length - optional;
    const most = isVariadic ? Infinity : params.length;
    const given = (count: number): string => resultOf(`(${[name, ...Array<string>(count).fill("'()")].join(' ')})`);
    const refusal = new RegExp(`^fault: arity-error .* takes (at least )?\\d+( to \\d+)? arguments?, not `);
    for (const count of [least - 1, most + 1].filter((wrong) => wrong >= 0 && wrong < 100)) {
      expect(given(count)).toMatch(refusal);
      expect(given(count).endsWith(`not ${count}`)).toBe(true);
    }
    for (const count of [least, Math.min(most, least + 2)]) expect(given(count)).not.toMatch(/arity-error/);
  });

  it('says its own name when it is called with too many arguments or too few', () => {
    const applied = [0, 9].map((count) => resultOf(`(apply ${name} (make-list ${count} 1))`));
    const refused = applied.filter((result) => result.startsWith('fault: arity-error'));
    for (const result of refused) expect(result).toContain(`arity-error ${name} takes`);
  });
});

describe('a name that a program defines anew', () => {
  const redefined = names.filter((name) => !operators.has(name));

  it.each(redefined)('%s is the program’s for the program, and the library’s for the library', (name) => {
    const mine = `(define (${name} . args) 'mine)`;
    const state = prepared(mine);
    expect(evaluateOver(state, `(${name} 1 2 3)`).result).toBe('mine');
    for (const [other, each] of examples) {
      const [args, expected] = each[0] as readonly [string, string];
      // What the example itself says with the name that is defined anew means something else now.
      if (other === name || args.split(/[\s()']+/).includes(name)) continue;
      const { result } = evaluateOver(state, `(${other} ${args})`);
      expect([other, result.slice(0, expected.length)]).toEqual([other, expected]);
    }
  });

  it('does not reach the library when it is assigned either', () => {
    expect(resultOf("(map - '(1 2))", '(set! reverse car) (set! cons list) (set! pair? not) (set! cdr car)')).toBe(
      '(-1 -2)',
    );
  });

  it.each([...operators.keys()])('the operator %s is refused', (name) => {
    expect(() => compile(`(define ${name} 1)`)).toThrow(expect.objectContaining({ code: 'syntax-error' }) as Error);
    expect(() => compile(`(set! ${name} 1)`)).toThrow(expect.objectContaining({ code: 'syntax-error' }) as Error);
  });
});
