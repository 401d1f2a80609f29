import type { Config } from 'jest';

const config: Config = {
  roots: ['<rootDir>/shared', '<rootDir>/functions', '<rootDir>/miniprogram'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
    ],
  },
  // These two ship as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(jose|uuid)/)'],
  maxWorkers: 2,
};

export default config;
