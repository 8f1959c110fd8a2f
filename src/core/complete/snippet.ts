import type { Template } from '../change/template';

/** The text as VS Code's snippet syntax shows it literally. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A tab stop with a default, or, given several, with a choice of them; `values` must not be empty. */
export function tabStop(stop: number, values: readonly string[]): string {
  if (values.length > 1) return `\${${stop}|${values.map(escapeChoice).join(',')}|}`;
  return `\${${stop}:${values.map(escapeSnippet).join('')}}`;
}

/** A template as a snippet whose final tab stop is on the first line to write on. */
export function templateSnippet({ lines, writingLines }: Template): string {
  const first = writingLines[0];
  return lines.map((line, index) => escapeSnippet(line) + (index === first ? '$0' : '')).join('\n');
}

/** In a choice, only these three have a meaning; an escape before any other would be shown. */
function escapeChoice(value: string): string {
  return value.replace(/[\\,|]/g, '\\$&');
}
