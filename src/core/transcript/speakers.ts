import type { FrontMatter, FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import { readingsOf } from '../note/readings';
import type { Role } from '../protocol/schema';
import { titlesIn } from '../protocol/title';
import { comparable } from '../text/comparable';
import { type NearIndex, nearIndex, uniqueNearest } from '../text/nearest';
import { type NearlyNamed, nearlyNamed } from './nearlyHead';

/** A single letter means the counselor in some collections and the client in others: it never tells a role. */
const SHORTEST_ALIAS = 2;

/** The role of a speaker who has none of the protocol's: a parent, an observer. */
export const otherRole = 'other';

/** The names by which speakers go in a transcript. Names compare as titles do: case and diacritics ignored. */
export interface Speakers {
  /** Roles by the names that `speakers:` declares, in its order. */
  readonly declared: ReadonlyMap<string, string>;
  /** The same for the same names with the same roles. */
  readonly key: string;
  /** The declared names and those of the protocol's roles, as they are written there. */
  readonly names: readonly string[];
  /** Whether a name is declared, or is a name of a role of the protocol. */
  knows(name: string): boolean;
  /** Whether `speakers:` declares a name. */
  declares(name: string): boolean;
  /** The role that has this name, if it is known. */
  roleOf(name: string): string | undefined;
  /** The one known name, as it is written, that a name is a near miss of. */
  nearest(name: string): string | undefined;
  /** The known name that a line begins with, in a form that is nearly one of a turn head. */
  nearlyNamed(line: string): NearlyNamed | undefined;
}

/** The speakers of a transcript: those of `speakers:`, then the names of the roles of its protocols. */
export function readSpeakers(note: Note): Speakers {
  return speakersOf(note.frontMatter, rolesOf(note));
}

/** The same by the front matter and the roles of all its protocols, those of the first first. */
function speakersOf({ entries }: Pick<FrontMatter, 'entries'>, roles: readonly Role[]): Speakers {
  // Where two protocols give a name to different roles, the first has it.
  const named = roles.flatMap(role => namesOf(role).map(name => [name, role.id] as const));
  const roleByName = new Map(named.reverse());
  const written = roles.flatMap(({ title, aliases }) => [title, aliases].flatMap(textsOf));
  const aliases = [...roleByName].filter(([name]) => name.length >= SHORTEST_ALIAS);
  const declared = new Map<string, string>();
  for (const { key, values } of speakerPairs(entries)) {
    const role = values[0]?.text.trim();
    if (role !== undefined) declared.set(key, roleByName.get(comparable(role)) ?? role);
  }
  const known = new Map(aliases);
  for (const [name, role] of declared) known.set(comparable(name), role);
  const roleOf = (name: string): string | undefined => known.get(comparable(name));
  const names = [...declared.keys(), ...written];
  let near: NearIndex<string> | undefined;
  let nearly: ReturnType<typeof nearlyNamed> | undefined;
  return {
    declared,
    key: JSON.stringify([...known]),
    names,
    knows: name => roleOf(name) !== undefined,
    declares: name => [...declared.keys()].some(each => comparable(each) === comparable(name)),
    roleOf,
    nearest(name) {
      near ??= nearIndex(names.map(each => [comparable(each), each] as const));
      return uniqueNearest(near.near(comparable(name)), (a, b) => a === b);
    },
    nearlyNamed(line) {
      nearly ??= nearlyNamed(
        [...declared.keys()],
        names.filter(name => name.length >= SHORTEST_ALIAS || declared.has(name)),
      );
      return nearly(line);
    },
  };
}

/** The roles of all protocols of a note, those of the first first. */
export function rolesOf(note: Note): readonly Role[] {
  return readingsOf(note).flatMap(({ protocol }) => protocol?.protocol.roles ?? []);
}

/** The entries of the map under `speakers:`: a name and its role each. */
export function speakerPairs(entries: readonly FrontMatterEntry[]): FrontMatterEntry['pairs'] {
  return entries.find(({ field }) => field === 'speakers')?.pairs ?? [];
}

/** All names of a role, comparable. */
export function namesOf({ id, title, aliases }: Role): readonly string[] {
  return [id, ...titlesIn({ title, aliases })].map(comparable);
}

function textsOf(texts: Readonly<Record<string, string | readonly string[]>>): readonly string[] {
  return Object.values(texts).flat();
}
