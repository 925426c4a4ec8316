import { skip } from 'rxjs';
import { push, unary, VMState } from 'vmactor';
import { ActorSystem, Pair, react, reducer, systemInstructions } from 'vmactor/system';
import { bursts } from './bursts.js';
import { later } from './later.js';

// Ours, actors as handlers: each message is an instruction, whose handler is a function of a state. The state of these
// actors is the number on their stack.

const next = (n) => react(n + 1).answer(n + 1);

// Of an actor of the ring the value is who is next and how often it was its turn.
const hop = ({ car: to, cdr: seen }, _self, left) => {
  const hopped = react(new Pair(to, seen + 1));
  return left === 0 ? hopped.print(String(seen + 1)) : hopped.send(to, 'OP_HOP', left - 1);
};

const instructions = systemInstructions
  .define(
    'OP_INCREMENT',
    unary((n) => n + 1),
  )
  .define('OP_NEXT', reducer(next))
  .define('OP_HOP', reducer(hop), { operands: 1 });

const zero = push(VMState.initial(), 0);
const nothing = Object.freeze(['OP_NIL', 'OP_POP']);
const oneMore = Object.freeze(['OP_NEXT']);

const counting = () => {
  const system = new ActorSystem();
  return { system, counter: system.spawn({ instructions, state: zero }), stop: () => system.stop() };
};

const ring = (size, hops) => {
  const system = new ActorSystem();
  const relay = (to) => system.spawn({ instructions, bytecode: ['OP_CONSTANT', new Pair(to, 0)] });
  const last = relay(null);
  let first = last;
  for (let i = 1; i < size; i += 1) first = relay(first.pid);
  last.send('OP_POP', 'OP_CONSTANT', new Pair(first.pid, 0));
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
      for (let i = 0; i < messages; i += 1) counter.send('OP_INCREMENT');
      return counter.state.stack.top;
    };
    return { run, stop };
  },

  ring,

  spawn: (actors) => {
    const system = new ActorSystem();
    const run = () => {
      for (let i = 0; i < actors; i += 1) system.spawn({ instructions, state: zero }).send('OP_INCREMENT');
      return () => system.counters.handled;
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
    const all = Array.from({ length: actors }, () => system.spawn({ instructions, state: zero }));
    let sent = 0;
    const run = (messages) => {
      for (let i = 0; i < messages; i += 1) all[i % actors].send('OP_INCREMENT');
      sent += messages;
      return () => messages + system.counters.handled - sent;
    };
    return { run, stop: () => system.stop() };
  },

  queued: (waiting) => {
    const { system, counter, stop } = counting();
    const burst = (size) => {
      for (let i = 0; i < size; i += 1) counter.send('OP_INCREMENT');
    };
    // What is sent while another actor has its turn waits.
    const sender = system.spawn({ state: zero });
    sender.state$.pipe(skip(1)).subscribe(({ stack }) => burst(stack.top));
    const run = async (messages) => {
      const before = counter.state.stack.top;
      if (waiting === 0) burst(messages);
      else {
        for (const size of bursts(messages, waiting)) {
          sender.send('OP_POP', 'OP_CONSTANT', size);
          await counter.ask(nothing);
        }
      }
      return counter.state.stack.top - before;
    };
    return { run, stop };
  },
};
