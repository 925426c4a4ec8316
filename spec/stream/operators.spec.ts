import { EMPTY, map, merge, NEVER, of, Subject, tap, throwError, toArray } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { compile } from '../../lib/compiler/compile.js';
import { isVMError } from '../../lib/data/error.js';
import { standardInstructions } from '../../lib/instructions/standard.js';
import { type Bytecode, type Envelope, type Message } from '../../lib/machine/message.js';
import { VMState } from '../../lib/machine/state.js';
import { assemble } from '../../lib/stream/assemble.js';
import { decode } from '../../lib/stream/decode.js';
import { execute } from '../../lib/stream/execute.js';
import { fold } from '../../lib/stream/fold.js';
import { mailbox } from '../../lib/stream/mailbox.js';

const marbles = (check: Parameters<TestScheduler['run']>[0]): void => {
  const scheduler = new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  });
  scheduler.run(check);
};

const one: Bytecode = ['OP_CONSTANT', 1];
const two: Bytecode = ['OP_CONSTANT', 2];
const add: Bytecode = ['OP_ADD'];
const slow: Bytecode = compile('(let loop ((i 0)) (if (< i 100) (loop (+ i 1)) i))');
const messages = { a: one, b: two, c: add, s: slow, x: ['OP_NOTHING'], o: ['OP_CONSTANT'], n: [7] as Bytecode };

const stack = map((state: VMState) => state.stack.toArray().map(String).join(' '));
const described = map(({ words, fault }: Message) => fault?.code ?? words.join(' '));

// What every operator owes to RxJS, whatever it does.
describe.each([
  ['decode', () => decode(standardInstructions)],
  ['mailbox', () => mailbox<Bytecode>()],
  ['execute', () => execute()],
  ['assemble', () => assemble(standardInstructions)],
] as const)('%s', (_name, operator) => {
  const piped = (source: typeof EMPTY): typeof EMPTY => source.pipe(operator() as () => typeof EMPTY);

  it('is silent while its source is', () => {
    marbles(({ expectObservable }) => {
      expectObservable(piped(NEVER)).toBe('-');
    });
  });

  it('completes with an empty source', () => {
    marbles(({ expectObservable }) => {
      expectObservable(piped(EMPTY)).toBe('|');
    });
  });

  it('hands on the error of its source', () => {
    marbles(({ expectObservable }) => {
      expectObservable(piped(throwError(() => 'lost'))).toBe('#', undefined, 'lost');
    });
  });

  it('leaves its source when it is left', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold<Bytecode>('-a--a--a--', { a: one });
      expectObservable(
        source.pipe(
          operator() as never,
          map(() => 0),
        ),
        '-----!',
      ).toBe('-x--x', { x: 0 });
      expectSubscriptions(source.subscriptions).toBe('^----!');
    });
  });

  it('starts anew for each subscriber', () => {
    const stream$ = of(one, two).pipe(operator() as never, toArray());
    const seen: unknown[][] = [];
    stream$.subscribe((all) => seen.push(all));
    stream$.subscribe((all) => seen.push(all));
    expect(seen[0]).toHaveLength(2);
    expect(seen[1]).toHaveLength(2);
    expect(seen[1]).toEqual(seen[0]);
  });

  it('is left when a callback downstream throws', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold<Bytecode>('-a--a--', { a: one });
      const fails = tap(() => {
        throw new Error('downstream');
      });
      expectObservable(source.pipe(operator() as never, fails)).toBe('-#', undefined, new Error('downstream'));
      expectSubscriptions(source.subscriptions).toBe('^!');
    });
  });
});

