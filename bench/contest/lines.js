// The lines of the contest. Each contestant prepares them in its own way; what it gives is run and timed.

export const lines = [
  {
    name: 'Counter: 200,000 messages to one actor, which is then asked',
    prepare: 'counter',
    sizes: [200_000],
    count: 200_000,
    result: 200_000,
    rounds: { warmups: 2, count: 5 },
  },
  {
    name: 'Ping-pong: 100,000 messages between two actors',
    prepare: 'ring',
    sizes: [2, 100_000],
    count: 100_000,
    result: 50_000,
    rounds: { warmups: 6, count: 7 },
  },
  {
    name: 'Ring of 1,000 actors: a token goes round 100 times',
    prepare: 'ring',
    sizes: [1000, 100_000],
    count: 100_000,
    result: 100,
    rounds: { warmups: 4, count: 7 },
  },
  {
    name: 'Ask: 20,000 round trips, one after the other',
    prepare: 'ask',
    sizes: [20_000],
    count: 20_000,
    result: 20_000,
    rounds: { warmups: 2, count: 7 },
  },
  {
    name: 'Spawn of 100,000 actors with one message each',
    prepare: 'spawn',
    sizes: [100_000],
    count: 100_000,
    result: 100_000,
    rounds: { warmups: 0, count: 3 },
    isLarge: true,
    isKept: true,
  },
];

const text = (number) => number.toLocaleString('en');

// Of these lines each figure is held against the others, so each warms up by itself.
const warmth = 300_000;

/** A message to each of so many actors in turn, all of which have handled one before. */
export const manyActors = [10, 1000, 100_000].map((actors) => ({
  name: `${text(actors)} actors`,
  prepare: 'many',
  sizes: [actors],
  count: 100_000,
  result: 100_000,
  isLarge: true,
  warmth,
}));

/** Messages that come when others wait already, up to so many. */
export const longQueues = [0, 1000, 500_000].map((waiting) => {
  const count = Math.max(waiting, 100_000);
  const name = waiting === 0 ? 'none waiting' : `up to ${text(waiting)} waiting`;
  return { name, prepare: 'queued', sizes: [waiting], count, result: count, warmth };
});
