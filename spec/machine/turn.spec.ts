import { compile } from '../../lib/compiler/compile.js';
import { nullary, unary } from '../../lib/instructions/lift.js';
import { standardInstructions } from '../../lib/instructions/standard.js';
import { emit } from '../../lib/machine/effects.js';
import { define, push } from '../../lib/machine/helpers.js';
import { Request } from '../../lib/machine/message.js';
import { VMState } from '../../lib/machine/state.js';
import { begin, change, firstTurn, type OnFault, proceed, type Turn } from '../../lib/machine/turn.js';
import { decoded, follow, language, optionsOf, type Running, ignore } from './running.js';

const first = (): Turn => firstTurn(VMState.initial());

/** The turns after each message. */
const turnsOf = (messages: readonly unknown[], running: Running = {}, from: Turn = first()): Turn[] => {
  const turns: Turn[] = [];
  for (const message of messages) turns.push(follow(turns.at(-1) ?? from, message, running));
  return turns;
};

const outline = ({ outcome, state, fault }: Turn): unknown => [
  outcome,
  state.stack.toArray(),
  state.position,
  fault?.code ?? null,
];

const failing = ['OP_CONSTANT', 'lost', 'OP_DEFINE_VARIABLE', 'x', 'OP_ADD'];

describe('a message that commits', () => {
  it('makes its state current, and is counted', () => {
    expect(turnsOf([['OP_CONSTANT', 1], [], ['OP_CONSTANT', 2, 'OP_ADD', 'OP_NIL'].slice(0, 2)]).map(outline)).toEqual([
      ['committed', [1], 1, null],
      ['committed', [1], 2, null],
      ['committed', [1, 2], 3, null],
    ]);
  });

  it('is at rest: no locals, no frames, nothing in its outbox', () => {
    const { state } = follow(first(), ['OP_NIL', 'OP_SET_LOCAL', 0, 'OP_CONSTANT', 'x', 'OP_PRINT']);
    expect(state).toMatchObject({
      status: 'idle',
      control: null,
      frame: null,
      closure: null,
      locals: [],
      world: { outbox: null },
    });
  });

  it('releases its effects in order, once', () => {
    const turns = turnsOf([['OP_CONSTANT', 'a', 'OP_PRINT', 'OP_CONSTANT', 'b', 'OP_PRINT'], ['OP_NIL']]);
    expect(
      turns.map(({ effects }) => effects.map((effect) => (effect.type === 'print' ? effect.text : effect.type))),
    ).toEqual([['a', 'b'], []]);
  });

  it('tells what was left of its fuel, and each has a whole allowance', () => {
    const turns = turnsOf(
      [['OP_NIL', 'OP_NIL'], ['OP_NIL'], []],
      {},
      firstTurn(VMState.initial({ limits: { fuel: 10 } })),
    );
    expect(turns.map(({ state }) => state.fuel)).toEqual([8, 9, 10]);
  });

  it('is only running between its slices, with its base kept', () => {
    const options = optionsOf({ slice: 1 });
    const turn = begin(first(), decoded(['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_PRINT']), options);
    expect(turn).toMatchObject({
      outcome: 'running',
      effects: [],
      base: { stack: { length: 0 } },
      state: { position: 0 },
    });
    expect(proceed(proceed(turn, options), options)).toMatchObject({ outcome: 'committed', state: { position: 1 } });
  });
});

