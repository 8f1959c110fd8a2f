import type { Edits } from '../change/change';
import { addPassageCode, addTurnCode, removePassageCode, removeTurnCode } from '../change/editCodes';
import type { Note } from '../note/note';
import { edited, reread } from '../note/parseNote';
import { codingsOf } from '../transcript/codings';
import { parseTranscript } from '../transcript/parseTranscript';
import type { Turn } from '../transcript/transcript';
import { readTurnText } from '../transcript/turnText';

/**
 * The source of a turn behind its head with just these codes: those that it has stay where they are, the others are
 * taken from the first of `others` that has them, passages as passages; one that none has is given to the whole turn.
 */
export function mergedTurn(
  note: Note,
  turn: Turn,
  others: readonly Turn[],
  codes: readonly string[],
): string {
  const single = new SingleTurn(note, turn);
  const own = single.turn;
  for (const { code } of own.codes) {
    if (!codes.includes(code)) single.edit((text, now) => removeTurnCode(text, now, code));
  }
  for (const { code } of codingsOf(own)) {
    if (!codes.includes(code)) single.edit((text, now) => removePassageCode(text, now, now.range, code));
  }
  const present = new Set([...own.codes, ...own.spans.flatMap(span => span.codes)].map(({ code }) => code));
  for (const code of codes) if (!present.has(code)) addCode(single, code, others);
  return single.said;
}

function addCode(single: SingleTurn, code: string, others: readonly Turn[]): void {
  const passages = others.map(other => codingsOf(other).filter(coding => coding.code === code));
  const source = others.findIndex(
    (other, at) => other.codes.some(applied => applied.code === code) || (passages[at]?.length ?? 0) > 0,
  );
  const isOnTurn = others[source]?.codes.some(applied => applied.code === code) ?? true;
  if (isOnTurn) single.edit((_, now) => addTurnCode(now, code));
  for (const { words } of passages[source] ?? []) {
    single.edit((text, now) =>
      addPassageCode(text, now, readTurnText(text, now.paragraphs).map.rangeOf(words), code),
    );
  }
}

/** A turn alone under the front matter of its note, so that it can be changed step by step. */
class SingleTurn {
  #note: Note;

  constructor(note: Note, { range }: Turn) {
    const { text, frontMatter } = note.outline;
    const head = text.slice(0, frontMatter?.range.end ?? 0);
    this.#note = reread(note, `${head}\n\n${text.slice(range.start, range.end)}`);
  }

  get turn(): Turn {
    const [turn] = parseTranscript(this.#note).turns;
    if (turn === undefined) throw new RangeError('no turn');
    return turn;
  }

  /** What stands behind the head. */
  get said(): string {
    const { head, range } = this.turn;
    return this.#note.outline.text.slice(head.end, range.end);
  }

  edit(changeOf: (text: string, turn: Turn) => Edits): void {
    this.#note = edited(this.#note, changeOf(this.#note.outline.text, this.turn).edits);
  }
}
