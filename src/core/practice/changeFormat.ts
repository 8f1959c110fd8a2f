import { type Edits, editsOf, type Refusal } from '../change/change';
import { type ChangeOptions, type MovedWords, moveToProtocol } from '../change/changeProtocol';
import { insertAll, type PartToInsert } from '../change/insertion';
import { type Note, stageDemand } from '../note/note';
import { reread } from '../note/parseNote';
import { readingBy } from '../note/readings';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { applyEdits, lineEndOf } from '../text/textEdit';
import { gapsOf } from '../validate/gaps';

/** What makes of a note one by another note format. */
export interface ChangedFormat extends Edits, Omit<MovedWords, 'kind' | 'text' | 'rest'> {
  /** The stages and sections of that format that were put in to be filled. */
  readonly added: readonly PartToInsert[];
}

/** Moves what a note says to another note format (see {@link moveToProtocol}), and puts in what a note of that one is to have. */
export function changeFormat(
  note: Note,
  to: CompiledProtocol,
  options: ChangeOptions,
): ChangedFormat | Refusal {
  const outcome = moveToProtocol(note, to, options);
  if (outcome.kind === 'refused') return outcome;
  const { kind: _, text, rest, ...told } = outcome;
  const now = reread(note, text);
  const added = wantedOf(readingBy(now, to.protocol.id));
  const edits = insertAll(now, added, options.language).flatMap(insertion => insertion.edits);
  const whole = applyEdits(text, edits);
  const eol = lineEndOf(note.outline.text);
  const newText = rest === '' ? whole : whole + eol + rest + eol;
  return {
    ...editsOf([{ range: { start: 0, end: note.outline.text.length }, newText }]),
    ...told,
    added,
  };
}

/** What the note lacks; where the stages are asked of the case and it has none, all of them, to choose from. */
function wantedOf(note: Note): readonly PartToInsert[] {
  const { missingStages, missingSections } = gapsOf(note);
  const all = note.protocol?.protocol;
  const isBlank = all?.scope === 'case' && note.stages.length === 0 && stageDemand(note) === 'full';
  const stages = isBlank ? all.stages.filter(({ required }) => required) : missingStages;
  return [
    ...stages.map(stage => ({ stage })),
    ...missingSections
      .filter(({ section }) => section.required === true)
      .map(({ region, section }) => ({ stage: region.stage, section })),
  ];
}
