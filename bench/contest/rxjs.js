import { observeOn, queueScheduler, scan, Subject } from 'rxjs';
import { later } from './later.js';

// Actors of bare RxJS: a Subject whose messages are folded. Without a scheduler a Subject is no actor: what is sent from
// within a turn is handled inside of it, later messages before earlier ones, and two that answer each other overflow the
// stack. queueScheduler gives every message a turn of its own, in the order of sending.

const actor = (behaviour, state) => {
  const subject = new Subject();
  const states = subject.pipe(observeOn(queueScheduler), scan(behaviour, state));
  const reference = { send: (message) => subject.next(message), state, stop: () => subject.complete() };
  states.subscribe((state) => {
    reference.state = state;
  });
  return reference;
};

const increment = { type: 'increment' };

const count = (n, message) => {
  if (message.type === 'next') message.reply(n + 1);
  return n + 1;
};

const relay =
  (done) =>
  ({ next, seen }, message) => {
    if (message.type === 'link') return { next: message.to, seen };
    if (message.left === 0) done(seen + 1);
    else next.send({ type: 'hop', left: message.left - 1 });
    return { next, seen: seen + 1 };
  };

export const rxjs = {
  name: 'RxJS, queueScheduler',

  counter: (messages) => {
    const counter = actor(count, 0);
    const run = () => {
      for (let i = 0; i < messages; i += 1) counter.send(increment);
      return counter.state;
    };
    return { run };
  },

  ring: (size, hops) => {
    const { promise, resolve } = later();
    const behaviour = relay(resolve);
    const last = actor(behaviour, { next: null, seen: 0 });
    let first = last;
    for (let i = 1; i < size; i += 1) first = actor(behaviour, { next: first, seen: 0 });
    last.send({ type: 'link', to: first });
    const run = () => {
      first.send({ type: 'hop', left: hops - 1 });
      return promise;
    };
    return { run };
  },

  spawn: (actors) => {
    const all = [];
    let handled = 0;
    const behaviour = (n) => {
      handled += 1;
      return n + 1;
    };
    const run = () => {
      for (let i = 0; i < actors; i += 1) {
        const one = actor(behaviour, 0);
        all.push(one);
        one.send(increment);
      }
      return handled;
    };
    return { run, stop: () => all.forEach((one) => one.stop()) };
  },

  ask: (questions) => {
    const counter = actor(count, 0);
    const ask = () => new Promise((reply) => counter.send({ type: 'next', reply }));
    const run = async () => {
      let answer;
      for (let i = 0; i < questions; i += 1) answer = await ask();
      return answer;
    };
    return { run };
  },
};

/** What RxJS does at the least: no actor. */
export const bareSubject = {
  name: 'RxJS, a bare Subject: no actor',

  counter: (messages) => {
    const subject = new Subject();
    let state = 0;
    subject.pipe(scan(count, 0)).subscribe((n) => {
      state = n;
    });
    const run = () => {
      for (let i = 0; i < messages; i += 1) subject.next(increment);
      return state;
    };
    return { run };
  },
};
