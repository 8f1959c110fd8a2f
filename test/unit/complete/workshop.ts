import { buildCase } from '../../../src/core/case/buildCase';
import type { Case } from '../../../src/core/case/case';
import { caseKeys } from '../../../src/core/case/clientKey';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import type { Offer, OfferOptions } from '../../../src/core/complete/offer';
import { offersAt } from '../../../src/core/complete/offersAt';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { applyEdits, lineEndOf } from '../../../src/core/text/textEdit';
import { expandSnippet } from './expandSnippet';

/** Where the caret stands in the texts of these tests. */
const CARET = '¦';

export const protocols = protocolSet(builtinProtocols());

export const english: OfferOptions = { language: 'en', today: '2026-03-12', protocols };
export const indonesian: OfferOptions = { ...english, language: 'id' };

/** A note with the caret in it. */
export interface Desk {
  readonly note: Note;
  readonly offset: number;
}

export function noteOf(text: string): Note {
  return parseNote(text, { protocols, defaultProtocol: 'four-stage', goalIds: 'words' });
}

/** The note and the place of its `¦`. */
export function desk(textWithCaret: string): Desk {
  const offset = textWithCaret.indexOf(CARET);
  if (offset < 0) throw new Error('no caret in the text');
  return { note: noteOf(textWithCaret.replace(CARET, '')), offset };
}

/** The cases of the note's clients, made of it and of earlier notes. */
export function casesOf(note: Note, ...earlier: readonly string[]): readonly Case[] {
  const notes = [...earlier.map(noteOf), note].map((each, index) => toCaseNote(`${index}.md`, each));
  const keys = caseKeys(notes.at(-1)?.clients ?? []);
  return keys.map(key => {
    const own = notes.filter(({ clients }) => caseKeys(clients).includes(key));
    return buildCase(key, own, protocols);
  });
}

/** What is offered at the caret. */
export function offersIn(
  textWithCaret: string,
  options: OfferOptions = english,
  ...earlier: readonly string[]
): readonly Offer[] {
  const { note, offset } = desk(textWithCaret);
  return offersAt(note, offset, casesOf(note, ...earlier), options);
}

export function labels(offers: readonly Offer[]): readonly string[] {
  return offers.map(({ label }) => label);
}

/** The text after an offer was taken, with the line ends of the text, and where the caret then is. */
export function take(note: Note, offer: Offer): { readonly text: string; readonly caret: number } {
  const eol = lineEndOf(note.outline.text);
  const { text, caret } = expandSnippet(offer.insert);
  const edit = { range: offer.range, newText: text.replaceAll('\n', eol) };
  const toCaret = text.slice(0, caret).replaceAll('\n', eol).length;
  return { text: applyEdits(note.outline.text, [edit]), caret: offer.range.start + toCaret };
}

/** The same, with `¦` where the caret is. */
export function taken(textWithCaret: string, offer: Offer | undefined): string {
  if (offer === undefined) throw new Error('nothing is offered');
  const { text, caret } = take(desk(textWithCaret).note, offer);
  return text.slice(0, caret) + CARET + text.slice(caret);
}
