import { createActor, fromTransition } from 'xstate';
import { later } from '../contest/later.js';

// Actors of xstate 5, of transition functions: those of state machines take several times as long. An event that is sent
// from within a transition is handled at once where the other one is idle, so that a ring is as deep as it is long; an
// actor that is busy has a mailbox.

const increment = { type: 'increment' };

const count = fromTransition((n, event) => {
  if (event.type === 'next') event.reply(n + 1);
  return n + 1;
}, 0);

const relay = (done) =>
  fromTransition(
    ({ next, seen }, event) => {
      if (event.type === 'link') return { next: event.to, seen };
      if (event.left === 0) done(seen + 1);
      else next.send({ type: 'hop', left: event.left - 1 });
      return { next, seen: seen + 1 };
    },
    ({ input }) => ({ next: input.next, seen: 0 }),
  );

export const xstate = {
  name: 'xstate',

  counter: (messages) => {
    const counter = createActor(count).start();
    const run = () => {
      for (let i = 0; i < messages; i += 1) counter.send(increment);
      return counter.getSnapshot().context;
    };
    return { run, stop: () => counter.stop() };
  },

  ring: (size, hops) => {
    const { promise, resolve } = later();
    const logic = relay(resolve);
    const all = [createActor(logic, { input: { next: null } }).start()];
    const [last] = all;
    for (let i = 1; i < size; i += 1) all.push(createActor(logic, { input: { next: all.at(-1) } }).start());
    const first = all.at(-1);
    last.send({ type: 'link', to: first });
    const run = () => {
      first.send({ type: 'hop', left: hops - 1 });
      return promise;
    };
    return { run, stop: () => all.forEach((actor) => actor.stop()) };
  },

  spawn: (actors) => {
    const all = [];
    let handled = 0;
    const logic = fromTransition((n) => {
      handled += 1;
      return n + 1;
    }, 0);
    const run = () => {
      for (let i = 0; i < actors; i += 1) {
        const actor = createActor(logic).start();
        all.push(actor);
        actor.send(increment);
      }
      return handled;
    };
    return { run, stop: () => all.forEach((actor) => actor.stop()) };
  },

  ask: (questions) => {
    const counter = createActor(count).start();
    const ask = () => new Promise((reply) => counter.send({ type: 'next', reply }));
    const run = async () => {
      let answer;
      for (let i = 0; i < questions; i += 1) answer = await ask();
      return answer;
    };
    return { run, stop: () => counter.stop() };
  },
};
