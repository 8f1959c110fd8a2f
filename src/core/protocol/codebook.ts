import { comparable } from '../text/comparable';
import { nearestShort, nearIndex, uniqueNearest } from '../text/nearest';
import type { Code, Protocol, Stage, Technique } from './schema';
import { titlesIn } from './title';

/** A technique of a stage or a code, as it may stand in a transcript. */
export interface CodeTerm {
  readonly term: Technique | Code;
  /** The stage that it is a technique of; undefined for a code. */
  readonly stage: Stage | undefined;
}

/** What turns and passages may be coded with. */
export interface Codebook {
  /** The techniques in the order of the stages, then the codes. */
  readonly terms: readonly CodeTerm[];
  get(id: string): CodeTerm | undefined;
  /**
   * The one id that is a near miss of `id`, or whose title or alias it is with hyphens for blanks. An id of 3 or 4
   * letters is nearest where it is one edit away and no other id is.
   */
  nearest(id: string): string | undefined;
}

/** The techniques of a protocol in the order of its stages, then its codes. */
export function termsOf({ stages, codes }: Pick<Protocol, 'stages' | 'codes'>): readonly CodeTerm['term'][] {
  return [...stages.flatMap(({ techniques }) => techniques), ...codes];
}

/** The techniques and codes of a protocol. Their ids are unique over both. */
export function makeCodebook(protocol: Protocol): Codebook {
  const techniques = protocol.stages.flatMap(stage => stage.techniques.map(term => ({ term, stage })));
  const terms: readonly CodeTerm[] = [
    ...techniques,
    ...protocol.codes.map(term => ({ term, stage: undefined })),
  ];
  const byId = new Map<string, CodeTerm>();
  for (const term of terms) if (!byId.has(term.term.id)) byId.set(term.term.id, term);
  const titled = new Map<string, Set<string>>();
  for (const { term } of terms) for (const name of namesOf(term)) addTo(titled, name, term.id);
  const near = nearIndex([...byId.keys()].map(id => [id, id] as const));
  return {
    terms,
    get: id => byId.get(id),
    nearest(id) {
      const [named, other] = titled.get(id) ?? [];
      if (named !== undefined && other === undefined) return named;
      const found = near.near(id);
      return found.length > 0 ? uniqueNearest(found, (a, b) => a === b) : nearestShort(id, [...byId.keys()]);
    },
  };
}

function namesOf({ title, aliases }: CodeTerm['term']): readonly string[] {
  const names = titlesIn({ title, aliases });
  return names.map(name => comparable(name).replace(/[^\p{L}\p{N}]+/gu, '-'));
}

function addTo(titled: Map<string, Set<string>>, name: string, id: string): void {
  const ids = titled.get(name);
  if (ids === undefined) titled.set(name, new Set([id]));
  else ids.add(id);
}
