import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

// Runs an example: npm run example -- NAME

type Example = (log: (...parts: unknown[]) => void) => void | Promise<void>;

const folder = 'docs/examples';
const name = process.argv[2] ?? '';
const path = [`${folder}/${name}.ts`, `${folder}/${name}/${name}.ts`].find((each) => existsSync(each));

if (name === '' || path === undefined) {
  const names = readdirSync(folder)
    .filter((each) => !/\.(scm|json)$/.test(each))
    .map((each) => each.replace(/\.ts$/, ''));
  console.error(`npm run example -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exitCode = 1;
} else {
  const { example } = (await import(pathToFileURL(path).href)) as { readonly example: Example };
  await example(console.log);
}
