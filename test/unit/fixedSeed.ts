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
