import { message } from '../../message';
import type { Steps } from '../../steps';
import { childNamed, childrenNamed, type XmlNode } from '../../xml/readXml';
import type { XmlSource } from './containers/xmlSource';
import {
  type Claim,
  type ImportContext,
  type ImportedTranscript,
  nothingImported,
} from './importedTranscript';
import { type TierEntry, tiersTranscript } from './tiers';

/** A place in the time order; its time may be missing. */
interface Slot {
  readonly order: number;
  readonly time: number | undefined;
}

/** An annotation with the slots that it lies between. */
interface Annotation {
  readonly id: string;
  /** What holds its words. */
  readonly node: XmlNode;
  readonly start: Slot | undefined;
  readonly end: Slot | undefined;
  readonly words: string;
}

interface Tier {
  readonly node: XmlNode;
  readonly speaker: string;
  readonly parent: string | undefined;
  readonly annotations: readonly Annotation[];
  readonly hasWords: boolean;
}

/**
 * Reads an ELAN document (https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf): the annotations of
 * its tiers in the order of time, each tier's participant as the speaker. A tier that depends on another (a
 * translation, a gloss) is no speech, unless the one that it depends on has no words and only divides the time; which
 * others are, {@link tiersTranscript} tells.
 */
export function* readElan(
  { root, placeOf, pieces }: XmlSource,
  context: ImportContext,
): Steps<ImportedTranscript> {
  if (root.name !== 'ANNOTATION_DOCUMENT')
    return { ...nothingImported, faults: [{ line: 0, reason: message('import.no-elan') }] };
  const tiers = readTiers(root);
  yield;
  const free = independentAmong(tiers);
  const all = tiers.map(tier => ({
    name: tier.node.attributes['TIER_ID'] ?? '',
    speaker: tier.speaker,
    isDependent: !free.has(tier),
    isOfSpeaker: isOfSpeaker(tier.node) || context.isSpeaker(tier.speaker),
    entries: tier.annotations.flatMap(({ node, start, end, words }): readonly TierEntry[] =>
      words === ''
        ? []
        : [
            {
              order: start?.order ?? 0,
              piece: placeOf.get(node) ?? 0,
              start: start?.time,
              end: end?.time,
              words,
            },
          ],
    ),
  }));
  yield;
  const read = tiersTranscript(all, context, pieces);
  yield;
  const said = new Set(tiers.flatMap(({ annotations }) => annotations.map(({ node }) => placeOf.get(node))));
  const rest = [...placeOf].filter(([, place]) => !said.has(place));
  const claims = rest.map(
    ([node, piece]): Claim => ({ piece, text: node.text, as: message('import.left.head') }),
  );
  return { ...read, claims: [...read.claims, ...claims] };
}

function readTiers(root: XmlNode): readonly Tier[] {
  const slots = readSlots(root);
  const found = new Map<string, Annotation>();
  const nodes = childrenNamed(root, 'TIER');
  // Annotations may refer to those of tiers that stand further down: those with times of their own come first.
  const own = new Map(nodes.map(node => [node, alignedIn(node, slots)] as const));
  for (const annotation of [...own.values()].flat()) found.set(annotation.id, annotation);
  const referring = new Map(nodes.map(node => [node, referringIn(node, found)] as const));
  return nodes.map(node => {
    const annotations = [...(own.get(node) ?? []), ...(referring.get(node) ?? [])];
    return {
      node,
      speaker: speakerOf(node),
      parent: node.attributes['PARENT_REF'],
      annotations,
      hasWords: annotations.some(({ words }) => words !== ''),
    };
  });
}

/** The slots stand in the order of time; a slot without a time keeps its place between its neighbours. */
function readSlots(root: XmlNode): ReadonlyMap<string, Slot> {
  const nodes = childrenNamed(childNamed(root, 'TIME_ORDER'), 'TIME_SLOT');
  let known = 0;
  const timed = nodes.map(({ attributes }, index) => {
    const value = attributes['TIME_VALUE'];
    const time = value !== undefined && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
    known = Math.max(known, time ?? 0);
    return { id: attributes['TIME_SLOT_ID'] ?? '', index, time, place: time ?? known };
  });
  const sorted = [...timed].sort((a, b) => a.place - b.place || a.index - b.index);
  return new Map(sorted.map(({ id, time }, order) => [id, { order, time }]));
}

function alignedIn(tier: XmlNode, slots: ReadonlyMap<string, Slot>): readonly Annotation[] {
  return annotationsNamed(tier, 'ALIGNABLE_ANNOTATION').map(node => ({
    id: node.attributes['ANNOTATION_ID'] ?? '',
    node: valueNode(node),
    start: slots.get(node.attributes['TIME_SLOT_REF1'] ?? ''),
    end: slots.get(node.attributes['TIME_SLOT_REF2'] ?? ''),
    words: wordsOf(node),
  }));
}

function referringIn(tier: XmlNode, found: Map<string, Annotation>): readonly Annotation[] {
  return annotationsNamed(tier, 'REF_ANNOTATION').map(node => {
    const to = found.get(node.attributes['ANNOTATION_REF'] ?? '');
    const id = node.attributes['ANNOTATION_ID'] ?? '';
    const annotation = { id, node: valueNode(node), start: to?.start, end: to?.end, words: wordsOf(node) };
    found.set(id, annotation);
    return annotation;
  });
}

function annotationsNamed(tier: XmlNode, name: string): readonly XmlNode[] {
  return childrenNamed(tier, 'ANNOTATION').flatMap(annotation => childrenNamed(annotation, name));
}

function valueNode(annotation: XmlNode): XmlNode {
  return childNamed(annotation, 'ANNOTATION_VALUE') ?? annotation;
}

function wordsOf(annotation: XmlNode): string {
  return valueNode(annotation).text.trim();
}

/** Whether a tier says whose it is: by its participant, or as `kind@speaker`. */
function isOfSpeaker({ attributes }: XmlNode): boolean {
  return (attributes['PARTICIPANT'] ?? '').trim() !== '' || (attributes['TIER_ID'] ?? '').includes('@');
}

/** The participant; else what stands behind the `@` of a tier named `kind@speaker`; else the tier's name. */
function speakerOf({ attributes }: XmlNode): string {
  const participant = attributes['PARTICIPANT']?.trim() ?? '';
  const id = attributes['TIER_ID'] ?? '';
  return participant || id.slice(id.indexOf('@') + 1).trim() || id;
}

/** The tiers that depend on none with words: of several that divide one without words, the first. */
function independentAmong(tiers: readonly Tier[]): ReadonlySet<Tier> {
  const byId = new Map([...tiers].reverse().map(tier => [tier.node.attributes['TIER_ID'], tier] as const));
  const divided = new Set<string>();
  const spoken = tiers.filter(({ parent: id, hasWords }) => {
    if (!hasWords) return false;
    const parent = id === undefined ? undefined : byId.get(id);
    if (id === undefined || parent === undefined) return true;
    const isFirst = !divided.has(id);
    divided.add(id);
    return isFirst && !parent.hasWords && parent.parent === undefined;
  });
  return new Set(spoken);
}
