import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the repository's manifest says that is true of the command line, too. */
const kept = ['name', 'version', 'license', 'author', 'homepage', 'repository', 'bugs', 'keywords'] as const;

/**
 * Makes a package for npm of a folder that holds the command line as one file, `cli.js`, and its notices. It needs
 * nothing else, so that it has no dependencies, and no scripts.
 */
export function completeNpmFolder(folder: string): void {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const texts = JSON.parse(readFileSync('package.nls.json', 'utf8'));
  const ofPackage = {
    ...Object.fromEntries(kept.filter(key => key in manifest).map(key => [key, manifest[key]])),
    description: texts['extension.description'],
    engines: { node: manifest.engines.node },
    bin: { 'session-notes': 'cli.js' },
    files: ['cli.js', 'ThirdPartyNotices.txt'],
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(ofPackage, undefined, 2)}\n`);
  for (const file of ['README.md', 'LICENSE']) copyFileSync(file, join(folder, file));
  chmodSync(join(folder, 'cli.js'), 0o755);
}
