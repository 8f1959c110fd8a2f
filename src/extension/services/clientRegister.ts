import * as vscode from 'vscode';
import type { Case } from '../../core/case/case';
import type { RegisteredClient } from '../../core/exchange/clientRegister';
import { clientLabel } from './caseLabels';
import { areWordsHidden } from './hiddenWords';

let known: ReadonlyMap<string, RegisteredClient> = new Map();
const changed = new vscode.EventEmitter<void>();

/** Fires when other names are known. */
export const onDidChangeRegister = changed.event;

/** Takes what the client register says now, by the keys of clients. It is kept in memory alone. */
export function takeRegister(clients: ReadonlyMap<string, RegisteredClient>): void {
  if (clients.size === 0 && known.size === 0) return;
  known = clients;
  changed.fire();
}

/** The name and class of a client by the register, to be shown only; nothing while words are hidden. */
function registeredWords({ key }: Pick<Case, 'key'>): readonly string[] {
  const found = areWordsHidden() ? undefined : known.get(key);
  return found === undefined ? [] : [found.name, found.className].filter(words => words !== '');
}

/** What a case is called in trees: its client, and who that is. Never for names of files, pages or messages. */
export function clientTitle(ofCase: Pick<Case, 'key' | 'client'>): string {
  return [clientLabel(ofCase), ...registeredWords(ofCase)].join(' · ');
}
