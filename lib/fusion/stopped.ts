import { ObjectValue } from '../data/values.js';

class Stopped extends ObjectValue {}

/** What fused code gives in place of a value where it has stopped, or goes on in a tail call. No program ever sees it. */
export const stopped: ObjectValue = /* @__PURE__ */ new Stopped();
