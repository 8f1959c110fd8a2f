import { type Message, message } from '../message';
import type { Note } from '../note/note';
import { edited } from '../note/parseNote';
import type { TextEdit } from '../text/textEdit';
import { type WordChange, withWordChanges, wordChanges } from '../text/wordChanges';
import { movedOrigins, originKey, originsRange } from '../transcript/codingOrigins';
import { codingsOf, isNothingSaid } from '../transcript/codings';
import { parseTranscript } from '../transcript/parseTranscript';
import type { Transcript, Turn } from '../transcript/transcript';
import { wordsHash } from '../transcript/wordsHash';
import { yamlScalar } from '../yaml/yamlScalar';
import { type Change, editsOf, type Refusal, refused } from './change';
import { setField, takesLines } from './fieldEdits';
import { turnWordEdits, wordsIn } from './turnWords';

/** What is to be changed in the words of a turn. */
interface TurnCorrection {
  /** Its place among the turns, from 0. */
  readonly turn: number;
  readonly changes: readonly WordChange[];
}

/**
 * Changes words of one turn in a copy of a transcript, `seen` being the copy in which they were chosen. Refused where
 * this one says something else there, so that it cannot be told what is meant. `date` is that of the correction,
 * `YYYY-MM-DD`.
 */
export function correctTurn(note: Note, seen: Transcript, correction: TurnCorrection, date: string): Change {
  const transcript = parseTranscript(note);
  const own = transcript.turns[correction.turn];
  const other = seen.turns[correction.turn];
  if (own === undefined || other === undefined || seen.turns.length !== transcript.turns.length)
    return refused(message('correct.other-turns'));
  if (own.role !== other.role || !isSame(wordsIn(own), wordsIn(other)))
    return refused(message('correct.other-words', { line: lineOf(note, own) }));
  const before = transcript.recordedWords;
  // A hash that was wrong before stays: what it tells is not settled by a correction elsewhere.
  const isTrue = before !== undefined && before === wordsHash(transcript);
  return corrected(note, transcript, [correction], { date, renewsHash: isTrue });
}

/** What a copy of a transcript came to. */
interface CorrectedLike {
  readonly change: Change;
  /** How many turns get other words. */
  readonly turns: number;
}

/**
 * Gives a copy of a transcript the words of `source`. Codings stay on the words that stay; one whose words change lies
 * on what takes their place. Refused, with the line, where turns cannot be told to be the same, or a coding cannot be
 * placed.
 */
export function correctLike(note: Note, source: Transcript, date: string): CorrectedLike {
  const transcript = parseTranscript(note);
  const fault = turnsFault(note, transcript, source);
  if (fault !== undefined) return { change: fault, turns: 0 };
  const corrections = transcript.turns.flatMap((turn, at): readonly TurnCorrection[] => {
    const changes = wordChanges(wordsIn(turn), wordsIn(source.turns[at] ?? turn));
    return changes.length === 0 ? [] : [{ turn: at, changes }];
  });
  const renewsHash = transcript.recordedWords !== undefined;
  return {
    change: corrected(note, transcript, corrections, { date, renewsHash }),
    turns: corrections.length,
  };
}

function turnsFault(note: Note, transcript: Transcript, source: Transcript): Refusal | undefined {
  if (transcript.id === undefined || transcript.id !== source.id)
    return refused(message('correct.other-transcript'));
  const at = transcript.turns.findIndex((turn, index) => turn.role !== source.turns[index]?.role);
  const turn = transcript.turns[at];
  if (turn !== undefined) return refused(message('correct.other-speaker', { line: lineOf(note, turn) }));
  if (transcript.turns.length === source.turns.length) return undefined;
  return refused(message('correct.other-turns'));
}

/** What is noted of corrections in the front matter. */
interface CorrectionRecord {
  readonly date: string;
  readonly renewsHash: boolean;
}

