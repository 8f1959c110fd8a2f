import * as vscode from 'vscode';
import { type InterfaceLanguage, setInterfaceLanguage, supportedLanguage } from '../l10n/catalogue';
import type { NoteIndex } from './noteIndex';
import { Owner } from './owner';
import { affects, languageSetting } from './settings';

/**
 * Keeps the language of all run-time texts to what `sessionNotes.language` asks for. On `auto` it is the display
 * language where that is translated, else the language that most cases' notes are written in.
 */
export class InterfaceLanguageService extends Owner {
  readonly #changed = this.own(new vscode.EventEmitter<InterfaceLanguage>());
  readonly onDidChange = this.#changed.event;
  readonly #index: NoteIndex;
  #language: InterfaceLanguage | undefined;

  constructor(index: NoteIndex) {
    super();
    this.#index = index;
    this.#update();
    this.own(index.onDidChange(() => this.#update()));
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'language')) this.#update();
      }),
    );
  }

  #update(): void {
    const setting = languageSetting();
    const language = setting === 'auto' ? this.#automatic() : setting;
    if (language === this.#language) return;
    this.#language = language;
    setInterfaceLanguage(language);
    void vscode.commands.executeCommand('setContext', 'sessionNotes.interfaceLanguage', language);
    this.#changed.fire(language);
  }

  #automatic(): InterfaceLanguage {
    return supportedLanguage([vscode.env.language]) ?? this.#index.commonestLanguage() ?? 'en';
  }
}
