import type * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import type { CaseIndex } from '../../core/case/caseIndex';
import type { CaseNote } from '../../core/case/caseNote';
import { caseKeys } from '../../core/case/clientKey';
import { saysTheSame } from '../../core/case/saysTheSame';
import { isCaseNote } from '../../core/case/sessions';
import { toCaseNote } from '../../core/case/toCaseNote';
import { languages } from '../../core/language/languages';
import { commonestTag } from '../../core/language/languageWords';
import type { Message } from '../../core/message';
import type { Note } from '../../core/note/note';
import { countGaps, indexCases } from '../../core/practice/practice';
import type { Steps } from '../../core/steps';
import { type InterfaceLanguage, supportedLanguage } from '../../l10n/catalogue';
import type { CasePlace } from '../../webview/progress/messages';
import { placeKey } from './casePlace';
import type { ChangedNotes } from './indexChange';
import { pathIn, type Root } from './roots';
import type { Holdings } from './tools/contextKeys';

/** A file that is known: a note of a case, or a file that should be one but cannot be read. */
interface IndexedFile {
  readonly uri: vscode.Uri;
  readonly root: Root;
  readonly path: string;
  readonly date: string | undefined;
  readonly language: string | undefined;
  /** How many required stages and sections are missing or empty. */
  readonly gaps: number;
  readonly unreadable: Message | undefined;
  /** What its editor had when that was taken last; nothing of its text is held by it. */
  readonly edited: WeakRef<Note> | undefined;
}

/** A note that is a draft or lacks something, how much of it is missing or empty, and where it is. */
export interface UnfinishedNote extends Pick<IndexedFile, 'uri' | 'root' | 'gaps'> {
  readonly note: CaseNote;
}

/** What is known of the notes, as records and as the cases that they make. Nothing of their text is kept. */
export class IndexedFiles {
  readonly #records = new Map<string, IndexedFile>();
  /** Of the files met so far, by key. */
  readonly #roots = new Map<string, Root>();
  readonly #cases = new Map<string, CaseIndex>();
  readonly #transcripts = new Set<string>();
  readonly #unfinished = new Map<string, UnfinishedNote>();
  readonly #onFold: () => void;
  /** What changed since it was last taken. */
  #uris = new Map<string, vscode.Uri>();
  #changed = new Map<string, CasePlace>();
  #isListed = false;

  /** `onFold` is told whenever a case is folded. */
  constructor(onFold: () => void) {
    this.#onFold = onFold;
  }

  get size(): number {
    return this.#records.size;
  }

  /** What the files are, kept up to date without looking through them. */
  get holds(): Holdings {
    const transcripts = this.#transcripts.size;
    if (transcripts === 0) return 'notes';
    return transcripts < this.size ? 'both' : 'transcripts';
  }

