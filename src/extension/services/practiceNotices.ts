import type * as vscode from 'vscode';
import { type Message, message } from '../../core/message';
import { notify } from './dialogs';
import type { Roots } from './roots';
import { DisposableStore } from './tools/disposableStore';

const storageKey = 'practicesAboveTold';

/**
 * Says, once for each in a workspace, which practice's own folder above it counts for its notes, and which does not
 * because it is somebody else's: what such a folder says may switch rules off. The log has it each time.
 */
export class PracticeNotices extends DisposableStore {
  readonly #memento: vscode.Memento;
  readonly #log: Pick<vscode.LogOutputChannel, 'info' | 'warn'>;
  readonly #logged = new Set<string>();

  constructor(
    roots: Pick<Roots, 'above' | 'onDidChange'>,
    memento: vscode.Memento,
    log: Pick<vscode.LogOutputChannel, 'info' | 'warn'>,
  ) {
    super();
    this.#memento = memento;
    this.#log = log;
    this.register(roots.onDidChange(() => this.#tell(roots)));
  }

  #tell({ above: { counted, foreign } }: Pick<Roots, 'above'>): void {
    for (const uri of counted) {
      if (this.#isNew(uri)) this.#log.info(`practice above the workspace counts: ${uri.toString(true)}`);
      this.#say('practice.above', uri);
    }
    for (const uri of foreign) {
      if (this.#isNew(uri))
        this.#log.warn(`somebody else's practice above the workspace: ${uri.toString(true)}`);
      this.#say('practice.foreign', uri);
    }
  }

  #isNew(uri: vscode.Uri): boolean {
    const isNew = !this.#logged.has(uri.toString());
    this.#logged.add(uri.toString());
    return isNew;
  }

  #say(key: Message['key'], uri: vscode.Uri): void {
    const told = this.#memento.get<unknown>(storageKey);
    const before = Array.isArray(told) ? told.filter(each => typeof each === 'string') : [];
    const mark = `${key} ${uri.toString()}`;
    if (before.includes(mark)) return;
    void this.#memento.update(storageKey, [...before, mark]);
    void notify('info', message(key, { folder: uri.scheme === 'file' ? uri.fsPath : uri.toString(true) }));
  }
}
