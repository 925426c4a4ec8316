import { Engine } from 'json-rules-engine';
import { inputs } from '../speed/inputs.js';

// Rules that are data: json-rules-engine.

const conditions = {
  all: [
    { fact: 'price', operator: 'greaterThan', value: 50 },
    { fact: 'qty', operator: 'greaterThanInclusive', value: 3 },
    { fact: 'discount', operator: 'lessThan', value: 0.2 },
  ],
};

export const rulesEngine = {
  name: 'json-rules-engine',
  rule: () => {
    const engine = new Engine([{ conditions, event: { type: 'holds' } }]);
    const run = async (size) => {
      let holds = 0;
      for (let i = 0; i < size; i += 1) {
        const { events } = await engine.run(inputs[i]);
        holds += events.length;
      }
      return holds;
    };
    return { run };
  },
};
