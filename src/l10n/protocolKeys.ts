import indonesian from '../../l10n/protocol-keys.id.json';
import { type InterfaceLanguage, interfaceLanguage } from './catalogue';

/** By what the schema says in English; each language is looked up when it is first asked for. */
const meanings: Readonly<Record<Exclude<InterfaceLanguage, 'en'>, () => Readonly<Record<string, string>>>> = {
  id: () => indonesian,
};

/** What a key of a protocol file means, as the schema says in English, in the language of the interface. */
export function keyMeaningShown(meaning: string): string {
  const language = interfaceLanguage();
  return (language === 'en' ? undefined : meanings[language]()[meaning]) ?? meaning;
}
