import { type LanguageTag, languageTags } from '../../core/language/languages';

/**
 * The ids of a command by the languages of its titles. VS Code has one title for a command, in its display language;
 * so the command has a twin for each further language. The underscore keeps twins out of *Keyboard Shortcuts*.
 */
export function commandIdsOf(command: string): readonly { readonly tag: LanguageTag; readonly id: string }[] {
  return languageTags.map((tag, position) => ({ tag, id: position === 0 ? command : `_${command}.${tag}` }));
}
