import * as vscode from 'vscode';
import { clientKey, spellingKey } from '../../core/case/clientKey';
import { type Message, message } from '../../core/message';
import { render, renderQuoting } from '../../l10n/catalogue';
import { setContext } from './tools/contextKeys';
import { DisposableStore } from './tools/disposableStore';

const storageKey = 'wordsHidden';

type Named = 'client' | 'speaker' | 'rater' | 'file';

let hidden = false;
const changed = new vscode.EventEmitter<void>();
/** The numbers that clients, speakers, raters and files go by while words are hidden, in the order in which they were shown. */
const numbers: Readonly<Record<Named, Map<string, number>>> = {
  client: new Map(),
  speaker: new Map(),
  rater: new Map(),
  file: new Map(),
};

/** Fires when words of notes are hidden, or shown again. */
export const onDidHideWords = changed.event;

/**
 * Whether words of notes are hidden in trees, lists, dialogs and titles, because others look on: kept per workspace,
 * mirrored in a context key for the menus. The rest of this file says what stands in their place.
 */
export class HiddenWords extends DisposableStore {
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    super();
    this.#memento = memento;
    this.#set(memento.get<unknown>(storageKey) === true);
    this.register({ dispose: () => this.#set(false) });
  }

  /** Hides words of notes, or shows them again. */
  change(hide: boolean): void {
    this.#set(hide);
    // Only that they are hidden is stored, nothing of the notes.
    void this.#memento.update(storageKey, hide);
  }

  #set(hide: boolean): void {
    setContext('sessionNotes.wordsHidden', hide);
    if (hide === hidden) return;
    hidden = hide;
    changed.fire();
  }
}

/** Whether words of notes are hidden now. */
export function areWordsHidden(): boolean {
  return hidden;
}

/** Words of a note; `instead` while they are hidden. */
export function unlessHidden(words: string, instead: Message): string {
  return hidden ? render(instead) : words;
}

/** Words of notes; none while they are hidden. */
export function wordsShown(words: readonly (string | undefined)[]): readonly string[] {
  return hidden ? [] : words.filter(each => each !== undefined);
}

/** A message with the words of notes that it quotes; without them while they are hidden. */
export function renderShown(what: Message): string {
  return hidden ? render(what) : renderQuoting(what);
}

/** The name of a client, a speaker, a rater or a file; `Client 2` while words are hidden, the same one for the same name. */
export function nameShown(name: string, of: Named): string {
  if (!hidden) return name;
  // `K1` and `K-1` are one client, and two files.
  const key = of === 'client' ? clientKey(name) : spellingKey(name);
  const number = numbers[of].get(key) ?? numbers[of].size + 1;
  numbers[of].set(key, number);
  return render(message(`hidden.${of}`, { number }));
}
