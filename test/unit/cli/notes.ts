/** Invented notes of the built-in protocol, for the tests of the command line. */

export interface NoteFields {
  readonly client?: string;
  readonly session?: number;
  readonly date?: string;
  /** Another line of the front matter. */
  readonly extra?: string;
}

function head({ client = 'C-007', session = 3, date = '2026-02-04', extra = '' }: NoteFields): string {
  const fields = [`client: ${client}`, `session: ${session}`, `date: ${date}`, 'stages: [planning]'];
  return ['---', 'protocol: four-stage', ...fields, ...(extra === '' ? [] : [extra]), '---', ''].join('\n');
}

/** A note without any problem, with these task items (each a line with its end) in its stage. */
export function completeNote(fields: NoteFields = {}, goals = ''): string {
  return `${head(fields)}## Planning how to solve the problem
${goals}### Best-fitting solution
Practise in steps: mirror, one friend, small group.
### Alternative solutions
Write a letter first.
`;
}

/** A note with one error: a stage is missing, said on line 8. */
export function noteWithoutStage(fields: NoteFields = {}): string {
  return `${head(fields)}# Session\n\nSome words of the note.\n`;
}

/** A note with one warning, which a person has to mend: a marker on line 9 means nothing. */
export function noteWithWarning(fields: NoteFields = {}): string {
  return completeNote(fields, '- [?] Speak in front of the class\n');
}

/** A note with one warning that has one right answer: the date, on line 5. */
export function noteWithSafeFix(fields: NoteFields = {}): string {
  return completeNote({ date: '4 February 2026', ...fields });
}
