import { bursts } from './bursts.js';
import { later } from './later.js';
import { createSystem } from './plain-system.js';

// Actors of the plain run queue, each a function of a state, a message and what it may do.

const increment = { type: 'increment' };
const next = (reply) => ({ type: 'next', reply });

const count = (n, message) => {
  if (message.type === 'next') message.reply(n + 1);
  return n + 1;
};

const relay =
  (done) =>
  ({ next, seen }, message, { send }) => {
    if (message.type === 'link') return { next: message.to, seen };
    if (message.left === 0) done(seen + 1);
    else send(next, { type: 'hop', left: message.left - 1 });
    return { next, seen: seen + 1 };
  };

export const runQueue = {
  name: 'plain run queue',

  counter: (messages) => {
    const { spawn, send, ask } = createSystem();
    const counter = spawn(count, 0);
    const run = async () => {
      for (let i = 1; i < messages; i += 1) send(counter, increment);
      return ask(counter, next);
    };
    return { run };
  },

  ring: (size, hops) => {
    const { spawn, send } = createSystem();
    const { promise, resolve } = later();
    const behaviour = relay(resolve);
    const last = spawn(behaviour, { next: null, seen: 0 });
    let first = last;
    for (let i = 1; i < size; i += 1) first = spawn(behaviour, { next: first, seen: 0 });
    send(last, { type: 'link', to: first });
    const run = () => {
      send(first, { type: 'hop', left: hops - 1 });
      return promise;
    };
    return { run };
  },

  spawn: (actors) => {
    const { spawn, send, stopAll } = createSystem();
    let handled = 0;
    const behaviour = (n) => {
      handled += 1;
      return n + 1;
    };
    const run = () => {
      for (let i = 0; i < actors; i += 1) send(spawn(behaviour, 0), increment);
      return handled;
    };
    return { run, stop: stopAll };
  },

  ask: (questions) => {
    const { spawn, ask } = createSystem();
    const counter = spawn(count, 0);
    const run = async () => {
      let answer;
      for (let i = 0; i < questions; i += 1) answer = await ask(counter, next);
      return answer;
    };
    return { run };
  },

  many: (actors) => {
    const { spawn, send } = createSystem();
    let handled = 0;
    const behaviour = (n) => {
      handled += 1;
      return n + 1;
    };
    const all = Array.from({ length: actors }, () => spawn(behaviour, 0));
    for (const one of all) send(one, increment);
    const run = (messages) => {
      handled = 0;
      for (let i = 0; i < messages; i += 1) send(all[i % actors], increment);
      return handled;
    };
    return { run };
  },

  queued: (waiting) => {
    const { spawn, send, ask } = createSystem();
    const counter = spawn(count, 0);
    const burst = (size) => {
      for (let i = 0; i < size; i += 1) send(counter, increment);
    };
    // What is sent while another actor has its turn waits.
    const sender = spawn((_, { size }) => burst(size), null);
    const run = async (messages) => {
      const before = await ask(counter, next);
      if (waiting === 0) burst(messages);
      else for (const size of bursts(messages, waiting)) send(sender, { size });
      return (await ask(counter, next)) - before - 1;
    };
    return { run };
  },
};
