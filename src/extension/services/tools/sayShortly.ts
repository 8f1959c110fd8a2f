import * as vscode from 'vscode';
import type { Message } from '../../../core/message';
import { render } from '../../../l10n/catalogue';

/** Says something in the status bar for five seconds. */
export function sayShortly(what: Message): void {
  vscode.window.setStatusBarMessage(render(what), 5000);
}
