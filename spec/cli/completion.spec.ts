import { completions } from '../../lib/cli/completion.js';
import { VMActor } from '../../lib/index.js';
import { Terminal } from './command.js';

const names = async (line: string, source = ''): Promise<readonly string[]> => {
  const vm = new VMActor().start();
  await vm.evaluate(source);
  return completions(line, vm.state)[0];
};

describe('completion', () => {
  it.each([
    ['(string-upc', ['string-upcase']],
    ['(let*-v', ['let*-values']],
    ["'(hash-table-upd", ['hash-table-update!', 'hash-table-update!/default']],
    ['(eval (interac', ['interaction-environment']],
    [':mac', [':macroexpand']],
    [' :s', [':save', ':stack']],
    [':doc string-upc', ['string-upcase']],
    [':disassemble (string-upc', ['string-upcase']],
    [':save string-upc', []],
    [':fuel string-upc', []],
    ['(frobnic', []],
    ['(', []],
    ['', []],
  ])('of %j is %j', async (line, expected) => {
    expect(await names(line)).toEqual(expected);
  });

  it('knows variables and macros of the state, each once', async () => {
    const source = `(define visitors 41) (define visit-all car) (define string-upcase car)
      (define-syntax visit! (syntax-rules () ((_ x) x)))`;
    expect(await names('(visi', source)).toEqual(['visit!', 'visit-all', 'visitors']);
    expect(await names('(string-upc', source)).toEqual(['string-upcase']);
  });

  it('leaves out what is internal, and what a library calls its own', async () => {
    const source = '(define-library (my lib) (export f) (import (scheme base)) (begin (define (f) 1)))';
    expect(await names('%', source)).toEqual([]);
    expect(await names('|', source)).toEqual([]);
    expect((await names('m', source)).filter((name) => name.includes('my'))).toEqual([]);
  });

  it('gives the Tab key names and commands', async () => {
    const terminal = new Terminal();
    await terminal.type('(define visitors 41)\r', 'vm> ');
    await terminal.type('(+ 1 visi', 'visi');
    await terminal.type('\t', 'tors');
    await terminal.type(')\r', '42');
    await terminal.type(':va', ':va');
    await terminal.type('\t', 'rs');
    await terminal.type('\r', '  visitors  41');
    terminal.stdin.end();
    expect(await terminal.ended).toBe(0);
  });
});
