import { isUnclosed } from '../../lib/cli/unclosed.js';

describe('a text that is not closed', () => {
  it.each([
    '(',
    '(a (b)',
    '[a',
    '"a',
    '"a \\"',
    '"a\\',
    '|a',
    '#| a',
    "'",
    "(a '",
    '(a . ',
    '`(a ,',
    '#;',
    '(a #;',
    '(a ; )',
    '(a "',
  ])('%j', (text) => {
    expect(isUnclosed(text)).toBe(true);
  });

  it.each([
    '',
    'a',
    '(a)',
    '(a) b',
    ')',
    '(a]',
    '(a))',
    '"a"',
    '"\\q',
    "(a ')",
    '(a #;)',
    '; (',
    '#| ( |#',
    '#q',
    '(. a)',
    "'a",
  ])('is not %j', (text) => {
    expect(isUnclosed(text)).toBe(false);
  });
});
