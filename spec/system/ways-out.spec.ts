import { NEVER } from 'rxjs';
import { VMActor, VMState } from '../../lib/index.js';
import { language } from '../../lib/actor/evaluation.js';
import { emptyList } from '../../lib/data/values.js';
import { defaultLimits } from '../../lib/machine/limits.js';
import { writeSnapshot } from '../../lib/snapshot/write.js';
import { systemInstructions } from '../../lib/system/index.js';
import { conserved, watched } from './systems.js';

// The only way out of the machine is a capability that the embedding program passed in, and where one is waited for the
// actor is data.

const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'ask', 'fetch', 'eval', ''];

describe.each([
  ['no capabilities', {}],
  ['others', { capabilities: { other: () => 5 } }],
])('an actor that was given %s', (_what, given) => {
  it.each(names)('cannot call %p: the call fails, the request too, and it goes on', (name) => {
    const { system } = watched();
    const actor = system.spawn({ ...given, onFault: 'resume' });
    const reasons: string[] = [];
    system.deadLetters$.subscribe(({ reason }) => reasons.push((reason as Error).message));
    const lines: string[] = [];
    actor.output$.subscribe((line) => lines.push(line));
    actor.send('OP_CONSTANT', name, 'OP_CONSTANT', emptyList, 'OP_HOST_CALL', 'OP_ANSWER');
    const refusal = `this actor was not given the capability ${name}`;
    expect(reasons).toEqual([`OP_ANSWER: ${refusal}`]);
    void actor.evaluate(`
      (%send-request ${JSON.stringify(name)} '())
      (print (receive (('failed _ reason) (error-object-message reason))))`);
    expect([lines, actor.isAlive, system.counters.hostCalls]).toEqual([[refusal], true, 0]);
    conserved(system);
  });
});

describe('the state of an actor that waits for the host', () => {
  it.each([
    ['(ask 1 "two")', { type: 'host-call', name: 'ask' }],
    ['(sleep 5)', { type: 'sleep', within: 5 }],
    ["(receive ('never 1) (after 7 1))", { type: 'receive', within: 7 }],
    ["(call 'busy 1)", { type: 'call' }],
  ])('is data that can be written down and read back, as for any other wait: %s', (wait, waitsFor) => {
    const { system } = watched();
    system.spawn({ name: 'busy' });
    const source = `(define n 1) (let ((m 2)) (print (list n m ${wait})))`;
    const actor = system.spawn({ source, capabilities: { ask: () => NEVER } });
    expect(actor.waitsFor).toMatchObject(waitsFor);
    const state = actor.state.withWorld({ limits: defaultLimits });
    const written = JSON.stringify(writeSnapshot({ state, base: VMState.initial(), received: 1 }, language));
    const read = VMActor.restore(JSON.parse(written) as never, { instructions: systemInstructions });
    expect(JSON.stringify(read.snapshot())).toBe(written);
  });
});

describe('while an actor waits for an answer', () => {
  it('it handles no message of any priority, and no notice; an exit ends it all the same', () => {
    const { system, lines, run } = watched();
    const actor = system.spawn({
      capabilities: { ask: () => NEVER },
      mailbox: { priorities: true },
      source: "(register 'busy (self)) (monitor 'nobody) (ask) (print 'not-reached)",
    });
    actor.output$.subscribe((line) => lines.push(line));
    const { position } = actor.state;
    actor.next({ bytecode: ['OP_NIL', 'OP_PRINT', 'OP_POP'], priority: 9 });
    actor.tell('urgent', { priority: 9 });
    run("(link 'busy)");
    expect([actor.state.position, system.counters.queued, lines]).toEqual([position, 3, []]);
    expect(actor.waitsFor).toMatchObject({ type: 'host-call', name: 'ask' });
    actor.exit('enough');
    expect(actor.isAlive).toBe(false);
    expect(system.counters).toMatchObject({ hostCalls: 0, queued: 0 });
    conserved(system);
  });

  it('others go on', () => {
    const { system, lines } = watched();
    system.spawn({ capabilities: { ask: () => NEVER }, source: '(ask)' });
    const other = system.spawn();
    other.output$.subscribe((line) => lines.push(line));
    void other.evaluate("(print 'on)");
    expect(lines).toEqual(['on']);
  });
});
