import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFailure } from '../../scripts/host/failure';
import { repositoryRoot } from '../../scripts/host/paths';
import { bundleSuite } from './bundleSuite';
import { readIntegrationOptions } from './integrationOptions';
import { type MatrixResult, runMatrix } from './runMatrix';

const folder = join(repositoryRoot, 'test', 'integration');
const testsBundle = join(repositoryRoot, 'out', 'integration', 'suite.js');

/**
 * Bundles the suite and runs it as the arguments ask, against the extension as built in `dist/`. The last line
 * printed is `N passed, N failed`.
 *
 * @returns the exit code: 0 if every run passed and ran at least one test
 */
export async function runIntegration(args: readonly string[]): Promise<number> {
  const { passed, failed } = await integrationResult(args);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

async function integrationResult(args: readonly string[]): Promise<MatrixResult> {
  try {
    const options = readIntegrationOptions(args);
    const files = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.test.ts'));
    const tests = files.map(name => join(folder, name));
    await bundleSuite(join(folder, 'suite.ts'), tests, testsBundle);
    const workspace = join(folder, 'workspace', 'practice.code-workspace');
    return await runMatrix({ extensionPath: repositoryRoot, testsBundle, workspace }, options);
  } catch (error) {
    console.log(describeFailure(error));
    return { passed: 0, failed: 1 };
  }
}
