import { COMMON, RUN } from './jest.config.mjs';

/** Our adapters against the tools themselves, where those can be had; see docs/processors.md. */
export default {
  ...COMMON,
  ...RUN,
  testMatch: ['<rootDir>/test/tools/**/*.test.ts'],
  maxWorkers: 1,
};
