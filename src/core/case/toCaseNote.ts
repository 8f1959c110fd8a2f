import type { GoalMention } from '../note/goalMention';
import { type Fullness, isContact, isReadable, type Note } from '../note/note';
import { choicesOf, closingChoice, readingsOf } from '../note/readings';
import type { Contact } from '../protocol/contacts';
import { type NoteUse, useOf } from '../protocol/schema';
import { type CaseMention, type CaseNote, type CaseReading, type CaseScore, sectionKey } from './caseNote';
import { KeptTexts } from './keptTexts';
import { knownSwitches, mentionPlaces, notePlaces } from './notePlaces';
import { recordsPlan } from './planIn';
import { riskIn } from './riskIn';
import { isCaseNote } from './sessions';
import { isUnwritten } from './unwritten';

/** Most notes have none of what is asked of the case alone. */
const none: readonly never[] = [];

/**
 * What a case is to know of a note. `path` is relative to the root, with `/`. Nothing in the result holds on to
 * the text of the note. Transcripts and process notes give neither goals nor stages.
 */
export function toCaseNote(path: string, note: Note, kept = new KeptTexts()): CaseNote {
  const { frontMatter } = note;
  const recorded = isCaseNote(frontMatter) ? recordOf(note, kept) : nothingRecorded;
  return {
    path,
    kind: frontMatter.kind,
    clients: frontMatter.clients.map(client => kept.text(client.value)),
    session: frontMatter.session?.value,
    date: frontMatter.date && kept.text(frontMatter.date.value),
    next: frontMatter.next && kept.text(frontMatter.next.value),
    counselor: frontMatter.counselor && kept.text(frontMatter.counselor.value),
    draft: frontMatter.draft,
    attendance: frontMatter.attendance,
    contact: contactOf(note),
    closed: frontMatter.closed,
    protocol: kept.text(note.protocolId),
    others: isCaseNote(frontMatter) ? note.others.map(other => readingOf(other, kept)) : [],
    protocolKind: kindOf(note),
    use: noteUse(note),
    language: note.language && kept.text(note.language),
    presentStages: recorded.presentStages,
    recordedStages: recorded.recordedStages,
    recordedSections: recorded.recordedSections,
    coveredStages: recorded.coveredStages,
    risk: recorded.risk,
    hasPlan: recorded.hasPlan,
    isUnwritten: recorded.isUnwritten,
    choices: recorded.choices,
    closes: recorded.closes,
    scores: recorded.scores,
    mentions: recorded.mentions,
    untracked: recorded.untracked,
    isReadable: isReadable(note) && note.outline.conflict === undefined,
    switches: knownSwitches(note.switches),
    places: notePlaces(note, recorded.presentStages, kept),
  };
}

type Recorded = Pick<
  CaseNote,
  | 'presentStages'
  | 'recordedStages'
  | 'recordedSections'
  | 'coveredStages'
  | 'risk'
  | 'hasPlan'
  | 'isUnwritten'
  | 'choices'
  | 'closes'
  | 'scores'
  | 'mentions'
  | 'untracked'
>;

const nothingRecorded: Recorded = {
  presentStages: [],
  recordedStages: [],
  recordedSections: [],
  coveredStages: [],
  risk: undefined,
  hasPlan: false,
  isUnwritten: false,
  choices: [],
  closes: false,
  scores: none,
  mentions: [],
  untracked: [],
};

function recordOf(note: Note, kept: KeptTexts): Recorded {
  const named = choicesOf(note);
  const { presentStages, recordedStages, recordedSections, coveredStages } = stagesOf(note);
  return {
    presentStages,
    recordedStages,
    recordedSections,
    coveredStages,
    risk: riskIn(note),
    hasPlan: recordsPlan(note),
    isUnwritten: isUnwritten(note),
    choices: named.length === 0 ? none : [...new Set(named.map(({ choice }) => choice.id))],
    closes: (named.length > 0 && closingChoice(note) !== undefined) || kindOf(note) === 'discharge-summary',
    scores: scoresOf(note),
    mentions: note.goals.map(mention => toCaseMention(mention, note, kept)),
    untracked: note.untracked.map(mention => toCaseMention(mention, note, kept)),
  };
}

/** Each once: what the front matter and the text both say is one score. */
function scoresOf(note: Note): readonly CaseScore[] {
  const written = note.frontMatter.clients.length > 1 ? [] : note.scores;
  if (written.length === 0) return none;
  const scores = new Map<string, CaseScore>();
  for (const { measure, reading } of written) {
    const { id, title, min, max, better } = measure;
    for (const value of reading.kind === 'scores' ? reading.values : []) {
      const key = `${id} ${value}`;
      if (!scores.has(key)) scores.set(key, { measure: { id, title, min, max, better }, value });
    }
  }
  return [...scores.values()];
}

function readingOf(note: Note, kept: KeptTexts): CaseReading {
  return { protocol: kept.text(note.protocolId), ...stagesOf(note) };
}

function stagesOf(note: Note): Omit<CaseReading, 'protocol'> {
  return {
    presentStages: stageIds(note, ['filled', 'not-addressed', 'empty']),
    recordedStages: stageIds(note, ['filled']),
    recordedSections: sectionsRecorded(note),
    coveredStages: note.coveredStages,
  };
}

/** A plan or summary that follows a format for sessions besides is one all the same. */
function kindOf(note: Note): CaseNote['protocolKind'] {
  const kinds = readingsOf(note).flatMap(({ protocol }) => protocol?.protocol.kind ?? []);
  return kinds.find(kind => kind !== 'session') ?? 'session';
}

/** A note that follows a format for sessions besides another is what the other says. */
function noteUse(note: Note): NoteUse {
  const uses = readingsOf(note).flatMap(({ protocol }) => (protocol ? [useOf(protocol.protocol)] : []));
  return uses.find(use => use !== 'session') ?? 'session';
}

/** A note by a format for a contact is of that contact, unless the format is for sessions, as with a group. */
function contactOf(note: Note): Contact | undefined {
  const readings = readingsOf(note);
  const { contact } = note.frontMatter;
  if (noteUse(note) === 'session') return readings.every(isContact) ? contact : undefined;
  return contact ?? readings.flatMap(({ protocol }) => protocol?.protocol.contact ?? [])[0];
}

function stageIds(note: Note, fullness: readonly Fullness[]): readonly string[] {
  const ids = new Set<string>();
  for (const region of note.stages) if (fullness.includes(region.fullness)) ids.add(region.stage.id);
  return [...ids];
}

function sectionsRecorded(note: Note): readonly string[] {
  const keys = new Set<string>();
  for (const { stage, sections } of note.stages) {
    for (const { section, fullness } of sections)
      if (section.required === 'case' && fullness !== 'empty') keys.add(sectionKey(stage, section));
  }
  return keys.size === 0 ? none : [...keys];
}

function toCaseMention(mention: GoalMention, note: Note, kept: KeptTexts): CaseMention {
  const { markerRange, idRange, range, blockStart } = mention;
  const { place, wordsEnd, replacesPlace } = mentionPlaces(mention, note);
  return {
    said: kept.said(mention),
    place,
    end: range.end,
    markerStart: markerRange.start,
    markerEnd: markerRange.end,
    idStart: idRange?.start,
    wordsEnd,
    replacesPlace,
    blockStart,
  };
}
