import type { CancellationToken } from 'vscode';
import { forEachYielding } from '../tools/yielding';

/** What stands in a folder, as far as a walk asks. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What a walk looks for, and how. */
export interface FolderWalk {
  /** What stands in the folder at a path; nothing where it cannot be looked at. */
  readonly entriesOf: (path: string) => Promise<readonly FolderEntry[]>;
  readonly fits: (path: string) => boolean;
  /** Whether it goes into a folder of this name. */
  readonly enters: (name: string) => boolean;
  /** How many folders it goes into at most. */
  readonly mostFolders: number;
}

/**
 * The paths of the files that fit, in `folder` and at any depth below it: level by level, some folders at a time. Undefined
 * where there are more folders than it goes into; what is found so far where it is cancelled.
 */
export async function walk(
  folder: string,
  { entriesOf, fits, enters, mostFolders }: FolderWalk,
  token?: CancellationToken,
): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  let entered = 0;
  for (let level = [folder]; level.length > 0; ) {
    entered += level.length;
    if (entered > mostFolders) return undefined;
    const below: string[] = [];
    const look = async (at: string): Promise<void> => {
      const before = at.endsWith('/') ? at : `${at}/`;
      for (const { name, kind } of await entriesOf(at)) {
        const path = before + name;
        if (kind === 'file' && fits(path)) found.push(path);
        if (kind === 'folder' && enters(name)) below.push(path);
      }
    };
    await forEachYielding(level, look, token);
    level = token?.isCancellationRequested === true ? [] : below;
  }
  return found;
}
