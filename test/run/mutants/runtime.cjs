const Runtime = require('../runtime.cjs');
const { isNoticed } = require('./noticed.cjs');

/** Once a mutant was noticed, no further suite is loaded. Jest wants a test of each, so each has one that is skipped. */
module.exports = class extends Runtime {
  requireModule(from, name, ...others) {
    const isSuite = name === undefined && /\.test\.tsx?$/.test(from);
    if (isSuite && isNoticed()) return globalThis.test.skip('the mutant was noticed', () => undefined);
    return super.requireModule(from, name, ...others);
  }
};
