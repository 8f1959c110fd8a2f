import fc from 'fast-check';

/**
 * What tests draw at random is the same in every run, so that a test fails always or never. `SESSION_NOTES_SEED` draws
 * something else: a number that a failure has told, or `random`. A failure tells the seed that it was drawn by.
 */
const { SESSION_NOTES_SEED: wanted = '20260101' } = process.env;
const seed = wanted === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted);
if (!Number.isInteger(seed))
  throw new Error(`SESSION_NOTES_SEED is a whole number or random, not ${wanted}.`);
fc.configureGlobal({ seed });

/** How often a property is tried at most, where that is told: for `npm run mutate`. */
const { SESSION_NOTES_DRAWS: most } = process.env;
if (most !== undefined) {
  const atMost = Number(most);
  const assert = ((property, parameters) =>
    fc.assert(property, {
      ...parameters,
      numRuns: Math.min(parameters?.numRuns ?? 100, atMost),
    })) as typeof fc.assert;
  const loaded = require.cache[require.resolve('fast-check')];
  // What it exports cannot be assigned to, so that all who import it get a copy.
  if (loaded !== undefined) loaded.exports = { __esModule: true, ...fc, assert, default: { ...fc, assert } };
}
