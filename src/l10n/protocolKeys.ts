import indonesian from '../../l10n/protocol-keys.id.json';
import { interfaceLanguage } from './catalogue';

const inIndonesian: ReadonlyMap<string, string> = new Map(Object.entries(indonesian));

/** What a key of a protocol file means, as the schema says in English, in the language of the interface. */
export function keyMeaningShown(meaning: string): string {
  return (interfaceLanguage() === 'id' ? inIndonesian.get(meaning) : undefined) ?? meaning;
}
