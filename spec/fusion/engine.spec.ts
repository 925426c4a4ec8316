import * as fc from 'fast-check';
import { compile } from '../../lib/compiler/compile.js';
import { Engine } from '../../lib/fusion/engine.js';
import { FusedCode } from '../../lib/fusion/fused-code.js';
import { compile as compileText, unary, type Value, VMActor } from '../../lib/index.js';
import { library } from '../../lib/library/library.js';
import { Closure } from '../../lib/machine/procedures.js';
import { type VMState } from '../../lib/machine/state.js';
import { foldAll, initial, observed } from '../laws/machine.js';

const run = (engine: Engine | null, ...texts: readonly string[]): VMState =>
  texts.reduce((state, text) => foldAll([compile(text)], state, { fusion: engine }).turn.state, initial());

const fusedOf = (value: Value | undefined): unknown => (value instanceof Closure ? value.code.fused : undefined);

const sum = '(define (sum n) (if (= n 0) 0 (+ n (sum (- n 1)))))';

/** The texts that functions are made of meanwhile. */
const texts = (action: () => void): string[] => {
  const made: string[] = [];
  const { Function } = globalThis;
  globalThis.Function = function (...parts: string[]) {
    made.push(parts.join('\n'));
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what is looked at here
    return Function(...parts);
  } as unknown as typeof Function;
  try {
    action();
  } finally {
    globalThis.Function = Function;
  }
  return made;
};

describe('what is hot', () => {
  it('is fused after so many calls, and not before', () => {
    const before = run(new Engine(library, 5), sum, '(sum 3)');
    expect(fusedOf(before.variables.get('sum'))).toBeNull();
    const after = run(new Engine(library, 5), sum, '(sum 5)');
    expect(fusedOf(after.variables.get('sum'))).toBeInstanceOf(FusedCode);
  });

  it('is fused once', () => {
    const engine = new Engine(library, 1);
    expect(
      texts(() => run(engine, sum, '(sum 3)', '(sum 3)', '(sum 20)')).filter((text) => text.includes('l0')),
    ).toHaveLength(1);
  });

  it('is a loop, too, whose code is run once', () => {
    const loop = '(do ((i 0 (+ i 1)) (s 0 (+ s i))) ((= i 100) s))';
    const made = texts(() => {
      expect(run(new Engine(library, 10), loop).stack.top).toBe(4950);
    });
    expect(made).toHaveLength(1);
  });

  it('is nothing for an actor that is told not to', () => {
    const made = texts(() => {
      const vm = new VMActor({ fusion: false }).loadBytecode(
        compileText(`${sum} (do ((i 0 (+ i 1))) ((= i 120000)) (sum 1))`),
      );
      vm.execute();
      expect(fusedOf(vm.state.variables.get('sum'))).toBeNull();
    });
    expect(made).toEqual([]);
  });

  it('is not fused by an actor that has run little', () => {
    const made = texts(() => {
      new VMActor().loadBytecode(compileText(`${sum} (do ((i 0 (+ i 1))) ((= i 30000)) (sum 1))`)).execute();
    });
    expect(made).toEqual([]);
  });

  it('is fused by an actor that is told nothing', () => {
    const vm = new VMActor().loadBytecode(compileText(`${sum} (do ((i 0 (+ i 1))) ((= i 120000)) (sum 1))`));
    vm.execute();
    expect(fusedOf(vm.state.variables.get('sum'))).toBeInstanceOf(FusedCode);
  });
});

describe('where functions may not be made of texts', () => {
  it('everything is interpreted, and that is found out once', () => {
    const { Function } = globalThis;
    let tries = 0;
    globalThis.Function = function () {
      tries += 1;
      throw new EvalError('Code generation from strings disallowed for this context');
    } as unknown as typeof Function;
    try {
      const state = run(
        new Engine(library, 1),
        sum,
        '(sum 100)',
        '(map (lambda (x) (* x x)) (list 1 2 3))',
        '(sum 10)',
      );
      expect(state.stack.top).toBe(55);
      expect(tries).toBe(1);
    } finally {
      globalThis.Function = Function;
    }
  });
});

describe('an operand that is no number', () => {
  it('is worked on in place when it has come often', () => {
    const vm = new VMActor();
    vm.loadBytecode(compileText('(define (power n) (if (= n 0) 1 (* 3 (power (- n 1)))))')).execute();
    const power = vm.state.variables.get('power') as Value;
    for (let i = 0; i < 5_200; i += 1) expect(vm.call(power, 40)).toBe(3n ** 40n);
    expect(fusedOf(power)).toMatchObject({ isGeneral: true });
  });
});

