import { main } from '../lib/cli/cli.js';

// `npm start` runs the tour; `npm start -- file.scm` runs a file, from the sources.

const args = process.argv.slice(2);

process.exitCode = await main(['run', ...(args.length > 0 ? args : ['docs/examples/tour.scm'])]);
