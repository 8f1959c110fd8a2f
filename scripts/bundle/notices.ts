import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const packageFolder = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//;
const legalFile = /^(licen[cs]e|copying|notice)/i;
/** The licenses of packages that come without, as `<name of the package>.txt`, from where the package is developed. */
const added = 'scripts/bundle/licenses';

/** The folders of the packages of which code stands in what was built, sorted. */
export function bundledPackages(builds: readonly Metafile[]): readonly string[] {
  const folders = builds
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    // What nothing uses is left out of a bundle.
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => packageFolder.exec(path)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/**
 * The licenses of packages, in their own words, for whoever receives code of theirs.
 *
 * @param folders of packages, each with its `package.json`
 * @throws Error where the license of a package is not at hand: its code may not be handed on without
 */
export function noticesOf(folders: readonly string[]): string {
  const first =
    'Session Notes contains code of the packages below, each under the license that stands there.\n';
  return [first, ...folders.map(noticeOf)].join(`\n${'-'.repeat(80)}\n\n`);
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const own = readdirSync(folder)
    .filter(file => legalFile.test(file))
    .map(file => join(folder, file));
  const files = own.length > 0 ? own.sort() : [join(added, `${name}.txt`)].filter(existsSync);
  if (files.length === 0) {
    throw new Error(`${name} is bundled, but brings no license. Add ${added}/${name}.txt, or do without it.`);
  }
  const texts = files.map(file => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim());
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`;
}
