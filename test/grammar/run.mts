import { createRequire } from 'node:module';

// The built-in protocols are YAML files, which the loader has to know before what imports them.
createRequire(import.meta.url)('../../scripts/yamlReader.cjs');
const { runGrammarTests } = await import('./grammarTests');

process.exitCode = await runGrammarTests(process.argv.slice(2));
