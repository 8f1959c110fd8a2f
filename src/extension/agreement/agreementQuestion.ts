import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { AgreementQuestion } from '../../webview/agreement/messages';
import { wordsShown } from '../services/hiddenWords';

/** What the tab of a page is called, and its file where it is saved. */
export function pageName({ on, unit, roles, transcript }: AgreementQuestion): string {
  return [
    render(message('agree.file')),
    ...wordsShown([transcript]),
    render(message(`agree.on-${on}`)),
    ...(unit === 'turn' ? [] : [render(message(`agree.unit-${unit}`))]),
    ...(roles ?? []),
  ].join(' ');
}

/** What VS Code kept of a page, if it is a question. */
export function asQuestion(kept: unknown): AgreementQuestion | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const said = new Map<string, unknown>(Object.entries(kept));
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
