import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostFailure } from './failure';
import { repositoryRoot } from './paths';

/**
 * Requires the Node that package.json asks for.
 *
 * @throws HostFailure if this Node is older
 */
export function requireNode(actual: string = process.versions.node, lowest: string = lowestNode()): void {
  if (compareVersions(actual, lowest) < 0) {
    throw new HostFailure(
      `Session Notes is built with Node ${lowest} or newer, and this is Node ${actual}.`,
      'Install a current Node (https://nodejs.org), then run "npm ci" and this again.',
    );
  }
}

/** Compares dotted numbers, such as 1.99.3 and 1.139.1; negative if the first is lower. Other text counts as 0. */
export function compareVersions(left: string, right: string): number {
  const [lefts, rights] = [left, right].map(text =>
    text.split('.').map(part => Number.parseInt(part, 10) || 0),
  );
  for (let at = 0; at < 3; at++) {
    const difference = (lefts?.[at] ?? 0) - (rights?.[at] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

function manifestText(): string {
  return readFileSync(join(repositoryRoot, 'package.json'), 'utf8');
}

/** The lowest Node that package.json allows. */
function lowestNode(): string {
  return /"node":\s*">=([\d.]+)"/.exec(manifestText())?.[1] ?? '0';
}

/** The lowest VS Code that the manifest allows. */
export function lowestVsCode(): string {
  return /"vscode":\s*"\^([\d.]+)"/.exec(manifestText())?.[1] ?? '0';
}
