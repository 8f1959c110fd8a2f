import * as vscode from 'vscode';
import type { GoalGrouping } from '../../../core/case/goalGroups';
import type { LanguageTag } from '../../../core/language/languages';

/** What is known of the notes of a window. */
export type IndexState = 'no-folder' | 'indexing' | 'no-notes' | 'ready';

/** What the files of a window are, as far as they are known. */
export type Holdings = 'notes' | 'transcripts' | 'both';

/** The context keys that this extension sets, and what each may be. */
export interface ContextKeys {
  /** The language of what it says; not set before it has started. */
  readonly 'sessionNotes.language': LanguageTag;
  readonly 'sessionNotes.state': IndexState;
  readonly 'sessionNotes.holds': Holdings;
  /** What of the first steps was done. */
  readonly 'sessionNotes.noteMade': boolean;
  readonly 'sessionNotes.stageInserted': boolean;
  readonly 'sessionNotes.sampleOpened': boolean;
  /** Whether the active editor shows a session note. */
  readonly 'sessionNotes.inNote': boolean;
  /** Whether that note is a draft. */
  readonly 'sessionNotes.inDraft': boolean;
  /** The paths of the transcripts that editors show, as `resourcePath` has them. */
  readonly 'sessionNotes.transcripts': readonly string[];
  readonly 'sessionNotes.codesFolded': boolean;
  /** Whether words of notes are hidden in views and dialogs. */
  readonly 'sessionNotes.wordsHidden': boolean;
  readonly 'sessionNotes.groupBy': GoalGrouping;
  readonly 'sessionNotes.filter.mine': boolean;
  readonly 'sessionNotes.filter.overdue': boolean;
  readonly 'sessionNotes.filter.closed': boolean;
  /** Whether goals are left out of *Open Goals* only because their cases are closed. */
  readonly 'sessionNotes.closedLeftOut': boolean;
}

const values = new Map<string, string>();

/** What a key was set to last, as JSON; undefined where it was not. */
export function contextValue(key: string): string | undefined {
  return values.get(key);
}

/** Sets a context key, which menus and key bindings ask, where its value is another than before. */
export function setContext<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  const written = JSON.stringify(value);
  if (values.get(key) === written) return;
  values.set(key, written);
  void vscode.commands.executeCommand('setContext', key, value);
}