/** The edits of the words, with the record of them in the front matter; refused where they would read otherwise. */
function corrected(
  note: Note,
  transcript: Transcript,
  corrections: readonly TurnCorrection[],
  record: CorrectionRecord,
): Change {
  const edits: TextEdit[] = [];
  for (const { turn: at, changes } of corrections) {
    const turn = transcript.turns[at];
    if (turn === undefined) continue;
    const made = turnWordEdits(note.outline.text, turn, changes);
    if ('reason' in made) return refusedAt(note, turn, made.reason);
    for (const edit of made) edits.push(edit);
  }
  const after = parseTranscript(edited(note, edits));
  const changesByTurn = new Map(corrections.map(({ turn, changes }) => [turn, changes]));
  const wrong = transcript.turns.find(
    (turn, at) => !isMeant(turn, after.turns[at], changesByTurn.get(at) ?? []),
  );
  if (wrong !== undefined) return refusedAt(note, wrong, message('correct.would-read-otherwise'));
  if (after.turns.length !== transcript.turns.length || after.outside !== transcript.outside)
    return refused(message('correct.other-turns'));
  const hash = wordsHash(after);
  const isRecorded = !record.renewsHash || hash === transcript.recordedWords;
  if (edits.length === 0 && isRecorded) return editsOf([]);
  if (!takesLines(note)) return refused(message('case.front-matter-unclear'));
  const turns = corrections.map(({ turn }) => turn + 1);
  return editsOf([
    ...edits,
    ...originEdits(note, transcript, after),
    ...(isRecorded ? [] : [setField(note, 'words', hash)]).flatMap(edit => edit ?? []),
    ...(turns.length === 0 ? [] : [setField(note, 'corrections', noted(note, turns, record.date))]).flatMap(
      edit => edit ?? [],
    ),
  ]);
}

/** What a project calls the codings goes with their passages: it is known by where these stand in a turn. */
function originEdits(
  { outline: { text } }: Note,
  before: Transcript,
  after: Transcript,
): readonly TextEdit[] {
  const range = originsRange(text);
  if (range === undefined) return [];
  const moved = new Map(
    before.turns.flatMap((turn, at) => {
      const now = codingsOf(after.turns[at] ?? turn);
      return codingsOf(turn).map(({ code, words }, index) => {
        const passage = now[index]?.words ?? words;
        return [
          originKey({ turn: at, passage: words, code }),
          originKey({ turn: at, passage, code }),
        ] as const;
      });
    }),
  );
  const comment = text.slice(range.start, range.end);
  const newText = movedOrigins(comment, moved);
  return newText === comment ? [] : [{ range, newText }];
}

/** More turns than these are counted, not named: the front matter is to stay short. */
const MOST_NAMED = 20;

/** The corrections that were made, with this one: turns and a day, no words. */
function noted({ frontMatter }: Note, turns: readonly number[], date: string): string {
  const before =
    frontMatter.entries.find(({ field }) => field === 'corrections')?.values.map(({ text }) => text) ?? [];
  const named =
    turns.length > MOST_NAMED
      ? `${turns.length} turns`
      : `${turns.length === 1 ? 'turn' : 'turns'} ${turns.join(' ')}`;
  return `[${[...before, `${named} on ${date}`].map(yamlScalar).join(', ')}]`;
}

/** Whether a turn has the words that are meant, and else what it had. */
function isMeant(before: Turn, after: Turn | undefined, changes: readonly WordChange[]): boolean {
  if (after === undefined || !isSame(wordsIn(after), withWordChanges(wordsIn(before), changes))) return false;
  return isSame(marksOf(before), marksOf(after));
}

/** All that is said of a turn but its words. */
function marksOf({ speaker, role, start, end, stage, codes, spans, faults, words }: Turn): readonly string[] {
  const said = [speaker, role, start, end, stage, ...codes.map(({ code }) => code)];
  return [
    ...said.map(String),
    ...spans.map(span =>
      JSON.stringify([span.codes.map(({ code }) => code), span.memo, span.piece, isNothingSaid(span, words)]),
    ),
    ...faults.map(({ kind }) => kind),
  ];
}

function refusedAt(note: Note, turn: Turn, reason: Message): Refusal {
  const { key, args } = reason;
  return refused(message(key, { ...args, line: lineOf(note, turn) }));
}

function lineOf({ outline }: Note, { range }: Turn): number {
  return outline.lines.positionAt(range.start).line + 1;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}
