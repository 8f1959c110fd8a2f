import type { Case } from '../../core/case/case';
import { noClient } from '../../core/case/clientKey';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { nameShown } from './hiddenWords';
import type { Root } from './roots';

/** What menus know the row of a case by, in every tree: `client`, `client-closed` or `no-client`. */
export function caseContext({ key, closed }: Case): string {
  if (key === noClient) return 'no-client';
  return closed ? 'client-closed' : 'client';
}

/** What a case is called: its client, by a number while words are hidden. */
export function clientLabel({ key, client }: Pick<Case, 'key' | 'client'>): string {
  return key === noClient ? render(message('goals.no-client')) : nameShown(client, 'client');
}

/** The name of the folder of a root. */
export function rootName(root: Root): string {
  return root.uri === undefined ? '' : (root.uri.path.split('/').filter(Boolean).at(-1) ?? '');
}
