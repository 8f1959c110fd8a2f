import type { LogOutputChannel, Uri } from 'vscode';
import { render } from '../../l10n/catalogue';
import type { FileContent } from './noteFiles';

/** What is written of files to the log: where they are and why they do not count, never what they say. */
export type Log = Pick<LogOutputChannel, 'trace' | 'debug' | 'info' | 'warn'>;

/** How many files were looked at, of how many as notes. */
export function logScan(log: Log, files: number, notes: number): void {
  log.info(
    `${notes} of ${files} Markdown files are notes: their names fit sessionNotes.files, or their front matter names ` +
      'a protocol. What is not read at all: dot folders, node_modules, symbolic links, what sessionNotes.exclude ' +
      'or config.yaml excludes. Set the level of this log to Debug to see each file that does not count.',
  );
}

/** A file that is passed over because of where it is. */
export function logSkipped(log: Log, uri: Uri): void {
  log.debug(`passed over, excluded or in a folder that is: ${uri.toString(true)}`);
}

/** Why a file that was read does not count, if it does not. */
export function logReading(log: Log, uri: Uri, reading: FileContent): void {
  const path = uri.toString(true);
  if (reading.kind === 'unreadable') log.warn(`cannot read ${path}: ${render(reading.reason)}`);
  else if (reading.kind === 'linked') log.info(`passed over, a symbolic link: ${path}`);
  else if (reading.kind === 'other') log.debug(`not a note by its name nor its front matter: ${path}`);
}
