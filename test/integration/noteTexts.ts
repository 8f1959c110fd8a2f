/** What the front matter of a note says. */
export interface FrontMatter {
  readonly client: string;
  readonly session?: number;
  readonly date?: string;
  readonly stages?: string;
  /** More lines, as they stand. */
  readonly more?: readonly string[];
}

/** A note of the four-stage protocol with these lines below its front matter, which has no problems of its own. */
export function note(front: FrontMatter, ...body: readonly string[]): string {
  const { client, session = 1, date = '2026-01-14', stages = 'relationship', more = [] } = front;
  return [
    '---',
    'protocol: four-stage',
    `client: ${client}`,
    `session: ${session}`,
    `date: ${date}`,
    `stages: [${stages}]`,
    ...more,
    '---',
    ...body,
    '',
  ].join('\n');
}

/** The number of lines before the body of a {@link note} without further lines of front matter. */
export const frontMatterLines = 7;

/** A whole note without problems; `goals` stand below the client's goals. */
export function wholeNote(front: FrontMatter, ...goals: readonly string[]): string {
  return note(
    front,
    '## Building the relationship',
    '',
    "### Counselor's goals",
    '',
    '- [x] Facilitate communication',
    '',
    "### Client's goals",
    '',
    ...(goals.length > 0 ? goals : ['- [ ] Sleep before eleven ^sleep']),
  );
}
