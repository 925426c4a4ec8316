import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

// The libraries of others have a package.json and a lock file of their own, which nothing but the bench needs.

const folder = `${import.meta.dirname}/../peers`;
const installed = `${folder}/node_modules/.package-lock.json`;

const parse = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Whether all of them are there, in the versions that are wanted. */
export const isInstalled = () => {
  if (!existsSync(installed)) return false;
  const { packages } = parse(installed);
  const { dependencies } = parse(`${folder}/package.json`);
  return Object.entries(dependencies).every(([name, version]) => packages[`node_modules/${name}`]?.version === version);
};

/** Installs them where they are missing. */
export const install = () => {
  if (isInstalled()) return;
  console.log('\nnpm ci in bench/peers\n');
  const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' };
  spawnSync('npm', ['ci', '--prefix', folder, '--ignore-scripts'], options);
};

/** Their contestants; none where they could not be installed. */
export const peers = async () => {
  if (!isInstalled()) {
    console.log('\nWhat is in bench/peers could not be installed, and takes no part.');
    return [];
  }
  const { xstate } = await import('../peers/xstate.js');
  const { nact } = await import('../peers/nact.js');
  const { effect, effectAll } = await import('../peers/effect.js');
  return [xstate, nact, effect, effectAll];
};
