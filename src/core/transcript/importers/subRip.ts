import { timedBlocks } from './cueBlocks';
import { voicedTexts } from './cueText';
import { type Cue, type ImportContext, type ImportedTranscript, nothingImported } from './importedTranscript';
import { withNamedSpeakers } from './namedCues';

/**
 * Reads SubRip: numbered cues with times whose fraction stands after a comma. The format knows no speakers; where
 * cues begin with `Name:`, the name holds until another one, as most programs write it only where it changes.
 */
export function readSubRip(text: string, context: ImportContext): ImportedTranscript {
  const { blocks, faults } = timedBlocks(text.split(/\r\n?|\n/), 0, () => false);
  const cues = blocks.flatMap(({ start, end, text: words }) =>
    voicedTexts(words).map((piece): Cue => ({ start, end, speaker: piece.voice, words: piece.words })),
  );
  return { ...nothingImported, cues: withNamedSpeakers(cues, context, 'until another'), faults };
}
