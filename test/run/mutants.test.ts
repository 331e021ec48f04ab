import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');

interface Config {
  readonly default: { readonly jest: { readonly config: { readonly testEnvironment: string } } };
}

// Stryker loads it by Node's rules, from the copy of the project that it changes, and knows no <rootDir>.
test('Stryker finds the environment that suites run in', () => {
  const { default: config } = jest.requireActual<Config>('../../stryker.config.mjs');
  const found = require.resolve(config.jest.config.testEnvironment, { paths: [ROOT] });
  expect(found).toBe(path.join(ROOT, 'test', 'run', 'environment.cjs'));
});
