import { titleIn } from '../../message';
import type { Code, Technique } from '../../protocol/schema';

/** What stands before the parts of a code's description, such as `Include`. */
export interface DescriptionLabels {
  readonly label: string;
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
}

/** How the parts of descriptions are called. */
export interface CodeWords {
  readonly labels: DescriptionLabels;
  readonly language: string;
}

/** The parts of a code's description, each in one language. */
export interface CodeParts {
  readonly definition: string | undefined;
  readonly label: string | undefined;
  readonly include: string | undefined;
  readonly exclude: string | undefined;
  readonly examples: readonly string[];
}

/**
 * What REFI-QDA has one field for: the definition, then a paragraph each for the scheme's symbol, what to include and
 * exclude, and the examples, with its label in front.
 */
export function codeDescription(term: Technique | Code, { labels, language }: CodeWords): string | undefined {
  const labelled = (label: string, text: string | undefined): readonly string[] =>
    text === undefined ? [] : [`${label}: ${text}`];
  const text = (titles: Technique['definition']): string | undefined => titles && titleIn(titles, language);
  const examples = term.examples[language] ?? Object.values(term.examples)[0] ?? [];
  const parts = [
    text(term.definition) ?? '',
    ...labelled(labels.label, term.label),
    ...labelled(labels.include, text(term.include)),
    ...labelled(labels.exclude, text(term.exclude)),
    ...examples.flatMap(example => labelled(labels.example, example)),
  ];
  const description = parts.filter(part => part !== '').join('\n\n');
  return description === '' ? undefined : description;
}

/** Parts a description that was put together so; one that was not is all definition. */
export function partDescription(description: string, languages: readonly DescriptionLabels[]): CodeParts {
  const found: Record<'definition' | keyof DescriptionLabels, string[]> = {
    definition: [],
    label: [],
    include: [],
    exclude: [],
    example: [],
  };
  let rest = description.trim().split(/\n{2,}/);
  // Only what stands behind the definition, in whole paragraphs, is a part.
  while (rest.length > 0) {
    const part = labelledPart(rest.at(-1) ?? '', languages);
    if (part === undefined) break;
    found[part.kind].unshift(part.text);
    rest = rest.slice(0, -1);
  }
  const definition = rest.join('\n\n');
  return {
    definition: definition === '' ? undefined : definition,
    label: found.label[0],
    include: found.include[0],
    exclude: found.exclude[0],
    examples: found.example,
  };
}

function labelledPart(
  paragraph: string,
  languages: readonly DescriptionLabels[],
): { readonly kind: keyof DescriptionLabels; readonly text: string } | undefined {
  const kinds: readonly (keyof DescriptionLabels)[] = ['label', 'include', 'exclude', 'example'];
  for (const labels of languages)
    for (const kind of kinds)
      if (paragraph.startsWith(`${labels[kind]}: `))
        return { kind, text: paragraph.slice(labels[kind].length + 2) };
  return undefined;
}
