import { closingLine, readClosingLine, run, sum } from './testing/steps';

/** All that a change has to pass: `npm test` and `npm run test:all`, with one closing line over both. */

const scripts = ['test', 'test:all'] as const;
const counts = [];
for (const script of scripts) {
  counts.push(await run({ name: script, command: ['npm', 'run', script], count: readClosingLine }));
}
const all = sum(counts);
console.log(`\nnpm test and npm run test:all\n${closingLine(all)}`);
process.exitCode = all.failed > 0 ? 1 : 0;
