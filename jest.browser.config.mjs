import config from './jest.config.mjs';

/** The pages as people meet them: a real browser, against the local stack. */
export default {
  ...config,
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/browser/start-stack.ts',
  globalTeardown: '<rootDir>/test/browser/stop-stack.ts',
  testTimeout: 60_000,
  // One stack and one clock for all of them.
  maxWorkers: 1,
};
