import { setField } from '../change/fieldEdits';
import type { Note } from '../note/note';
import { edited } from '../note/parseNote';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import { yamlScalar } from '../yaml/yamlScalar';
import { mergedTurn } from './mergedTurn';
import { readVersion } from './readVersion';
import { wordsDifference } from './sameWords';
import type { Version } from './version';

/** What raters settled on for a turn: one rater's codings as they stand, or a set of codes. */
export type Settlement =
  | { readonly kind: 'rater'; readonly version: Version }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/** A rater's version with the note that it was read from. */
interface VersionNote {
  readonly version: Version;
  readonly note: Note;
}

export interface ConsensusRequest {
  /** The version that all else is taken from: stages, and the turns on which nothing was settled. */
  readonly base: VersionNote;
  readonly others: readonly VersionNote[];
  /** By the place of the turn. */
  readonly settled: ReadonlyMap<number, Settlement>;
}

/** Who is named in `coder:` of what raters made together. */
export const consensusRater = 'consensus';

/**
 * The text of what raters agreed on: the base with the turns that were settled, `coder: consensus`, and the raters in
 * `consensus:`. Undefined where it would not have the same words when it is read, which is asked each time.
 */
export function consensusText(request: ConsensusRequest): string | undefined {
  const { base, others, settled } = request;
  const raters = [base, ...others].map(({ version }) => yamlScalar(version.rater)).sort();
  const turns = [...settled].flatMap(([turn, settlement]) => turnEdit(turn, settlement, request));
  const named = withField(edited(base.note, turns), 'coder', consensusRater);
  const result = named && withField(named, 'consensus', `[${raters.join(', ')}]`);
  const made = result && readVersion(result, '')?.version;
  const isSame = made !== undefined && wordsDifference('', base.version, [made]) === undefined;
  return isSame ? result?.outline.text : undefined;
}

function withField(note: Note, field: string, yaml: string): Note | undefined {
  const edit = setField(note, field, yaml);
  return edit && edited(note, [edit]);
}

function turnEdit(
  place: number,
  settlement: Settlement,
  { base, others }: ConsensusRequest,
): readonly TextEdit[] {
  const turn = base.version.transcript.turns[place];
  if (turn === undefined) return [];
  const range = { start: turn.head.end, end: turn.range.end };
  if (settlement.kind === 'codes') {
    const versions = others.flatMap(({ version }) => version.transcript.turns[place] ?? []);
    return [{ range, newText: mergedTurn(base.note, turn, versions, settlement.codes) }];
  }
  const source = [base, ...others].find(({ version }) => version === settlement.version);
  const theirs = settlement.version.transcript.turns[place];
  if (source === undefined || theirs === undefined || source === base) return [];
  const said = source.note.outline.text.slice(theirs.head.end, theirs.range.end);
  return [{ range, newText: said.replace(/\r\n?|\n/g, lineEndOf(base.note.outline.text)) }];
}
