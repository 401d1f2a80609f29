/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/shared', '<rootDir>/functions', '<rootDir>/miniprogram'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: 'node',
  testTimeout: 180_000,
  globalSetup: '<rootDir>/functions/platform/testing-setup.ts',
  globalTeardown: '<rootDir>/functions/platform/testing-teardown.ts',
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
  transformIgnorePatterns: ['/node_modules/(?!(jose|uuid|hono|@hono|flatbush|flatqueue)/)'],
  maxWorkers: 2,
};
