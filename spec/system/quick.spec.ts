import * as fc from 'fast-check';
import { type Bytecode, print, push, unary, VMState } from '../../lib/index.js';
import { type ActorRef, react, reducer, systemInstructions } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// Whoever is watched is run by the machine, instruction for instruction; others need not be. Nobody can tell.

const instructions = systemInstructions
  .define(
    'OP_DOUBLE',
    unary((n: number) => n * 2),
  )
  .define(
    'OP_LIST',
    unary((x: number) => (x > 20 ? 'large' : x)),
  )
  .define(
    'OP_NOTHING',
    unary(() => undefined as never),
  )
  .define(
    'OP_DEAR',
    unary((n: number) => n),
    { fuel: 7 },
  )
  .define('OP_SAME', (state) => state);

const opcodes = [
  ['OP_ADD', 'OP_NIL', 'OP_TRUE', 'OP_NOT', 'OP_DUP', 'OP_SWAP', 'OP_POP', 'OP_IS_NUMBER', 'OP_EQUAL', 'OP_SELF'],
  ['OP_DOUBLE', 'OP_LIST', 'OP_NOTHING', 'OP_DEAR', 'OP_SAME', 'OP_UNKNOWN', 'OP_CONSTANT', 'OP_TO_STRING'],
].flat();

const words: fc.Arbitrary<Bytecode> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...opcodes).map((opcode) => [opcode]) },
  { weight: 1, arbitrary: fc.oneof(fc.integer(), fc.constant('text')).map((value) => ['OP_CONSTANT', value]) },
);

// Alike messages come in rows.
const rows: fc.Arbitrary<readonly Bytecode[]> = fc
  .array(fc.tuple(words, fc.constantFrom(1, 1, 2, 5)), { maxLength: 40 })
  .map((all) => all.flatMap(([message, times]) => Array.from({ length: times }, () => message)));

const shown = ({ state }: ActorRef): readonly unknown[] => [
  print(state.stack.toArray().slice(0, 50) as never).replace(/pid [\d.]+/g, 'pid'),
  state.stack.length,
  state.position,
  state.fuel,
  state.status,
];

it.each(['stop', 'resume', 'restart'] as const)(
  'an actor that nobody watches ends where a watched one does: %s',
  (onFault) => {
    fc.assert(
      fc.property(rows, fc.constantFrom(4, 1000), (messages, stack) => {
        const { system, lines, flush } = watched();
        const spec = { instructions, onFault, bytecode: ['OP_CONSTANT', 3, 'OP_CONSTANT', 5], limits: { stack } };
        const seen = system.spawn(spec);
        seen.state$.subscribe({ error: () => undefined });
        for (const message of messages) seen.send(...message);
        const lost = lines.splice(0);
        const unseen = system.spawn(spec);
        for (const message of messages) unseen.send(...message);
        expect(lines).toEqual(lost);
        expect(shown(unseen)).toEqual(shown(seen));
        // What is sent while another actor has its turn waits.
        lines.splice(0);
        const late = system.spawn(spec);
        const sender = system.spawn();
        sender.output$.subscribe(() => {
          for (const message of messages) late.send(...message);
        });
        sender.send('OP_TRUE', 'OP_PRINT');
        flush();
        expect(lines).toEqual(lost);
        expect(shown(late)).toEqual(shown(seen));
        conserved(system);
      }),
    );
  },
);

it('an actor that is looked at now and then goes on from what is seen', () => {
  const { system } = watched();
  const actor = system.spawn({ instructions, bytecode: ['OP_CONSTANT', 1] });
  const seen: unknown[] = [];
  for (let i = 1; i <= 8; i += 1) {
    actor.send('OP_DOUBLE');
    if (i % 3 === 0) seen.push([actor.state.stack.top, actor.state.position]);
  }
  expect([...seen, actor.state.stack.toArray()]).toEqual([[8, 4], [64, 7], [256]]);
});

it.each([undefined, Infinity])(
  'two busy actors have their turns in one order, watched or not, with %s fuel',
  (fuel) => {
    const order = (isWatched: boolean): readonly string[] => {
      const { system, flush, lines } = watched();
      const telling = instructions.define(
        'OP_TOLD',
        reducer((n: number) => react(n + 1).print(`${n}`)),
      );
      const limits = fuel === undefined ? undefined : { fuel };
      const [one, other] = ['one', 'other'].map((name) => {
        const actor = system.spawn({ instructions: telling, bytecode: ['OP_CONSTANT', 0], limits });
        if (isWatched) actor.state$.subscribe();
        actor.output$.subscribe((line) => lines.push(`${name} ${line}`));
        return actor;
      });
      // Both have their messages before either has its turn.
      const sender = system.spawn();
      sender.output$.subscribe(() => {
        for (let i = 0; i < 400; i += 1) for (const actor of [one, other]) actor?.send('OP_TOLD');
      });
      sender.send('OP_TRUE', 'OP_PRINT');
      flush();
      expect(lines).toHaveLength(800);
      return lines;
    };
    expect(order(false)).toEqual(order(true));
  },
);

it('an actor without limits has its turn', () => {
  const { run, lines, flush } = watched({ slice: Infinity, limits: { fuel: Infinity } });
  run("(print 'first)");
  flush();
  expect(lines).toEqual(['first']);
});

it.each(['OP_DOUBLE', 'OP_ADD'])('a stack that is too long for its actor is refused by %s', (opcode) => {
  const { system, lines } = watched();
  const state = push(VMState.initial(), 1, 2, 3, 4, 5, 6);
  system.spawn({ instructions, state, limits: { stack: 4 }, onFault: 'resume' }).send(opcode);
  expect(lines).toEqual(['lost code: stack-limit']);
});

it('what is sent to an actor that ends while its messages are lost is lost, too', () => {
  const { system, flush } = watched();
  const actor = system.spawn({ instructions, bytecode: ['OP_CONSTANT', 1] });
  let again = 100;
  system.deadLetters$.subscribe(() => {
    if ((again -= 1) >= 0) actor.send('OP_DOUBLE');
  });
  const sender = system.spawn();
  sender.output$.subscribe(() => {
    for (let i = 0; i < 4; i += 1) actor.send('OP_DOUBLE');
    actor.exit('enough');
  });
  sender.send('OP_TRUE', 'OP_PRINT');
  flush();
  expect(system.counters).toMatchObject({ queued: 0, actors: 1, dead: 104 });
  conserved(system);
});

it('somebody who begins to watch in a row of messages sees the others', () => {
  const { system, flush } = watched();
  const seen: unknown[] = [];
  let isFirst = true;
  const noticing = instructions.define(
    'OP_NOTICED',
    unary((n: number) => {
      if (n === 2 && isFirst) actor.state$.subscribe(({ stack }) => seen.push(stack.top));
      isFirst &&= n !== 2;
      return n + 1;
    }),
  );
  const actor = system.spawn({ instructions: noticing, bytecode: ['OP_CONSTANT', 1] });
  const sender = system.spawn();
  sender.output$.subscribe(() => {
    for (let i = 0; i < 5; i += 1) actor.send('OP_NOTICED');
  });
  sender.send('OP_TRUE', 'OP_PRINT');
  flush();
  expect(seen).toEqual([2, 4, 5, 6]);
});
