import { dispatch, query, spawn, start, stop } from 'nact';
import { later } from '../contest/later.js';

// Actors of nact, each a function of a state and a message that gives the next state. Every message takes a turn of the
// event loop.

const increment = { type: 'increment' };

const count = (n, message, { sender }) => {
  if (message.type === 'next') dispatch(sender, n + 1);
  return n + 1;
};

const relay =
  (done) =>
  ({ next, seen }, message) => {
    if (message.type === 'link') return { next: message.to, seen };
    if (message.left === 0) done(seen + 1);
    else dispatch(next, { type: 'hop', left: message.left - 1 });
    return { next, seen: seen + 1 };
  };

const patience = 60_000;

export const nact = {
  name: 'nact',

  counter: (messages) => {
    const system = start();
    const counter = spawn(system, count, 'counter', { initialState: 0 });
    const run = () => {
      for (let i = 1; i < messages; i += 1) dispatch(counter, increment);
      return query(counter, { type: 'next' }, patience);
    };
    return { run, stop: () => stop(system) };
  },

  ring: (size, hops) => {
    const system = start();
    const { promise, resolve } = later();
    const behaviour = relay(resolve);
    const last = spawn(system, behaviour, '0', { initialState: { next: null, seen: 0 } });
    let first = last;
    for (let i = 1; i < size; i += 1)
      first = spawn(system, behaviour, String(i), { initialState: { next: first, seen: 0 } });
    dispatch(last, { type: 'link', to: first });
    const run = () => {
      dispatch(first, { type: 'hop', left: hops - 1 });
      return promise;
    };
    return { run, stop: () => stop(system) };
  },

  spawn: (actors) => {
    const system = start();
    const { promise, resolve } = later();
    let handled = 0;
    const behaviour = (n) => {
      handled += 1;
      if (handled === actors) resolve(handled);
      return n + 1;
    };
    const run = () => {
      for (let i = 0; i < actors; i += 1) dispatch(spawn(system, behaviour, String(i), { initialState: 0 }), increment);
      return promise;
    };
    return { run, stop: () => stop(system) };
  },

  ask: (questions) => {
    const system = start();
    const counter = spawn(system, count, 'counter', { initialState: 0 });
    const run = async () => {
      let answer;
      for (let i = 0; i < questions; i += 1) answer = await query(counter, { type: 'next' }, patience);
      return answer;
    };
    return { run, stop: () => stop(system) };
  },
};
