import { readFileSync } from 'node:fs';
import { isInstalled } from '../contest/peers.js';
import { evaluated, generated, plain } from './javascript.js';
import { fused, interpreted } from './vmactor.js';

// Who takes part: JavaScript, ours, and those of others where they could be installed.

const importPeers = async () => {
  if (!isInstalled()) {
    console.log('\nWhat is in bench/peers could not be installed, and takes no part.');
    return [];
  }
  const { wasmoon } = await import('../peers/wasmoon.js');
  const { quickjs } = await import('../peers/quickjs.js');
  const { fengari } = await import('../peers/fengari.js');
  const { biwascheme } = await import('../peers/biwascheme.js');
  const { lips } = await import('../peers/lips.js');
  const { cel, exprEvaluator, jsonata } = await import('../peers/expressions.js');
  const { rulesEngine } = await import('../peers/rules-engine.js');
  return [wasmoon, quickjs, fengari, biwascheme, lips, exprEvaluator, cel, jsonata, rulesEngine];
};

export const peers = await importPeers();
export const contestants = [plain, generated, evaluated, fused, interpreted, ...peers];

/** Interpreters written in JavaScript, which ours is to be ahead of without being fused. */
export const interpreters = peers.filter(({ name }) => ['Lua (fengari)', 'Scheme (BiwaScheme)'].includes(name));

const parse = (path) => JSON.parse(readFileSync(`${import.meta.dirname}/../${path}`, 'utf8'));

const packages = ['wasmoon', 'quickjs-emscripten', 'fengari', 'biwascheme', '@jcubic/lips'];
const packagesOfRules = ['expr-eval', 'cel-js', 'jsonata', 'json-rules-engine'];

/** The version of each package that takes part. */
export const versions = () => {
  const { dependencies } = parse('peers/package.json');
  const others = [...packages, ...packagesOfRules].map((name) => [name, dependencies[name]]);
  return [['vmactor', parse('../package.json').version], ...others];
};
