import { zipSync } from 'fflate';
import type { ProjectFiles } from './projectXml';

/** The bytes of a REFI-QDA project: a ZIP archive with its files in UTF-8, without byte order marks. */
export function projectArchive(files: ProjectFiles, now: Date): Uint8Array {
  const encoder = new TextEncoder();
  const entries = Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: now, level: 6 });
}
