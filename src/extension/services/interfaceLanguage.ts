import * as vscode from 'vscode';
import { type InterfaceLanguage, setInterfaceLanguage, supportedLanguage } from '../../l10n/catalogue';
import type { NoteIndex } from './noteIndex';
import type { Roots } from './roots';
import { affects, languageSetting } from './settings';
import { setContext } from './tools/contextKeys';
import { DisposableStore } from './tools/disposableStore';

/**
 * Keeps the language of all run-time texts to what `sessionNotes.language` asks for. On `auto` it is the display
 * language where that is translated, else the language that most cases' notes are written in.
 */
export class InterfaceLanguageService extends DisposableStore {
  readonly #changed = this.register(new vscode.EventEmitter<InterfaceLanguage>());
  readonly onDidChange = this.#changed.event;
  readonly #index: NoteIndex;
  #language: InterfaceLanguage | undefined;

  readonly #roots: Roots;

  constructor(roots: Roots, index: NoteIndex) {
    super();
    this.#roots = roots;
    this.#index = index;
    this.#update();
    this.register(index.onDidChange(() => this.#update()));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'language')) this.#update();
      }),
    );
  }

  #update(): void {
    const wanted = this.#wanted();
    const language = wanted === 'auto' ? this.#automatic() : wanted;
    if (language === this.#language) return;
    this.#language = language;
    setInterfaceLanguage(language);
    setContext('sessionNotes.language', language);
    this.#changed.fire(language);
  }

  /** What the practice's own configuration says counts before the setting. */
  #wanted(): 'auto' | InterfaceLanguage {
    const own = this.#roots.all.map(root => root.config.language).find(language => language !== 'auto');
    return own ?? languageSetting();
  }

  #automatic(): InterfaceLanguage {
    return supportedLanguage([vscode.env.language]) ?? this.#index.commonestLanguage() ?? 'en';
  }
}