describe('a message that faults', () => {
  it.each<[OnFault, unknown[]]>([
    ['resume', ['kept']],
    ['stop', ['kept']],
    ['restart', []],
  ])('under %s leaves the stack %j', (onFault, stack) => {
    const turns = turnsOf([['OP_CONSTANT', 'kept'], failing], { onFault });
    expect(turns.map(outline)).toEqual([
      ['committed', ['kept'], 1, null],
      ['faulted', stack, 1, 'stack-underflow'],
    ]);
    expect(turns[1]?.state.variables.has('x')).toBe(false);
  });

  it('leaves the very state that was before it', () => {
    const [before, after] = turnsOf([['OP_CONSTANT', 1], failing]) as [Turn, Turn];
    expect(after.state).toBe(before.state);
  });

  it('drops its effects', () => {
    const turn = follow(first(), ['OP_CONSTANT', 'never', 'OP_PRINT', 'OP_POP', 'OP_POP']);
    expect(turn).toMatchObject({ outcome: 'faulted', effects: [] });
    expect(follow(turn, ['OP_NIL']).effects).toEqual([]);
  });

  it('is shown in the state only where it stops', () => {
    expect(follow(first(), failing, { onFault: 'stop' }).state).toMatchObject({
      status: 'faulted',
      fault: { code: 'stack-underflow' },
    });
    expect(follow(first(), failing, { onFault: 'resume' }).state).toMatchObject({ status: 'idle', fault: undefined });
    expect(follow(first(), failing, { onFault: 'restart' }).state).toMatchObject({ status: 'idle', fault: undefined });
  });

  it('names its opcode and its place among the messages received', () => {
    const turns = turnsOf([['OP_NIL'], failing, ['OP_NIL'], 5, failing]);
    expect(turns.map(({ fault }) => fault && [fault.opcode, fault.position])).toEqual([
      null,
      ['OP_ADD', 2],
      null,
      [undefined, 4],
      ['OP_ADD', 5],
    ]);
  });

  it('in a later slice is rolled back to before its first', () => {
    const turns = turnsOf([['OP_CONSTANT', 1], failing], { slice: 1 });
    expect(turns.map(outline)).toEqual([
      ['committed', [1], 1, null],
      ['faulted', [1], 1, 'stack-underflow'],
    ]);
  });

  it('under restart goes back to the first state, and the position goes on', () => {
    const initial = define(push(VMState.initial(), 'initial'), 'v', 1);
    const turns = turnsOf(
      [['OP_CONSTANT', 2, 'OP_SET_VARIABLE', 'v'], failing, ['OP_GET_VARIABLE', 'v']],
      { onFault: 'restart' },
      firstTurn(initial),
    );
    expect(turns.map(outline)).toEqual([
      ['committed', ['initial'], 1, null],
      ['faulted', ['initial'], 1, 'stack-underflow'],
      ['committed', ['initial', 1], 2, null],
    ]);
  });

  it('does not spoil the states others hold', () => {
    const before = follow(first(), ['OP_CONSTANT', 1, 'OP_DEFINE_VARIABLE', 'x']);
    follow(before, ['OP_CONSTANT', 2, 'OP_SET_VARIABLE', 'x', 'OP_ADD']);
    expect(before.state.variables.get('x')).toBe(1);
  });
});

describe('what is no message', () => {
  it.each([5, null, undefined, 'OP_NIL', {}, { bytecode: 5 }])('takes its turn and faults: %p', (sent) => {
    expect(outline(follow(first(), sent))).toEqual(['faulted', [], 0, 'misuse']);
  });
});

describe('an answer', () => {
  const ask = (words: readonly unknown[], from = first()): Turn => follow(from, new Request(words, null, ignore));

  it('is the top, taken off in the same commit', () => {
    expect(ask(['OP_NIL', 'OP_CONSTANT', 5])).toMatchObject({ answer: 5, state: { stack: { length: 1 } } });
  });

  it('is nil when the message left no more than it found', () => {
    const from = follow(first(), ['OP_CONSTANT', 7]);
    expect(ask([], from)).toMatchObject({ answer: null, state: { stack: { length: 1 } } });
    expect(ask(['OP_POP', 'OP_CONSTANT', 8], from)).toMatchObject({
      answer: null,
      state: { stack: { length: 1, top: 8 } },
    });
  });

  it('is not taken from what is only sent', () => {
    expect(follow(first(), new Request(['OP_CONSTANT', 5]))).toMatchObject({
      answer: null,
      state: { stack: { length: 1 } },
    });
  });
});

describe('a call', () => {
  const call = (from: Turn, ...callee: unknown[]): Turn => follow(from, new Request([], callee as never, ignore));
  const base = firstTurn(language());

  it('applies a procedure, or the variable of a name, to values', () => {
    expect(call(base, '+', 1, 2, 3)).toMatchObject({ answer: 6, state: { stack: { length: 0 } } });
    expect(call(base, base.state.variables.get('list'), 1).answer).toMatchObject({ car: 1 });
    expect(call(base, '+', ...new Array<number>(20).fill(1))).toMatchObject({ answer: 20 });
  });

  it.each([
    ['nowhere', 'unbound-variable'],
    [5, 'not-a-procedure'],
    ['__proto__', 'unbound-variable'],
  ])('of %p is the fault %s', (callee, code) => {
    expect(call(base, callee)).toMatchObject({ outcome: 'faulted', fault: { code } });
  });

  it('of a closure made for another instruction set runs it with the current one', () => {
    const defined = follow(base, compile('(define (f) (not #t))'));
    const instructions = standardInstructions.replace(
      'OP_NOT',
      unary(() => 'replaced'),
    );
    expect(follow(defined, new Request([], ['f'], ignore), { instructions }).answer).toBe('replaced');
  });
});

