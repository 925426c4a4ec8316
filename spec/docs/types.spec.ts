import { join } from 'node:path';
import * as ts from 'typescript';
import { programs, sourceOf } from './blocks';

// The programs of the guides have the types they seem to have: each is a module in a strict project.

const root = process.cwd();
const sources = new Map(
  programs.map((program, i) => [
    join(root, 'spec/docs', `guide-${i}.ts`),
    { place: `${program.page}:${program.line}`, text: `${sourceOf(program)}\nexport {};\n` },
  ]),
);

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node'],
  paths: { vmactor: [join(root, 'lib/index.ts')], 'vmactor/*': [join(root, 'lib/*/index.ts')] },
};

const host = ts.createCompilerHost(options);
const virtual: ts.CompilerHost = {
  ...host,
  fileExists: (name) => sources.has(name) || host.fileExists(name),
  readFile: (name) => sources.get(name)?.text ?? host.readFile(name),
  getSourceFile: (name, version, ...rest) => {
    const source = sources.get(name);
    return source === undefined
      ? host.getSourceFile(name, version, ...rest)
      : ts.createSourceFile(name, source.text, version);
  },
};

const project = ts.createProgram([...sources.keys()], options, virtual);

it.each([...sources].map(([file, { place }]) => [place, file] as const))('%s type-checks', (_place, file) => {
  const source = project.getSourceFile(file);
  const found = [...project.getSyntacticDiagnostics(source), ...project.getSemanticDiagnostics(source)];
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});
