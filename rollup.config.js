import { readdirSync, rmSync } from 'node:fs';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { dts } from 'rollup-plugin-dts';
import { forNode } from './scripts/for-node.js';

// Five bundles: ESM, the same for Node.js, the command, CommonJS, and the types of all. What entries share lies in a
// folder `shared`, so that the VMState of `vmactor` and that of `vmactor/core` are one class and one type.

rmSync('dist', { recursive: true, force: true });

const library = {
  index: 'lib/index.ts',
  core: 'lib/core/index.ts',
  instructions: 'lib/instructions/index.ts',
  system: 'lib/system/index.ts',
  testing: 'lib/testing/index.ts',
};
const external = ['rxjs', 'commander', 'fast-check', /^node:/];

// Imports of types alone are dropped here (they close circles that do not exist at run time), so a warning about a
// circle is a real one, and no warning is let pass.
const compiled = () =>
  typescript({
    tsconfig: './tsconfig.json',
    noEmitOnError: true,
    compilerOptions: {
      module: 'ESNext',
      moduleResolution: 'Bundler',
      noEmit: false,
      declaration: false,
      isolatedDeclarations: false,
      isolatedModules: true,
      verbatimModuleSyntax: false,
      sourceMap: true,
      inlineSources: true,
    },
  });

// What is shipped is read anew by every program that starts: without comments and spaces that takes half the time, and
// maps lead back to the sources. Lines are short, since Node.js shows the one that threw. Functions that are used once
// stay where they are: inside of others they would be made anew with each call, and the minifiers of users' bundles would
// find rarer names for what is in them (0.5 kB).
const compact = () =>
  terser({
    ecma: 2020,
    compress: { passes: 3, pure_getters: true, reduce_funcs: false },
    format: { preserve_annotations: true, max_line_len: 120 },
  });

const onwarn = (warning) => {
  throw Object.assign(new Error(warning.message), warning);
};

const files = (extension) => ({
  dir: 'dist',
  entryFileNames: `[name].${extension}`,
  chunkFileNames: `shared/[name].${extension}`,
  hoistTransitiveImports: false,
  minifyInternalExports: false,
});

// Modules of a floor lie together, since what is alike compresses better close to each other (0.15 kB): importing a module
// decides where it lies, and nothing else.
const byFloor = () => ({
  name: 'by-floor',
  transform(code, id) {
    if (!id.endsWith(library.index)) return null;
    const modules = ['data', 'machine', 'instructions', 'library'].flatMap((floor) =>
      readdirSync(`lib/${floor}`).map((name) => `${floor}/${name}`),
    );
    const imports = modules
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `import './${path.replace('.ts', '.js')}';`);
    return { code: [...imports, code].join('\n'), map: null };
  },
});

// Each file more takes a program longer to start, so there is one for each entry. The command is a program and has a
// copy of its own: else what it needs of the library beyond the public names would make it two files.
const manualChunks = { machine: [library.core, library.instructions], index: [library.index] };

const code = { sourcemap: true, manualChunks, plugins: [compact()] };

// `Symbol.dispose` is younger than the ES2022 of the other types: a user's project need not name its library.
const disposable = '/// <reference lib="esnext.disposable" />';

export default [
  {
    input: library,
    output: { ...files('js'), ...code, format: 'es' },
    external,
    onwarn,
    plugins: [byFloor(), compiled()],
    treeshake: { moduleSideEffects: false },
  },
  {
    input: Object.keys(library).map((name) => `dist/${name}.js`),
    output: {
      ...files('js'),
      dir: 'dist/node',
      sourcemap: true,
      manualChunks: { machine: ['dist/shared/machine.js'], index: ['dist/index.js'] },
    },
    external,
    onwarn,
    plugins: [forNode()],
    treeshake: false,
  },
  {
    input: 'lib/cli/main.ts',
    output: {
      file: 'dist/cli.js',
      format: 'es',
      sourcemap: true,
      plugins: [compact()],
      banner: '#!/usr/bin/env node',
    },
    external,
    onwarn,
    plugins: [compiled()],
  },
  {
    input: library,
    output: { ...files('cjs'), ...code, format: 'cjs', exports: 'named' },
    external,
    onwarn,
    plugins: [byFloor(), compiled()],
    treeshake: { moduleSideEffects: false },
  },
  {
    input: library,
    output: [
      { ...files('d.ts'), format: 'es', banner: disposable },
      { ...files('d.cts'), format: 'es', banner: disposable },
    ],
    external,
    onwarn,
    plugins: [dts()],
  },
];