describe('a replaced instruction', () => {
  const instructions = standardInstructions.replace(
    'OP_ADD',
    unary(() => 'new'),
  );

  it('counts from the next message on, also in closures made earlier and in the library', () => {
    const defined = turnsOf(
      [compile('(define (add a) (+ a a)) (define (outer) (define (inner) (+ 1 2)) (inner))')],
      {},
      firstTurn(language()),
    ).at(-1) as Turn;
    expect(follow(defined, compile('(add 2)')).state.stack.top).toBe(4);
    expect(follow(defined, compile('(add 2)'), { instructions }).state.stack.top).toBe('new');
    expect(follow(defined, compile('(outer)'), { instructions }).state.stack.top).toBe('new');
    expect(follow(defined, compile('(count list (list 1))'), { instructions }).state.stack.top).toBe('new');
    expect(follow(defined, compile('(add 2)')).state.stack.top).toBe(4);
  });

  it('does not count in the message that runs', () => {
    const words = ['OP_CONSTANT', 1, 'OP_CONSTANT', 2, 'OP_ADD'];
    const turn = begin(first(), decoded(words), optionsOf({ slice: 1 }));
    let next = turn;
    while (next.outcome === 'running') next = proceed(next, optionsOf({ slice: 1, instructions }));
    expect(next.state.stack.toArray()).toEqual([3]);
  });

  it('that is gone is unknown to closures made earlier', () => {
    const more = standardInstructions.define(
      'OP_MORE',
      nullary(() => 1),
    );
    const defined = follow(first(), ['OP_CLOSURE', { params: [], body: ['OP_MORE'] }, 'OP_DEFINE_VARIABLE', 'f'], {
      instructions: more,
    });
    expect(follow(defined, ['OP_GET_VARIABLE', 'f', 'OP_CALL', 0]).fault).toMatchObject({
      code: 'unknown-instruction',
    });
  });
});

describe('the same array sent again', () => {
  it('is decoded anew after it was changed', () => {
    const words: unknown[] = ['OP_CONSTANT', 1];
    const once = follow(first(), words);
    words[1] = 2;
    expect(follow(once, words).state.stack.toArray()).toEqual([1, 2]);
  });

  it('is decoded anew after a part of it was changed', () => {
    const list = [1];
    const message = new Request(['OP_CONSTANT', { list }]);
    const once = follow(first(), message);
    list[0] = 2;
    expect(follow(once, message).state.stack.top).toMatchObject({ car: 2 });
  });

  it('is decoded anew for another instruction set', () => {
    const words = Object.freeze(['OP_TRUE', 'OP_NOT']);
    const instructions = standardInstructions.replace(
      'OP_NOT',
      unary(() => 'new'),
    );
    const turns = [follow(first(), words), follow(first(), words, { instructions }), follow(first(), words)];
    expect(turns.map(({ state }) => state.stack.top)).toEqual([false, 'new', false]);
  });
});

describe('a change from outside', () => {
  it('is made to the state now, before the message, and at the beginning', () => {
    const options = optionsOf({ slice: 1 });
    const running = begin(first(), decoded(['OP_NIL', 'OP_GET_VARIABLE', 'x', 'OP_ADD']), options);
    let turn = change(running, (state) => define(state, 'x', 1));
    expect(turn).toMatchObject({ outcome: 'running', effects: [] });
    while (turn.outcome === 'running') turn = proceed(turn, options);
    expect([turn.fault?.code, turn.state.variables.get('x'), turn.initial.variables.get('x')]).toEqual([
      'type-error',
      1,
      1,
    ]);
  });
});

it('performs the effects that a handler emits', () => {
  const instructions = standardInstructions.define('OP_SAY', (state) =>
    emit(emit(state, { type: 'print', text: 'one' }), { type: 'send', message: ['OP_NIL'] }),
  );
  expect(follow(first(), ['OP_SAY'], { instructions }).effects).toMatchObject([
    { type: 'print', text: 'one' },
    { type: 'send', message: ['OP_NIL'] },
  ]);
});

it('folds the same messages to the same states', () => {
  const messages = [
    compile('(define (f n) (if (= n 0) 1 (* n (f (- n 1)))))'),
    compile('(f 25)'),
    failing,
    compile('(set! f 1)'),
    ['OP_NIL'],
  ];
  const run = (): unknown =>
    turnsOf(messages, {}, firstTurn(language())).map((turn) => [outline(turn), turn.state.fuel, turn.fault?.message]);
  expect(run()).toEqual(run());
});
