import { setField } from '../change/fieldEdits';
import type { Note } from '../note/note';
import { edited, reread } from '../note/parseNote';
import { yamlScalar } from '../yaml/yamlScalar';
import { blindedText } from './blindedText';
import { readVersion } from './readVersion';
import { wordsDifference } from './sameWords';
import { strippedText } from './strippedTranscript';

/**
 * What a copy leaves out. `blank`: codes, memos and the headings of stages. `stages`: codes and memos. `blinded`: as
 * `blank`, and all that tells whose session it is: the fields of the front matter, headings, comments and whatever else
 * is not said, and the speakers' names, in whose place their roles stand.
 */
export type CopyKind = 'blank' | 'stages' | 'blinded';

/** The copy that is asked for. */
interface CopyRequest {
  readonly kind: CopyKind;
  /** Who is to code it. */
  readonly rater: string;
}

/**
 * The text of a copy of a transcript for another rater, with the same `transcript:` id and the same words; the words
 * themselves are not looked through for names. Undefined where the copy would not say the same when it is read, which
 * is asked each time.
 */
export function copyForRater(note: Note, { kind, rater }: CopyRequest): string | undefined {
  const stripped = reread(note, strippedText(note, kind === 'stages'));
  const copy = kind === 'blinded' ? reread(note, blindedText(stripped)) : stripped;
  const naming = setField(copy, 'coder', yamlScalar(rater));
  const named = naming && edited(copy, [naming]);
  return named !== undefined && isBlankCopy(note, named) ? named.outline.text : undefined;
}

function isBlankCopy(note: Note, copy: Note): boolean {
  const before = readVersion(note, '')?.version;
  const after = readVersion(copy, '')?.version;
  if (before === undefined || after === undefined) return false;
  if (before.transcript.id !== after.transcript.id) return false;
  if (after.transcript.turns.some(({ codes, spans }) => codes.length > 0 || spans.length > 0)) return false;
  return wordsDifference('', before, [after]) === undefined;
}
