import { message } from '../../message';
import type { Steps } from '../../steps';
import { textLines } from '../../text/textLines';
import { timedBlocks } from './cueBlocks';
import { type ImportContext, type ImportedTranscript, nothingImported } from './importedTranscript';
import { voicedCues, withNamedSpeakers } from './namedCues';

const SIGNATURE = /^WEBVTT(?:[ \t]|$)/;
/** What a header may say of the language, as captions of YouTube do. */
const LANGUAGE = /^Language:\s*([a-z]{2,3})\b/i;
const ASIDE = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/): cues with their identifiers and settings, notes, styles and regions
 * left out. A voice holds for its own cue only; a cue without one may begin with `Name:`, as those of Zoom do.
 * More is taken than the standard allows (text right under the header, missing blank lines) as long as no word is
 * lost by it.
 */
export function* readWebVtt(text: string, context: ImportContext): Steps<ImportedTranscript> {
  const lines = textLines(text);
  if (!SIGNATURE.test(lines[0] ?? ''))
    return { ...nothingImported, faults: [{ line: 0, reason: message('import.no-webvtt') }] };
  const first = endOfHeader(lines);
  const { blocks, faults } = yield* timedBlocks(lines, first, line => ASIDE.test(line));
  const cues = yield* voicedCues(blocks);
  const language = lines.slice(1, first).flatMap(line => LANGUAGE.exec(line)?.[1] ?? [])[0];
  const named = yield* withNamedSpeakers(cues, context, 'each');
  return { ...nothingImported, cues: named, language, faults };
}

/** The header goes on to the first blank line, or to the first times where that line is missing. */
function endOfHeader(lines: readonly string[]): number {
  let at = 1;
  while (at < lines.length && lines[at]?.trim() !== '') {
    if (lines[at]?.includes('-->')) return at;
    at++;
  }
  return at;
}
