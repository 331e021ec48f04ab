import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');

interface Config {
  readonly default: { readonly jest: { readonly config: { readonly testEnvironment: string } } };
}

// Stryker loads it by Node's rules, from the copy of the project that it changes, and knows no <rootDir>.
test('Stryker finds the environment that suites run in', () => {
  const { default: config } = jest.requireActual<Config>('../../stryker.config.mjs');
  const found = require.resolve(config.jest.config.testEnvironment, { paths: [ROOT] });
  expect(found).toBe(path.join(ROOT, 'test', 'run', 'mutants', 'environment.cjs'));
});

interface Event {
  readonly name: string;
  readonly test: { mode?: string; readonly errors: readonly unknown[] };
}
type Suite = new (told: object) => { handleTestEvent(event: Event): Promise<void>; teardown(): Promise<void> };

test('with a mutant that a test noticed no other runs, and with the next they do again', async () => {
  const OfMutants = jest.requireActual<Suite>('./mutants/environment.cjs');
  const suite = new OfMutants({ projectConfig: { fakeTimers: {} } });
  const runs = async (mutant: string | undefined): Promise<boolean> => {
    if (mutant === undefined) delete process.env['__STRYKER_ACTIVE_MUTANT__'];
    else process.env['__STRYKER_ACTIVE_MUTANT__'] = mutant;
    const event: Event = { name: 'test_start', test: { errors: [] } };
    await suite.handleTestEvent(event);
    return event.test.mode !== 'skip';
  };
  const ends = (...errors: readonly unknown[]): Promise<void> =>
    suite.handleTestEvent({ name: 'test_done', test: { errors } });
  try {
    expect(await runs('7')).toBe(true);
    await ends();
    // With all tests skipped for a hook that fails, none of them would tell Stryker.
    await suite.handleTestEvent({ name: 'hook_failure', test: { errors: [] } });
    expect(await runs('7')).toBe(true);
    await ends(new Error('noticed'));
    expect([await runs('7'), await runs('8'), await runs('7'), await runs(undefined)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    await ends(new Error('no mutant'));
    expect(await runs(undefined)).toBe(true);
  } finally {
    await suite.teardown();
  }
});
