import type { Version } from '../../agreement/version';
import { shifted, type TextRange } from '../../text/textRange';
import { uuidOf } from '../../text/uuid';
import { type KeptOrigins, originKey, stageCoding } from '../../transcript/codingOrigins';
import type { Turn } from '../../transcript/transcript';
import type { ExportedTranscript } from './exportedTranscript';
import type { ProjectCodes } from './projectCodes';
import { passagesIn, type SourceText } from './sourceText';
import { turnCodings, uncodedMemos } from './turnCodings';

/** A coding of a selection by one rater. */
export interface ExportedCoding {
  readonly guid: string;
  readonly code: string;
  readonly version: Version;
  readonly memo: string | undefined;
}

/** A stretch of a source that raters coded. */
export interface ExportedSelection {
  readonly guid: string;
  /** In the source's text, in UTF-16 code units. */
  readonly range: TextRange;
  /** The role of the speaker whose words it is of; undefined for several. */
  readonly role: string | undefined;
  readonly codings: readonly ExportedCoding[];
  /** On the stretch, where it has no code. */
  readonly memos: readonly ExportedMemo[];
}

/** A memo of a rater on a passage without a code. */
interface ExportedMemo {
  readonly guid: string;
  readonly version: Version;
  readonly memo: string;
}

/** GUIDs that another program gave: each stands for one thing, however many files have it. */
export class TakenGuids {
  readonly #taken = new Set<string>();

  /** The GUID, if it is the first time that it is asked for. */
  take(guid: string | undefined): string | undefined {
    if (guid === undefined || this.#taken.has(guid)) return undefined;
    this.#taken.add(guid);
    return guid;
  }
}

/**
 * The selections of a transcript, in the order of the text: the words of turns and passages that have codes, and the
 * stretches of turns in one stage. What several raters coded alike is one selection with a coding by each. Of a
 * speaker with a role nothing of whom is coded, the first turn is selected without a code, for the case of the role.
 */
export function selectionsOf(
  transcript: ExportedTranscript,
  source: SourceText,
  codes: ProjectCodes,
  taken: TakenGuids,
): readonly ExportedSelection[] {
  const collected = new Selections(transcript.id, taken);
  for (const version of transcript.versions) {
    const origins = transcript.facts.get(version)?.origins ?? new Map();
    addCodings(collected, transcript.versions[0], version, source, codes, origins);
    for (const { stage, first, last } of stageRuns(version)) {
      const start = source.places[first]?.range.start ?? 0;
      const end = source.places[last]?.range.end ?? source.text.length;
      const coding = { code: codes.stageOf(version, stage), version, memo: undefined };
      const origin = origins.get(originKey({ turn: first, ...stageCoding }));
      collected.add({ start, end }, {}, coding, origin);
    }
  }
  addSpeakers(collected, transcript.versions[0], source);
  return collected.inOrder();
}

function addCodings(
  collected: Selections,
  shown: Version,
  version: Version,
  { places }: SourceText,
  codes: ProjectCodes,
  origins: KeptOrigins,
): void {
  for (const turn of version.transcript.turns) {
    const place = places[turn.index];
    const first = shown.transcript.turns[turn.index];
    if (place === undefined || first === undefined) continue;
    const codings = turnCodings(turn);
    const memos = uncodedMemos(turn);
    if (codings.length + memos.length === 0) continue;
    const placed = passagesIn(first, turn);
    for (const { passage, memo } of memos)
      collected.addMemo(shifted(placed(passage), place.words.start), turn, version, memo);
    for (const { code, passage, memo } of codings) {
      const within = passage === undefined ? undefined : placed(passage);
      const range = within === undefined ? place.words : shifted(within, place.words.start);
      // A turn in which nothing is said is coded by its head.
      const coded = isEmpty(range) ? place.range : range;
      const origin = origins.get(originKey({ turn: turn.index, passage, code }));
      collected.add(coded, turn, { code: codes.guidOf(version, code), version, memo }, origin);
    }
  }
}

function addSpeakers(
  collected: Selections,
  { transcript: { turns } }: Version,
  { places }: SourceText,
): void {
  for (const turn of turns) {
    const place = places[turn.index];
    if (place !== undefined && turn.role !== undefined) collected.addSpeaker(place.words, turn);
  }
}

/** The selections of one transcript as they come together. */
class Selections {
  readonly #transcript: string;
  readonly #found = new Map<
    string,
    Omit<ExportedSelection, 'guid'> & {
      guid: string | undefined;
      readonly codings: ExportedCoding[];
      readonly memos: ExportedMemo[];
    }
  >();
  /** Of whom something is selected already. */
  readonly #speakers = new Set<string | undefined>();