  /** The roots that files are in, or were. */
  get roots(): readonly Root[] {
    return [...this.#roots.values()];
  }

  all(): readonly IndexedFile[] {
    return [...this.#records.values()];
  }

  at(uri: vscode.Uri): IndexedFile | undefined {
    return this.#records.get(uri.toString());
  }

  casesIn(root: Root): readonly Case[] {
    return this.#cases.get(root.key)?.cases() ?? [];
  }

  caseIn(root: Root, client: string): Case | undefined {
    return this.#cases.get(root.key)?.get(client);
  }

  casesOf({ root, path }: IndexedFile): readonly Case[] {
    return this.#cases.get(root.key)?.casesOf(path) ?? [];
  }

  /** What the cases know of a note. */
  noteOf({ root, path }: IndexedFile): CaseNote | undefined {
    return this.#cases.get(root.key)?.note(path);
  }

  /** The keys of the cases that a note belongs to. */
  clientsOf(record: IndexedFile): readonly string[] {
    return caseKeys(this.noteOf(record)?.clients ?? []);
  }

  /** The notes that are drafts or lack required stages or sections; transcripts and process notes aside. */
  unfinished(): readonly UnfinishedNote[] {
    return [...this.#unfinished.values()];
  }

  /** The language, of those the interface has, that most notes are written in. */
  commonestLanguage(): InterfaceLanguage | undefined {
    const ofNotes = this.all().map(record => supportedLanguage([record.language]));
    return commonestTag(ofNotes, languages);
  }

  clear(): void {
    this.#records.clear();
    this.#transcripts.clear();
    this.#unfinished.clear();
    this.#roots.clear();
    this.#cases.clear();
    this.takeChanges();
  }

  /** Takes what a note says; nothing where it is the very one that was taken last from an editor. */
  keep(uri: vscode.Uri, root: Root, note: Note, from: 'editor' | 'file'): void {
    const known = this.at(uri);
    if (known?.edited?.deref() === note && known.root === root && known.unreadable === undefined) return;
    const path = pathIn(root, uri);
    const index = this.#indexOf(root);
    const before = index.note(path);
    const made = toCaseNote(path, note, index.kept);
    const date = note.frontMatter.date?.value;
    const { language } = note;
    const gaps = countGaps(root, note);
    const clients = index.set(made);
    const key = uri.toString();
    if (made.kind === 'transcript') this.#transcripts.add(key);
    else this.#transcripts.delete(key);
    if (isCaseNote(made) && (made.draft || gaps > 0))
      this.#unfinished.set(key, { uri, root, gaps, note: made });
    else this.#unfinished.delete(key);
    const saysMore = clients.length > 0 && (before === undefined || !saysTheSame(before, made));
    this.#note(root, clients, saysMore || known?.gaps !== gaps);
    const unreadable = undefined;
    const edited = from === 'editor' ? new WeakRef(note) : undefined;
    this.#set({ uri, root, path, date, language, gaps, unreadable, edited });
  }

  /** The root has other protocols now: folds its cases by them. Tells the notes that name or follow any of `ids`. */
  renew(root: Root, ids: ReadonlySet<string>): readonly vscode.Uri[] {
    const index = this.#cases.get(root.key);
    if (index === undefined || ids.size === 0) return [];
    this.#note(root, index.setProtocols(root.protocols), true);
    this.#roots.set(root.key, root);
    const ofRoot = this.all().filter(record => record.root.key === root.key);
    for (const record of ofRoot) this.#records.set(record.uri.toString(), { ...record, root });
    for (const [key, note] of this.#unfinished)
      if (note.root.key === root.key) this.#unfinished.set(key, { ...note, root });
    return ofRoot
      .filter(({ path }) => protocolsOf(index.note(path)).some(id => ids.has(id)))
      .map(({ uri }) => uri);
  }

  /** The file could not be read; what is known of the note stays. */
  markUnreadable(uri: vscode.Uri, root: Root, unreadable: Message): void {
    const known = this.at(uri);
    const { date, language, gaps } = known ?? { date: undefined, language: undefined, gaps: 0 };
    const path = pathIn(root, uri);
    this.#set({ uri, root, path, date, language, gaps, unreadable, edited: undefined });
  }

  forget(uri: vscode.Uri): void {
    const record = this.at(uri);
    if (record === undefined) return;
    this.#records.delete(uri.toString());
    this.#transcripts.delete(uri.toString());
    this.#unfinished.delete(uri.toString());
    this.#uris.set(uri.toString(), uri);
    this.#note(record.root, this.#cases.get(record.root.key)?.delete(record.path) ?? [], true);
  }

  /**
   * Folds the cases that changed, a case at a step: whoever draws them all next would do it at once. Those that change
   * meanwhile are folded, too.
   */
  *foldChanged(): Steps<void> {
    for (const { root, client } of this.#changed.values()) {
      this.#cases.get(root)?.get(client);
      yield;
    }
  }

  /** Whether anything changed since that was last taken. */
  get hasChanges(): boolean {
    return this.#uris.size > 0 || this.#changed.size > 0 || this.#isListed;
  }

  /** What changed since this was last asked. */
  takeChanges(): ChangedNotes {
    const uris = [...this.#uris.values()];
    const changes = { uris, cases: [...this.#changed.values()], isListed: this.#isListed };
    this.#uris = new Map();
    this.#changed = new Map();
    this.#isListed = false;
    return changes;
  }

  #set(file: IndexedFile): void {
    this.#records.set(file.uri.toString(), file);
    this.#uris.set(file.uri.toString(), file.uri);
  }

  #note(root: Root, clients: readonly string[], isListed: boolean): void {
    for (const client of clients) {
      const place = { root: root.key, client };
      this.#changed.set(placeKey(place), place);
    }
    this.#isListed ||= isListed;
  }

  #indexOf(root: Root): CaseIndex {
    this.#roots.set(root.key, root);
    const known = this.#cases.get(root.key);
    if (known !== undefined) return known;
    const index = indexCases(root, this.#onFold);
    this.#cases.set(root.key, index);
    return index;
  }
}

/** The ids of the protocols that a note follows by its front matter or by default, known or not. */
function protocolsOf(note: CaseNote | undefined): readonly string[] {
  return note === undefined ? [] : [note.protocol, ...note.places.protocols.map(({ id }) => id)];
}
