import type { CasePlace } from '../../webview/progress/messages';
import type { RootCase } from './roots';

/** Where a case is found again. */
export function casePlaceOf({ root, case: ofCase }: RootCase): CasePlace {
  return { root: root.key, client: ofCase.key };
}

/** The place that VS Code kept, if it is one. */
export function asPlace(kept: unknown): CasePlace | undefined {
  if (typeof kept !== 'object' || kept === null || !('root' in kept) || !('client' in kept)) return undefined;
  const { root, client } = kept;
  return typeof root === 'string' && typeof client === 'string' ? { root, client } : undefined;
}

/** The place as a text: the same for the same place. */
export function placeKey({ root, client }: CasePlace): string {
  return JSON.stringify({ root, client });
}
