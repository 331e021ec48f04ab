import { availableParallelism } from 'node:os';

// Always the same, so that a mutant which lived can be looked at again.
process.env.FC_SEED = '1';

/** Absolute paths of suites; see test/mutants.ts, which runs this. */
const suites = (process.env.SUITES ?? '').split(',');

/** See docs/mutants.md. */
export default {
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    configFile: 'jest.unit.config.mjs',
    config: {
      testMatch: suites.map((suite) => `**/${suite}`),
      // With a mutant that one test noticed no other runs: it would take ten times as long.
      runtime: '<rootDir>/test/run/mutants/runtime.cjs',
      testSequencer: '<rootDir>/test/run/mutants/sequencer.cjs',
      // Stryker loads it itself, and knows no <rootDir>.
      testEnvironment: './test/run/mutants/environment.cjs',
    },
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  // Texts for people are not what tests are about.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: availableParallelism(),
  timeoutMS: 20_000,
  ignorePatterns: ['.local', 'bench', 'cdk.out', 'coverage', 'dist'],
  reporters: ['json'],
  jsonReporter: { fileName: 'dist/mutants/run.json' },
  // The file that Stryker rewrites by the compiler's old API. Ours names nothing outside of the project.
  tsconfigFile: 'none',
  tempDirName: 'dist/stryker',
};
