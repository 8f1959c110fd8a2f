/** How the names of Markdown files end, without the dot. */
export const markdownEndings = ['md', 'markdown'] as const;

const ENDINGS = markdownEndings.join('|');
const MARKDOWN = new RegExp(`\\.(?:${ENDINGS})$`, 'i');
const SUFFIX = new RegExp(`(?:\\.session)?\\.(?:${ENDINGS})$`, 'i');

/** Whether a path ends as those of Markdown files do. */
export function isMarkdownPath(path: string): boolean {
  return MARKDOWN.test(path);
}

/** What the path of a note ends with, `.session.md` for example; undefined for other files. */
export function noteSuffix(path: string): string | undefined {
  return SUFFIX.exec(path)?.[0];
}
