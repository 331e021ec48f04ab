const Environment = require('../environment.cjs');
const { isNoticed, notice } = require('./noticed.cjs');

/** Stryker has every suite run to its end with each mutant. Here the first test that notices it is the last one that runs. */
module.exports = class extends Environment {
  async handleTestEvent(event) {
    await super.handleTestEvent(event);
    // Not when a hook fails: with all tests skipped, none would tell Stryker.
    if (event.name === 'test_done' && event.test.errors.length > 0) notice();
    if (!isNoticed()) return;
    if (event.name === 'run_describe_start') event.describeBlock.mode = 'skip';
    if (event.name === 'test_start') event.test.mode = 'skip';
  }
};
