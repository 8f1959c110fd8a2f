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

/** Of the types of tiers, that of what is said. */
const TRANSCRIPTION = 't';

/**
 * Reads a basic transcription of EXMARaLDA (https://exmaralda.org): the events of its tiers of transcription in the
 * order of the timeline, each with its speaker's abbreviation; descriptions and annotations are left out.
 */
export function* readExmaralda(
  { root, placeOf, pieces }: XmlSource,
  context: ImportContext,
): Steps<ImportedTranscript> {
  const body = childNamed(root, 'basic-body');
  if (body === undefined)
    return { ...nothingImported, faults: [{ line: 0, reason: message('import.no-exb') }] };
  const timeline = childrenNamed(childNamed(body, 'common-timeline'), 'tli');
  const orders = new Map(timeline.map(({ attributes }, order) => [attributes['id'], order] as const));
  const times = new Map(
    timeline.map(({ attributes }) => [attributes['id'], timeIn(attributes['time'])] as const),
  );
  const speakers = childrenNamed(childNamed(childNamed(root, 'head'), 'speakertable'), 'speaker');
  const names = new Map(
    speakers.map(
      node => [node.attributes['id'], childNamed(node, 'abbreviation')?.text.trim() ?? ''] as const,
    ),
  );
  yield;
  const said = new Set<XmlNode>();
  const tiers = childrenNamed(body, 'tier').map(tier => {
    const { speaker: id, type, category = '' } = tier.attributes;
    const name = tier.attributes['display-name'] ?? '';
    const entries = childrenNamed(tier, 'event').flatMap((event): readonly TierEntry[] => {
      const piece = placeOf.get(event);
      if (piece === undefined) return [];
      said.add(event);
      const { start, end } = event.attributes;
      return [
        {
          order: orders.get(start) ?? 0,
          piece,
          start: times.get(start),
          end: times.get(end),
          words: event.text.trim(),
        },
      ];
    });
    const speaker = names.get(id) || id || name || category;
    return {
      name: name || category,
      speaker,
      isDependent: type !== TRANSCRIPTION,
      isOfSpeaker: id !== undefined,
      entries,
    };
  });
  yield;
  const read = tiersTranscript(tiers, context, pieces);
  const claims = [...placeOf]
    .filter(([node]) => !said.has(node))
    .map(([node, piece]): Claim => ({ piece, text: node.text, as: message('import.left.head') }));
  return { ...read, claims: [...claims, ...read.claims] };
}

/** Seconds as milliseconds. */
function timeIn(text: string | undefined): number | undefined {
  const seconds = Number(text);
  return text === undefined || text === '' || !Number.isFinite(seconds) || seconds < 0
    ? undefined
    : Math.round(seconds * 1000);
}
