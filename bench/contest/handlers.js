import { skip } from 'rxjs';
import { drop, emit, lookup, peek, push, unary } from 'vmactor';
import * as systems from 'vmactor/system';
import { bursts } from './bursts.js';
import { later } from './later.js';

// Ours, actors as handlers: each message is an instruction, whose handler is a function of a state. The state of these
// actors is the number on their stack.

const { ActorSystem, systemInstructions, send } = systems;

const next = (state) => {
  const n = peek(state) + 1;
  return push(drop(state), n, n);
};

const hop = (state, left) => {
  const seen = peek(state) + 1;
  const counted = push(drop(state), seen);
  return left === 0
    ? emit(counted, { type: 'print', text: String(seen) })
    : send(counted, lookup(state, 'next'), 'OP_HOP', left - 1);
};

const instructions = systemInstructions
  .define(
    'OP_INCREMENT',
    unary((n) => n + 1),
  )
  .define('OP_NEXT', next)
  .define('OP_HOP', hop, { operands: 1 });

const increment = Object.freeze(['OP_INCREMENT']);
const zero = Object.freeze(['OP_CONSTANT', 0]);
const one = Object.freeze([...zero, ...increment]);
const oneMore = Object.freeze(['OP_NEXT']);

const counting = () => {
  const system = new ActorSystem();
  return { system, counter: system.spawn({ instructions, bytecode: zero }), stop: () => system.stop() };
};

const ring = (size, hops) => {
  const system = new ActorSystem();
  const relay = (next) =>
    system.spawn({ instructions, bytecode: [...zero, 'OP_CONSTANT', next, 'OP_DEFINE_VARIABLE', 'next'] });
  const last = relay(null);
  let first = last;
  for (let i = 1; i < size; i += 1) first = relay(first.pid);
  last.send('OP_CONSTANT', first.pid, 'OP_DEFINE_VARIABLE', 'next');
  const { promise, resolve } = later();
  last.output$.subscribe((seen) => resolve(Number(seen)));
  const run = () => {
    first.send('OP_HOP', hops - 1);
    return promise;
  };
  return { run, stop: () => system.stop() };
};

export const handlers = {
  name: 'vmactor, handlers',

  counter: (messages) => {
    const { counter, stop } = counting();
    const run = () => {
      for (let i = 0; i < messages; i += 1) counter.next(increment);
      return counter.state.stack.top;
    };
    return { run, stop };
  },

  ...(send !== undefined && { ring }),

  spawn: (actors) => {
    const system = new ActorSystem();
    const run = () => {
      for (let i = 0; i < actors; i += 1) system.spawn({ instructions }).next(one);
      return system.counters.handled;
    };
    return { run, stop: () => system.stop() };
  },

  ask: (questions) => {
    const { counter, stop } = counting();
    const run = async () => {
      let answer;
      for (let i = 0; i < questions; i += 1) answer = await counter.ask(oneMore);
      return answer;
    };
    return { run, stop };
  },

  many: (actors) => {
    const system = new ActorSystem();
    const all = Array.from({ length: actors }, () => system.spawn({ instructions, bytecode: one }));
    const run = (messages) => {
      const before = system.counters.handled;
      for (let i = 0; i < messages; i += 1) all[i % actors].next(increment);
      return system.counters.handled - before;
    };
    return { run, stop: () => system.stop() };
  },

  queued: (waiting) => {
    const { system, counter, stop } = counting();
    const burst = (size) => {
      for (let i = 0; i < size; i += 1) counter.next(increment);
    };
    // What is sent while another actor has its turn waits.
    const sender = system.spawn({ bytecode: zero });
    sender.state$.pipe(skip(1)).subscribe(({ stack }) => burst(stack.top));
    const run = async (messages) => {
      const before = counter.state.stack.top;
      if (waiting === 0) burst(messages);
      else {
        for (const size of bursts(messages, waiting)) {
          sender.send('OP_POP', 'OP_CONSTANT', size);
          await counter.ask(zero);
        }
      }
      return counter.state.stack.top - before;
    };
    return { run, stop };
  },
};