  /** The place of each coding in its selection. */
  readonly #codings = new Map<string, number>();

  readonly #taken: TakenGuids;

  constructor(transcript: string, taken: TakenGuids) {
    this.#transcript = transcript;
    this.#taken = taken;
  }

  addSpeaker(range: TextRange, { speaker, role }: Pick<Turn, 'speaker' | 'role'>): void {
    if (isEmpty(range) || this.#speakers.has(speaker)) return;
    this.#selection(range, { speaker, role });
  }

  addMemo(range: TextRange, turn: Pick<Turn, 'speaker' | 'role'>, version: Version, memo: string): void {
    if (isEmpty(range)) return;
    const name = ['memo', this.#transcript, `${range.start}-${range.end}`, version.rater, memo];
    this.#selection(range, turn).memos.push({ guid: uuidOf(JSON.stringify(name)), version, memo });
  }

  #selection(range: TextRange, { speaker, role }: Partial<Pick<Turn, 'speaker' | 'role'>>) {
    const key = `${range.start}-${range.end}`;
    const selection = this.#found.get(key) ?? { guid: undefined, range, role, codings: [], memos: [] };
    this.#found.set(key, selection);
    if (role !== undefined) this.#speakers.add(speaker);
    return selection;
  }

  add(
    range: TextRange,
    turn: Partial<Pick<Turn, 'speaker' | 'role'>>,
    coding: Omit<ExportedCoding, 'guid'>,
    origin: { readonly coding?: string | undefined; readonly passage?: string | undefined } = {},
  ): void {
    if (isEmpty(range)) return;
    const key = `${range.start}-${range.end}`;
    const selection = this.#selection(range, turn);
    selection.guid ??= this.#taken.take(origin.passage);
    const name = JSON.stringify(['coding', this.#transcript, key, coding.code, coding.version.rater]);
    // One rater gives one code to one passage once, in whatever way it is written.
    const before = this.#codings.get(name);
    const known = before === undefined ? undefined : selection.codings[before];
    if (before !== undefined && known !== undefined) {
      selection.codings[before] = { ...known, memo: known.memo ?? coding.memo };
      return;
    }
    this.#codings.set(name, selection.codings.length);
    selection.codings.push({ ...coding, guid: this.#taken.take(origin.coding) ?? uuidOf(name) });
  }

  inOrder(): readonly ExportedSelection[] {
    return [...this.#found]
      .map(([key, selection]) => ({
        ...selection,
        guid: selection.guid ?? uuidOf(JSON.stringify(['selection', this.#transcript, key])),
      }))
      .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }
}

/** The turns, by their first and last index, that follow each other in one stage. */
function stageRuns({
  transcript: { turns },
}: Version): readonly { readonly stage: string; readonly first: number; readonly last: number }[] {
  const runs: { stage: string; first: number; last: number }[] = [];
  for (const { index, stage } of turns) {
    if (stage === undefined) continue;
    const run = runs.at(-1);
    if (run?.stage === stage && run.last === index - 1) run.last = index;
    else runs.push({ stage, first: index, last: index });
  }
  return runs;
}

function isEmpty({ start, end }: TextRange): boolean {
  return end <= start;
}
