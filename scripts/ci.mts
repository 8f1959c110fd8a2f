import { closingLine, readClosingLine, run, sum } from './testing/steps';

/** All that a change has to pass: `npm test` and `npm run test:all`; at the end what failed, and one closing line over both. */

const scripts = ['test', 'test:all'] as const;
const results = [];
for (const script of scripts) {
  results.push(await run({ name: script, command: ['npm', 'run', script], count: readClosingLine }));
}
const all = sum(results);
for (const line of results.flatMap(({ failures }) => failures)) console.log(line);
console.log(`\nnpm test and npm run test:all\n${closingLine(all)}`);
process.exitCode = all.failed > 0 ? 1 : 0;
