import { readFileSync } from 'node:fs';
import { VMActor } from 'vmactor';
import { programsOf } from './blocks';

// What the first page and its neighbours claim, where it is not code.

const readme = readFileSync('README.md', 'utf8');
const { version, license } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;

describe('README', () => {
  it('is under 200 lines', () => {
    expect(readme.split('\n').length).toBeLessThan(200);
  });

  it('has a program of twenty lines or less', () => {
    const [program] = programsOf('README.md');
    const lines = program?.blocks[0]?.block.text.split('\n').filter((line) => line.trim() !== '') ?? [];
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(20);
  });

  it.each(['vmactor/core', 'vmactor/instructions', 'vmactor'])('says how large %s is', (entry) => {
    const rows = readme.split('\n').filter((line) => line.startsWith(`| \`${entry}\` `));
    expect(rows).toEqual([expect.stringMatching(/^\| `[\w/]+` +\| \d+\.\d kB +\|$/)]);
  });

  it.each([
    ['`fuel`', '10⁸', 1e8],
    ['`limits.stack`', '5·10⁶', 5e6],
    ['`limits.store`', '10⁷', 1e7],
    ['`limits.outbox`', '10⁶', 1e6],
  ])('gives the default of %s as %s', (option, text, value) => {
    const row = readme.split('\n').find((line) => line.includes(`| ${option} |`));
    expect(row).toContain(`| ${text} |`);
    const { limits } = new VMActor().state.world;
    expect(limits[option.replace(/`|limits\./g, '') as keyof typeof limits]).toBe(value);
  });
});

describe('CHANGELOG', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8');

  it('starts with the version of the package', () => {
    expect(/^## (.*)$/m.exec(changelog)?.[1]).toBe(version);
  });
});

it('has the licence of the package', () => {
  expect(readFileSync('LICENSE', 'utf8')).toMatch(
    new RegExp(`^${license} License\n\nCopyright \\(c\\) The VMActor authors`),
  );
});

it('is a page or less for contributors', () => {
  expect(readFileSync('CONTRIBUTING.md', 'utf8').split('\n').length).toBeLessThan(50);
});
