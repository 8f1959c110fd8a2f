/** Lets what runs without a bundle (tests, scripts) import `*.yaml` as its text, as the bundles do. */
const { readFileSync } = require('node:fs');

require.extensions['.yaml'] = (module, file) => {
  module.exports = { __esModule: true, default: readFileSync(file, 'utf8') };
};
