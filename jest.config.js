/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/shared', '<rootDir>/functions', '<rootDir>/miniprogram'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: 'node',
  // Tests wait for events. This is for what never comes; a build alone takes minutes on a machine that has other things to do.
  testTimeout: 900_000,
  globalSetup: '<rootDir>/functions/testing/setup.ts',
  setupFiles: ['<rootDir>/functions/testing/date.cjs'],
  globalTeardown: '<rootDir>/functions/testing/teardown.ts',
  transform: {
    '^.+\\.m?[tj]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  // These ship as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(jose|uuid|hono|@hono|@noble|flatbush|flatqueue)/)'],
  maxWorkers: 2,
};
