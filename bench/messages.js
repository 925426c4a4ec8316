import { Subject, scan } from 'rxjs';
import { VMActor, compile } from 'vmactor';
import { contest, heading, ns, ratio, report } from './measure.js';

// How fast messages travel from `send` to a subscriber of `state$`, against the least that RxJS itself can do.

const count = 100_000;
let sink = 0;

const bare = () => {
  const subject = new Subject();
  subject.pipe(scan((sum, n) => sum + n, 0)).subscribe((sum) => {
    sink += sum;
  });
  return () => {
    for (let i = 0; i < count; i += 1) subject.next(i);
    return count;
  };
};

const started = () => {
  const vm = new VMActor().start();
  vm.state$.subscribe((state) => {
    sink += state.position;
  });
  return vm;
};

const sending =
  (vm = started()) =>
  () => {
    for (let i = 0; i < count; i += 1) vm.send('OP_CONSTANT', i, 'OP_POP');
    return count;
  };

const again = () => {
  const vm = started();
  const program = compile('(if (< 1 2) 3 4)');
  const message = Object.freeze(['OP_CONSTANT', 1, 'OP_POP']);
  vm.next(program);
  return () => {
    for (let i = 0; i < count; i += 1) vm.next(message);
    return count;
  };
};

const watchedOnce = () => {
  const vm = started();
  vm.trace$.subscribe().unsubscribe();
  return sending(vm);
};

const ruling = () => {
  const vm = new VMActor().start();
  vm.next(compile('(define (rule total gold?) (if (and gold? (> total 100)) (* total 0.9) total))'));
  return () => {
    for (let i = 0; i < count; i += 1) sink += vm.call('rule', i, true);
    return count;
  };
};

export const messages = () => {
  heading('Messages of two instructions, from send to a subscriber of state$');
  const best = contest(
    {
      bare: bare(),
      send: sending(),
      again: again(),
      'trace left': watchedOnce(),
      call: ruling(),
    },
    30,
  );
  report('bare Subject.next → scan → subscribe', { text: ns(best.bare) });
  report('send', { text: ns(best.send) });
  report('next, the same array again', { text: ns(best.again) });
  report('call of a rule', { text: ns(best.call) });
  report('send : bare', ratio(best.send / best.bare), { value: 8, text: '8 ×' });
  report('next again : bare', ratio(best.again / best.bare));
  report('send, trace$ once watched and left : send', ratio(best['trace left'] / best.send), {
    value: 1.1,
    text: '1.1 ×',
  });

  heading('Latency, from send to the observed state');
  const vm = new VMActor().start();
  const samples = [];
  let begun = 0n;
  vm.state$.subscribe(() => {
    if (begun !== 0n) samples.push(Number(process.hrtime.bigint() - begun) / 1000);
  });
  for (let i = 0; i < 20_000; i += 1) {
    begun = process.hrtime.bigint();
    vm.send('OP_CONSTANT', i, 'OP_POP');
  }
  samples.splice(0, 1000);
  samples.sort((a, b) => a - b);
  const at = (share) => samples[Math.floor(samples.length * share)];
  if (Number.isNaN(sink)) throw new Error('nothing was observed');
  report('median', { text: `${at(0.5).toFixed(2)} µs` });
  report('p99', { value: at(0.99), text: `${at(0.99).toFixed(2)} µs` }, { value: 20, text: '20 µs' });
};
