import { spawnSync } from 'node:child_process';
import { install } from './contest/peers.js';

// The language against other languages, in a process of its own: what the other parts left behind slows nobody. With
// `--write` the figures are written to docs/performance.md and docs/performance.svg.

export const speed = () => {
  install();
  const flags = process.argv.filter((word) => word === '--write');
  spawnSync(process.execPath, ['--expose-gc', `${import.meta.dirname}/speed/run.js`, ...flags], { stdio: 'inherit' });
};
