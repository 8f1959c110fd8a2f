// Mocha adds files that are named to those of `spec`, where they are meant to run alone.
const isAnyNamed = process.argv.slice(2).some(arg => arg.endsWith('.test.ts'));

module.exports = {
  require: ['tsx/cjs', './scripts/yamlReader.cjs', './test/unit/fixedSeed.ts'],
  ...(isAnyNamed ? {} : { spec: ['test/unit/**/*.test.ts'] }),
  ui: 'bdd',
  // No test waits for time: what takes this long hangs, also on a busy machine.
  timeout: 120_000,
  parallel: true,
  jobs: 2,
};
