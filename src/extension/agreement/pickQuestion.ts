import type { ComparedOn } from '../../core/agreement/ratedTurns';
import { readVersion } from '../../core/agreement/readVersion';
import { message, titleIn } from '../../core/message';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { AgreementQuestion } from '../../webview/agreement/messages';
import { type ListRow, pickFrom, pickMany, separator } from '../services/dialogs';
import { unlessHidden } from '../services/hiddenWords';
import type { Services } from '../services/services';
import { openVersions } from './openVersions';

/** How is compared, whichever transcripts are. */
type Manner = Omit<AgreementQuestion, 'on' | 'transcript'>;

type Row = ListRow &
  (
    | { readonly does: 'compare'; readonly on: ComparedOn; readonly transcript: string | undefined }
    | { readonly does: 'unit' | 'roles' | 'uncoded' | 'nothing' }
  );

/**
 * Asks which transcripts are to be compared, and on what; that in the active editor comes first. Further rows of the
 * list change what is counted, whose turns count and how uncoded units are read. Undefined where the list is left.
 */
export async function pickQuestion(parts: Services): Promise<AgreementQuestion | undefined> {
  const note = parts.activeNote.current?.open.note;
  const transcript = note && readVersion(note, '')?.version.transcript.id;
  let manner: Manner = { unit: 'turn', uncoded: 'missing', roles: undefined };
  let active: Row['does'] = 'compare';
  for (;;) {
    const row: Row | undefined = await pickRow([...subjectRows(transcript), ...mannerRows(manner)], active);
    if (row === undefined) return undefined;
    if (row.does === 'compare') return { on: row.on, transcript: row.transcript, ...manner };
    active = row.does;
    if (row.does === 'unit') manner = { ...manner, unit: manner.unit === 'turn' ? 'character' : 'turn' };
    if (row.does === 'uncoded') {
      manner = { ...manner, uncoded: manner.uncoded === 'missing' ? 'value' : 'missing' };
    }
    if (row.does === 'roles') manner = { ...manner, roles: await pickRoles(parts, manner.roles) };
  }
}

function subjectRows(transcript: string | undefined): readonly Row[] {
  const all = { label: render(message('agree.all-transcripts')), transcript: undefined };
  const subjects =
    transcript === undefined
      ? [all]
      : [{ label: unlessHidden(transcript, message('agree.this-transcript')), transcript }, all];
  return subjects.flatMap(subject =>
    (['codes', 'stage'] as const).map(on => ({
      ...subject,
      does: 'compare' as const,
      on,
      description: render(message(`agree.on-${on}`)),
    })),
  );
}

function mannerRows({ unit, uncoded, roles }: Manner): readonly Row[] {
  const whose = roles === undefined ? render(message('agree.roles-fitting')) : roles.join(', ');
  return [
    { does: 'nothing', ...separator(message('agree.options')) },
    {
      does: 'unit',
      icon: 'symbol-ruler',
      label: render(message('agree.option-unit')),
      description: render(message(`agree.unit-${unit}`)),
    },
    { does: 'roles', icon: 'person', label: render(message('agree.option-roles')), description: whose },
    {
      does: 'uncoded',
      icon: 'circle-slash',
      label: render(message('agree.option-uncoded')),
      description: render(message(`agree.uncoded-${uncoded}`)),
    },
  ];
}

function pickRow(rows: readonly Row[], active: Row['does']): Promise<Row | undefined> {
  const first = rows.find(({ does }) => does === active);
  return pickFrom(rows, {
    placeHolder: message('agree.pick'),
    matchOnDescription: true,
    isActive: row => row === first,
  });
}

/** Asks whose turns count; undefined for those that the codes in use apply to. */
async function pickRoles(
  parts: Services,
  before: readonly string[] | undefined,
): Promise<readonly string[] | undefined> {
  const titles = new Map<string, string>();
  for (const { version } of await openVersions(parts)) {
    for (const { id, title } of version.protocol?.roles ?? []) {
      if (!titles.has(id)) titles.set(id, titleIn(title, interfaceLanguage()));
    }
    for (const { role } of version.transcript.turns) if (role && !titles.has(role)) titles.set(role, '');
  }
  const items = [...titles].map(([label, description]) => ({
    label,
    description,
    picked: before?.includes(label) ?? false,
  }));
  const picked = await pickMany(items, {
    placeHolder: message('agree.pick-roles'),
    matchOnDescription: true,
  });
  if (picked === undefined) return before;
  return picked.length === 0 ? undefined : picked.map(({ label }) => label);
}
