import type { Steps } from '../../steps';
import { textLines } from '../../text/textLines';
import { timedBlocks } from './cueBlocks';
import { type ImportContext, type ImportedTranscript, nothingImported } from './importedTranscript';
import { voicedCues, withNamedSpeakers } from './namedCues';

/**
 * Reads SubRip: numbered cues with times whose fraction stands after a comma. The format knows no speakers; where
 * cues begin with `Name:`, the name holds until another one, as most programs write it only where it changes.
 */
export function* readSubRip(text: string, context: ImportContext): Steps<ImportedTranscript> {
  const { blocks, faults } = yield* timedBlocks(textLines(text), 0, () => false);
  const cues = yield* withNamedSpeakers(yield* voicedCues(blocks), context, 'until another');
  return { ...nothingImported, cues, faults };
}
