import { drop, peek, print, push, unary } from '../../lib/index.js';
import { self, send, systemInstructions, tell } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// Handlers in TypeScript that talk to other actors.

const instructions = systemInstructions
  .define(
    'OP_INCREMENT',
    unary((n: number) => n + 1),
  )
  .define('OP_SELF_TOP', (state) => push(state, self(state)))
  .define(
    'OP_PASS',
    (state, to: never, n: number) => (n > 0 ? send(push(state, n), to, 'OP_PASS', self(state), n - 1) : state),
    {
      operands: 2,
    },
  )
  .define('OP_TELL_TOP', (state) => tell(drop(state), peek(state), 'hello'))
  .define('OP_SEND_ANY', (state, word: never) => send(state, self(state), word), { operands: 1 });

it('send code to each other, which is handled when what sent it has committed', () => {
  const { system } = watched();
  const [a, b] = [system.spawn({ instructions }), system.spawn({ instructions })];
  a.send('OP_PASS', b.pid, 5);
  expect([a.state.stack.toArray(), b.state.stack.toArray()]).toEqual([
    [5, 3, 1],
    [4, 2],
  ]);
  expect(system.counters).toMatchObject({ sent: 6, handled: 6 });
});

it('send nothing when their message faults', () => {
  const { system, lines } = watched();
  const a = system.spawn({ instructions, onFault: 'resume' });
  const b = system.spawn({ instructions });
  a.send('OP_PASS', b.pid, 1, 'OP_ADD');
  expect([b.state.position, lines]).toEqual([0, ['lost code: stack-underflow']]);
  conserved(system);
});

it('tell something that is received, and lose what nobody can get', () => {
  const { run, system, lines } = watched();
  const a = system.spawn({ instructions, onFault: 'resume' });
  const listener = run('(print (receive (x x)))');
  a.send('OP_CONSTANT', listener.pid, 'OP_TELL_TOP');
  a.send('OP_CONSTANT', 'nobody', 'OP_TELL_TOP');
  listener.exit();
  a.send('OP_PASS', listener.pid, 1);
  expect(lines).toEqual(['hello', 'lost "hello": noproc', 'lost code: noproc']);
  conserved(system);
});

it('know who they run for', () => {
  const actor = watched().system.spawn({ instructions });
  actor.send('OP_SELF_TOP');
  expect(print(actor.state.stack.top as never)).toBe(print(actor.pid));
});

it('refuse words that are no values', () => {
  const { system, lines } = watched();
  const actor = system.spawn({ instructions, onFault: 'resume' });
  actor.send('OP_SEND_ANY', {});
  expect(lines).toEqual(['lost code: bad-operand']);
  conserved(system);
});