describe('decode', () => {
  it('carries one incomplete instruction until its operands come', () => {
    marbles(({ cold, expectObservable }) => {
      const sends    = cold('a-o-n-c|', messages); // prettier-ignore
      const expected =      'a---n-c|'; // prettier-ignore
      const values = { a: 'OP_CONSTANT 1', n: 'OP_CONSTANT 7', c: 'OP_ADD' };
      expectObservable(sends.pipe(decode(standardInstructions), described)).toBe(expected, values);
    });
  });

  it('gives a message with a fault for what cannot be decoded, and goes on', () => {
    marbles(({ cold, expectObservable }) => {
      const sends    = cold('a-x-b|', messages); // prettier-ignore
      const expected =      'a-x-b|'; // prettier-ignore
      const values = { a: 'OP_CONSTANT 1', x: 'unknown-instruction', b: 'OP_CONSTANT 2' };
      expectObservable(sends.pipe(decode(standardInstructions), described)).toBe(expected, values);
    });
  });

  it('faults for an instruction that is incomplete when the input ends', () => {
    marbles(({ cold, expectObservable }) => {
      const sends    = cold('a-o--|   ', messages); // prettier-ignore
      const expected =      'a----(m|)'; // prettier-ignore
      const values = { a: 'OP_CONSTANT 1', m: 'missing-operand' };
      expectObservable(sends.pipe(decode(standardInstructions), described)).toBe(expected, values);
    });
  });

  it('does not carry a longer message or an envelope', () => {
    const seen: string[] = [];
    const sent: (Bytecode | Envelope)[] = [['OP_NIL', 'OP_CONSTANT'], { bytecode: ['OP_CONSTANT'] }, [3, 'OP_ADD']];
    of(...sent)
      .pipe(decode(standardInstructions), described)
      .subscribe((text) => seen.push(text));
    expect(seen).toEqual(['missing-operand', 'missing-operand', 'unknown-instruction']);
  });

  it('lets an envelope pass by what is carried', () => {
    const seen: string[] = [];
    const sent: (Bytecode | Envelope)[] = [['OP_CONSTANT'], { bytecode: ['OP_NIL'] }, [3]];
    of(...sent)
      .pipe(decode(standardInstructions), described)
      .subscribe((text) => seen.push(text));
    expect(seen).toEqual(['OP_NIL', 'OP_CONSTANT 3']);
  });

  it('tells of the words that were carried when it is left', () => {
    const discarded: Bytecode[] = [];
    const subject = new Subject<Bytecode>();
    const subscription = subject.pipe(decode(standardInstructions, (words) => discarded.push(words))).subscribe();
    subject.next(['OP_CONSTANT']);
    subscription.unsubscribe();
    expect(discarded).toEqual([['OP_CONSTANT']]);
  });
});

describe('mailbox', () => {
  it('lets in one message at a time, also those sent while one is handled', () => {
    const subject = new Subject<number>();
    const events: string[] = [];
    subject.pipe(mailbox()).subscribe((n) => {
      events.push(`begin ${n}`);
      if (n < 3) {
        subject.next(n * 10);
        subject.next(n + 1);
      }
      events.push(`end ${n}`);
    });
    subject.next(1);
    expect(events).toEqual([1, 10, 2, 20, 3].flatMap((n) => [`begin ${n}`, `end ${n}`]));
  });

  it('tells of what had to go', () => {
    const dropped: number[] = [];
    const seen: number[] = [];
    const subject = new Subject<number>();
    subject.pipe(mailbox({ capacity: 1, overflow: 'dropOldest', onDrop: (n) => dropped.push(n) })).subscribe((n) => {
      seen.push(n);
      if (n === 1) for (const next of [2, 3, 4]) subject.next(next);
    });
    subject.next(1);
    expect([seen, dropped]).toEqual([
      [1, 4],
      [2, 3],
    ]);
  });

  it('ends after the last that waits', () => {
    const seen: unknown[] = [];
    const subject = new Subject<number>();
    subject.pipe(mailbox()).subscribe({
      next: (n) => {
        seen.push(n);
        if (n === 1) {
          subject.next(2);
          subject.complete();
        }
      },
      complete: () => seen.push('end'),
    });
    subject.next(1);
    expect(seen).toEqual([1, 2, 'end']);
  });

  it.each([[{ capacity: -1 }], [{ capacity: NaN }], [{ overflow: 'dropAll' as never }]])('refuses %p', (options) => {
    expect(() => mailbox(options)).toThrow(expect.objectContaining({ code: 'misuse' }));
  });
});

