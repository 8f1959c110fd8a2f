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

/** Arguments that are words of the sentence, not titles of the note: they stay in the language of the message. */
const wordsOfSentence: ReadonlySet<string> = new Set(['unit', 'unitTitle', 'units', 'unitsTitle', 'subject']);

/** The message with its titles in `language` alone, so that a note is told of its parts as it calls them. */
export function withTitlesIn(said: Message, language: string): Message {
  const { args } = said;
  if (args === undefined || !Object.values(args).some(value => typeof value === 'object')) return said;
  const own: Record<string, MessageArgument> = {};
  for (const [name, value] of Object.entries(args))
    own[name] = wordsOfSentence.has(name) ? value : argumentIn(value, language);
  return { ...said, args: own };
}

function argumentIn(value: MessageArgument, language: string): MessageArgument {
  if (typeof value !== 'object') return value;
  const only = (titles: Titles): Titles => ({ [language]: titleIn(titles, language) });
  return isTitleList(value) ? value.map(only) : only(value);
}

/** The title in `language` (`id-ID` takes `id` where it has none of its own), else in English, else the first there is. */
export function titleIn(titles: Titles, language: string): string {
  return (
    titles[language] ?? titles[language.split('-')[0] ?? ''] ?? titles['en'] ?? Object.values(titles)[0] ?? ''
  );
}
