import { Deferred, Effect, Fiber, Queue } from 'effect';
import { later } from '../contest/later.js';

// Actors of Effect: a queue, and a fiber that takes from it for ever. Of the ways to write the loop, to start it and to
// offer to the queue these were the fastest.

const increment = { type: 'increment' };

const actor = (behaviour, ...state) =>
  Effect.gen(function* () {
    const inbox = yield* Queue.unbounded();
    return { inbox, fiber: yield* Effect.forkDetach(behaviour(inbox, ...state)) };
  });

const started = (behaviour, ...state) => Effect.runSync(actor(behaviour, ...state));

const stopping = (actors) => () => Effect.runPromise(Fiber.interruptAll(actors.map(({ fiber }) => fiber)));

const count = (inbox, n) =>
  Effect.flatMap(Queue.take(inbox), (message) => {
    const rest = count(inbox, n + 1);
    return message.type === 'next' ? Effect.andThen(Deferred.succeed(message.reply, n + 1), rest) : rest;
  });

const countAll = (inbox) =>
  Effect.gen(function* () {
    let n = 0;
    for (;;) {
      for (const message of yield* Queue.takeAll(inbox)) {
        n += 1;
        if (message.type === 'next') yield* Deferred.succeed(message.reply, n);
      }
    }
  });

const relay = (inbox, done, next, seen) =>
  Effect.flatMap(Queue.take(inbox), (message) => {
    if (message.type === 'link') return relay(inbox, done, message.to, seen);
    if (message.left === 0) done(seen + 1);
    else Queue.offerUnsafe(next, { type: 'hop', left: message.left - 1 });
    return relay(inbox, done, next, seen + 1);
  });

const noted = (inbox, note) =>
  Effect.flatMap(Queue.take(inbox), () => {
    note();
    return noted(inbox, note);
  });

const ask = (inbox) =>
  Effect.suspend(() => {
    const reply = Deferred.makeUnsafe();
    Queue.offerUnsafe(inbox, { type: 'next', reply });
    return Deferred.await(reply);
  });

const counting = (behaviour) => (messages) => {
  const counter = started(behaviour, 0);
  const run = () => {
    for (let i = 1; i < messages; i += 1) Queue.offerUnsafe(counter.inbox, increment);
    return Effect.runPromise(ask(counter.inbox));
  };
  return { run, stop: stopping([counter]) };
};

export const effect = {
  name: 'effect',
  counter: counting(count),

  ring: (size, hops) => {
    const { promise, resolve } = later();
    const last = started(relay, resolve, null, 0);
    const all = [last];
    for (let i = 1; i < size; i += 1) all.push(started(relay, resolve, all.at(-1).inbox, 0));
    const first = all.at(-1);
    Queue.offerUnsafe(last.inbox, { type: 'link', to: first.inbox });
    const run = () => {
      Queue.offerUnsafe(first.inbox, { type: 'hop', left: hops - 1 });
      return promise;
    };
    return { run, stop: stopping(all) };
  },

  spawn: (actors) => {
    const all = [];
    const { promise, resolve } = later();
    let handled = 0;
    const note = () => {
      handled += 1;
      if (handled === actors) resolve(handled);
    };
    const program = Effect.gen(function* () {
      for (let i = 0; i < actors; i += 1) {
        const one = yield* actor(noted, note);
        all.push(one);
        Queue.offerUnsafe(one.inbox, increment);
      }
    });
    const run = async () => {
      await Effect.runPromise(program);
      return promise;
    };
    return { run, stop: stopping(all) };
  },

  ask: (questions) => {
    const counter = started(count, 0);
    const program = Effect.gen(function* () {
      let answer;
      for (let i = 0; i < questions; i += 1) answer = yield* ask(counter.inbox);
      return answer;
    });
    return { run: () => Effect.runPromise(program), stop: stopping([counter]) };
  },
};

/** The same, where an actor takes all that waits for it at once. */
export const effectAll = { name: 'effect, takeAll', counter: counting(countAll) };
