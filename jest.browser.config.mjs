import { COMMON, RUN } from './jest.config.mjs';

/** The pages as people meet them: a real browser, against the local stack. */
export default {
  ...COMMON,
  ...RUN,
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  globalSetup: '<rootDir>/test/browser/start-stack.ts',
  globalTeardown: '<rootDir>/test/browser/stop-stack.ts',
  // One stack and one clock for all of them.
  maxWorkers: 1,
};
