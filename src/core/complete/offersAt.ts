import type { Case } from '../case/case';
import type { Note } from '../note/note';
import { choiceOffers } from './choiceOffers';
import { frontMatterOffers } from './frontMatterOffers';
import { gasOffers } from './gasOffers';
import { goalOffers } from './goalOffers';
import { headingOffers } from './headingOffers';
import { itemSource } from './itemSource';
import { inOrder, type Offer, type OfferOptions, type UnplacedOffer } from './offer';
import { type Place, placeAt } from './placeAt';

/**
 * What may be put into the note at `offset` (UTF-16 code units; outside the text it is moved to the nearest end):
 * fields and values in the front matter, stages and sections where a heading is or could be, goals and actions in
 * a list, levels of attainment in a goal's `[gas:: …]`, choices where a section asks for them. Nothing that the note has already, and nothing in code, quotes,
 * comments, transcripts, and notes with an unresolved conflict. `cases` are those of the note's clients. Offers
 * that nobody asked for (there is a `trigger`) come only where nothing has been written yet. Takes any text.
 */
export function offersAt(
  note: Note,
  offset: number,
  cases: readonly Case[],
  options: OfferOptions,
): readonly Offer[] {
  if (note.frontMatter.kind === 'transcript' || note.outline.conflict !== undefined) return [];
  const place = placeAt(note.outline, offset);
  if (place.kind === 'front-matter') return inOrder(frontMatterOffers(note, place.line, cases, options));
  const levels = gasOffers(note, place);
  if (levels.length > 0) return inOrder(levels);
  if (place.kind === 'none' || (options.trigger !== undefined && hasWords(place))) return [];
  return inOrder(bodyOffers(note, offset, place, cases, note.language ?? options.language));
}

function bodyOffers(
  note: Note,
  offset: number,
  place: Place,
  cases: readonly Case[],
  language: string,
): readonly UnplacedOffer[] {
  const takesHeading = place.kind === 'heading' || place.kind === 'blank';
  return [
    ...choiceOffers(note, offset, place, language),
    ...goalOffers(note, offset, place, cases, language),
    ...(takesHeading ? headingOffers(note, place.line, language) : []),
  ];
}

/** Whether something is written on the line already, or nothing that asks for an offer. */
function hasWords(place: Place): boolean {
  const { before } = place.line;
  if (place.kind === 'heading') return before.replace(/^ {0,3}#+/, '').trim() !== '';
  if (place.kind === 'item') return itemSource(place.item, place.line)?.words !== '';
  return !/^[^:]{1,60}:\**[ \t]+$/.test(before);
}
