import { isVMError, located, VMError } from '../../lib/data/error.js';
import { faults, type FaultCode } from '../../lib/data/faults.js';

const codes = [
  'unknown-instruction',
  'instruction-exists',
  'missing-operand',
  'bad-operand',
  'bad-jump',
  'stack-underflow',
  'unbound-variable',
  'type-error',
  'out-of-range',
  'arity-error',
  'division-by-zero',
  'not-a-procedure',
  'syntax-error',
  'read-error',
  'out-of-fuel',
  'stack-limit',
  'store-limit',
  'outbox-limit',
  'host-failed',
  'user-raised',
  'misuse',
];

it('has a row in the table for every code, and no other', () => {
  expect(Object.keys(faults).sort()).toEqual([...codes].sort());
});

it.each(codes)('%s has a cause and a remedy, each a sentence', (code) => {
  const { cause, remedy } = faults[code as FaultCode];
  expect(cause).toMatch(/^[A-Z`].*\.$/);
  expect(remedy).toMatch(/^[A-Z`].*\.$/);
});

it('names the opcode before the detail', () => {
  const fault = new VMError('type-error', 'the detail', { opcode: 'OP_ADD', position: 3, line: 1, column: 2 });
  expect(fault).toMatchObject({
    name: 'VMError',
    message: 'OP_ADD: the detail',
    detail: 'the detail',
    opcode: 'OP_ADD',
    position: 3,
    line: 1,
    column: 2,
  });
  expect(fault).toBeInstanceOf(Error);
});

it('takes the places it did not know, and keeps those it knew', () => {
  const cause = new Error('host');
  const fault = new VMError('host-failed', 'd', { line: 1, column: 2 }, { cause });
  expect(located(fault, { opcode: 'OP_X', position: 7, line: 9, column: 9 })).toMatchObject({
    message: 'OP_X: d',
    opcode: 'OP_X',
    position: 7,
    line: 1,
    column: 2,
    cause,
  });
});

describe('isVMError', () => {
  it('knows a fault, also one of another copy of the library', () => {
    const foreign = Object.assign(new Error('m'), { name: 'VMError', code: 'type-error', detail: 'm' });
    expect(isVMError(new VMError('misuse', 'x'))).toBe(true);
    expect(isVMError(foreign)).toBe(true);
  });

  it('knows nothing else', () => {
    const others = [
      undefined,
      null,
      1,
      'VMError',
      {},
      new Error('x'),
      Object.assign(new Error('x'), { name: 'VMError', code: 'toString' }),
      { name: 'VMError', code: 'misuse' },
    ];
    for (const other of others) expect(isVMError(other)).toBe(false);
  });

  it('never throws, whatever it is asked about', () => {
    class Trap extends Error {
      override get name(): string {
        throw this;
      }
    }
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const answer = (thrown: unknown): boolean | string => {
      try {
        return isVMError(thrown);
      } catch {
        return 'it threw';
      }
    };
    expect(answer(new Trap())).toBe(false);
    expect(answer(proxy)).toBe(false);
  });
});
