import { titleIn } from '../message';
import { onOneLine } from '../text/onOneLine';
import { longestHint, type Section, type Stage } from './schema';

/** What a stage or section asks, in one short line of `language`: its hint, else the beginning of its prompt. */
export function hintIn({ hint, prompt }: Stage | Section, language: string): string | undefined {
  if (hint?.[language] !== undefined) return hint[language];
  if (prompt?.[language] !== undefined) return shortened(prompt[language]);
  if (hint !== undefined) return titleIn(hint, language);
  return prompt && shortened(titleIn(prompt, language));
}

/** The first sentence if it is short enough, else as many words as there is room for. */
function shortened(prompt: string): string {
  const words = onOneLine(prompt);
  if (words.length <= longestHint) return words;
  const sentence = /^.*?[.?!](?= )/u.exec(words)?.[0];
  if (sentence !== undefined && sentence.length <= longestHint) return sentence;
  const cut = words.lastIndexOf(' ', longestHint - 1);
  return `${words.slice(0, cut > 0 ? cut : longestHint - 1).replace(/[,;:–—-]$/u, '')}…`;
}
