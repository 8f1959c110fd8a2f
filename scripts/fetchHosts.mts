import { ensureBrowser } from './host/browser';
import { describeFailure } from './host/failure';
import { stderrProgress } from './host/progress';
import { ensureServerBuild, serverVersions } from './host/serverBuild';

/** Fetches what the tests in a real window run in, so far as it is not there yet. */

const progress = stderrProgress();
try {
  await Promise.all([
    ensureBrowser(progress),
    ...serverVersions.map(version => ensureServerBuild(version, progress)),
  ]);
} catch (error) {
  // The tests that need it will say so again.
  console.error(describeFailure(error));
}