describe('a global that had another value when it was looked up', () => {
  it('has the one that it has now', () => {
    const engine = new Engine(library, 1);
    const state = run(
      engine,
      '(define n 1) (define (next) (set! n (+ n step)) n) (define step 1)',
      '(next) (next)',
      '(define step 10)',
      '(next)',
      '(define (first x) (car x))',
      "(first '(5 6))",
      '(define car cdr)',
      "(first '(5 6))",
    );
    expect(state.variables.get('n')).toBe(13);
    expect(state.stack.toArray().map(String)).toHaveLength(4);
    expect([...(state.stack.top as Iterable<Value>)]).toEqual([6]);
  });

  it('has it also where the interpreter gave it to it in between', () => {
    const noting = '(define k 0) (define (p x) (if (<= x 0) k (p (begin (call/cc (lambda (c) (set! k x))) (- x 1)))))';
    const calls = ['(p 9)', '(p 2)', '(p 5)', '(p 2)'];
    for (const hot of [1, 2, 3, 5])
      expect(run(new Engine(library, hot), noting, ...calls).stack.toArray()).toEqual([1, 1, 1, 1]);
  });
});

// Every word of a text that may be there: what is written, and numbers of things.
const allowed =
  /^(?:use|strict|return|function|run|if|else|let|const|for|break|continue|null|undefined|typeof|instanceof|new|number|string|boolean|bigint|self|captured|stamp|find|refresh|gas|owner|page|items|address|code|fused|arity|set|car|cdr|name|results|stays|runOf|call|tail|go|apply|compute|step|lifted|same|box|unbox|item|setItem|nth|setVariable|quit|exit|pause|false|true|[mdgenrqXCBPSYNGT]|[lskcatpurHLv]\d+|G\.[vrc]\d+|\d+)$/;

const words = (text: string): string[] => text.match(/[\w$\u0080-\uffff]+/g) ?? [];

