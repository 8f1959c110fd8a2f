import { line, optionalLine } from '../describe/line';
import { message, titleIn } from '../message';
import type { Note } from '../note/note';
import type { TextRange } from '../text/textRange';
import { openChoices } from './choiceCandidates';
import { itemSource } from './itemSource';
import type { UnplacedOffer } from './offer';
import { type Place, sectionAt } from './placeAt';
import { escapeSnippet } from './snippet';

/** What a choice replaces on the caret's line, and whether that line is a task, which names one only when ticked. */
interface ChoiceSpot {
  readonly range: TextRange;
  readonly typedBox: string;
}

/** The blanks, and the label that may stand before a choice: `Keputusan: …`, `**Decision:** …`. */
const LEAD = /^\s*(?:[^:]{1,60}:\**[ \t]+)?/;

/** The choices that a line in the section at `offset` may name; none where the section asks for no more. */
export function choiceOffers(
  note: Note,
  offset: number,
  place: Place,
  language: string,
): readonly UnplacedOffer[] {
  const region = sectionAt(note, offset);
  const spot = choiceSpot(place);
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
      insert: `${spot.typedBox === '' ? '' : '[x] '}${escapeSnippet(label)}$0`,
      range: spot.range,
      filterText: spot.typedBox + label,
    };
  });
}

function choiceSpot(place: Place): ChoiceSpot | undefined {
  const { range, before, after } = place.line;
  if (place.kind === 'item') {
    const source = itemSource(place.item, place.line);
    return source === undefined ? undefined : { range: source.range, typedBox: source.box };
  }
  if ((place.kind !== 'blank' && place.kind !== 'text') || after.trim() !== '') return undefined;
  const lead = LEAD.exec(before)?.[0].length ?? 0;
  return { range: { start: range.start + lead, end: range.end }, typedBox: '' };
}
