import * as fc from 'fast-check';
import { delay, of } from 'rxjs';
import { language } from '../../lib/actor/evaluation.js';
import { Engine } from '../../lib/fusion/engine.js';
import { FusedCode } from '../../lib/fusion/fused-code.js';
import { compile, unary, type Value, VMActor, VMState } from '../../lib/index.js';
import { defaultLimits } from '../../lib/machine/limits.js';
import { Closure } from '../../lib/machine/procedures.js';
import { writeSnapshot } from '../../lib/snapshot/write.js';
import { LocalRef } from '../../lib/system/actor-ref.js';
import { type ActorRef, type ActorSpec, systemInstructions } from '../../lib/system/index.js';
import { testSystem, traceText } from '../../lib/testing/index.js';
import { program } from '../laws/programs.js';
import { programs, specs } from './programs.js';
import { watched } from './systems.js';

// Hot code of actors is fused, and nobody can tell: the same events, answers, fuel and order, in slices of any size.

const engineOf = (ref: ActorRef): unknown => (ref instanceof LocalRef ? ref.inside.kernel.fusion : undefined);

/** The actor, in whose system code is hot when it has run so often. */
const heated = (ref: ActorRef, hot: number): ActorRef => {
  const engine = engineOf(ref);
  if (engine instanceof Engine) Object.assign(engine, { hot });
  return ref;
};

const fusedOf = (ref: ActorRef, name: string): unknown => {
  const value: Value | undefined = ref.state.variables.get(name);
  return value instanceof Closure ? value.code.fused : undefined;
};

/** Where actors stand, written down. */
const standing = (refs: readonly ActorRef[]): readonly unknown[] =>
  refs.map(({ state, isAlive, waitsFor }) => [
    isAlive,
    waitsFor?.['type'],
    state.fuel,
    state.position,
    state.stack.length,
    state.world.fusion,
  ]);

interface Play {
  readonly slice: number;
  readonly seed: number;
  readonly fusion: boolean;
}

/** All that happens in a system, with messages that come one after the other. */
const played = (
  actors: readonly ActorSpec[],
  messages: readonly (readonly unknown[])[],
  { slice, seed, fusion }: Play,
): readonly unknown[] => {
  const system = testSystem({ slice, seed, fusion });
  heated(system.spawn(), 1);
  const refs = actors.map((spec) => system.spawn(spec));
  for (let step = 0; step < 3000 && system.step(); step += 1);
  for (const words of messages) {
    for (const ref of refs) ref.next(words);
    for (let step = 0; step < 3000 && system.step(); step += 1);
  }
  const before = standing(refs);
  void system.stop();
  for (let step = 0; step < 30_000 && system.step(); step += 1);
  return [traceText(system.events), before, standing(refs), system.counters];
};

const slices = fc.constantFrom(1, 7, 100, 4000);

describe('fused and interpreted systems', () => {
  it('do the same in random programs of actors', () => {
    fc.assert(
      fc.property(programs, slices, fc.nat(1000), (sources, slice, seed) => {
        const play = (fusion: boolean): readonly unknown[] => played(specs(sources), [], { slice, seed, fusion });
        expect(play(true)).toEqual(play(false));
      }),
      { numRuns: 150 },
    );
  });

  it('do the same in random programs that compute', () => {
    const limits = { fuel: 5000, stack: 300, store: 500, outbox: 30 };
    fc.assert(
      fc.property(program, slices, fc.nat(1000), (texts, slice, seed) => {
        const messages = (): (readonly unknown[])[] =>
          texts.flatMap((text) => {
            try {
              return [compile(text)];
            } catch {
              return [];
            }
          });
        const actors: ActorSpec[] = [
          { limits, onFault: 'resume' },
          { limits, onFault: 'restart' },
        ];
        const play = (fusion: boolean): readonly unknown[] => played(actors, messages(), { slice, seed, fusion });
        expect(play(true)).toEqual(play(false));
      }),
      { numRuns: 150 },
    );
  });
});

