import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { VMActor } from '../../lib/index.js';

// What actors leave behind when they are stopped: nothing.

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const heap = (): number => {
  for (let i = 0; i < 4; i += 1) collect();
  return process.memoryUsage().heapUsed;
};

const use = (n: number): void => {
  const vm = new VMActor().start();
  vm.state$.subscribe();
  vm.send('OP_CONSTANT', n, 'OP_DEFINE_VARIABLE', `name ${n}`);
  vm.send('OP_GET_VARIABLE', `name ${n}`);
  vm.stop();
};

describe('100,000 actors started, used and stopped', () => {
  it('leave the heap within 20 MB of where it was', () => {
    for (let i = 0; i < 1_000; i += 1) use(i);
    const before = heap();
    for (let i = 0; i < 100_000; i += 1) use(i);
    expect((heap() - before) / 1e6).toBeLessThan(20);
  });

  it('leave no timer, also where a message was cut off in the middle', () => {
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate/.test(name)).length;
    const before = timers();
    for (let i = 0; i < 1_000; i += 1) {
      const vm = new VMActor({ slice: 10 }).start();
      vm.send('OP_NIL', 'OP_POP', 'OP_LOOP', 4);
      vm.stop();
    }
    expect(timers()).toBe(before);
  });
});
