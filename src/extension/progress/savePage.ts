import * as vscode from 'vscode';
import { cleanName } from '../../core/config/noteFileName';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { FromPage } from '../../webview/picture/messages';
import { clientLabel } from '../services/caseLabels';
import type { RootCase } from '../services/roots';
import { saveTo } from '../services/saveTo';

/** Saves what a page was asked for where the user says; existing files are asked about by the dialog. */
export async function savePage(
  { format, text }: Extract<FromPage, { readonly kind: 'save' }>,
  { root, case: ofCase }: RootCase,
): Promise<void> {
  const name = cleanName(`${clientLabel(ofCase)} ${render(message('case.progress-file'))}`, `.${format}`);
  const uri = await vscode.window.showSaveDialog({
    filters: { [format.toUpperCase()]: [format] },
    ...(root.uri !== undefined && { defaultUri: vscode.Uri.joinPath(root.uri, name) }),
  });
  if (uri !== undefined) await saveTo(uri, text, true);
}
