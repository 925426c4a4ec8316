import { compile, compileForms, compileWith, expandSource } from '../../lib/compiler/compile.js';
import { positionsOf } from '../../lib/data/positions.js';
import { print } from '../../lib/data/printer.js';
import { parse } from '../../lib/data/reader.js';
import { Macro } from '../../lib/data/objects.js';
import { partsOf } from '../../lib/data/values.js';
import { VMActor } from '../../lib/index.js';
import { hasPlaces } from '../data/placed.js';

// The pairs of a source know their places, and none of them is ever a value of a program.

const macros = `
  (define-syntax swap
    (syntax-rules (a) ((_ a #(b (c) ...)) (list '(x #(y (z))) (c ... b) a))))
  (define-syntax maker
    (syntax-rules () ((_ name) (define-syntax name (syntax-rules () ((_ x) (list 'x '(made here) car)))))))
  (maker made)
  (define-library (some (nested . name))
    (export one (rename two zwei) keep)
    (import (scheme base))
    (begin (define one '(1)) (define two '(2)) (define-syntax keep (syntax-rules () ((_ x) '(x (one) #((two))))))))
  (import (prefix (some (nested . name)) its-))`;

describe('pairs with places', () => {
  it('are what a source is made of', () => {
    expect(parse(macros).forms.every((form) => hasPlaces(form))).toBe(true);
  });

  it('are not in the macros and libraries that a source defines', () => {
    const { defined } = compileWith(macros);
    expect([...defined.keys()]).toEqual([
      'swap',
      'maker',
      'made',
      '(some (nested . name)) keep',
      '(some (nested . name))',
      'its-keep',
    ]);
    expect([...defined.values()].filter((value) => hasPlaces(value))).toEqual([]);
    const libraries = [...defined.values()].flatMap((value) => (value instanceof Macro ? [value.library] : []));
    expect(libraries.filter((value) => hasPlaces(value))).toEqual([]);
  });

  it('are not in what a source is expanded to', () => {
    const expanded = expandSource(`${macros} (quote (a (b #((c))))) (made (x (y)))`);
    expect(expanded.filter((value) => hasPlaces(value))).toEqual([]);
    expect(print(expanded.at(-1) ?? null)).toBe("(list '(x (y)) '(made here) car)");
  });

  it('are neither in the state that a program leaves nor in what it gives', async () => {
    const vm = new VMActor().start();
    await vm.evaluate(macros);
    const values = [
      await vm.evaluate("(list '(a #((b))) (quasiquote (c (unquote (list 'd)) #((e)))) its-one)"),
      await vm.evaluate('(made (x (y)))'),
      await vm.evaluate('(its-keep (x (y)))'),
      await vm.evaluate(`(eval '(begin (define-syntax later (syntax-rules () ((_ x) '(x (y))))) (later (z))))`),
    ];
    expect(values.map(print)).toEqual([
      '((a #((b))) (c (d) #((e))) (1))',
      `((x (y)) (made here) ${print(vm.state.variables.get('car') ?? null)})`,
      '((x (y)) (one) #((two)))',
      '((z) (y))',
    ]);
    expect(values.filter((value) => hasPlaces(value))).toEqual([]);
    for (const name of ['swap', 'maker', 'made', 'later', 'its-keep', '(some (nested . name))']) {
      const value = vm.state.variables.get(name) ?? null;
      expect(value).not.toBeNull();
      expect(hasPlaces(value)).toBe(false);
      expect(partsOf(value).some((part) => hasPlaces(part))).toBe(false);
    }
    const again = VMActor.restore(JSON.parse(JSON.stringify(vm.snapshot())) as never).start();
    expect(print(await again.evaluate('(its-keep (x (y)))'))).toBe('((x (y)) (one) #((two)))');
    vm.stop();
    again.stop();
  });

  it('leave their places, and nothing else, with the forms of a program', () => {
    expect([...compileForms("(a)\n '(b)")].map(({ place }) => place)).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 2 },
    ]);
  });
});

describe('the positions of words', () => {
  const words = compile('(+ a\n (* b c))');

  it('are known by the words, which show nothing of them', () => {
    expect(positionsOf(words)).toEqual([0, 1, 4, 2, 2, 5, 4, 2, 7, 6, 2, 2, 7, 1, 1]);
    expect(Reflect.ownKeys(words)).toEqual([...words.keys()].map(String).concat('length'));
    expect(Object.isFrozen(words)).toBe(true);
    expect(Object.getPrototypeOf(words)).toBe(Array.prototype);
  });

  it('are not those of a copy', () => {
    expect(positionsOf([...words])).toBeUndefined();
    expect(positionsOf(words.slice())).toBeUndefined();
    expect(positionsOf(JSON.parse(JSON.stringify(words)) as unknown[])).toBeUndefined();
  });
});
