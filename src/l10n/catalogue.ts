import * as l10n from '@vscode/l10n';
import indonesian from '../../l10n/bundle.l10n.id.json';
import english from '../../l10n/bundle.l10n.json';
import type { Renderer } from '../core/describe/markdown';
import { type LanguageTag, languages } from '../core/language/languages';
import { languageOfTag } from '../core/language/languageWords';
import {
  isTitleList,
  type Message,
  type MessageArgument,
  type MessageKey,
  titleIn,
  unquotedEnding,
} from '../core/message';

/** The languages that the catalogue has. */
export type InterfaceLanguage = LanguageTag;

/** The texts in each language: all but the English ones may be loaded when they are first asked for. */
const textsBy: Readonly<Record<InterfaceLanguage, () => Readonly<Record<string, string>>>> = {
  en: () => english,
  id: () => indonesian,
};

let current: InterfaceLanguage = 'en';
/** Made when lists are first put into words: making one takes long. */
let lists: Intl.ListFormat | undefined;
l10n.config({ contents: { ...english } });

/** Chooses the language of everything rendered from now on. */
export function setInterfaceLanguage(language: InterfaceLanguage): void {
  current = language;
  lists = undefined;
  l10n.config({ contents: { ...textsBy[language]() } });
}

/** The language that messages are rendered in. */
export function interfaceLanguage(): InterfaceLanguage {
  return current;
}

/** The text of a message in the language of the interface, without words of notes: others may read along. */
export function render({ key, args, quoted }: Message): string {
  return translate(quoted === undefined ? key : key + unquotedEnding, args);
}

/** The same with the words of notes that it quotes: for the user's own editor, and where they were asked for. */
export function renderQuoting({ key, args, quoted }: Message): string {
  return translate(key, { ...args, ...quoted });
}

function translate(key: string, args: Message['args'] = {}): string {
  const texts: Record<string, string> = {};
  for (const name of Object.keys(args)) texts[name] = renderArgument(args[name] ?? '');
  return l10n.t(key, texts);
}

/** A text without arguments in `language` (`id-ID` takes `id`), or in that of the interface where there is none. */
export function textIn(language: string, key: MessageKey): string {
  return textsBy[supportedLanguage([language]) ?? current]()[key] ?? key;
}

function renderArgument(value: MessageArgument): string {
  if (typeof value !== 'object') return String(value);
  if (!isTitleList(value)) return titleIn(value, current);
  const titles = value.map(each => titleIn(each, current));
  const [only] = titles;
  if (only !== undefined && titles.length === 1) return only;
  lists ??= new Intl.ListFormat(current, { type: 'conjunction', style: 'narrow' });
  return lists.format(titles);
}

/** The first of the wanted language tags (`id_ID.UTF-8`, `en-GB`, `in`) that the catalogue has, if any. */
export function supportedLanguage(tags: Iterable<string | undefined>): InterfaceLanguage | undefined {
  for (const tag of tags) {
    const language = languageOfTag(tag, languages);
    if (language !== undefined) return language;
  }
  return undefined;
}

/** How descriptions are put into words now. */
export function renderer(): Renderer {
  return { language: interfaceLanguage(), say: message => render(message) };
}
