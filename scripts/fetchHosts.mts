import { ensureBrowser } from './host/browser';
import { describeFailure } from './host/failure';
import { stderrProgress } from './host/progress';
import { ensureServerBuild, lowestVersion, newestVersion } from './host/serverBuild';

/**
 * Fetches what the tests in a real window run in, so far as it is not there yet: a browser, and the `lowest` or `newest`
 * VS Code that is tested.
 */

const progress = stderrProgress();
const version = process.argv[2] === 'lowest' ? lowestVersion : newestVersion;
try {
  await Promise.all([ensureBrowser(progress), ensureServerBuild(version, progress)]);
  console.log(`VS Code ${version} and a browser are there.`);
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
