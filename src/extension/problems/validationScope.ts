import type * as vscode from 'vscode';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNote, OpenNotes } from '../services/openNotes';
import { validateScope, validateSince } from '../services/settings';

/** The notes whose problems are shown, by `sessionNotes.validate.scope` and `.since`. */
export function urisInScope(index: NoteIndex, openNotes: OpenNotes): ReadonlyMap<string, vscode.Uri> {
  const scope = validateScope();
  // A document may stay open for a while after its file is gone and its editor closed.
  const open = openNotes.all().filter(({ document }) => index.knows(document.uri));
  const uris = open.map(({ document }) => document.uri);
  // Whose notes those are that cannot be read is not known: what is missing from the cases is said of all.
  if (scope === 'case')
    uris.push(...open.flatMap(note => restOfCases(note, index)), ...index.unreadableUris());
  if (scope === 'workspace') uris.push(...index.noteUris());
  const since = validateSince();
  const recent = uris.filter(uri => since === '' || (index.dateOf(uri) ?? since) >= since);
  return new Map(recent.map(uri => [uri.toString(), uri]));
}

function restOfCases({ document, root }: OpenNote, index: NoteIndex): readonly vscode.Uri[] {
  // Notes without a client have nothing to do with each other.
  const cases = index.casesOf(document.uri).filter(found => found.key !== '');
  return cases.flatMap(found => found.notes.flatMap(note => index.uriOf(root, note.path) ?? []));
}
