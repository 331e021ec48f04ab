import Environment from './environment.cjs';

/** What Jest tells an environment of a project, as far as it is read. */
const TOLD = { projectConfig: { fakeTimers: {} } } as ConstructorParameters<typeof Environment>[0];
const globals = globalThis as Record<string | symbol, unknown>;

test('what a suite leaves on the global object goes with it, under a name or a symbol; what was changed is as before', async () => {
  const [name, symbol] = ['leftBehind', Symbol('left behind')];
  const before = globals['structuredClone'];
  const suite = new Environment(TOLD);
  Object.assign(globals, { [name]: 1, [symbol]: 2, structuredClone: () => 3 });
  await suite.teardown();
  expect([globals[name], globals[symbol], globals['structuredClone']]).toEqual([undefined, undefined, before]);
  expect(Reflect.ownKeys(globals)).not.toContain(symbol);
});

test('a listener of a suite goes with it, and none of the process does, however many suites there were', async () => {
  const listeners = (): unknown => process.eventNames().map((event) => [event, process.rawListeners(event)]);
  const before = listeners();
  for (let n = 0; n < 100; n += 1) {
    const suite = new Environment(TOLD);
    (process as NodeJS.EventEmitter).on('left behind', () => undefined);
    await suite.teardown();
  }
  expect(listeners()).toEqual(before);
});