/** What is seen of something that is done in a system, with `fusion` and without. */
const bothWays = (
  done: (system: ReturnType<typeof watched>, seen: (line: unknown) => void) => void,
  slice: number,
): readonly unknown[] => {
  const ways = [true, false].map((fusion) => {
    const all = watched({ slice, fusion });
    const seen: unknown[] = [];
    const events: string[] = [];
    heated(all.system.spawn(), 2);
    all.system.events$.subscribe((event) => events.push(traceText([event])));
    done(all, (line) => seen.push(line));
    all.flush();
    return [seen, all.lines, events, all.system.counters];
  });
  expect(ways[0]).toEqual(ways[1]);
  return [...(ways[0]?.[0] as unknown[]), ...(ways[0]?.[1] as unknown[])];
};

const sum = '(define (sum n s) (if (= n 0) s (sum (- n 1) (+ s n))))';

describe.each([1, 7, 100, 4000, Infinity])('in slices of %d', (slice) => {
  it('a receive in the middle of a hot loop takes what has come', () => {
    const lines = bothWays(({ run }, seen) => {
      const actor = run(`
        (define total 0)
        (let loop ((i 0))
          (if (< i 300)
              (begin
                (set! total (+ total i))
                (if (= 0 (modulo i 10)) (receive (n (set! total (+ total n)))))
                (loop (+ i 1)))))
        (print total)`);
      actor.state$.subscribe(({ fuel, position, world }) => {
        seen([fuel, position, world.fusion]);
      });
      for (let i = 0; i < 30; i += 1) actor.tell(1000);
    }, slice);
    expect(lines.at(-1)).toBe(String((299 * 300) / 2 + 30_000));
  });

  it('a call of an actor and a capability in hot procedures wait, and go on', () => {
    const lines = bothWays(({ system, clock, lines: all }) => {
      system.spawn(`(register 'twice (self)) (let loop () (receive (\`(call ,from ,n) (reply from (* 2 n)) (loop))))`);
      const actor = system.spawn({
        capabilities: { later: (n: number) => of(n + 1).pipe(delay(5, clock)), host: (n: number) => n + 1 },
      });
      actor.output$.subscribe((line) => all.push(line));
      actor.next(
        compile(
          `(define (ask n) (+ (later n) (host n) (call 'twice n)))
           (define (all n s) (if (= n 0) s (all (- n 1) (+ s (ask n)))))
           (print (all 40 0))`,
          { syntax: actor.state.variables },
        ),
      );
    }, slice);
    expect(lines.at(-1)).toBe(String(40 * 41 * 2 + 80));
  });

  it('an exit signal comes between two slices, and a fault after as much', () => {
    bothWays(({ system, run }, seen) => {
      const one = run(`${sum} (sum 100 0) (sum 2000 0) (print (sum 3000 0))`);
      one.monitor().subscribe(seen);
      one.exit();
      const other = run(`${sum} (define (late n) (if (= n 0) (car 5) (late (- n 1)))) (late 50) (print 'never)`);
      other.monitor().subscribe(seen);
      const poor = system.spawn({ source: `${sum} (sum 10000 0)`, limits: { fuel: 20_000 } });
      poor.monitor().subscribe(seen);
    }, slice);
  });

  it('a user’s function that sends from the inside of fused code is called as often', () => {
    bothWays(({ system }, seen) => {
      const to = system.spawn({
        instructions: systemInstructions,
        source: '(let loop () (receive (n (print n) (loop))))',
      });
      const instructions = systemInstructions.define(
        'OP_TOLD',
        unary((n) => {
          to.tell(n);
          seen([n, to.waitsFor?.['type'], system.counters.queued]);
          return n;
        }),
      );
      const body = ['OP_GET_LOCAL', 0, ...Array.from({ length: 12 }, () => 'OP_TOLD'), 'OP_RETURN'];
      const code = { name: 'told', params: ['n'], rest: null, locals: 1, captures: [], body, positions: [] };
      const actor = system.spawn({ instructions, bytecode: ['OP_CLOSURE', code, 'OP_DEFINE_VARIABLE', 'told'] });
      void actor.evaluate('(do ((i 0 (+ i 1))) ((= i 9)) (told i))');
    }, slice);
  });

  it('what is written down at each commit is the same, and goes on alike from there', () => {
    const texts = bothWays(({ system }, seen) => {
      const actor = system.spawn(`${sum}
        (define box (let ((n 0)) (lambda (m) (set! n (+ n m)) n)))
        (define (serve) (receive (n (box (sum n 0)) (serve))))`);
      actor.next(compile('(serve)'));
      actor.state$.subscribe((state) => {
        const place = { state: state.withWorld({ limits: defaultLimits }), base: VMState.initial(), received: 1 };
        seen(JSON.stringify(writeSnapshot(place, language)));
      });
      for (let n = 0; n < 12; n += 1) actor.tell(n * 20);
      const other = system.spawn(`${sum} (define kept 0) (define (keep n) (set! kept (+ kept (sum n 0))) kept)`);
      for (let n = 0; n < 12; n += 1) void other.evaluate(`(keep ${n})`);
      const state = other.state.withWorld({ limits: defaultLimits });
      const text = JSON.stringify(new VMActor({ instructions: systemInstructions, state }).snapshot());
      const restored = VMActor.restore(JSON.parse(text) as never, { instructions: systemInstructions }).state;
      const again = system.spawn({ state: restored });
      for (const each of [other, again]) for (let n = 0; n < 5; n += 1) void each.evaluate('(keep 30)').then(seen);
      seen(text);
    }, slice);
    expect(texts.length).toBeGreaterThan(13);
  });
});

