import { listFiles, PackageManager } from '@vscode/vsce';

let files: Promise<readonly string[]> | undefined;

/** The paths of what the package of the extension holds, looked up once. */
export function packedFiles(): Promise<readonly string[]> {
  files ??= listFiles({ cwd: '.', packageManager: PackageManager.None });
  return files;
}
