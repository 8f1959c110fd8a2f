import { type Message, withTitlesIn } from '../message';

/** A message about a note, with its titles in the note's language; where it tells none, in that of the reader. */
export function asNoteCallsIt(
  message: Message,
  { language }: { readonly language: string | undefined },
): Message {
  return language === undefined ? message : withTitlesIn(message, language);
}
