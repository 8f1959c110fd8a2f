const { Spec } = require('mocha').reporters;

/** The usual report, and each failure after which a test was tried again. */
module.exports = class extends Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.on('retry', (test, error) => console.log(`    ↻ ${test.title}: ${error.message}`));
  }
};