describe('fold', () => {
  it('gives one state for each message', () => {
    marbles(({ cold, expectObservable }) => {
      const sends    = cold('--a--b--(c|)', messages); // prettier-ignore
      const expected =      '--s--t--(u|)'; // prettier-ignore
      const values = { s: '1', t: '1 2', u: '3' };
      expectObservable(sends.pipe(decode(standardInstructions), mailbox(), fold(), stack)).toBe(expected, values);
    });
  });

  it('goes on with a long message when the scheduler says so, and lets the next one wait', () => {
    marbles((helpers) => {
      const { cold, expectObservable } = helpers;
      const queue: (() => void)[] = [];
      const scheduler = {
        schedule: (work: () => void) => {
          queue.push(work);
          return {
            unsubscribe: () => {
              queue.splice(queue.indexOf(work), 1);
            },
          };
        },
      };
      const sends    = cold('s-a------|  ', messages); // prettier-ignore
      const ticks    = cold('-t-t-t-t-t-t', { t: null }); // prettier-ignore
      const states$ = sends.pipe(
        decode(standardInstructions),
        mailbox(),
        fold(VMState.initial(), { slice: 400, scheduler }),
        stack,
      );
      ticks.subscribe(() => queue.shift()?.());
      expectObservable(states$).toBe('---(ab)--|', { a: '100', b: '100 1' });
    });
  });

  it('ends with the fault of a message', () => {
    marbles(({ cold, expectObservable }) => {
      const sends    = cold('a-c-b|', messages); // prettier-ignore
      const expected =      's-#'; // prettier-ignore
      const faults$ = sends.pipe(execute(), stack);
      expectObservable(faults$).toBe(
        expected,
        { s: '1' },
        expect.objectContaining({ code: 'stack-underflow', position: 2 }),
      );
    });
  });

  it('goes on from before the message, or from the initial state, when told to', () => {
    const states = (onFault: 'resume' | 'restart'): string[] => {
      const seen: string[] = [];
      of(one, add, two)
        .pipe(execute({ onFault }), stack)
        .subscribe((text) => seen.push(text));
      return seen;
    };
    expect(states('resume')).toEqual(['1', '1 2']);
    expect(states('restart')).toEqual(['1', '', '2']);
  });

  it('does not block the event loop for longer than a slice', async () => {
    const long = compile('(let loop ((i 0)) (if (< i 300000) (loop (+ i 1)) i))');
    const turns: string[] = [];
    const done = new Promise<void>((resolve) => {
      of(long)
        .pipe(execute({ slice: 50_000 }), stack)
        .subscribe((text) => {
          turns.push(text);
          resolve();
        });
    });
    setImmediate(() => turns.push('event loop'));
    await done;
    expect(turns).toEqual(['event loop', '300000']);
  });
});

describe('assemble', () => {
  it('keeps the words of two senders apart', () => {
    marbles(({ cold, expectObservable }) => {
      const words = { o: 'OP_CONSTANT', f: 5, t: 10, a: 'OP_ADD' };
      const left  = cold('o---f-----|', words); // prettier-ignore
      const right = cold('--o---t-a-|', words); // prettier-ignore
      const expected =   '----s-t-u-|'; // prettier-ignore
      const assembled = () => assemble(standardInstructions);
      const states$ = merge(left.pipe(assembled()), right.pipe(assembled())).pipe(execute(), stack);
      expectObservable(states$).toBe(expected, { s: '5', t: '5 10', u: '15' });
    });
  });

  it('lets an instruction that stays incomplete fault', () => {
    let code: string | undefined;
    of('OP_CONSTANT')
      .pipe(assemble(standardInstructions), execute())
      .subscribe({
        error: (error: unknown) => {
          code = isVMError(error) ? error.code : 'none';
        },
      });
    expect(code).toBe('missing-operand');
  });
});
