import { runIntegration } from './integration';

process.exitCode = await runIntegration(process.argv.slice(2));
