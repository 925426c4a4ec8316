import * as vmactor from '../lib/index.js';
import * as core from '../lib/core/index.js';
import * as instructions from '../lib/instructions/index.js';
import * as system from '../lib/system/index.js';
import * as testing from '../lib/testing/index.js';
import { VMActor } from '../lib/index.js';

// The public names. A name added or taken away is a decision, and is made here first.

const names = (entry: object): string[] => Object.keys(entry).sort();

const machine = [
  'VMError',
  'VMState',
  'decode',
  'define',
  'drop',
  'emit',
  'fold',
  'assemble',
  'isVMError',
  'lookup',
  'mailbox',
  'peek',
  'pop',
  'push',
];

describe('the public names', () => {
  it('of vmactor', () => {
    expect(names(vmactor)).toEqual(
      [
        ...machine,
        'VMActor',
        'binary',
        'compile',
        'nullary',
        'unary',
        'disassemble',
        'execute',
        'fromHost',
        'instructionSet',
        'print',
        'read',
        'standardInstructions',
        'toHost',
      ].sort(),
    );
  });

  it('of vmactor/core', () => {
    expect(names(core)).toEqual([...machine, 'Actor', 'InstructionSet'].sort());
  });

  it('of vmactor/instructions', () => {
    expect(names(instructions)).toEqual([
      'binary',
      'disassemble',
      'instructionSet',
      'nullary',
      'standardInstructions',
      'unary',
    ]);
  });

  it('of vmactor/system', () => {
    expect(names(system)).toEqual([
      'ActorSystem',
      'Pair',
      'Reaction',
      'answer',
      'countChildren',
      'deleteChild',
      'list',
      'react',
      'reducer',
      'restartChild',
      'self',
      'send',
      'startAlike',
      'startChild',
      'supervisor',
      'symbol',
      'systemInstructions',
      'tell',
      'terminateChild',
      'whichChildren',
    ]);
  });

  it('of vmactor/testing', () => {
    expect(names(testing)).toEqual(
      ['TestSystem', 'conservation', 'explore', 'nothingLeft', 'oneHandler', 'tally', 'testSystem', 'traceText'].sort(),
    );
  });

  it('of an actor', () => {
    const vm = new VMActor();
    const methods = [Object.getPrototypeOf(VMActor.prototype) as object, VMActor.prototype].flatMap((each) =>
      Object.getOwnPropertyNames(each),
    );
    expect(
      [...new Set([...Object.keys(vm), ...methods])]
        .filter((name) => !['constructor', 'answer', 'apply', 'explain', 'resume', 'turn'].includes(name))
        .sort(),
    ).toEqual(
      [
        ...[
          'bytecode$',
          'state$',
          'trace$',
          'output$',
          'faults$',
          'deadLetters$',
          'state',
          'start',
          'stop',
          'send',
          'next',
          'ask',
        ],
        ...[
          'evaluate',
          'call',
          'top',
          'loadBytecode',
          'execute',
          'step',
          'defineInstruction',
          'replaceInstruction',
          'defineFunction',
          'snapshot',
        ],
      ].sort(),
    );
    expect(typeof vm[Symbol.dispose]).toBe('function');
  });
});
