import { compile, compileDatum, compileForms, compileWith, expandSource } from '../../lib/compiler/compile.js';
import { type VMError } from '../../lib/data/error.js';
import { Macro } from '../../lib/data/objects.js';
import { print } from '../../lib/data/printer.js';
import { read } from '../../lib/data/reader.js';
import { list, Procedure, SymbolValue, type Value } from '../../lib/data/values.js';

const twice = '(define-syntax twice (syntax-rules () ((_ e) (begin e e))))';

describe('compileForms', () => {
  it('knows the syntax of the forms before', () => {
    const forms = [...compileForms(`${twice}\n(twice (f))`)];
    expect(forms.map(({ place }) => place)).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
    ]);
    expect(forms[1]?.bytecode).toEqual(compile('(begin (f) (f))'));
  });

  it('asks the state anew for each form', () => {
    const syntax = new Map<string, Value>();
    const forms = compileForms('(m 1) (m 1)', { syntax });
    expect(forms.next().value?.bytecode).toEqual(compile('(m 1)'));
    syntax.set('m', new Macro(read('(syntax-rules () ((_ e) e))')[0] as Value));
    expect(forms.next().value?.bytecode).toEqual(compile('1'));
  });

  it('keeps the value of the last form of a begin alone', () => {
    expect([...compileForms('(begin 1 (define x 2) 3)')].map(({ bytecode }) => bytecode)).toEqual([
      ['OP_CONSTANT', 2, 'OP_DEFINE_VARIABLE', 'x', 'OP_CONSTANT', 3],
    ]);
  });
});

describe('compileWith', () => {
  const definedBy = (source: string, syntax?: Map<string, Value>): [string, Value][] => [
    ...compileWith(source, { syntax }).defined,
  ];

  it('tells the macros that a program defines', () => {
    const [[name, value]] = definedBy(twice) as [[string, Value]];
    expect([name, value]).toEqual(['twice', expect.any(Macro)]);
    const syntax = new Map(definedBy(`${twice} (define-syntax if2 if) (define x 1)`));
    expect([...syntax.keys()]).toEqual(['twice', 'if2']);
    expect(compile('(if2 1 (twice 2) 3)', { syntax })).toEqual(compile('(if 1 (begin 2 2) 3)'));
  });

  it('tells what is a variable again', () => {
    expect(definedBy(`${twice} (define (twice x) x)`)).toEqual([['twice', null]]);
    expect(definedBy('(define twice 1)', new Map(definedBy(twice)))).toEqual([['twice', null]]);
    expect(definedBy('(define other 1)')).toEqual([]);
  });

  it('tells the libraries', () => {
    const syntax = new Map(definedBy('(define-library (a) (export f) (begin (define f 1)))'));
    expect(compile('(import (a))', { syntax })).toEqual(['OP_GET_VARIABLE', '(a) f', 'OP_DEFINE_VARIABLE', 'f']);
  });
});

describe('compileDatum', () => {
  const datum = (text: string): Value => read(text)[0] as Value;

  /** The words of a procedure without parameters. */
  const bodyOf = (text: string): unknown => (compile(`(lambda () ${text})`)[1] as { body: unknown }).body;

  it.each(['(+ 1 (f 2))', '(let ((x 1)) x)', '(f x)', '(if a b)', 'x', '5'])(
    'compiles %s to the body of a procedure',
    (text) => {
      expect(compileDatum(datum(text), {}).words).toEqual(bodyOf(text));
    },
  );

  it('compiles definitions of global variables', () => {
    expect(compileDatum(datum('(define x 1)'), {}).words).toEqual(compile('(define x 1)'));
    expect([...compileDatum(datum(twice), {}).defined.keys()]).toEqual(['twice']);
  });

  it('takes values that are never written down', () => {
    class Test extends Procedure {
      readonly name = 'test';
    }
    const procedure = new Test();
    expect(compileDatum(list([procedure, 1]), {}).words).toEqual([
      'OP_CONSTANT',
      procedure,
      'OP_CONSTANT',
      1,
      'OP_TAIL_CALL',
      1,
    ]);
    const quoted = list([1, procedure]);
    expect(compileDatum(list([new SymbolValue('quote'), quoted]), {}).words[1]).toBe(quoted);
  });

  it('counts its steps, and stops when there are more than it may take', () => {
    const text = `(list ${'(car 1) '.repeat(100)})`;
    const { steps } = compileDatum(datum(text), {});
    expect(steps).toBeGreaterThan(300);
    expect(compileDatum(datum(text), { budget: steps }).steps).toBe(steps);
    expect(() => compileDatum(datum(text), { budget: 200 })).toThrow(
      expect.objectContaining({ code: 'out-of-fuel' }) as VMError,
    );
  });

  it('stops where shared data are a program of any size', () => {
    let shared = datum('(f)');
    for (let i = 0; i < 100; i += 1) shared = list([shared, shared]);
    expect(() => compileDatum(shared, { budget: 100_000 })).toThrow(
      expect.objectContaining({ code: 'out-of-fuel' }) as VMError,
    );
    expect(compileDatum(list([new SymbolValue('quote'), shared]), {}).words[1]).toBe(shared);
  });

  it('knows the macros of a state', () => {
    const { defined: syntax } = compileWith(twice);
    expect(compileDatum(datum('(twice (f))'), { syntax }).words).toEqual(bodyOf('(begin (f) (f))'));
  });
});

describe('expandSource', () => {
  const expanded = (source: string): string[] => expandSource(source).map(print);

  it('rewrites the macro uses outermost in a form', () => {
    expect(expanded(`${twice} (twice (twice 1)) (list (twice 1)) 5 (if 1 2)`).slice(1)).toEqual([
      '(begin (twice 1) (twice 1))',
      '(list (twice 1))',
      '5',
      '(if 1 2)',
    ]);
    expect(
      expanded(
        "(define-syntax a (syntax-rules () ((_ x) (b x)))) (define-syntax b (syntax-rules () ((_ x) (let ((x 1)) 'x)))) (a y)",
      )[2],
    ).toBe("(let ((y 1)) 'y)");
  });

  it('knows the macros of a state', () => {
    const { defined: syntax } = compileWith(twice);
    expect(expandSource('(twice x)', { syntax }).map(print)).toEqual(['(begin x x)']);
  });
});
