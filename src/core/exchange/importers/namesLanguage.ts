import type { Protocol } from '../../protocol/schema';
import { comparable } from '../../text/comparable';

/** The language in which most of the speakers are called by their roles, if one can be told. */
export function languageOfNames(names: readonly string[], { roles }: Protocol): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) {
    const words = ` ${comparable(name).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    for (const { title, aliases } of roles) {
      const texts = [
        ...Object.entries(title),
        ...Object.entries(aliases).flatMap(([language, all]) => all.map(text => [language, text] as const)),
      ];
      for (const [language, text] of texts)
        if (words.includes(` ${comparable(text)} `)) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] !== second?.[1] ? first[0] : undefined;
}
