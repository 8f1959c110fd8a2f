import type { Case } from '../case/case';
import { itemSource } from '../change/itemSource';
import type { Note } from '../note/note';
import { type CaretPlace, placeAt } from '../note/placeAt';
import { readingsOf } from '../note/readings';
import { choiceOffers } from './choiceOffers';
import { codeOffers } from './codeOffers';
import { dueOffers } from './dueOffers';
import { frontMatterOffers } from './frontMatterOffers';
import { gasOffers } from './gasOffers';
import { goalOffers } from './goalOffers';
import { headingOffers, isKnownHeading } from './headingOffers';
import { inOrder, type Offer, type OfferOptions, type UnplacedOffer } from './offer';

const LABEL_BEGUN = /^(?:\*\*|__)[^*_:]{0,60}$/;

/**
 * What may be put into the note at `offset` (UTF-16 code units; outside the text it is moved to the nearest end):
 * fields and values in the front matter, stages and sections where a heading is or could be, goals and actions in
 * a list, days and levels of attainment in a goal's `[due:: …]` and `[gas:: …]`, choices where a section asks for them; in a transcript, techniques and codes behind `#` in a turn. Nothing that
 * the note has already, and nothing in code, quotes, comments, and notes with an unresolved conflict. `cases` are those of the note's clients. Offers
 * that nobody asked for (there is a `trigger`) come only where nothing has been written yet. Takes any text.
 */
export function offersAt(
  note: Note,
  offset: number,
  cases: readonly Case[],
  options: OfferOptions,
): readonly Offer[] {
  if (note.outline.conflict !== undefined) return [];
  if (options.turns !== undefined)
    return inOrder(codeOffers(options.turns, offset, note.language ?? options.language));
  if (note.frontMatter.kind === 'transcript') return [];
  const place = placeAt(note.outline, offset);
  if (place.kind === 'front-matter') return inOrder(frontMatterOffers(note, place.line, cases, options));
  const values = [
    ...gasOffers(note, place),
    ...dueOffers(note, place, options.today, note.language ?? options.language),
  ];
  if (values.length > 0) return inOrder(values);
  if (place.kind === 'none' || (options.trigger !== undefined && hasWords(place))) return [];
  return inOrder(bodyOffers(note, offset, place, cases, note.language ?? options.language));
}

function bodyOffers(
  note: Note,
  offset: number,
  place: CaretPlace,
  cases: readonly Case[],
  language: string,
): readonly UnplacedOffer[] {
  const takesHeading = place.kind === 'heading' || place.kind === 'blank' || beginsLabel(note, place);
  const readings = readingsOf(note);
  const isHeading = !takesHeading || readings.some(reading => isKnownHeading(reading, place.line));
  const alone = readings.map(reading => ({ ...reading, others: [] }));
  return [
    ...alone.flatMap(reading => choiceOffers(reading, offset, place, language)),
    ...distinct(alone.flatMap(reading => goalOffers(reading, offset, place, cases, language))),
    ...distinct(alone.flatMap(reading => (isHeading ? [] : headingOffers(reading, place.line, language)))),
  ];
}

/** Whether a line is only the beginning of a bold label, in a note whose stages begin with labels. */
function beginsLabel(note: Note, { kind, line }: CaretPlace): boolean {
  const hasLabels = readingsOf(note).some(({ stages }) => stages.some(({ mark }) => mark.kind === 'label'));
  return hasLabels && kind === 'text' && LABEL_BEGUN.test(line.before);
}

/** What several protocols of a note offer alike is offered once. */
function distinct(offers: readonly UnplacedOffer[]): readonly UnplacedOffer[] {
  return [...new Map([...offers].reverse().map(offer => [offer.insert, offer])).values()].reverse();
}

/** Whether something is written on the line already, or nothing that asks for an offer. */
function hasWords(place: CaretPlace): boolean {
  const { before } = place.line;
  if (place.kind === 'heading') return before.replace(/^ {0,3}#+/, '').trim() !== '';
  if (place.kind === 'item') return itemSource(place.item, place.line)?.words !== '';
  return !/^[^:]{1,60}:\**[ \t]+$/.test(before);
}
