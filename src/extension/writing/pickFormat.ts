import type { Case } from '../../core/case/case';
import { message } from '../../core/message';
import {
  type FormatRange,
  formatChoices,
  formatRanges,
  otherFormatChoices,
} from '../../core/practice/newNoteChoices';
import type { Protocol } from '../../core/protocol/schema';
import { render } from '../../l10n/catalogue';
import { pickOne } from '../services/dialogs';
import { pickProtocol } from '../services/pickProtocol';
import { changePractice } from '../services/practiceWriter';
import type { Root } from '../services/roots';
import { setDefaultProtocol } from '../services/settings';

interface PickedFormat {
  readonly protocol: Protocol;
  readonly range: FormatRange;
}

/**
 * Asks which note format a note is to follow, where nothing says it, those that are in use in the folder first; and for
 * whom it is to be that from now on. A format that no session follows is for this note alone.
 */
export async function pickFormat(root: Root, cases: readonly Case[]): Promise<PickedFormat | undefined> {
  const { ids, first } = formatChoices(root, cases);
  const title = message('new-note.format-title');
  const protocol = await pickProtocol(root, ids, title, first, 'protocol.recommended');
  if (protocol === undefined) return undefined;
  const range = await pickRange(root, protocol);
  return range && { protocol, range };
}

/** Asks which note format this one note is to follow, those for what is no session first. */
export async function pickOtherFormat(root: Root): Promise<Protocol | undefined> {
  const { ids, first } = otherFormatChoices(root);
  return pickProtocol(root, ids, message('new-note.format-title'), first);
}

async function pickRange({ uri }: Root, protocol: Protocol): Promise<FormatRange | undefined> {
  const ranges = formatRanges(protocol, uri === undefined ? ['mine'] : ['mine', 'folder']);
  const [only, ...others] = ranges;
  if (others.length === 0) return only;
  const items = ranges.map(range => ({
    label: render(message(`new-note.use-for-${range}`)),
    description: render(message(`new-note.use-for-${range}-how`)),
    range,
  }));
  const picked = await pickOne(items, { title: message('new-note.use-for', { format: protocol.title }) });
  return picked?.range;
}

/** Writes for whom a format is; for the client alone that follows from the note. */
export async function keepFormat(root: Root, { protocol: { id }, range }: PickedFormat): Promise<void> {
  if (range === 'mine') await setDefaultProtocol(id);
  if (range === 'folder') await changePractice(root, { kind: 'default-format', protocol: id });
}
