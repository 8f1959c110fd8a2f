import * as vscode from 'vscode';
import { cleanName } from '../../core/config/noteFileName';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { wordsShown } from '../services/hiddenWords';
import { passagesScheme } from './passagesScheme';

/** What a page shows. */
export interface PassageQuestion {
  readonly codes: readonly string[];
  /** How many turns before and behind each. */
  readonly context: number;
}

/** Where the page is: the name is what the tab shows, the query what it is made by. */
export function passagesUri(question: PassageQuestion): vscode.Uri {
  const subject = [render(message('passages.file')), ...wordsShown(question.codes)];
  return vscode.Uri.from({
    scheme: passagesScheme,
    path: `/${cleanName(subject.join(' '), '.md')}`,
    query: JSON.stringify(question),
  });
}

/** What the page at `uri` shows; undefined for one that was not made here. */
export function passageQuestionIn({ query }: vscode.Uri): PassageQuestion | undefined {
  try {
    return asQuestion(JSON.parse(query));
  } catch {
    // Not made here.
    return undefined;
  }
}

function asQuestion(read: unknown): PassageQuestion | undefined {
  if (typeof read !== 'object' || read === null) return undefined;
  const said = new Map<string, unknown>(Object.entries(read));
  const codes = said.get('codes');
  const context = said.get('context');
  if (!Array.isArray(codes) || typeof context !== 'number') return undefined;
  return { codes: codes.filter(code => typeof code === 'string'), context };
}
