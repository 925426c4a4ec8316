import * as fc from 'fast-check';
import { VMActor } from '../../lib/index.js';

// The laws of an actor over random streams of messages: order, conservation, and the event loop.

/** A scheduler whose work is done when the spec says so. */
const manual = () => {
  const work = new Set<() => void>();
  return {
    scheduler: {
      schedule: (next: () => void) => {
        work.add(next);
        return { unsubscribe: () => work.delete(next) };
      },
    },
    tick: () => {
      const [next] = work;
      if (next === undefined) return false;
      work.delete(next);
      next();
      return true;
    },
  };
};

type Move =
  | { readonly kind: 'say'; readonly sender: number; readonly priority: number; readonly again: number }
  | { readonly kind: 'fault' | 'long' | 'word' | 'tick' | 'start' };

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      sender: fc.nat({ max: 2 }),
      priority: fc.nat({ max: 2 }),
      again: fc.nat({ max: 2 }),
    }),
  },
  { weight: 4, arbitrary: fc.constantFrom('fault', 'long', 'word', 'tick', 'start').map((kind) => ({ kind })) },
);

// Counts from 30 down to 0.
const down = ['OP_CONSTANT', 1, 'OP_SUBTRACT', 'OP_DUP', 'OP_CONSTANT', 0, 'OP_EQUAL', 'OP_JUMP_IF_FALSE', 1];
const long = ['OP_CONSTANT', 30, ...down, 'OP_RETURN', 'OP_LOOP', 12];

interface Played {
  readonly said: readonly string[];
  readonly sent: number;
  readonly dead: number;
  readonly committed: number;
  readonly nested: boolean;
}

// Plays the moves; what is said is printed, and some of it makes the sender say more while it is being heard.
const play = (moves: readonly Move[], slice: number, capacity: number, onFault: 'stop' | 'resume'): Played => {
  const { scheduler, tick } = manual();
  const vm = new VMActor({ scheduler, slice, onFault, mailbox: { capacity } });
  const said: string[] = [];
  const counts = new Map<string, number>();
  let [sent, dead, depth, nested] = [0, 0, 0, false];
  const say = (sender: number, priority: number, again: number): void => {
    const line = `${sender}/${priority}`;
    const count = (counts.get(line) ?? 0) + 1;
    counts.set(line, count);
    sent += 1;
    vm.next({ bytecode: ['OP_CONSTANT', `${line} ${count} ${again}`, 'OP_DISPLAY'], priority });
  };
  vm.faults$.subscribe();
  vm.deadLetters$.subscribe(() => {
    dead += 1;
  });
  vm.output$.subscribe((text) => {
    nested ||= depth > 0;
    depth += 1;
    said.push(text);
    const [line = '', , again = '0'] = text.split(' ');
    const [sender = 0, priority = 0] = line.split('/').map(Number);
    for (let i = 0; i < Number(again); i += 1) say(sender, priority, 0);
    depth -= 1;
  });
  let isCarrying = false;
  for (const each of moves) {
    if (each.kind === 'say') say(each.sender, each.priority, each.again);
    else if (each.kind === 'tick') tick();
    else if (each.kind === 'start') vm.start();
    else if (each.kind === 'word') {
      // Two words are one message, unless the actor has ended before the second.
      vm.send(isCarrying ? 1 : 'OP_CONSTANT');
      const hasEnded = vm.state.status === 'faulted';
      if (!isCarrying || hasEnded) sent += 1;
      isCarrying = !isCarrying && !hasEnded;
    } else {
      sent += 1;
      // In an envelope, so that it does not complete a word that is carried.
      vm.next({ bytecode: each.kind === 'fault' ? ['OP_NOTHING'] : long });
    }
  }
  while (tick());
  vm.stop();
  return { said, sent, dead, committed: vm.state.position, nested };
};

const settings = [
  fc.array(move, { maxLength: 60 }),
  fc.integer({ min: 1, max: 60 }),
  fc.nat({ max: 20 }),
  fc.constantFrom('stop' as const, 'resume' as const),
] as const;

describe('an actor', () => {
  it('handles the messages of one sender and one priority in the order sent, never inside each other (law 4)', () => {
    fc.assert(
      fc.property(...settings, (moves, slice, _capacity, onFault) => {
        const { said, nested } = play(moves, slice, Infinity, onFault);
        const last = new Map<string, number>();
        for (const text of said) {
          const [line = '', count = '0'] = text.split(' ');
          expect(Number(count)).toBe((last.get(line) ?? 0) + 1);
          last.set(line, Number(count));
        }
        expect(nested).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('handles every message, or gives it to the dead letters (law 10)', () => {
    fc.assert(
      fc.property(...settings, (moves, slice, capacity, onFault) => {
        const { sent, dead, committed } = play(moves, slice, capacity, onFault);
        expect(committed + dead).toBe(sent);
      }),
      { numRuns: 500 },
    );
  });

  it('holds the event loop for no more than a slice of a message (law 9)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (slice) => {
        const { scheduler, tick } = manual();
        const vm = new VMActor({ scheduler, slice }).start();
        vm.send(...long);
        let before = 1e8;
        do {
          expect(before - vm.state.fuel).toBeLessThanOrEqual(slice);
          before = vm.state.fuel;
        } while (tick());
        expect(vm.top()).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
