import type { Message } from '../../core/message';
import { render } from '../../l10n/catalogue';

/** Words one after the other with a dot between them. */
export function dotted(parts: readonly (string | Message | undefined)[]): string {
  return parts
    .filter(part => part !== undefined)
    .map(part => (typeof part === 'string' ? part : render(part)))
    .join(' · ');
}