describe('an actor that is hot', () => {
  const done = ({ run, flush }: ReturnType<typeof watched>): ActorRef => {
    const actor = run(hot);
    flush();
    return actor;
  };
  const hot = `${sum} (define (often n) (if (> n 0) (begin (sum 5 0) (often (- n 1))))) (often 30000)`;

  it('is fused', () => {
    const actor = done(watched());
    expect(fusedOf(actor, 'sum')).toBeInstanceOf(FusedCode);
    expect(fusedOf(actor, 'often')).toBeInstanceOf(FusedCode);
    expect(actor.state.world.fusion).toBeNull();
  });

  it('is interpreted in a system that is told so', () => {
    const actor = done(watched({ fusion: false }));
    expect([fusedOf(actor, 'sum'), engineOf(actor)]).toEqual([null, null]);
  });

  it('is fused where it goes on behind a receive', () => {
    const actor = watched().run(`${sum} (let loop () (receive (n (sum n 0) (loop))))`);
    for (let i = 0; i < 50; i += 1) actor.tell(3000);
    expect(fusedOf(actor, 'sum')).toBeInstanceOf(FusedCode);
    expect(actor.state.world.fusion).toBeNull();
  });

  it('shares one engine with all of its system, and none with others', () => {
    const [one, other] = [watched(), watched()];
    const [a, b, c] = [one.system.spawn(), one.run(hot), other.run(hot)];
    expect(engineOf(a)).toBeInstanceOf(Engine);
    expect(engineOf(a)).toBe(engineOf(b));
    expect(engineOf(a)).not.toBe(engineOf(c));
  });

  it('has variables of its own, though its code is that of others', () => {
    const { system, lines } = watched();
    const code = compile(
      '(define (work n) (if (> n 0) (begin (set! seen (+ seen step)) (work (- n 1))) seen))\n(define seen 0)',
    );
    const actors = [1, 10].map((step) => {
      const actor = system.spawn({ variables: { step } });
      heated(actor, 3).output$.subscribe((line) => lines.push(line));
      actor.next(code);
      return actor;
    });
    for (let i = 0; i < 5; i += 1) for (const actor of actors) void actor.evaluate('(print (work 7))');
    expect(lines).toEqual([7, 70, 14, 140, 21, 210, 28, 280, 35, 350].map(String));
  });
});

describe('virtual time', () => {
  it('passes alike for the same seed, fused or not', () => {
    const trace = (seed: number, fusion: boolean): string => {
      const system = testSystem({ seed, fusion, slice: 50 });
      heated(system.spawn(), 5);
      for (const name of 'abc')
        system.spawn(`${sum}
          (let loop ((i 0))
            (when (< i 8) (sleep (modulo (sum (* 7 i) 0) 13)) (print (list '${name} i (sum 40 i))) (loop (+ i 1))))`);
      return traceText(system.run().events);
    };
    for (let seed = 0; seed < 8; seed += 1) {
      const fused = trace(seed, true);
      expect(fused).toContain('(a 7');
      expect(fused).toBe(trace(seed, true));
      expect(fused).toBe(trace(seed, false));
    }
  });
});
