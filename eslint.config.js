import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// What each floor of lib/ may import, beside itself: no arrow runs upwards, and there are no circles. A new floor takes
// a line in each table.
const floors = {
  data: [],
  machine: ['data'],
  instructions: ['data', 'machine'],
  compiler: ['data'],
  library: ['data', 'machine', 'instructions'],
  stream: ['data', 'machine', 'instructions'],
  snapshot: ['data', 'machine', 'instructions', 'library'],
  fusion: ['data', 'machine', 'instructions', 'library'],
  actor: ['data', 'machine', 'instructions', 'compiler', 'library', 'stream', 'snapshot', 'fusion'],
  core: ['data', 'machine', 'instructions', 'stream', 'actor'],
  system: ['data', 'machine', 'instructions', 'stream', 'fusion', 'index.js'],
  testing: ['system', 'index.js'],
  cli: ['data', 'machine', 'instructions', 'compiler', 'library', 'stream', 'snapshot', 'actor', 'index.js'],
};

const packages = {
  stream: ['rxjs'],
  actor: ['rxjs'],
  core: ['rxjs'],
  system: ['rxjs'],
  testing: ['rxjs', 'fast-check'],
  cli: ['rxjs', 'commander', 'node:'],
};

// What is imported for its types and nothing else: the compiler knows the form of code.
const types = {
  compiler: 'machine/code.js',
};

const restrict = (files, patterns) => ({
  files: [files],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const importsOf = (floor) => {
  const outside = packages[floor] ?? [];
  const patterns = [
    {
      regex: `^(?!${['\\.', ...outside].join('|')})`,
      message: `lib/${floor} imports ${outside.join(', ') || 'no package'}.`,
    },
  ];
  if (types[floor] !== undefined) {
    const message = `lib/${floor} imports ${types[floor]} for its types only.`;
    patterns.push({ regex: `${types[floor]}$`, message, allowTypeImports: true });
  }
  const inside = [floor, ...floors[floor], types[floor]].filter((name) => name !== undefined);
  const leaving = {
    regex: `(?:\\.\\./)+(?!\\.\\./|(?:${inside.join('|')})(?:/|$))`,
    message: `lib/${floor} imports ${floors[floor].join(', ') || 'nothing'} beside itself.`,
  };
  return [
    restrict(`lib/${floor}/*.ts`, [...patterns, { ...leaving, regex: `^${leaving.regex}` }]),
    restrict(`lib/${floor}/*/**/*.ts`, [...patterns, { ...leaving, regex: `^\\.\\./${leaving.regex}` }]),
  ];
};

// The library reads no time, no chance and no locale: it is given what it needs of them.
const impure = {
  globals: ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Date', 'performance', 'crypto', 'Intl'],
  members: ['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'],
};

const pure = {
  files: ['lib/**/*.ts'],
  rules: {
    'no-restricted-globals': ['error', ...impure.globals],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random' },
      ...impure.globals.map((property) => ({ object: 'globalThis', property })),
      ...impure.members.map((property) => ({ property })),
    ],
  },
};

const typed = (project, files) => ({
  files: [files].flat(),
  languageOptions: { parserOptions: { project: [project], tsconfigRootDir: import.meta.dirname } },
});

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'lib/library/compiled*.ts']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typed('tsconfig.json', 'lib/**/*.ts'),
  typed('spec/tsconfig.json', ['spec/**/*.ts', 'docs/examples/**/*.ts']),
  typed('scripts/tsconfig.json', 'scripts/**/*.ts'),
  {
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => subject.next(x)` stays on its line.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A string of the language is its code points, which is what spreading gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `as X` names what the value is; `!` only says what it is not.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // isolatedDeclarations wants the type of a parameter whose default is no literal.
      '@typescript-eslint/no-inferrable-types': ['error', { ignoreParameters: true }],
      // A type parameter used once is how a caller of `unary` or `memo` says what it works on.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A public field spells its type out (isolatedDeclarations), and need not say it twice.
      '@typescript-eslint/consistent-generic-constructors': 'off',
    },
  },
  Object.keys(floors).flatMap(importsOf),
  pure,
  {
    // Specs feed the machine what its types forbid, and read what came of it.
    files: ['spec/**/*.ts', 'docs/examples/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['*.js', 'spec/**/*.js', 'bench/**/*.js', 'scripts/**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { console: 'readonly', globalThis: 'readonly', performance: 'readonly', process: 'readonly' },
    },
    rules: { '@typescript-eslint/no-extraneous-class': 'off' },
  },
);
