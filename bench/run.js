import { contest } from './contest.js';
import { instructions } from './instructions.js';
import { interpreter } from './interpreter.js';
import { memory } from './memory.js';
import { messages } from './messages.js';
import { metering } from './metering.js';
import { once } from './once.js';
import { speed } from './speed.js';
import { start } from './start.js';

// `npm run bench`: every figure of one run, each held against its bar. It reports and does not fail: a slow machine is
// no defect.

console.log(`Node.js ${process.versions.node} on ${process.arch}`);
const parts = { interpreter, instructions, messages, memory, metering, start, once, contest, speed };
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'));
for (const [name, part] of Object.entries(parts)) if (chosen.length === 0 || chosen.includes(name)) part();
