import { skip } from 'rxjs';
import { compile, read } from 'vmactor';
import { ActorSystem } from 'vmactor/system';
import { bursts } from './bursts.js';
import { later } from './later.js';

// Ours, actors as programs: loops that receive.

const [increment] = read('increment');

const prelude = `
  (define (count n)
    (receive
      ('increment (count (+ n 1)))
      (\`(call ,from next) (reply from (+ n 1)) (count (+ n 1)))
      (\`(call ,from value) (reply from n) (count n))))

  (define (relay next seen)
    (receive
      (left
        (if (= left 0) (print (+ seen 1)) (send next (- left 1)))
        (relay next (+ seen 1)))))

  (define (ring size last)
    (if (= size 1) last (let ((next (ring (- size 1) last))) (spawn (lambda () (relay next 0))))))`;

const loop = "(let loop ((n 0)) (receive ('increment (loop (+ n 1)))))";

const started = () => {
  const system = new ActorSystem();
  const main = system.spawn(prelude);
  /** A program that is compiled once. */
  const compiled = (source) => compile(source, { syntax: main.state.variables });
  return { system, main, compiled, stop: () => system.stop() };
};

export const programs = {
  name: 'vmactor, programs',

  counter: async (messages) => {
    const { system, main, compiled, stop } = started();
    await main.evaluate("(define counter (spawn (lambda () (count 0)))) (register 'counter counter)");
    const counter = system.whereis('counter');
    const next = compiled("(call counter 'next)");
    const run = () => {
      for (let i = 1; i < messages; i += 1) counter.tell(increment);
      return main.ask(next);
    };
    return { run, stop };
  },

  ring: async (size, hops) => {
    const { system, main, stop } = started();
    await main.evaluate(`
      (define last (spawn (lambda () (receive (first (relay first 0))))))
      (define first (ring ${size} last))
      (send last first)
      (register 'first first)
      (register 'last last)`);
    const { promise, resolve } = later();
    system.whereis('last').output$.subscribe((seen) => resolve(Number(seen)));
    const first = system.whereis('first');
    const run = () => {
      first.tell(hops - 1);
      return promise;
    };
    return { run, stop };
  },

  spawn: async (actors) => {
    const { system, compiled, stop } = started();
    const program = compiled(loop);
    const before = system.counters.handled;
    const run = () => {
      for (let i = 0; i < actors; i += 1) system.spawn(program).tell(increment);
      return () => system.counters.handled - before;
    };
    return { run, stop };
  },

  ask: async (questions) => {
    const { main, compiled, stop } = started();
    await main.evaluate('(define counter (spawn (lambda () (count 0))))');
    const next = compiled("(call counter 'next)");
    const run = async () => {
      let answer;
      for (let i = 0; i < questions; i += 1) answer = await main.ask(next);
      return answer;
    };
    return { run, stop };
  },

  many: (actors) => {
    const { system, compiled, stop } = started();
    const program = compiled(loop);
    const all = Array.from({ length: actors }, () => system.spawn(program));
    for (const one of all) one.tell(increment);
    let expected = system.counters.handled;
    const run = (messages) => {
      for (let i = 0; i < messages; i += 1) all[i % actors].tell(increment);
      expected += messages;
      return () => messages + system.counters.handled - expected;
    };
    return { run, stop };
  },

  queued: async (waiting) => {
    const { system, main, compiled, stop } = started();
    await main.evaluate("(define counter (spawn (lambda () (count 0)))) (register 'counter counter)");
    const counter = system.whereis('counter');
    const value = compiled("(call counter 'value)");
    const burst = (size) => {
      for (let i = 0; i < size; i += 1) counter.tell(increment);
    };
    // What is sent while another actor has its turn waits.
    const sender = system.spawn(['OP_CONSTANT', 0]);
    sender.state$.pipe(skip(1)).subscribe(({ stack }) => burst(stack.top));
    const run = async (messages) => {
      const before = await main.ask(value);
      if (waiting === 0) burst(messages);
      else {
        for (const size of bursts(messages, waiting)) {
          sender.send('OP_POP', 'OP_CONSTANT', size);
          await main.ask(value);
        }
      }
      return (await main.ask(value)) - before;
    };
    return { run, stop };
  },
};
