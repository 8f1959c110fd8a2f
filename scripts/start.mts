import { start } from './host/start';

process.exitCode = await start(process.argv.slice(2));
