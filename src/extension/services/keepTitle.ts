import type * as vscode from 'vscode';
import { type MessageKey, message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { InterfaceLanguageService } from './interfaceLanguage';

/** Calls a view by its name in the language of the interface: the manifest has it in the display language alone. */
export function keepTitle(
  view: Pick<vscode.TreeView<unknown>, 'title'>,
  name: MessageKey,
  language: Pick<InterfaceLanguageService, 'onDidChange'>,
): vscode.Disposable {
  const write = () => {
    view.title = render(message(name));
  };
  write();
  return language.onDidChange(write);
}
