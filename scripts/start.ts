import { runProcess } from '../lib/cli/process.js';

// `npm start` runs the tour; `npm start -- file.scm` runs a file, from the sources.

const args = process.argv.slice(2);

await runProcess(['run', ...(args.length > 0 ? args : ['docs/examples/tour.scm'])], import.meta.url);
