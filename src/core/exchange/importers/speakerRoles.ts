import { wordsOf } from '../../language/languageWords';
import { transcriptWords } from '../../language/transcriptWords';
import { titleIn } from '../../message';
import type { Protocol } from '../../protocol/schema';
import { titlesIn } from '../../protocol/title';
import { comparable, firstByName } from '../../text/comparable';
import { FreeNumbers } from '../../text/freeNumbers';
import { onOneLine } from '../../text/onOneLine';
import { UNSEEN } from '../../text/unseen';
import { otherRole } from '../../transcript/speakers';
import type { Cue, ImportedTranscript } from './importedTranscript';

/** A speaker of an imported transcript. */
export interface ImportedSpeaker {
  /** As the file names them. */
  readonly name: string;
  /** How many cues are theirs. */
  readonly cues: number;
  /** The role that the name, or what the file says about it, tells in full words; never a guess from a letter. */
  readonly suggested: string | undefined;
}

/** A speaker as they are to stand in the transcript. */
export interface WrittenSpeaker {
  readonly name: string;
  /** Undefined where nobody said what the speaker is. */
  readonly role: string | undefined;
}

/** The speakers in the order in which they first speak. */
export function importedSpeakers(
  imported: ImportedTranscript,
  protocol: Protocol,
): readonly ImportedSpeaker[] {
  const counts = new Map<string, number>();
  for (const { speaker } of imported.cues)
    if (speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts].map(([name, cues]) => ({
    name,
    cues,
    suggested: suggestedRole([name, ...(imported.hints.get(name) ?? [])], protocol),
  }));
}

const SHORTEST_WITHIN = 5;
/** With room for a number. */
const LONGEST_NAME = 76;
/** A number behind the name of a role, where several have it: `Siswa 2`. */
const NUMBER = / ?\d{1,3}$/;

/** The role whose title or alias a text is, whatever its language, perhaps with a number. */
export function roleNamed(text: string, protocol: Protocol): string | undefined {
  return rolesByName(protocol)(text);
}

/** The same for many texts. */
export function rolesByName({ roles }: Protocol): (text: string) => string | undefined {
  const ids = new Set(roles.map(({ id }) => id));
  const idsOfNames = (namesIn: (role: Role) => readonly string[]): ReadonlyMap<string, string> =>
    firstByName(roles.flatMap(role => namesIn(role).map(name => [name, role.id] as const)));
  const named = idsOfNames(titlesIn);
  const besides = idsOfNames(role => [...titlesIn(role), ...wholeNamesOf(role)]);
  return text => {
    const wanted = comparable(text);
    const id = text.trim();
    return ids.has(id) ? id : (named.get(wanted) ?? besides.get(wanted.replace(NUMBER, '')));
  };
}

type Role = Protocol['roles'][number];

function namesOf({ title, aliases }: Role): readonly string[] {
  return titlesIn({ title, aliases }).map(comparable);
}

/** What those of a role are called in transcripts besides, as a whole name. */
function wholeNamesOf({ id }: Role): readonly string[] {
  return wordsOf(transcriptWords, ({ roleNames }) => (isKeyOf(roleNames, id) ? roleNames[id] : []));
}

function isKeyOf<Names extends object>(names: Names, key: string): key is string & keyof Names {
  return Object.hasOwn(names, key);
}

/** A name that is a role's first; else one that has a role's name among its words, if it has only one's. */
export function suggestedRole(texts: readonly string[], protocol: Protocol): string | undefined {
  const exact = texts.flatMap(text => roleNamed(text, protocol) ?? []);
  if (exact[0] !== undefined) return exact[0];
  const found = protocol.roles.filter(role =>
    texts.some(text =>
      [...namesOf(role), ...longNamesOf(role)].some(name => hasWords(comparable(text), name)),
    ),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}

/** Short ones may be part of a name: `Ki Hajar`. */
function longNamesOf(role: Role): readonly string[] {
  return wholeNamesOf(role).filter(name => name.length >= SHORTEST_WITHIN);
}

function hasWords(text: string, words: string): boolean {
  return ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${words} `);
}

/** How speakers are named in a transcript. */
export interface Naming {
  readonly protocol: Protocol;
  /** The role of each speaker that has one, by the name in the file. */
  readonly roles: ReadonlyMap<string, string>;
  /** Whether the names of the file stay; else each speaker is called by the role. */
  readonly keepNames: boolean;
  /** The language of the names of roles. */
  readonly language: string;
  /** What a speaker without a role is called in a language, such as `Speaker`. */
  readonly unknownIn: (language: string) => string;
  /** The name of nobody, who is called so whatever the names of others are. */
  readonly nobody?: string | undefined;
}

/**
 * What each speaker is called in the transcript, by the name in the file: the role, with a number where several
 * have the same; or the name itself, as far as it can stand in a turn.
 */
export function writtenSpeakers(cues: readonly Cue[], naming: Naming): ReadonlyMap<string, WrittenSpeaker> {
  const names = [...new Set(cues.flatMap(({ speaker }) => speaker ?? []))];
  const wanted = names.map(name => wantedName(name, naming));
  const shared = sharedTitles(wanted);
  const free = new FreeTitles();
  return new Map(
    names.map((name, at) => {
      const title = wanted[at] ?? '';
      const isNumbered = title === unknownName(naming) || shared.has(title);
      return [name, { name: free.take(title, isNumbered), role: roleOf(name, naming) }] as const;
    }),
  );
}

function roleOf(name: string, { roles }: Naming): string | undefined {
  return roles.get(name);
}

function wantedName(name: string, naming: Naming): string {
  if (name === naming.nobody) return name;
  if (naming.keepNames) return speakableName(name) || unknownName(naming);
  const id = roleOf(name, naming);
  if (id === undefined || id === otherRole) return unknownName(naming);
  const role = naming.protocol.roles.find(known => known.id === id);
  return role === undefined ? titleOfId(id) : titleIn(role.title, naming.language);
}

function unknownName({ unknownIn, language }: Naming): string {
  return unknownIn(language);
}

function titleOfId(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What nobody sees, as turn heads are read without it. */
const UNSEEN_SIGNS = new RegExp(`[${UNSEEN}]+`, 'g');

/** A declared name takes 80 characters, and all but colons, what nobody sees and what Markdown would take away. */
function speakableName(name: string): string {
  const plain = onOneLine(name.replace(UNSEEN_SIGNS, '').replace(/[:*`<>\\]+/g, ' '));
  return plain.slice(0, LONGEST_NAME).trim();
}

/** The titles that several speakers would have. */
function sharedTitles(titles: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const title of titles) (seen.has(title) ? shared : seen).add(title);
  return shared;
}

/** Titles that no other speaker has. */
class FreeTitles {
  readonly #taken = new Set<string>();
  readonly #numbers = new FreeNumbers();

  /** The title with a number, from 1 on, or without where it need not be `numbered` and is free. */
  take(title: string, numbered: boolean): string {
    const isTaken = (name: string): boolean => this.#taken.has(comparable(name));
    const first = numbered ? `${title} 1` : title;
    const free = this.#numbers.next(first, isTaken, (_, number) => `${title} ${number}`);
    this.#taken.add(comparable(free));
    return free;
  }
}
