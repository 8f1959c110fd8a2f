import * as vscode from 'vscode';
import type { AgreementOptions } from '../../core/agreement/agreement';
import { cleanName } from '../../core/config/noteFileName';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { wordsShown } from '../services/hiddenWords';
import { agreementScheme } from './agreementScheme';

/** What a page answers. */
export interface AgreementQuestion extends AgreementOptions {
  /** The id of the one transcript that is meant; undefined for all of the workspace. */
  readonly transcript: string | undefined;
}

/** Where the page is: the name is what the tab shows, the query what it is made by. */
export function pageUri(question: AgreementQuestion): vscode.Uri {
  const { on, unit, roles, transcript } = question;
  const subject = [
    render(message('agree.file')),
    ...wordsShown([transcript]),
    render(message(`agree.on-${on}`)),
    ...(unit === 'turn' ? [] : [render(message(`agree.unit-${unit}`))]),
    ...(roles ?? []),
  ];
  return vscode.Uri.from({
    scheme: agreementScheme,
    path: `/${cleanName(subject.join(' '), '.md')}`,
    query: JSON.stringify(question),
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
  if (typeof read !== 'object' || read === null) return undefined;
  const said = new Map<string, unknown>(Object.entries(read));
  const on = (['codes', 'stage'] as const).find(each => each === said.get('on'));
  const unit = (['turn', 'character'] as const).find(each => each === said.get('unit'));
  const uncoded = (['missing', 'value'] as const).find(each => each === said.get('uncoded'));
  if (on === undefined || unit === undefined || uncoded === undefined) return undefined;
  const transcript = said.get('transcript');
  const roles = said.get('roles');
  return {
    on,
    unit,
    uncoded,
    roles: Array.isArray(roles) ? roles.filter(role => typeof role === 'string') : undefined,
    transcript: typeof transcript === 'string' ? transcript : undefined,
  };
}
