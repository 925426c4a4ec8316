import { spawnSync } from 'node:child_process';
import { install } from './contest/peers.js';

// Systems of actors against those of others, in a process of their own: what the other parts left behind slows nobody.

export const contest = () => {
  install();
  spawnSync(process.execPath, ['--expose-gc', `${import.meta.dirname}/contest/run.js`], { stdio: 'inherit' });
};
