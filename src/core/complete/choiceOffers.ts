import { openChoices } from '../change/choiceCandidates';
import { isContinued, itemSource } from '../change/itemSource';
import { line, optionalLine } from '../describe/line';
import { message, titleIn } from '../message';
import type { Note } from '../note/note';
import type { Block, Outline } from '../note/outline';
import { blockOfLine, type CaretPlace, sectionAt } from '../note/placeAt';
import type { TextRange } from '../text/textRange';
import type { UnplacedOffer } from './offer';
import { escapeSnippet } from './snippet';

/** What a choice replaces on the caret's line. */
interface ChoiceSpot {
  readonly range: TextRange;
  /** What there is of a task box: a task names a choice only when it is ticked. */
  readonly typedBox: string;
  /** Line ends that part it from what is above and below. */
  readonly lead: string;
  readonly tail: string;
}

/** The blanks, and the label that may stand before a choice: `Keputusan: …`, `**Decision:** …`. */
const LEAD = /^\s*(?:[^:]{1,60}:\**[ \t]+)?/;

/** The choices that a line in the section at `offset` may name; none where the section asks for no more. */
export function choiceOffers(
  note: Note,
  offset: number,
  place: CaretPlace,
  language: string,
): readonly UnplacedOffer[] {
  const region = sectionAt(note, offset);
  const spot = choiceSpot(note.outline, place);
  if (region === undefined || spot === undefined) return [];
  return openChoices(region).map(choice => {
    const label = titleIn(choice.title, language);
    const key = choice.closes ? 'offer.closing-choice' : 'offer.choice';
    return {
      kind: 'choice',
      label,
      detail: message(key, { section: region.section.title }),
      documentation: optionalLine('text', region.section.prompt).concat(
        line('text', { titles: choice.title }),
      ),
      insert: `${spot.lead}${spot.typedBox === '' ? '' : '[x] '}${escapeSnippet(label)}$0${spot.tail}`,
      range: spot.range,
      filterText: spot.typedBox + label,
    };
  });
}

function choiceSpot(outline: Outline, place: CaretPlace): ChoiceSpot | undefined {
  const { number, range, before, after } = place.line;
  if (place.kind === 'item') {
    const source = itemSource(place.item, place.line);
    const tail = isContinued(outline, number) ? '\n' : '';
    return source && { range: source.range, typedBox: source.box, lead: '', tail };
  }
  if ((place.kind !== 'blank' && place.kind !== 'text') || after.trim() !== '') return undefined;
  const start = range.start + (LEAD.exec(before)?.[0].length ?? 0);
  const isBlank = place.kind === 'blank';
  // Directly below an item, a quote or HTML it would be a part of that; a dash below would make a heading of it.
  const lead = isBlank && takesLineBelow(blockOfLine(outline, number - 1)) ? '\n' : '';
  const tail = isBlank && blockOfLine(outline, number + 1) !== undefined ? '\n' : '';
  return { range: { start, end: range.end }, typedBox: '', lead, tail };
}

function takesLineBelow(block: Block | undefined): boolean {
  return block?.kind === 'list' || block?.kind === 'quote' || block?.kind === 'html';
}
