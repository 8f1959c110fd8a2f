import type { Case } from '../../core/case/case';
import { hasNoteOn } from '../../core/case/caseFacts';
import { asksStages, nextSession, numberOn, suggestedStages } from '../../core/case/nextSession';
import { counselorOf } from '../../core/case/openGoals';
import { type NewNoteRequest, newNote, openByStage } from '../../core/change/newNote';
import type { FileNameValues } from '../../core/config/noteFileName';
import { noteFileName } from '../../core/config/noteFileName';
import { type Message, message, titleIn } from '../../core/message';
import { knownProtocol } from '../../core/practice/newNoteChoices';
import type { CompiledProtocol } from '../../core/protocol/compiledProtocol';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { clientLabel } from '../services/caseLabels';
import type { CaseRow } from '../services/caseRow';
import { type ListRow, pickMany } from '../services/dialogs';
import type { NoteIndex } from '../services/noteIndex';
import type { Root, RootCase, Roots } from '../services/roots';
import { briefSetting, counselorSetting } from '../services/settings';
import { lastFrontMatter, type NoteOwner, pickOwner, showNewNote } from './noteBeginnings';
import { pickCarried } from './pickCarried';
import { keepFormat, pickFormat, pickOtherFormat } from './pickFormat';
import { pickSessionDay, type SessionDay } from './pickSessionDay';

/**
 * Asks for the client, the day and the stages, and creates the note of the next session: a draft, with the open goals
 * of those stages carried over. Beside the first one of a day the brief of the client is shown. An existing file is never overwritten; without a folder the note is an untitled one.
 */
export async function newSessionNote(
  row: CaseRow | undefined,
  roots: Roots,
  index: NoteIndex,
  showBrief: (found: RootCase) => Promise<void>,
): Promise<void> {
  const owner = await pickOwner(message('new-note.client-title'), row, roots, index);
  const made = owner && (await createFor(owner));
  if (owner?.case === undefined || made === undefined || !briefSetting()) return;
  if (!hasNoteOn(owner.others, made.date, made.counselor))
    await showBrief({ root: owner.root, case: owner.case });
}

/** The same for the client of a case. */
export async function newNoteOfCase({ root, case: ofCase }: RootCase): Promise<void> {
  await createFor({ client: ofCase.client, case: ofCase, root, others: [ofCase] });
}

async function createFor({
  client,
  case: ofCase,
  root,
  others,
}: NoteOwner): Promise<NewNoteRequest | undefined> {
  const shown = ofCase === undefined ? client : clientLabel(ofCase);
  const wanted = await pickVisit(root, ofCase, message('new-note.day-title', { client: shown }));
  if (wanted === undefined) return undefined;
  const { day } = wanted;
  const cases = ofCase === undefined ? [] : [ofCase];
  const known = {
    client: ofCase?.client ?? client,
    date: day.date,
    counselor: counselorSetting() || (ofCase && counselorOf(ofCase)),
  };
  const format =
    wanted.format ?? (await formatFor(root, ofCase, { ...known, session: nextSession(cases) }, others));
  if (format === undefined) return undefined;
  const { protocol } = format;
  const language =
    ofCase?.notes.findLast(note => note.language !== undefined)?.language ?? interfaceLanguage();
  const session = numberOn(protocol, cases, day.date);
  const anyStages = {
    ...known,
    session,
    protocol,
    clients: [known.client],
    language,
    cases,
    goalIds: root.config.goalIds,
    prompts: root.config.prompts,
    require: root.config.require,
    askFor: root.config.ask,
    last: ofCase && (await lastFrontMatter(root, ofCase)),
  };
  const suggested = suggestedStages(protocol, ofCase);
  const stages = day.isNoShow ? 'no-show' : await pickStages(shown, anyStages, suggested);
  if (stages === undefined) return undefined;
  const request = { ...anyStages, stages: stages === 'no-show' ? undefined : stages };
  const carries = await pickCarried(request);
  if (carries === undefined) return undefined;
  const note = newNote({ ...request, carries });
  const path = noteFileName(root.config.fileName, { ...known, session, protocol: protocol.protocol.id });
  await showNewNote(root, path, note.text, note.caret);
  await format.keep();
  return request;
}

/** What a note is of. */
interface Visit {
  readonly day: SessionDay;
  /** Undefined where it is that of the sessions. */
  readonly format: Format | undefined;
}

/** Asks for the day, and for the format where it is to be another than that of the sessions. */
async function pickVisit(root: Root, ofCase: Case | undefined, title: Message): Promise<Visit | undefined> {
  const day = await pickSessionDay(title, ofCase);
  if (day !== 'other-format') return day && { day, format: undefined };
  const picked = await pickOtherFormat(root);
  const protocol = picked && root.protocols.get(picked.id);
  const onDay = protocol && (await pickSessionDay(title, ofCase, true));
  if (protocol === undefined || onDay === undefined || onDay === 'other-format') return undefined;
  return { day: onDay, format: { protocol, keep: () => Promise.resolve() } };
}

interface Format {
  readonly protocol: CompiledProtocol;
  /** Writes for whom it is from now on. */
  keep(): Promise<void>;
}

/** The format that the note is known to follow; it is asked for where nobody said any. */
async function formatFor(
  root: Root,
  ofCase: Case | undefined,
  known: Omit<FileNameValues, 'protocol'>,
  others: readonly Case[],
): Promise<Format | undefined> {
  const id = knownProtocol(root, ofCase, known);
  const protocol = id === undefined ? undefined : root.protocols.get(id);
  if (protocol !== undefined) return { protocol, keep: () => Promise.resolve() };
  const picked = await pickFormat(root, others);
  const compiled = picked && root.protocols.get(picked.protocol.id);
  return picked && compiled && { protocol: compiled, keep: () => keepFormat(root, picked) };
}

async function pickStages(
  client: string,
  request: Omit<NewNoteRequest, 'stages'>,
  suggested: readonly string[],
): Promise<readonly string[] | 'no-show' | undefined> {
  const { protocol, language } = request;
  if (!asksStages(protocol)) return suggested;
  const open = openByStage(request);
  const stages = protocol.protocol.stages.map(stage => ({
    label: titleIn(stage.title, language),
    ...openIn(open.get(stage.id)),
    picked: suggested.includes(stage.id),
    id: stage.id,
  }));
  const missed = { label: render(message('new-note.no-show')), picked: false, id: undefined };
  const picked = await pickMany([...stages, missed], {
    title: message('new-note.stages-title', { client }),
    placeHolder: message('new-note.stages-hint'),
  });
  if (picked === undefined) return undefined;
  const ids = picked.flatMap(({ id }) => id ?? []);
  // The stages are ticked beforehand: who says that the client did not come, means none of them.
  return picked.some(({ id }) => id === undefined) ? 'no-show' : ids;
}

/** What is open in a stage stays behind where the session has another one: that is to be seen before. */
function openIn(count: number | undefined): Partial<ListRow> {
  return count === undefined ? {} : { description: render(message('new-note.open-here', { count })) };
}
