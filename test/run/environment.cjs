const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/**
 * The globals of a suite are those of the process, so that packages are loaded once a process (`runtime.cjs`), and both they
 * and our code run as they do in production: in a context of its own, each look at a global costs a call. What a suite
 * leaves behind on the global object, in the environment and on the process is put back once it is over.
 */
module.exports = class Environment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.kept = [globalThis, process, Error].map((object) => [object, Object.getOwnPropertyDescriptors(object)]);
    this.environment = { ...process.env };
    this.process = { exitCode: process.exitCode, argv: [...process.argv] };
    this.listeners = new Map(process.eventNames().map((event) => [event, process.rawListeners(event)]));
  }

  async setup() {
    // Jest sets it to 100; thousands of refusals, of which each has a stack, are what property tests draw.
    Error.stackTraceLimit = 20;
  }

  /** Jest takes the time of a suite right after it; by then it has to be the real one. */
  async handleTestEvent({ name }) {
    if (name === 'run_finish') this.fakeTimersModern.useRealTimers();
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    for (const [object, before] of this.kept) putBack(object, before);
    Object.assign(process, this.process);
    for (const name of Object.keys(process.env)) if (!(name in this.environment)) delete process.env[name];
    Object.assign(process.env, this.environment);
    for (const event of process.eventNames()) {
      const before = this.listeners.get(event) ?? [];
      for (const one of process.rawListeners(event)) if (!before.includes(one)) process.removeListener(event, one);
    }
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Not used: `runtime.cjs` compiles in the context of the process. */
  getVmContext() {
    return null;
  }
};

/**
 * What an emitter counts its listeners by. Put back beside listeners that are taken off one by one, the count would fall with each
 * suite, and at none Node forgets all listeners: then a worker hears of no more suites, and the run stands still.
 */
const OF_EMITTERS = new Set(['_events', '_eventsCount']);

/** Packages live on, and so does what they keep on the global object: the CDK has the map of its tokens there. */
const OF_PACKAGES = /^__cdk/;

/**
 * Not only for the sake of the next suite: what reads stacks by source maps, and Jest's own tree of tests, which has a symbol for a
 * name, are installed for each, and would keep all of it.
 */
function putBack(object, before) {
  for (const name of Reflect.ownKeys(object)) {
    if (OF_EMITTERS.has(name)) continue;
    const [now, was] = [Object.getOwnPropertyDescriptor(object, name), before[name]];
    if (was === undefined && !OF_PACKAGES.test(String(name))) Reflect.deleteProperty(object, name);
    else if (was !== undefined && now.value !== was.value) Object.defineProperty(object, name, was);
  }
}
