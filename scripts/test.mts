import { readClosingLine, readMochaCounts, runSteps, type Step } from './testing/steps';

/** `npm test`: what shows whether a change is sound, in the lowest VS Code. `npm run test:all` has the rest. */

const steps: readonly (Step | readonly Step[])[] = [
  { name: 'VS Code and a browser, fetched once', command: ['tsx', 'scripts/fetchHosts.mts', 'lowest'] },
  // None opens a window, and each uses one processor.
  [
    { name: 'Lint', command: ['biome', 'check', '.'] },
    { name: 'Exports', command: ['tsx', 'scripts/checkExports.mts'] },
    { name: 'Types', command: ['tsc', '--noEmit'] },
    { name: 'Types of the core alone', command: ['tsc', '--noEmit', '-p', 'src/core'] },
    { name: 'Types of the pages', command: ['tsc', '--noEmit', '-p', 'src/webview'] },
    { name: 'Build', command: ['tsx', 'scripts/build.mts', '--minify'] },
  ],
  { name: 'Bundles', command: ['tsx', 'scripts/checkBundles.mts'] },
  { name: 'Unit tests', command: ['mocha'], count: readMochaCounts },
  { name: 'Grammar tests', command: ['tsx', 'test/grammar/run.mts'], count: readClosingLine },
  {
    name: 'Integration tests: the core, without a network where the system allows',
    command: ['tsx', 'scripts/testOffline.mts', '--where-possible'],
    count: readClosingLine,
  },
  {
    name: 'End-to-end tests: the journeys',
    command: ['tsx', 'test/e2e/run.mts', '--version', 'lowest', '--journeys'],
    count: readClosingLine,
  },
];

const { failed } = await runSteps(steps);
process.exitCode = failed > 0 ? 1 : 0;
