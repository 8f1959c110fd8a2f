/** Lets what runs without a bundle (tests, scripts) import what reads a `*.yaml`, as the bundles do. */
const { readFileSync } = require('node:fs');
const { parse } = require('yaml');

require.extensions['.yaml'] = (module, file) => {
  module.exports = { __esModule: true, default: () => parse(readFileSync(file, 'utf8')) };
};
