import type catalogue from '../../l10n/bundle.l10n.json';

/** Texts of one thing by language tag (`en`, `id`, …), as protocols give them. */
export type Titles = Readonly<Record<string, string>>;

/** The key of a text in the catalogue (`l10n/`). */
export type MessageKey = keyof typeof catalogue;

/**
 * Words out of a note, as an argument of a message. Where a message may be read by others (the log of a build is
 * often public) they are withheld unless asked for. Ids, keys, numbers and the protocol's words are plain arguments.
 */
export interface NoteWords {
  readonly fromNote: true;
  readonly words: string;
}

/** A value put into a message; titles are rendered in the language of the message. */
export type MessageArgument = string | number | Titles | NoteWords;

/** What is to be said, as a key of the catalogue and its arguments; the adapters render it in a language. */
export interface Message {
  readonly key: MessageKey;
  readonly args?: Readonly<Record<string, MessageArgument>>;
}

/** Builds a message. */
export function message(key: MessageKey, args?: Readonly<Record<string, MessageArgument>>): Message {
  return args === undefined ? { key } : { key, args };
}

/** Marks `words` as taken from a note. */
export function noteWords(words: string): NoteWords {
  return { fromNote: true, words };
}

/** Whether an argument is words from a note. */
export function isNoteWords(argument: MessageArgument): argument is NoteWords {
  return typeof argument === 'object' && argument['fromNote'] === true;
}

/** The title in `language`, else in English, else the first there is. */
export function titleIn(titles: Titles, language: string): string {
  return titles[language] ?? titles['en'] ?? Object.values(titles)[0] ?? '';
}
