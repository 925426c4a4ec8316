import { type Counters, type SystemEvent } from '../../lib/system/index.js';
import { conservation, type Moment, nothingLeft, oneHandler, tally } from '../../lib/testing/index.js';

// What is looked at after every step: each finds what is wrong in a trace that no system makes.

const none: Counters = {
  actors: 0,
  timers: 0,
  sent: 0,
  handled: 0,
  dead: 0,
  running: 0,
  queued: 0,
  hostCalls: 0,
  subscriptions: 0,
};

const moment = (
  events: readonly object[],
  counters: object = {},
  phase: Moment['phase'] = 'running',
  named?: string,
): Moment => ({
  system: {
    events: events.map((event) => ({ actor: 'b', from: 'a', ...event }) as unknown as SystemEvent),
    counters: { ...none, ...counters },
    whereis: () => named && { pid: { key: named } },
  } as unknown as Moment['system'],
  phase,
});

const [message, handled, dead] = [{ type: 'message' }, { type: 'handled' }, { type: 'deadLetter' }];

describe('conservation', () => {
  it('holds where what was sent was handled, is dead, or waits', () => {
    const events = [message, message, message, handled, dead, { ...message, from: null }, { ...handled, from: null }];
    expect(() => conservation(moment(events, { sent: 4, handled: 2, dead: 1, queued: 1 }))).not.toThrow();
  });

  it.each([
    ['a message that is handled twice', [message, handled, handled], {}, 'more messages of a to b'],
    ['one that is dead without being sent', [{ ...dead, from: null }], {}, 'more messages of the outside to b'],
    ['one that is handled for another', [message, { ...handled, from: 'c' }], {}, 'more messages of c to b'],
    ['one that vanishes', [message], {}, '0 messages wait and 0 run, but 1 were sent and not dealt with'],
    ['counters that do not add up', [message], { queued: 1 }, 'the counters do not add up'],
  ])('finds %s', (_what, events, counters, said) => {
    expect(() => conservation(moment(events, counters))).toThrow(said);
  });
});

describe('one handler', () => {
  const begun = { type: 'begun' };

  it.each([
    ['is done with it', [begun, { type: 'committed', waitsFor: null }, begun]],
    ['has failed', [begun, { type: 'faulted' }, begun]],
    ['is another', [begun, { ...begun, actor: 'c' }]],
  ])('holds where who began a message %s', (_what, events) => {
    expect(() => oneHandler(moment(events))).not.toThrow();
  });

  it.each([
    ['runs', [begun, begun]],
    ['waits', [begun, { type: 'committed', waitsFor: 'receive' }, begun]],
  ])('finds a message begun while another %s', (_what, events) => {
    expect(() => oneHandler(moment(events))).toThrow('actor b began a message in the middle of another');
  });
});

describe('nothing left', () => {
  it.each(['actors', 'timers', 'running', 'queued', 'subscriptions'])('finds %s', (what) => {
    expect(() => nothingLeft(moment([], { [what]: 1 }, 'stopped'))).toThrow(`${what}: 1 left at the end`);
    expect(() => nothingLeft(moment([], { [what]: 1 }, 'resting'))).not.toThrow();
  });

  it('finds a timer of who has ended, until it starts again', () => {
    const set = { type: 'timer', change: 'set', timer: 1 };
    const [fired, exited] = [{ ...set, change: 'fired' }, { type: 'exited' }];
    expect(() => nothingLeft(moment([set, exited]))).toThrow('a timer is left of b, which has ended');
    expect(() => nothingLeft(moment([set, fired, exited]))).not.toThrow();
    expect(() => nothingLeft(moment([set, exited, { ...set, change: 'cancelled' }]))).not.toThrow();
    expect(() => nothingLeft(moment([exited, { type: 'restarted' }, set]))).not.toThrow();
  });

  it('finds a name of who has ended, unless another has it', () => {
    const events = [{ type: 'registered', name: 'n' }, { type: 'exited' }];
    expect(() => nothingLeft(moment(events, {}, 'running', 'b'))).toThrow('the name n is left of b, which has ended');
    expect(() => nothingLeft(moment(events, {}, 'running', 'c'))).not.toThrow();
    expect(() => nothingLeft(moment(events))).not.toThrow();
  });

  it('does not mind what has happened', () => {
    expect(() => nothingLeft(moment([], { sent: 3, handled: 2, dead: 1 }, 'stopped'))).not.toThrow();
  });
});

it('a trace that grows is counted on', () => {
  const { system } = moment([message]);
  const events = system.events as SystemEvent[];
  expect(tally(events)).toMatchObject([{ sent: 1, pending: 1 }]);
  events.push({ ...message, actor: 'b', from: 'a' } as unknown as SystemEvent);
  expect(tally(events)).toMatchObject([{ sent: 2, pending: 2 }]);
});
