import type { Renderer } from '../describe/markdown';
import { type Message, message } from '../message';
import type { AgreementOptions } from './agreement';
import { agreementReport, type Report, type ReportSection } from './agreementReport';
import { compareRaters } from './compareRaters';
import { type Pairing, pairVersions, ratersFault } from './pairVersions';
import { lineOfTurn, type PairingFault, type Version } from './version';

/**
 * What is to be read on how far the raters of versions agree: the report and what is left out of it, or why there is
 * none. Yields now and then, as `compareRaters` does.
 *
 * @param voice says the words of notes that messages quote
 */
export function* agreementPage(
  versions: readonly Version[],
  options: AgreementOptions,
  voice: Renderer,
): Generator<undefined, Report> {
  const pairing = pairVersions(versions);
  if ('reason' in pairing) return ofFault(pairing, voice);
  const { rated, doubled } = pairing;
  const [twice] = doubled;
  if (rated.length === 0 && twice !== undefined) return ofFault(twice, voice);
  const leftOut = leftOutSections(pairing, voice);
  const why = rated.length === 0 ? message('agree.nothing') : ratersFault(pairing);
  if (why !== undefined) return refusal(why, voice, leftOut);
  const report = agreementReport(yield* compareRaters(rated, options), voice);
  return { ...report, sections: [...report.sections, ...leftOut] };
}

function ofFault(fault: PairingFault, voice: Renderer): Report {
  return refusal(fault.reason, voice, [faultSection(fault, voice)]);
}

function refusal(reason: Message, { say }: Renderer, sections: readonly ReportSection[]): Report {
  return { title: say(message('agree.refused')), lines: [say(reason)], sections };
}

/** What the report is not about, and why: transcripts of which nobody knows which version holds come first. */
function leftOutSections({ alone, doubled }: Pairing, voice: Renderer): readonly ReportSection[] {
  const { say } = voice;
  const lines = alone.map(({ file, transcript }) =>
    say(message(transcript.id === undefined ? 'agree.no-id' : 'agree.alone', { file })),
  );
  const ofDoubled = doubled.map(fault => ({ ...faultSection(fault, voice), lines: [say(fault.reason)] }));
  if (lines.length === 0) return ofDoubled;
  return [...ofDoubled, { title: say(message('agree.not-compared')), lines, table: undefined }];
}

/** Where a fault is to be seen. */
function faultSection({ places }: PairingFault, { say }: Renderer): ReportSection {
  const cells = places.map(place => {
    const { version, turn } = place;
    return { text: `${version.file}:${lineOfTurn(version, turn) + 1}`, place };
  });
  const table = { head: places.map(({ version }) => version.rater), rows: [cells] };
  return { title: say(message('agree.where')), lines: [], table };
}
