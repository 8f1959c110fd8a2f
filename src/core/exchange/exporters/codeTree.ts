import { titleIn } from '../../message';
import type { Code, Protocol, Technique } from '../../protocol/schema';
import { comparable } from '../../text/comparable';
import { FreeNumbers } from '../../text/freeNumbers';
import { uuidOf } from '../../text/uuid';
import { type CodeWords, codeDescription } from './codeDescription';

/** A code as REFI-QDA has it. */
export interface ExportedCode {
  readonly guid: string;
  /** Unique in the codebook, since some programs join codes of one name. */
  readonly name: string;
  readonly isCodable: boolean;
  /** `#RRGGBB`. */
  readonly color: string | undefined;
  readonly description: string | undefined;
  readonly children: readonly ExportedCode[];
}

/** A set of codes as REFI-QDA has it. */
export interface ExportedSet {
  readonly guid: string;
  readonly name: string;
  readonly description: string | undefined;
  /** The GUIDs of its codes. */
  readonly members: readonly string[];
}

type Term = Technique | Code;

/** How a codebook is to be written. */
export interface CodebookWords extends CodeWords {
  /** The language of names and definitions. */
  readonly language: string;
}

/** The GUID of a code: the one that it came with, else always the same for its protocol and id. */
export function codeGuid(protocol: string, code: Pick<Term, 'id'> & Partial<Pick<Term, 'guid'>>): string {
  return code.guid ?? uuidOf(JSON.stringify(['code', protocol, code.id]));
}

/** The GUID of a set of codes. */
export function setGuid(protocol: string, set: Pick<Protocol['codeSets'][number], 'id' | 'guid'>): string {
  return set.guid ?? uuidOf(JSON.stringify(['set', protocol, set.id]));
}

/** The GUID of a stage as a code. */
export function stageGuid(protocol: string, stage: string): string {
  return uuidOf(JSON.stringify(['stage', protocol, stage]));
}

/** The GUID of the code that holds the stages of a protocol together. */
export function stagesGuid(protocol: string): string {
  return uuidOf(JSON.stringify(['stages', protocol]));
}

/** Gives codes names that no other has. */
export class UniqueNames {
  readonly #taken = new Set<string>();
  readonly #numbers = new FreeNumbers();

  /** The name itself, or with `detail` or a number behind it where it is taken. */
  take(name: string, detail?: string): string {
    const isTaken = (each: string): boolean => this.#taken.has(comparable(each));
    const detailed = detail === undefined || !isTaken(name) ? name : `${name} (${detail})`;
    const free = isTaken(detailed)
      ? this.#numbers.next(name, isTaken, (_, number) => `${name} (${number})`)
      : detailed;
    this.#taken.add(comparable(free));
    return free;
  }
}

/** The techniques and codes of a protocol as a tree, each below its parent. */
export function codeTree(
  protocol: Protocol,
  words: CodebookWords,
  names: UniqueNames,
): readonly ExportedCode[] {
  const terms: readonly Term[] = [
    ...protocol.stages.flatMap(({ techniques }) => techniques),
    ...protocol.codes,
  ];
  const first = [...new Map([...terms].reverse().map(term => [term.id, term])).values()].reverse();
  const known = new Set(first.map(({ id }) => id));
  const isTop = ({ parent }: Term): boolean => parent === undefined || !known.has(parent);
  const children = childrenByParent(first);
  const exported = (term: Term): ExportedCode => ({
    guid: codeGuid(protocol.id, term),
    name: names.take(titleIn(term.title, words.language), term.id),
    isCodable: term.codable,
    color: term.color,
    description: codeDescription(term, words),
    children: (children.get(term.id) ?? []).map(exported),
  });
  return first.filter(isTop).map(exported);
}

function childrenByParent(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const children = new Map<string, Term[]>();
  for (const term of terms) {
    if (term.parent === undefined) continue;
    const known = children.get(term.parent);
    if (known === undefined) children.set(term.parent, [term]);
    else known.push(term);
  }
  return children;
}

/** The sets of codes of a protocol; members that are no codes of it are left out. */
export function codeSets(protocol: Protocol, { language }: CodebookWords): readonly ExportedSet[] {
  const terms: readonly Term[] = [
    ...protocol.stages.flatMap(({ techniques }) => techniques),
    ...protocol.codes,
  ];
  const names = new UniqueNames();
  const byId = new Map([...terms].reverse().map(term => [term.id, term] as const));
  return protocol.codeSets.map(set => ({
    guid: setGuid(protocol.id, set),
    name: names.take(titleIn(set.title, language), set.id),
    description: set.description && titleIn(set.description, language),
    members: set.codes.flatMap(id => {
      const term = byId.get(id);
      return term === undefined ? [] : [codeGuid(protocol.id, term)];
    }),
  }));
}
