// Systems of actors in tests: virtual time, chosen orders, and the search for an order in which something goes wrong.

export { type Exploration, explore, type ExploreOptions, type Program } from './explore.js';
export { type Failure } from './failure.js';
export { conservation, type Invariant, type Moment, nothingLeft, oneHandler } from './invariants.js';
export { type Pair, tally } from './tally.js';
export { type TestOptions, TestSystem, testSystem } from './test-system.js';
export { traceText } from './trace.js';
