// Always the same, so that a mutant which lived can be looked at again.
process.env.FC_SEED = '1';

/** A folder of `shared/`, see test/mutants.ts. */
const part = process.env.MUTANTS_OF ?? 'log';
const suites = [`test/${part}/`, ...(part === 'links' ? ['test/functions/'] : [])];

/** See docs/mutants.md. */
export default {
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    configFile: 'jest.unit.config.mjs',
    config: {
      // How large the page is that checks evidence is not to be told of code that can be a mutant.
      testMatch: [...suites.map((folder) => `<rootDir>/${folder}**/*.test.{ts,tsx}`), '!**/page-size.test.ts'],
      // With a mutant that one test noticed no other runs: it would take ten times as long.
      runtime: '<rootDir>/test/run/mutants/runtime.cjs',
      testSequencer: '<rootDir>/test/run/mutants/sequencer.cjs',
      // Stryker loads it itself, and knows no <rootDir>.
      testEnvironment: './test/run/mutants/environment.cjs',
    },
    enableFindRelatedTests: false,
  },
  mutate: [`shared/${part}/**/*.ts`],
  coverageAnalysis: 'perTest',
  // Texts for people are not what tests are about.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 1,
  timeoutMS: 20_000,
  ignorePatterns: ['.local', 'bench', 'cdk.out', 'coverage', 'dist'],
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: `dist/mutants/${part}.json` },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  // The file that Stryker rewrites by the compiler's old API. Ours names nothing outside of the project.
  tsconfigFile: 'none',
  tempDirName: 'dist/stryker',
  thresholds: { high: 90, low: 90, break: 90 },
};
