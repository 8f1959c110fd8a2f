import type * as vscode from 'vscode';
import { caseKeys, clientKey } from '../../core/case/clientKey';
import type { CasePlace } from '../../webview/progress/messages';
import { placeKey } from './casePlace';
import { readOwnersOfFile } from './noteFiles';
import type { Root } from './roots';

/** Why not all notes are read: there are more files than `sessionNotes.index.limit`, or the user stopped it. */
type WhyNotAll = 'limit' | 'stopped';

interface KnownNote {
  readonly uri: vscode.Uri;
  readonly root: string;
  readonly clients: readonly string[];
  readonly places: readonly string[];
}

/**
 * The notes of a workspace of which not all are read: whose each is, by its beginning, and whose cases are wanted. A case
 * that was wanted once stays so.
 */
export class LargeWorkspace {
  readonly why: WhyNotAll;
  /** How many Markdown files there are. */
  readonly files: number;
  /** Whose cases are read although no note of them is open; empty for nobody's. */
  readonly counselor: string;
  readonly #notes = new Map<string, KnownNote>();
  readonly #wanted = new Set<string>();

  constructor(why: WhyNotAll, files: number, counselor: string) {
    this.why = why;
    this.files = files;
    this.counselor = counselor;
  }

  /** Looks whose note the file at `uri` is now; tells whether it is one whose case is wanted. */
  async look(uri: vscode.Uri, root: Root): Promise<boolean> {
    const owners = await readOwnersOfFile(uri, root);
    if (owners === undefined) {
      this.#notes.delete(uri.toString());
      return false;
    }
    const { clients, counselor = '' } = owners;
    const places = placesOf(root.key, caseKeys(clients));
    this.#notes.set(uri.toString(), { uri, root: root.key, clients, places });
    if (this.counselor !== '' && clientKey(counselor) === clientKey(this.counselor))
      for (const place of places) this.#wanted.add(place);
    return this.#isWanted(places);
  }

  /** Wants these cases, too; gives the notes of those that were not wanted before. */
  want(root: string, clients: readonly string[]): readonly vscode.Uri[] {
    const added = placesOf(root, clients).filter(place => !this.#wanted.has(place));
    if (added.length === 0) return [];
    for (const place of added) this.#wanted.add(place);
    return this.#urisWhere(({ places }) => places.some(place => added.includes(place)));
  }

  /** The notes of all cases that are wanted. */
  wanted(): readonly vscode.Uri[] {
    return this.#urisWhere(({ places }) => this.#isWanted(places));
  }

  /** The clients of a root, as written, whose cases are not wanted so far. */
  otherClients(root: string): readonly string[] {
    const others = [...this.#notes.values()].filter(
      note => note.root === root && !this.#isWanted(note.places),
    );
    return [...new Set(others.flatMap(({ clients }) => clients))];
  }

  #isWanted(places: readonly string[]): boolean {
    return places.some(place => this.#wanted.has(place));
  }

  #urisWhere(fits: (note: KnownNote) => boolean): readonly vscode.Uri[] {
    return [...this.#notes.values()].filter(fits).map(({ uri }) => uri);
  }
}

function placesOf(root: string, clients: readonly string[]): readonly string[] {
  return clients.map((client): CasePlace => ({ root, client })).map(placeKey);
}
