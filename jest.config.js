// The specs run on the sources, without a build. Types are not checked here: `npm run types` does.

/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/spec/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/spec/package/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: { '\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/spec/tsconfig.json' }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^vmactor$': '<rootDir>/lib/index.ts',
    '^vmactor/(.*)$': '<rootDir>/lib/$1/index.ts',
  },
  testTimeout: 30_000,
  collectCoverageFrom: ['lib/**/*.ts', '!lib/library/compiled*.ts'],
};
