import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { standardInstructions, VMActor } from '../../lib/index.js';
import { answers as repl, useFiles, vmactor } from './command.js';

const file = useFiles();
const path = (name: string): string => join(dirname(file('neighbour', '')), name);

/** A file with the snapshot of an actor, and the lines that a REPL answers to loading it. */
const loaded = async (vm: VMActor, ...lines: readonly string[]): Promise<string[]> => {
  const state = file('given.json', JSON.stringify(vm.snapshot()));
  const told = await repl(`:load ${state}`, ...lines);
  return told.map((line) => line.replaceAll(state, 'given.json'));
};

describe(':save and :load', () => {
  it('keep variables, macros, what procedures remember, and the stack', async () => {
    const state = path('state with spaces.json');
    expect(
      await repl(
        '(define next (let ((n 0)) (lambda () (set! n (+ n 1)) n)))',
        '(define-syntax five (syntax-rules () ((_) 5)))',
        '(define ring (list 1 2))',
        '(next)',
        `:save ${state}`,
      ),
    ).toEqual(['1', `saved in ${state}; :load ${state} goes on from here`]);
    expect(await repl(`:load ${state}`, ':stack', '(next)', '(five)', 'ring')).toEqual([
      `loaded ${state}; :undo takes this back`,
      '  1',
      '2',
      '5',
      '(1 2)',
    ]);
  });

  it('keep that what a procedure prints is a line', async () => {
    const state = path('printing.json');
    await repl('(define (show x) (print x))', `:save ${state}`);
    expect((await repl(`:load ${state}`, '(begin (show 1) (show 2))')).slice(1)).toEqual(['1', '2']);
  });

  it(':undo takes a load back', async () => {
    const state = path('undone.json');
    await repl('(define x 1)', `:save ${state}`);
    expect((await repl('(define x 2)', `:load ${state}`, 'x', ':undo', 'x')).slice(1)).toEqual([
      '1',
      `undone: :load ${state}`,
      '2',
    ]);
  });

  it('a loaded state has the fuel of the dialog', async () => {
    const state = path('fuel.json');
    await repl('(define x 1)', `:save ${state}`);
    const lines = await repl(':fuel 1000', `:load ${state}`, '(let loop () (loop))');
    expect(lines.join()).toContain('more than 1000 units');
  });

  it('a fault in a loaded procedure shows no line of another text', async () => {
    const [once, twice] = [path('once.json'), path('twice.json')];
    const place = (state: string): string =>
      `${state}: type-error: OP_TAIL_CALL: car takes a pair, not 1 (line 2, column 15 of its source)`;
    await repl('1', '(define (f x) (car x))', `:save ${once}`);
    expect(await repl('2', '3', '4', `:load ${once}`, '(f 1)', `:save ${twice}`)).toContain(place(once));
    expect(await repl('2', '3', '4', `:load ${twice}`, '(f 1)')).toContain(place(twice));
  });

  it('a snapshot is replaced, and nothing else', async () => {
    const state = path('replaced.json');
    const program = file('program.scm', '(print 1)');
    const lines = await repl('(define x 1)', `:save ${state}`, '(set! x 2)', `:save ${state}`, `:save ${program}`, 'x');
    expect(lines.slice(2)).toEqual(['2', `cannot save in ${program}: it is there already, and no snapshot`]);
    expect(readFileSync(program, 'utf8')).toBe('(print 1)');
    expect((await repl(`:load ${state}`, 'x'))[1]).toBe('2');
  });

  it('go through the files that are given', async () => {
    const disk = new Map<string, string>();
    const files = {
      read: async (name: string): Promise<string> => disk.get(name) ?? Promise.reject(new Error('it is not here')),
      write: (name: string, text: string): Promise<void> => Promise.resolve(void disk.set(name, text)),
    };
    const { out, err } = await vmactor(['repl'], {
      files,
      stdin: ':load there\n(define x 5)\n:save here\n:reset\n:load here\nx',
    });
    expect(err).toBe('cannot read there: it is not here\n');
    expect(out).toMatch(/loaded here; :undo takes this back\n5\n$/);
    expect([...disk.keys()]).toEqual(['here']);
  });
});

describe(':load', () => {
  it.each([
    ['missing.json', null, 'cannot read missing.json: no such file or directory'],
    ['program.scm', '(define x 1)', 'cannot load program.scm: it is no snapshot, such as :save writes'],
    ['bytecode.json', '["OP_CONSTANT", 5]', 'cannot load bytecode.json: it is no snapshot, such as :save writes'],
    ['null.json', 'null', 'cannot load null.json: it is no snapshot, such as :save writes'],
    ['other.json', '{"format": 99}', 'cannot load other.json: this snapshot cannot be read: its format is 99, not 1'],
    ['broken.json', '{"format": 1, "instructions": {}}', 'cannot load broken.json: this snapshot cannot be read: '],
  ])('says what is wrong with %s, and goes on', async (name, text, complaint) => {
    const given = text === null ? path(name) : file(name, text);
    const lines = await repl('(define x 1)', `:load ${given}`, 'x', ':undo');
    expect(lines.slice(0, 2)).toEqual(['1', 'undone: (define x 1)']);
    expect(lines[2]?.replaceAll(given, name)).toContain(complaint);
  });

  it('cannot read a folder, nor write in one that is not there', async () => {
    expect(await repl(':load .', ':load', ':save /missing/folder/state.json', ':save')).toEqual([
      'usage: :load FILE',
      'usage: :save FILE',
      'cannot read .: illegal operation on a directory',
      'cannot write /missing/folder/state.json: no such file or directory',
    ]);
  });

  it('names the host function that is missing', async () => {
    const vm = new VMActor().start();
    vm.defineFunction('vat', (net: number) => net * 0.19);
    const [first, second] = await loaded(vm);
    expect(first).toMatch(/^cannot load given\.json: .* host function vat/);
    expect(second).toBe('(the command has the standard instructions, and no functions of a host)');
  });

  it('names the instruction that is missing', async () => {
    const instructions = standardInstructions.define('OP_BLINK', (state) => state);
    const vm = new VMActor({ instructions }).start();
    const body = { name: 'blink', params: [], rest: null, locals: 0, captures: [], body: ['OP_BLINK', 'OP_NIL', 'OP_RETURN'], positions: [] }; // prettier-ignore
    await vm.ask('OP_CLOSURE', body, 'OP_DEFINE_VARIABLE', 'blink');
    expect((await loaded(vm))[0]).toMatch(/^cannot load given\.json: .*OP_BLINK/);
  });

  it('takes the state before a message that was running', async () => {
    const vm = new VMActor();
    vm.send('OP_CONSTANT', 1, 'OP_DEFINE_VARIABLE', 'x');
    vm.execute();
    vm.send('OP_CONSTANT', 2, 'OP_DEFINE_VARIABLE', 'x', 'OP_NIL');
    vm.step();
    vm.step();
    expect(vm.state.status).toBe('running');
    expect(await loaded(vm, 'x', ':stack')).toEqual(['loaded given.json; :undo takes this back', '1', '  1']);
  });
});
