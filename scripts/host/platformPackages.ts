/** The system that a binary package of the npm registry is asked for. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

export const thisSystem: System = { platform: process.platform, arch: process.arch };

/**
 * The npm package that holds the Node binary for a system (what the package `node` installs by a script of its
 * own).
 */
export function nodePackage({ platform, arch }: System): string {
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** The npm package that holds the ripgrep binary for a system. */
export function ripgrepPackage({ platform, arch }: System): string {
  return `@vscode/ripgrep-${platform}-${arch}`;
}

/**
 * The release line of `@sparticuz/chromium` whose `engines` accept a version of Node.
 *
 * @returns undefined where the package has no binary for the system
 */
export function chromiumRelease(system: System, nodeVersion: string): string | undefined {
  if (system.platform !== 'linux' || system.arch !== 'x64') {
    return undefined;
  }
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const newer = major >= 24 || (major === 22 && minor >= 17);
  return newer ? '149' : '143';
}
