import { VMActor } from 'vmactor';
import { heading, heap, report } from './measure.js';

// What actors leave behind, and what one costs.

const use = (i) => {
  const vm = new VMActor().start();
  vm.state$.subscribe();
  vm.send('OP_CONSTANT', i, 'OP_DEFINE_VARIABLE', 'x');
  vm.send('OP_GET_VARIABLE', 'x');
  vm.stop();
};

export const memory = () => {
  heading('100,000 actors started, used and stopped');
  for (let i = 0; i < 1000; i += 1) use(i);
  const before = heap();
  const start = performance.now();
  for (let i = 0; i < 100_000; i += 1) use(i);
  const each = ((performance.now() - start) * 1000) / 100_000;
  const grown = Math.max(0, heap() - before) / 1e6;
  report('one actor, with two messages', { text: `${each.toFixed(1)} µs` });
  report(
    'heap afterwards against before',
    { value: grown, text: `${grown.toFixed(2)} MB` },
    { value: 20, text: '20 MB' },
  );
  const handles = process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate/.test(name)).length;
  report('timers left', { value: handles, text: String(handles) }, { value: 0, text: '0' });
};
