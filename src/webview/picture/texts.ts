import type { Message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { NoteTarget } from './messages';

/** Words one after the other with a dot between them. */
export function dotted(parts: readonly (string | Message | undefined)[]): string {
  return parts
    .filter(part => part !== undefined)
    .map(part => (typeof part === 'string' ? part : render(part)))
    .join(' · ');
}

/** A place of the picture or a cell of the table. */
export interface Spot {
  /** What is there, in a few words; empty where nothing is. */
  readonly words: string;
  /** More lines about it, for whoever points at it. */
  readonly details: readonly string[];
  /** What leads to the note that says so. */
  readonly target: NoteTarget | undefined;
}
