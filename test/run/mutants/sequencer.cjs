const TestSequencer = require('@jest/test-sequencer').default;

/** Suite -> the longest that it took in this process, in milliseconds. */
const took = new Map();

/** What takes least comes first, as most mutants are noticed by quick suites. Jest itself begins with the slowest. */
module.exports = class extends TestSequencer {
  sort(tests) {
    return [...tests].sort((one, other) => (took.get(one.path) ?? 0) - (took.get(other.path) ?? 0));
  }

  cacheResults(tests, results) {
    super.cacheResults(tests, results);
    for (const { testFilePath: suite, perfStats } of results.testResults)
      took.set(suite, Math.max(took.get(suite) ?? 0, perfStats.runtime));
  }
};
