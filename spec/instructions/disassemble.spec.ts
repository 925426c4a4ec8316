import fc from 'fast-check';
import { compile } from '../../lib/compiler/compile.js';
import { disassemble } from '../../lib/instructions/disassemble.js';
import { instructionSet, standardInstructions } from '../../lib/instructions/standard.js';

describe('disassemble', () => {
  it('shows one instruction a line, with its offset', () => {
    expect(disassemble(compile('(+ 5 10)'))).toBe('   0  OP_CONSTANT 5\n   2  OP_CONSTANT 10\n   4  OP_ADD');
  });

  it('shows nothing of nothing', () => {
    expect(disassemble([])).toBe('');
  });

  it('shows values as they are written', () => {
    expect(disassemble(['OP_CONSTANT', 'a "b"', 'OP_CONSTANT', { list: [{ symbol: 'x' }, true], tail: null }])).toBe(
      '   0  OP_CONSTANT "a \\"b\\""\n   2  OP_CONSTANT (x #t . nil)',
    );
  });

  it('shows where jumps lead', () => {
    expect(disassemble(['OP_TRUE', 'OP_JUMP_IF_FALSE', 2, 'OP_LOOP', 5])).toBe(
      '   0  OP_TRUE\n   1  OP_JUMP_IF_FALSE 2  ; to 5\n   3  OP_LOOP 5  ; to 0',
    );
  });

  it('shows bodies behind the code that makes them, with their parameters and what they capture', () => {
    const text = disassemble(compile('(define (f a . b) (lambda () (list a b)))'));
    expect(text).toMatch(/^ {3}0 {2}OP_CLOSURE f\n {3}2 {2}OP_DEFINE_VARIABLE f\n\nf \(a \. b\)\n/);
    expect(text).toMatch(/\n\nlambda \(\).*captures local 0, local 1\n {3}0 {2}OP_GET_VARIABLE list\n/);
  });

  it('shows every instruction of the table', () => {
    for (const [opcode, { operands }] of standardInstructions) {
      const line = disassemble([
        opcode,
        ...operands.map((kind) => (kind === 'name' ? 'x' : kind === 'code' ? { name: 'f', params: [], body: [] } : 0)),
      ]);
      expect(line.split('\n')[0]).toMatch(new RegExp(`^ {3}0 {2}${opcode}( |$)`));
      expect(line).not.toContain('not an instruction');
    }
  });

  it('shows what is no instruction as a word', () => {
    expect(disassemble(['OP_NIL', 'WHAT', 5, null])).toBe(
      '   0  OP_NIL\n   1  WHAT  ; not an instruction\n   2  5  ; not an instruction\n   3  null  ; not an instruction',
    );
  });

  it('shows code that ends inside an instruction, and operands that are wrong', () => {
    expect(disassemble(['OP_CONSTANT'])).toContain('OP_CONSTANT');
    expect(disassemble(['OP_CLOSURE', 5, 'OP_JUMP', 'x', 'OP_CALL', {}, 'OP_CONSTANT', () => 1])).toBe(
      '   0  OP_CLOSURE 5\n   2  OP_JUMP x\n   4  OP_CALL an object\n   6  OP_CONSTANT a function',
    );
  });

  it('knows the instructions of another set', () => {
    const instructions = instructionSet({ OP_TWO: { handler: (state) => state, operands: 2 } });
    expect(disassemble(['OP_TWO', 1, 'OP_ADD', 'OP_ADD'], instructions)).toBe('   0  OP_TWO 1 "OP_ADD"\n   3  OP_ADD');
  });

  it('never throws', () => {
    const word = fc.oneof(
      fc.constantFrom(...[...standardInstructions].map(([opcode]) => opcode)),
      fc.anything({ withNullPrototype: true, withBigInt: true }),
      fc.constant(Symbol('s')),
    );
    const body = fc.record(
      {
        name: fc.anything(),
        params: fc.anything(),
        captures: fc.anything(),
        rest: fc.anything(),
        body: fc.array(word),
      },
      { requiredKeys: ['body'] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, body)), (words) => typeof disassemble(words) === 'string'),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(body, (code) => typeof disassemble(['OP_CLOSURE', code]) === 'string'),
      { numRuns: 1000 },
    );
  });

  it('shows ten thousand bodies, each inside the other', () => {
    let code: unknown = { params: [], body: [] };
    for (let i = 0; i < 10_000; i += 1) code = { name: 'f', params: [], body: ['OP_CLOSURE', code] };
    expect(disassemble(['OP_CLOSURE', code]).split('\n\n')).toHaveLength(10_002);
  });
});
