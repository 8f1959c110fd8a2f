import type { Case } from '../../core/case/case';
import { message } from '../../core/message';
import { usualProtocols } from '../../core/practice/practice';
import { type Protocol, useOf } from '../../core/protocol/schema';
import { render } from '../../l10n/catalogue';
import { pickOne } from '../services/dialogs';
import { pickProtocol } from '../services/pickProtocol';
import { changePractice } from '../services/practiceWriter';
import type { Root } from '../services/roots';
import { setDefaultProtocol } from '../services/settings';

/** For whom a format is from now on the one that notes follow. */
type Range = 'client' | 'mine' | 'folder';

interface PickedFormat {
  readonly protocol: Protocol;
  readonly range: Range;
}

/**
 * Asks which note format a note is to follow, where nothing says it, those that are in use in the folder first; and for
 * whom it is to be that from now on. A format that no session follows is for this note alone.
 */
export async function pickFormat(root: Root, cases: readonly Case[]): Promise<PickedFormat | undefined> {
  const { protocols, config } = root;
  const ids = protocols.ids.filter(id => (protocols.get(id)?.protocol.stages.length ?? 0) > 0);
  const usual = usualProtocols(root, cases);
  const first = usual.length === 0 ? [config.defaultProtocol] : usual;
  const protocol = await pickProtocol(root, ids, message('new-note.format-title'), first);
  if (protocol === undefined) return undefined;
  if (useOf(protocol) !== 'session') return { protocol, range: 'client' };
  const range = await pickRange(root, protocol);
  return range && { protocol, range };
}

async function pickRange({ uri }: Root, { title }: Protocol): Promise<Range | undefined> {
  const ranges: readonly Range[] = uri === undefined ? ['client', 'mine'] : ['client', 'mine', 'folder'];
  const items = ranges.map(range => ({
    label: render(message(`new-note.use-for-${range}`)),
    description: render(message(`new-note.use-for-${range}-how`)),
    range,
  }));
  const picked = await pickOne(items, { title: message('new-note.use-for', { format: title }) });
  return picked?.range;
}

/** Writes for whom a format is; for the client alone that follows from the note. */
export async function keepFormat(root: Root, { protocol: { id }, range }: PickedFormat): Promise<void> {
  if (range === 'mine') await setDefaultProtocol(id);
  if (range === 'folder') await changePractice(root, { kind: 'default-format', protocol: id });
}
