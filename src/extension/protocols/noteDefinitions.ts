import type * as vscode from 'vscode';
import { protocolPlaces } from '../../core/authoring/protocolPlaces';
import { describeAt } from '../../core/describe/describeAt';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNote } from '../services/openNotes';
import type { Root } from '../services/roots';
import { locationIn, notesFollowing } from './protocolFiles';
import { sourceUri } from './protocolUris';

/** Where the protocol that a note names, or the stage or section that a heading names, is written. */
export async function termDefinitionAt(
  open: OpenNote,
  position: vscode.Position,
): Promise<vscode.Location | undefined> {
  const description = describeAt(open.note, open.document.offsetAt(position), []);
  switch (description?.kind) {
    case 'protocol':
      return locationIn(sourceUri(description.protocol.id, open.root), text => protocolPlaces(text).id);
    case 'stage':
      return stageLocation(open.root, description.protocol.id, description.entry.stage.id, undefined);
    case 'section':
      return stageLocation(
        open.root,
        description.protocol.id,
        description.stage.id,
        description.entry.section.id,
      );
    default:
      return undefined;
  }
}

/** The notes of the same root that follow the protocol which the note names at `position`. */
export function termReferencesAt(
  open: OpenNote,
  position: vscode.Position,
  index: NoteIndex,
): vscode.Location[] | undefined {
  const description = describeAt(open.note, open.document.offsetAt(position), []);
  return description?.kind === 'protocol'
    ? notesFollowing(description.protocol.id, open.root, index)
    : undefined;
}

/** In the file of the protocol, else in that of one that it starts from. */
async function stageLocation(
  root: Root,
  protocolId: string,
  stage: string,
  section: string | undefined,
): Promise<vscode.Location | undefined> {
  const seen = new Set<string>();
  let nearest: vscode.Location | undefined;
  for (let id: string | undefined = protocolId; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    let isFound = false;
    let base: string | undefined;
    const location: vscode.Location | undefined = await locationIn(sourceUri(id, root), text => {
      const places = protocolPlaces(text);
      const range = places.stage(stage, section);
      isFound = range !== undefined;
      base = places.base?.id;
      return range;
    });
    if (isFound) return location;
    nearest ??= location;
    id = base;
  }
  return nearest;
}
