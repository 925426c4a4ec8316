// The least that can be called a system of actors, in plain JavaScript: a registry, a mailbox for each actor, one run
// queue in which each has a turn of one message. It has the guarantees of the others: one message at a time, first in,
// first out, references that may be of the dead, sends from within a turn, a behaviour that throws, which ends its actor.

// Its front moves through an array, which is cut when half of it is used up.
class Queue {
  items = [];
  front = 0;

  get isEmpty() {
    return this.front === this.items.length;
  }

  push(item) {
    this.items.push(item);
  }

  shift() {
    const item = this.items[this.front];
    this.items[this.front] = undefined;
    this.front += 1;
    if (this.front > 1024 && this.front * 2 > this.items.length) {
      this.items = this.items.slice(this.front);
      this.front = 0;
    }
    return item;
  }
}

export const createSystem = () => {
  const actors = new Map();
  const runnable = new Queue();
  let numbers = 0;
  let isRunning = false;

  const spawn = (behaviour, state) => {
    numbers += 1;
    const context = { self: numbers, send, spawn, stop };
    actors.set(numbers, { behaviour, state, context, mailbox: new Queue(), isQueued: false, isAlive: true });
    return numbers;
  };

  const stop = (reference) => {
    const actor = actors.get(reference);
    if (actor !== undefined) actor.isAlive = false;
    actors.delete(reference);
  };

  const stopAll = () => [...actors.keys()].forEach(stop);

  const send = (reference, message) => {
    const actor = actors.get(reference);
    if (actor === undefined) return;
    actor.mailbox.push(message);
    if (actor.isQueued) return;
    actor.isQueued = true;
    runnable.push(actor);
    if (!isRunning) run();
  };

  const run = () => {
    isRunning = true;
    while (!runnable.isEmpty) {
      const actor = runnable.shift();
      if (actor.isAlive) take(actor);
      actor.isQueued = actor.isAlive && !actor.mailbox.isEmpty;
      if (actor.isQueued) runnable.push(actor);
    }
    isRunning = false;
  };

  const take = (actor) => {
    try {
      actor.state = actor.behaviour(actor.state, actor.mailbox.shift(), actor.context);
    } catch {
      stop(actor.context.self);
    }
  };

  const ask = (reference, request) => new Promise((reply) => send(reference, request(reply)));

  return { spawn, send, stop, stopAll, ask };
};
