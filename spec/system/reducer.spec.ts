import { print, push, VMState } from '../../lib/index.js';
import { type ActorRef, answer, list, Pair, react, reducer, systemInstructions } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// Actors whose state is one value. Each claim holds whether somebody watches the actor or not.

const instructions = systemInstructions
  .define(
    'OP_ADD_TO',
    reducer((sum: number, _self, n: number) => sum + n),
    { operands: 1 },
  )
  .define(
    'OP_TELL_ALL',
    reducer((n: number, self, to: never) =>
      react(n + 1)
        .print('first')
        .tell(to, 'second')
        .send(self, 'OP_ADD_TO', 5)
        .print('last'),
    ),
    { operands: 1 },
  )
  .define(
    'OP_TAKE',
    reducer((n: number) =>
      react(n - 1)
        .answer(n)
        .answer('never'),
    ),
  )
  .define(
    'OP_FAIL',
    reducer((n: number) => {
      throw new Error(`no more than ${n}`);
    }),
  )
  .define(
    'OP_PAIR',
    reducer((value: never) => new Pair(value, list([1, 2]))),
  )
  .define(
    'OP_NONE',
    reducer(() => undefined as never),
  )
  .define('OP_EARLY', (state) => answer(answer(state, 'early'), 'late'));

const state = push(VMState.initial(), 10);

describe.each([
  ['unwatched', () => undefined],
  ['watched', (actor: ActorRef) => actor.state$.subscribe({ error: () => undefined })],
])('a reducer of an actor that is %s', (_how, watch) => {
  const started = (): ReturnType<typeof watched> & { readonly actor: ActorRef } => {
    const all = watched();
    const actor = all.system.spawn({ instructions, state, onFault: 'resume' });
    actor.output$.subscribe((line) => all.lines.push(line));
    watch(actor);
    return { ...all, actor };
  };

  it('makes the next value of the last one and the operands', () => {
    const { actor, system } = started();
    actor.send('OP_ADD_TO', 5);
    actor.send('OP_ADD_TO', 7);
    expect([actor.state.stack.toArray(), actor.state.position]).toEqual([[22], 2]);
    conserved(system);
  });

  it('has done what it wants in order, when the message has committed', () => {
    const { actor, run, lines, flush } = started();
    const listener = run('(print (receive (x x)))');
    actor.send('OP_TELL_ALL', listener.pid);
    flush();
    expect([lines, actor.state.stack.top]).toEqual([['first', 'last', 'second'], 16]);
  });

  it('answers whoever asks, once, and nobody else', async () => {
    const { actor } = started();
    actor.send('OP_TAKE');
    expect(await actor.ask(['OP_TAKE'])).toBe(9);
    expect(await actor.ask(['OP_TAKE'], { timeout: 10 })).toBe(8);
    expect(await actor.ask(['OP_ADD_TO', 1])).toBeNull();
    expect(await actor.ask(['OP_EARLY'])).toBe('early');
    expect(actor.state.stack.toArray()).toEqual([8]);
  });

  it('changes nothing where it fails, or gives no value', async () => {
    const { actor, lines, system } = started();
    actor.send('OP_FAIL');
    actor.send('OP_NONE');
    await expect(actor.ask(['OP_FAIL'])).rejects.toThrow('no more than 10');
    actor.send('OP_POP');
    actor.send('OP_ADD_TO', 1);
    expect(lines.map((line) => line.replace(/.*: /, ''))).toEqual([
      'host-failed',
      'type-error',
      'host-failed',
      'stack-underflow',
    ]);
    conserved(system);
  });

  it('may have any value for its state', () => {
    const { actor } = started();
    actor.send('OP_PAIR');
    expect(print(actor.state.stack.top as never)).toBe('(10 1 2)');
  });
});
