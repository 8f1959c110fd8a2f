import * as vscode from 'vscode';
import { message } from '../../core/message';
import { cleanName } from '../../core/note/noteFileName';
import type { ComparedOn } from '../../core/transcript/agreement/ratedTurns';
import { render } from '../../l10n/catalogue';
import { agreementScheme } from './agreementParts';

/** What a page answers. */
export interface AgreementQuestion {
  readonly on: ComparedOn;
  /** The id of the one transcript that is meant; undefined for all of the workspace. */
  readonly transcript: string | undefined;
}

/** Where the page is: the name is what the tab shows, the query what it is made by. */
export function pageUri({ on, transcript }: AgreementQuestion): vscode.Uri {
  const subject = [render(message('agree.file')), transcript, render(message(`agree.on-${on}`))];
  return vscode.Uri.from({
    scheme: agreementScheme,
    path: `/${cleanName(subject.filter(part => part !== undefined).join(' '), '.md')}`,
    query: JSON.stringify({ on, transcript }),
  });
}

/** What the page at `uri` answers; undefined for one that was not made here. */
export function questionIn({ query }: vscode.Uri): AgreementQuestion | undefined {
  try {
    return asQuestion(JSON.parse(query));
  } catch {
    // Not made here.
    return undefined;
  }
}

function asQuestion(read: unknown): AgreementQuestion | undefined {
  if (typeof read !== 'object' || read === null || !('on' in read)) return undefined;
  const transcript =
    'transcript' in read && typeof read.transcript === 'string' ? read.transcript : undefined;
  const on = (['codes', 'stage'] as const).find(each => each === read.on);
  return on && { on, transcript };
}
