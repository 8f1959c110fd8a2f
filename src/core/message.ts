import type catalogue from '../../l10n/bundle.l10n.json';

/** Texts of one thing by language tag (`en`, `id`, …), as protocols give them. */
export type Titles = Readonly<Record<string, string>>;

/** The key of a text in the catalogue (`l10n/`). */
export type MessageKey = keyof typeof catalogue;

/** A value put into a message; titles are rendered in the language of the message, several as a list. */
export type MessageArgument = string | number | Titles | readonly Titles[];

/** What a key is called whose text says the same without words of a note. */
export const unquotedEnding = '.unquoted';

/** The key of a text that has words of a note in it; the catalogue has a second one, which does without them. */
type QuotingKey = Quoting<MessageKey>;

type Quoting<Key> = Key extends `${infer Shown}${typeof unquotedEnding}` ? Extract<MessageKey, Shown> : never;

/** What is to be said, as a key of the catalogue and its arguments; the adapters render it in a language. */
export interface Message {
  readonly key: MessageKey;
  readonly args?: Readonly<Record<string, MessageArgument>>;
  /** Arguments that are words of a note: shown only to who has the note before them, or asked for its words. */
  readonly quoted?: Readonly<Record<string, string>>;
}

/** Whether an argument is several titles. */
export function isTitleList(value: MessageArgument): value is readonly Titles[] {
  return Array.isArray(value);
}

/** Builds a message. */
export function message(key: MessageKey, args?: Readonly<Record<string, MessageArgument>>): Message {
  return args === undefined ? { key } : { key, args };
}

/** Builds a message that quotes words of a note. Without them, its second text takes `args` alone. */
export function quoting(
  key: QuotingKey,
  quoted: Readonly<Record<string, string>>,
  args?: Readonly<Record<string, MessageArgument>>,
): Message {
  return { ...message(key, args), quoted };
}

/** The title in `language` (`id-ID` takes `id` where it has none of its own), else in English, else the first there is. */
export function titleIn(titles: Titles, language: string): string {
  return (
    titles[language] ?? titles[language.split('-')[0] ?? ''] ?? titles['en'] ?? Object.values(titles)[0] ?? ''
  );
}
