import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import MagicString from 'magic-string';

// The library for Node.js, where what counts is how soon a program has its first value, more than size. Of an arrow
// function in a module the engine reads the body at once, and again when it is called; of another function only then,
// unless it is in parentheses: those it reads once, at once. So arrow functions become others here, in parentheses where
// they run before the first value. That is a sixth less of what the library adds to the start of a program.

const firstValue = `
  import { Session } from 'node:inspector/promises';
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true });
  const { compile, VMActor } = await import('./dist/index.js');
  const vm = new VMActor().start();
  vm.send(...compile('(+ (* 3 4) (- 20 10))'));
  vm.stop();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  console.log(JSON.stringify(result.filter(({ url }) => url.includes('/dist/'))));
`;

/** The functions that run before the first value: where they begin, by the address of their file. */
const ranFirst = () => {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', firstValue], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return new Map(
    JSON.parse(output).map(({ url, functions }) => [
      url,
      new Set(
        functions.filter(({ ranges: [{ count }] }) => count > 0).map(({ ranges: [{ startOffset }] }) => startOffset),
      ),
    ]),
  );
};

/** A plugin of Rollup that takes what was built in `dist`. */
export const forNode = () => {
  let ran;
  return {
    name: 'for-node',
    buildStart() {
      ran = ranFirst();
    },
    load: (id) => ({ code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) }),
    transform(code, id) {
      const first = ran.get(pathToFileURL(id).href) ?? new Set();
      const edited = new MagicString(code);
      const visit = (node) => {
        if (node?.type === 'ArrowFunctionExpression') rewrite(node);
        else if (!/Function|Class/.test(node?.type))
          for (const part of Object.values(Object(node))) if (typeof part === 'object') visit(part);
      };
      const rewrite = ({ start, end, params, expression, async: isAsync }) => {
        if (isAsync) return;
        const arrow = code.indexOf('=>', params.at(-1)?.end ?? start);
        const isBare = code[start] !== '(';
        const isFirst = first.has(start);
        edited.appendLeft(start, `${isFirst ? '(' : ''}function${isBare ? '(' : ''}`);
        edited.overwrite(arrow, arrow + 2, `${isBare ? ')' : ''}${expression ? '{return ' : ''}`);
        edited.appendRight(end, `${expression ? '}' : ''}${isFirst ? ')' : ''}`);
      };
      visit(this.parse(code));
      return { code: edited.toString(), map: edited.generateMap({ hires: true }) };
    },
  };
};
