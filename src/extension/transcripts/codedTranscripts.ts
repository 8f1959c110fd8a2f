import * as vscode from 'vscode';
import type { Note } from '../../core/note/note';
import { readingsOf } from '../../core/note/readings';
import { type CodedTranscript, readCodedTranscript } from '../../core/transcript/codedTranscript';
import type { IndexChange } from '../services/indexChange';
import { readNoteFile } from '../services/noteFiles';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';
import { readOpenTurns, readTurnsOf } from '../services/openTurns';
import type { Root } from '../services/roots';
import { DisposableStore } from '../services/tools/disposableStore';
import { runYielding } from '../services/tools/yielding';

/** A transcript of the workspace and what is coded in it. */
export interface KnownTranscript {
  readonly uri: vscode.Uri;
  readonly root: Root;
  readonly path: string;
  readonly protocolIds: readonly string[];
  readonly coded: CodedTranscript;
}

/** What is coded in the transcripts of the workspace; each is read when it is asked for, and again after a change. */
export class CodedTranscripts extends DisposableStore {
  readonly #index: NoteIndex;
  readonly #openNotes: OpenNotes;
  readonly #known = new Map<string, Promise<KnownTranscript | undefined>>();
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  /** Fires when what was told may have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(index: NoteIndex, openNotes: OpenNotes) {
    super();
    this.#index = index;
    this.#openNotes = openNotes;
    this.register(
      index.onDidChange(change => {
        if (this.#follows(change)) this.#changed.fire();
      }),
    );
  }

  /** Forgets what changed; tells whether that is a transcript, or was one. */
  #follows(change: IndexChange): boolean {
    if (change.kind === 'all') {
      this.#known.clear();
      return true;
    }
    const known = change.uris.filter(uri => this.#known.delete(uri.toString()));
    return known.length > 0 || change.uris.some(uri => this.#index.isTranscript(uri));
  }

  /** All transcripts, in the order of the cases that they belong to. */
  async all(): Promise<readonly KnownTranscript[]> {
    const found = new Map<string, Promise<KnownTranscript | undefined>>();
    for (const { uri, root, path } of transcriptsOf(this.#index)) {
      const key = uri.toString();
      const reading = this.#known.get(key) ?? this.#read(uri, root, path);
      this.#known.set(key, reading);
      found.set(key, reading);
    }
    const transcripts = await Promise.all(found.values());
    return transcripts.filter(transcript => transcript !== undefined);
  }

  async #read(uri: vscode.Uri, root: Root, path: string): Promise<KnownTranscript | undefined> {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === key);
    const open = document && this.#openNotes.noteOf(document);
    if (open !== undefined) {
      const turns = await readTurnsOf(open);
      if (turns === undefined) return undefined;
      const coded = await runYielding(readCodedTranscript(turns));
      return { uri, root, path, protocolIds: protocolIdsOf(open.note), coded };
    }
    const reading = await readNoteFile(uri, root);
    if (reading.kind !== 'note') return undefined;
    const coded = await runYielding(readCodedTranscript(await readOpenTurns(reading.note)));
    return { uri, root, path, protocolIds: protocolIdsOf(reading.note), coded };
  }
}

function protocolIdsOf(note: Note): readonly string[] {
  return readingsOf(note).map(({ protocolId }) => protocolId);
}

/** Where the transcripts of the workspace are, each once. */
export function transcriptsOf(
  index: NoteIndex,
): readonly { readonly uri: vscode.Uri; readonly root: Root; readonly path: string }[] {
  const found = new Map<string, { readonly uri: vscode.Uri; readonly root: Root; readonly path: string }>();
  for (const { root, case: ofCase } of index.cases()) {
    for (const { kind, path } of ofCase.notes) {
      const uri = kind === 'transcript' ? index.uriOf(root, path) : undefined;
      if (uri !== undefined) found.set(uri.toString(), { uri, root, path });
    }
  }
  return [...found.values()];
}
