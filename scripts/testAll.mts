import { readClosingLine, readMochaCounts, runSteps, type Step } from './testing/steps';

/** `npm run test:all`: what `npm test` leaves out, in the newest VS Code. */

const steps: readonly (Step | readonly Step[])[] = [
  { name: 'VS Code and a browser, fetched once', command: ['tsx', 'scripts/fetchHosts.mts', 'newest'] },
  { name: 'Build', command: ['tsx', 'scripts/build.mts', '--minify'] },
  // One takes as long as the others together, and neither opens a window.
  [
    {
      name: 'Growth over sizes',
      command: ['npm', 'run', '--silent', 'test:scaling'],
      count: readClosingLine,
    },
    {
      name: 'Fuzzing, a short run',
      command: ['tsx', 'test/fuzz/run.mts', '--inputs', '2000'],
      count: readClosingLine,
    },
    { name: 'Packages', command: ['npm', 'run', 'test:package'], count: readMochaCounts },
  ],
  {
    name: 'Integration tests: the rest, and the core in the web',
    command: ['tsx', 'test/host/runIntegration.mts', '--rest'],
    count: readClosingLine,
  },
  {
    name: 'End-to-end tests: the rest',
    command: ['tsx', 'test/e2e/run.mts', '--rest'],
    count: readClosingLine,
  },
];

const { failed } = await runSteps(steps);
process.exitCode = failed > 0 ? 1 : 0;
