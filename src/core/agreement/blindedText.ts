import { titleIn } from '../message';
import type { Note } from '../note/note';
import { parseTranscript } from '../transcript/parseTranscript';
import type { Turn } from '../transcript/transcript';
import { yamlScalar } from '../yaml/yamlScalar';

/** What is kept of the front matter: it tells nothing of the case. */
const keptFields = ['transcript', 'language', 'words'] as const;
/** Fields are left out on purpose, so that they are not to be asked for. */
export const fieldsLeftOut = '<!-- session-notes-disable-file missing-field -->';
const TIME = /^\[[^\]]*\]/;

/**
 * A transcript of which only what is said is left, with the times, and roles in place of names; `note` has neither
 * codes nor memos any more. Who has no role is called by a number.
 */
export function blindedText(note: Note): string {
  const { turns } = parseTranscript(note);
  const names = blindNames(note, turns);
  const front = [
    '---',
    `protocol: ${yamlScalar(note.protocolId)}`,
    'kind: transcript',
    ...keptFields.flatMap(field => keptLine(note, field)),
    ...speakerLines([...names.values()]),
    '---',
  ];
  const body = turns.map(turn => turnSource(note.outline.text, turn, names));
  return [...front.map(line => `${line}\n`), ...[fieldsLeftOut, ...body].map(part => `\n${part}\n`)].join('');
}

/** What a speaker is called in a blinded copy. */
interface BlindName {
  readonly name: string;
  readonly role: string | undefined;
}

/** Names that say no more than roles, by the name as written; the same role's second speaker gets a number. */
export function blindNames(note: Note, turns: readonly Turn[]): ReadonlyMap<string, BlindName> {
  const names = new Map<string, BlindName>();
  const count = new Map<string | undefined, number>();
  for (const { speaker, role } of turns) {
    if (speaker === undefined || names.has(speaker)) continue;
    const number = (count.get(role) ?? 0) + 1;
    count.set(role, number);
    const name = role === undefined ? `Speaker ${number}` : roleName(note, role, number);
    names.set(speaker, { name, role });
  }
  return names;
}

function roleName({ protocol, language = 'en' }: Note, role: string, number: number): string {
  const title = protocol?.protocol.roles.find(({ id }) => id === role)?.title;
  const name = title === undefined ? role : titleIn(title, language);
  return number === 1 ? name : `${name} ${number}`;
}

/** The field that declares them. Who has no role is a speaker by the time before the name alone. */
export function speakerLines(names: readonly BlindName[]): readonly string[] {
  const lines = names.flatMap(({ name, role }) =>
    role === undefined ? [] : [`  ${yamlScalar(name)}: ${yamlScalar(role)}`],
  );
  return lines.length === 0 ? [] : ['speakers:', ...lines];
}

function keptLine({ frontMatter: { entries } }: Note, field: string): readonly string[] {
  const value = entries.find(entry => entry.field === field)?.values[0]?.text;
  return value === undefined ? [] : [`${field}: ${yamlScalar(value)}`];
}

/** The source of a turn with its time and such a name, all else as it is written. */
export function turnSource(text: string, turn: Turn, names: ReadonlyMap<string, BlindName>): string {
  const time = TIME.exec(text.slice(turn.head.start, turn.head.end))?.[0];
  const name = turn.speaker === undefined ? undefined : names.get(turn.speaker)?.name;
  const paragraphs = turn.paragraphs.map(lines =>
    lines.map(({ start, end }) => text.slice(start, end)).join('\n'),
  );
  const head = [
    ...(time !== undefined && turn.start !== undefined ? [time] : []),
    ...(name === undefined ? [] : [`**${name}:**`]),
  ];
  return [...head, paragraphs.join('\n\n')].join(' ').trimEnd();
}
