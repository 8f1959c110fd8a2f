/** A snippet as it stands in the text once it is inserted. */
export interface ExpandedSnippet {
  readonly text: string;
  /** Where `$0` stands; at the end where there is none. */
  readonly caret: number;
}

const PIECE =
  /\\([\\$}])|\$(\d+)|\$\{\d+:((?:\\.|[^\\}])*)\}|\$\{\d+\|((?:\\.|[^\\|])*)\|\}|\$([A-Z_]+)|([\s\S])/g;

const variables: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '03',
  CURRENT_DATE: '12',
};

/**
 * What VS Code makes of a snippet of the forms that the project writes: `$n`, `${n:default}`, `${n|one,two|}` (the
 * first is taken), variables of the date, and escapes.
 */
export function expandSnippet(snippet: string): ExpandedSnippet {
  let text = '';
  let caret: number | undefined;
  for (const [, escaped, stop, fallback, choice, variable, plain] of snippet.matchAll(PIECE)) {
    if (stop === '0') caret = text.length;
    if (variable !== undefined && variables[variable] === undefined) throw new Error(`unknown: ${variable}`);
    text += escaped ?? unescaped(fallback) ?? firstOf(choice) ?? plain ?? '';
    text += variable === undefined ? '' : (variables[variable] ?? '');
  }
  return { text, caret: caret ?? text.length };
}

function unescaped(text: string | undefined): string | undefined {
  return text?.replace(/\\([\\$}])/g, '$1');
}

function firstOf(choice: string | undefined): string | undefined {
  return /^(?:\\.|[^\\,])*/.exec(choice ?? '')?.[0].replace(/\\([\\,|])/g, '$1') || undefined;
}
