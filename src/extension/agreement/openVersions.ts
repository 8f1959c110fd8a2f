import * as vscode from 'vscode';
import { readVersion } from '../../core/agreement/readVersion';
import type { Version } from '../../core/agreement/version';
import type { Note } from '../../core/note/note';
import { readNoteFile } from '../services/noteFiles';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';
import type { Root } from '../services/roots';

/** A rater's version of a transcript and where it is. */
export interface OpenVersion {
  readonly uri: vscode.Uri;
  readonly root: Root;
  readonly note: Note;
  readonly version: Version;
  /** Whether raters made it together. */
  readonly isConsensus: boolean;
}

/** What versions are read from. */
interface VersionSources {
  readonly index: NoteIndex;
  readonly openNotes: OpenNotes;
}

/** Where the transcripts of the workspace are. */
export function transcriptUris({ index }: VersionSources): readonly (readonly [vscode.Uri, Root])[] {
  const found = new Map<string, readonly [vscode.Uri, Root]>();
  for (const { root, case: of } of index.cases()) {
    for (const { kind, path } of of.notes) {
      const uri = kind === 'transcript' ? index.uriOf(root, path) : undefined;
      if (uri !== undefined) found.set(uri.toString(), [uri, root]);
    }
  }
  return [...found.values()];
}

/**
 * The versions of the transcripts of the workspace as they are now, in their editors or on disk; nothing of them is
 * kept. With `id` only those of that transcript.
 */
export async function openVersions(sources: VersionSources, id?: string): Promise<readonly OpenVersion[]> {
  const versions: OpenVersion[] = [];
  for (const [uri, root] of transcriptUris(sources)) {
    const note = await noteAt(uri, root, sources);
    const read = note && readVersion(note, vscode.workspace.asRelativePath(uri));
    if (note === undefined || read === undefined) continue;
    if (id === undefined || read.version.transcript.id === id) versions.push({ uri, root, note, ...read });
  }
  return versions;
}

async function noteAt(uri: vscode.Uri, root: Root, { openNotes }: VersionSources): Promise<Note | undefined> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === key);
  if (open !== undefined && !open.isClosed) return openNotes.noteOf(open)?.note;
  const reading = await readNoteFile(uri, root);
  return reading.kind === 'note' ? reading.note : undefined;
}
