import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeFailure, HostFailure } from '../../../scripts/host/failure';
import { repositoryRoot } from '../../../scripts/host/paths';
import { stderrProgress } from '../../../scripts/host/progress';
import { isServerVersion, lowestVersion, serverVersions } from '../../../scripts/host/serverBuild';
import { makeTemporaryFolder } from '../../../scripts/host/temporaryFolder';
import { bundleSuite } from '../../host/bundleSuite';
import { runExtensionTests } from '../../host/extensionTests';
import { type Figure, figureTable, medians, readFigure } from './figures';
import { timingScript } from './timingScript';
import { isMeasureName, type MeasureName, workspaces } from './workspaces';

/**
 * `npm run bench:host`: what the extension costs in a real VS Code. Each measure opens a folder of its own in a VS Code of
 * its own, as often as `--runs` says; a figure is the median of its runs.
 */

const names = Object.keys(workspaces).filter(isMeasureName);
const usage = `Usage: npm run bench:host -- [--only ${names.join()}] [--runs N] [--version ${serverVersions.join('|')}] [--profile FOLDER] [--json]`;
const progress = stderrProgress();

/** VS Code's own Git starts a program for each folder of a workspace, in the same process: that is not measured here. */
const withoutSearchForRepositories = { 'git.autoRepositoryDetection': false };
const testsBundle = join(repositoryRoot, 'out', 'bench', 'suite.js');

try {
  await runBench();
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}

async function runBench(): Promise<void> {
  const options = readOptions();
  if (options === undefined) {
    console.log(usage);
    return;
  }
  const { wanted, runs, version, json } = options;
  if (!existsSync(join(repositoryRoot, 'dist', 'desktop', 'extension.js')))
    throw new HostFailure('The extension is not built.', 'Run "npm run build -- --minify" first.');
  await bundleSuite(join(repositoryRoot, 'test', 'bench', 'host', 'suite.ts'), [], testsBundle);
  const figures: Figure[] = [];
  for (const name of wanted) {
    const ofMeasure = medians(await measure(name, options));
    figures.push(...ofMeasure);
    if (!json) console.log(`\n${figureTable(ofMeasure)}`);
  }
  if (json) console.log(JSON.stringify({ version, runs, figures }, null, 2));
}

type Wanted = NonNullable<ReturnType<typeof readOptions>>;

function readOptions() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      only: text,
      runs: { ...text, default: '3' },
      version: { ...text, default: lowestVersion },
      profile: text,
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const wanted = values.only?.split(',') ?? names;
  const runs = Number(values.runs);
  if (!wanted.every(isMeasureName) || !(runs >= 1) || !isServerVersion(values.version))
    throw new HostFailure('An argument was not understood.', usage);
  return { wanted, runs, version: values.version, json: values.json, profile: values.profile };
}

async function measure(name: MeasureName, { runs, version, profile }: Wanted): Promise<readonly Figure[]> {
  const folder = await makeTemporaryFolder('bench');
  const workspace = join(folder.path, name);
  const figures: Figure[] = [];
  try {
    workspaces[name](workspace);
    for (let run = 0; run < runs; run++) {
      await runExtensionTests({
        version,
        host: 'node',
        extensionPath: repositoryRoot,
        testsBundle,
        workspace,
        prepare: putToSleep,
        settings: withoutSearchForRepositories,
        suite: {
          measure: name,
          ...(profile === undefined ? {} : { profile: resolve(profile, `${name}.cpuprofile`) }),
        },
        onLine: line => {
          const figure = readFigure(line);
          if (figure === undefined) return;
          figures.push(figure);
          progress.say(figureTable([figure]));
        },
      });
    }
  } finally {
    await folder.remove();
  }
  return figures;
}

/** Leaves it to the suite when the extension is started, so that it is measured from its very beginning. */
async function putToSleep(extension: string): Promise<void> {
  const manifest = join(extension, 'package.json');
  const asPublished = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(join(extension, 'timed.js'), timingScript);
  await writeFile(manifest, JSON.stringify({ ...asPublished, main: './timed.js', activationEvents: [] }));
}