describe('the text of a function', () => {
  const evil = fc.oneof(
    fc.constantFrom(
      '"',
      "'",
      '`',
      '\\',
      '*/',
      '//',
      '${',
      '__proto__',
      'constructor',
      '\u2028',
      '\u2029',
      '\n',
      ']]',
      '}',
      'k0',
      '});',
    ),
    fc.string({ maxLength: 8 }),
  );
  const text = fc.array(evil, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

  it('has nothing of a program in it: names, texts, symbols, keys, numbers', () => {
    fc.assert(
      fc.property(text, text, text, fc.double(), (name, key, word, number) => {
        const body = [
          ...['OP_GET_VARIABLE', name, 'OP_POP', 'OP_CONSTANT', word, 'OP_POP', 'OP_CONSTANT', number, 'OP_POP'],
          ...[
            'OP_CONSTANT',
            { symbol: key },
            'OP_POP',
            'OP_GET_LOCAL',
            0,
            'OP_SET_VARIABLE',
            name,
            'OP_CONSTANT',
            word,
          ],
        ];
        const code = { name, params: [key], rest: null, locals: 1, captures: [], body, positions: [] };
        const made = texts(() => {
          const definition = [
            'OP_CONSTANT',
            1,
            'OP_DEFINE_VARIABLE',
            name,
            'OP_CLOSURE',
            code,
            'OP_DEFINE_VARIABLE',
            'f',
          ];
          const call = ['OP_GET_VARIABLE', 'f', 'OP_CONSTANT', 2, 'OP_CALL', 1];
          fc.pre(name !== 'f');
          const { faults, turn } = foldAll([definition, call, call], initial(), { fusion: new Engine(library, 1) });
          expect(faults).toEqual([null, null, null]);
          expect(turn.state.stack.top).toBe(word);
        });
        expect(made.length).toBeGreaterThanOrEqual(2);
        for (const each of made) expect(words(each).filter((one) => !allowed.test(one))).toEqual([]);
        for (const each of made) expect(each).not.toMatch(/[`\\$]|\/\*|\/\//);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a loop with a value below it that only the interpreter looks at', () => {
  it('keeps it where an instruction of the loop is left to the interpreter', () => {
    const results = [true, false].map((fusion) => {
      const vm = new VMActor({ fusion }).defineInstruction('OP_SEE', (state) => state);
      const down = ['OP_GET_LOCAL', 0, 'OP_CONSTANT', 1, 'OP_SUBTRACT', 'OP_SET_LOCAL', 0];
      const again = [
        'OP_GET_LOCAL',
        0,
        'OP_CONSTANT',
        0,
        'OP_EQUAL',
        'OP_JUMP_IF_FALSE',
        1,
        'OP_RETURN',
        'OP_LOOP',
        18,
      ];
      const body = ['OP_CONSTANT', 5, 'OP_SEE', ...down, ...again];
      const code = { name: 'count', params: ['n'], rest: null, locals: 1, captures: [], body, positions: [] };
      vm.loadBytecode(['OP_CLOSURE', code, 'OP_DEFINE_VARIABLE', 'count']).execute();
      vm.loadBytecode(compileText('(count 120000)')).execute();
      return [vm.top(), vm.state.fuel];
    });
    expect(results[0]).toEqual([5, expect.any(Number)]);
    expect(results[0]).toEqual(results[1]);
  });
});

describe('a procedure that was made for other instructions', () => {
  const told = (vm: VMActor, n: number): VMActor =>
    vm.loadBytecode(
      compileText(`(define (hot${n} n) (+ 0 (f n))) (do ((i 0 (+ i 1))) ((= i 120000)) (hot${n} i)) (hot${n} 1)`),
    );

  it('does what those of the message that runs do', () => {
    const results = [true, false].map((fusion) => {
      const vm = new VMActor({ fusion }).defineInstruction(
        'OP_MORE',
        unary((n) => (n as number) + 1),
      );
      const body = ['OP_GET_LOCAL', 0, ...Array.from({ length: 14 }, () => 'OP_MORE'), 'OP_RETURN'];
      const code = { name: 'f', params: ['n'], rest: null, locals: 1, captures: [], body, positions: [] };
      vm.loadBytecode(['OP_CLOSURE', code, 'OP_DEFINE_VARIABLE', 'f']).execute();
      const before = told(vm, 1).execute().stack.top;
      vm.replaceInstruction(
        'OP_MORE',
        unary((n) => (n as number) + 10),
      );
      return [before, told(vm, 2).execute().stack.top, vm.state.fuel];
    });
    expect(results[0]).toEqual([15, 141, expect.any(Number)]);
    expect(results[0]).toEqual(results[1]);
  });

  it('is called without the interpreter, once that has called it', () => {
    const vm = new VMActor().defineInstruction('OP_SEE', (state) => state);
    vm.loadBytecode(
      compileText("(define (each n) (map - '(1 2 3)) (if (> n 0) (each (- n 1)))) (each 30000)"),
    ).execute();
    expect(fusedOf(vm.state.variables.get('each'))).toMatchObject({ isGeneral: false, run: expect.any(Function) });
  });
});

describe('what was found out is no longer so', () => {
  const same = (messages: readonly (string | readonly unknown[])[], hot: number): void => {
    const words = (): (readonly unknown[])[] =>
      messages.map((each) => (typeof each === 'string' ? compile(each) : each));
    const fused = foldAll(words(), initial(), { fusion: new Engine(library, hot) });
    const interpreted = foldAll(words(), initial(), { fusion: null });
    expect(fused.states.map(observed)).toEqual(interpreted.states.map(observed));
  };

  it('when a variable holds another box: each has a page of its own', () => {
    const pad = Array.from({ length: 34 }, (_, i) => i).join(' ');
    same(
      [
        `(define f #f) (define r #f)
         (let ((a 1))
           (let ((pad (map (lambda (i) (let ((q i)) (lambda () (set! q 0)))) '(${pad}))))
             (let ((b 2))
               (set! f (lambda (x)
                 (let ((t x)) (lambda () (set! t 0)) (set! t 5) (set! a 10))
                 (let ((t x)) (lambda () (set! t 0)) (set! b 20) (set! a 30))
                 'ok))
               (set! r (lambda () (set! a (+ a 0)) (set! b (+ b 0)) (list a b))))))`,
        '(f 1)',
        '(f 1)',
        '(r)',
      ],
      1,
    );
  });

  it('when a message that changed globals is rolled back', () => {
    same(
      [
        '(define g 1) (define (f x) (list g (cdr (list x x))))',
        ...['(f 1)', '(f 2)', '(f 2)'],
        '(begin (set! g 5) (define (cdr x) 7) (f 1) (raise 1))',
        '(f 3)',
      ],
      3,
    );
  });

  it('when a global holds another box', () => {
    const body = [
      ...['OP_CONSTANT', 11, 'OP_GET_VARIABLE', 'x', 'OP_SET_BOX', 'OP_GET_VARIABLE', 'y', 'OP_SET_VARIABLE', 'x'],
      ...['OP_CONSTANT', 12, 'OP_GET_VARIABLE', 'x', 'OP_SET_BOX', 'OP_GET_VARIABLE', 'y', 'OP_UNBOX', 'OP_RETURN'],
    ];
    const code = { name: 'f', params: [], rest: null, locals: 0, captures: [], body, positions: [] };
    const box = (name: string): unknown[] => ['OP_CONSTANT', 1, 'OP_BOX', 'OP_DEFINE_VARIABLE', name];
    const waste = Array.from({ length: 40 }, () => ['OP_CONSTANT', 9, 'OP_BOX', 'OP_POP']).flat();
    same([box('x'), box('y'), waste, box('y'), ['OP_CLOSURE', code, 'OP_CALL', 0]], 1);
  });
});

describe('a procedure that calls what it is given', () => {
  it('stays fused when it is given another one, which is fused sooner for it', () => {
    const vm = new VMActor();
    const next = (name: string): unknown =>
      vm
        .loadBytecode(
          compileText(`(define (${name} n) (if (> n 0) (- n 1) (+ n 1))) (each ${name} 600) (each ${name} 900)`),
        )
        .execute()
        .variables.get(name);
    vm.loadBytecode(compileText('(define (each f n) (if (= n 0) nil (begin (f n) (each f (- n 1)))))')).execute();
    vm.loadBytecode(compileText('(define (first n) (if (> n 0) (- n 1) (+ n 1))) (each first 100000)')).execute();
    for (let i = 0; i < 20; i += 1)
      expect(fusedOf(next(`f${i}`) as Value)).toMatchObject({ isGivenUp: false, arity: 1 });
    expect(fusedOf(vm.state.variables.get('each'))).toMatchObject({ isGivenUp: false, arity: 2 });
  });
});
