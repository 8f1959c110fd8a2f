import { message } from '../../message';
import type { Steps } from '../../steps';
import { addClaim, blocksOf, isBlank, isTimesLine, withoutRepeated } from './captionBlocks';
import { spokenCues } from './captionVoices';
import type { Source, SourcePiece } from './containers/source';
import {
  type Claim,
  type ImportContext,
  type ImportedTranscript,
  type ImportFault,
  nothingImported,
} from './importedTranscript';

const SIGNATURE = /^WEBVTT(?:[ \t]|$)/;
/** What a header may say of the language, as captions of YouTube do. */
const LANGUAGE = /^Language:\s*([a-z]{2,3})\b/i;

/**
 * Reads captions: WebVTT (https://www.w3.org/TR/webvtt1/), SubRip, those of YouTube (`.sbv`) and the like, whatever
 * their file is called: lines of times, perhaps below an identifier, with the words below them. Times divide; blank
 * lines within the words do not. A speaker is a voice (`<v Name>`), a name before a colon at the beginning of a line,
 * or, where every cue has one, a name on the first line; it holds until another one.
 */
export function* readTimedCues({ pieces }: Source, context: ImportContext): Steps<ImportedTranscript> {
  const claims: Claim[] = [];
  const faults: ImportFault[] = [];
  const isWebVtt = SIGNATURE.test(pieces[0]?.text ?? '');
  const first = isWebVtt ? endOfHeader(pieces) : 0;
  for (let at = 0; at < first; at++)
    addClaim(claims, at, pieces[at]?.text ?? '', message('import.left.head'));
  const language = pieces.slice(1, first).flatMap(({ text }) => LANGUAGE.exec(text)?.[1] ?? [])[0];
  const { blocks: shown, loose } = blocksOf(pieces, first, isWebVtt, claims, faults);
  yield;
  const blocks = withoutRepeated(shown, pieces, claims);
  const { cues, remarks } = yield* spokenCues(pieces, blocks, context, claims);
  const preamble = loose.map(at => pieces[at]?.text.trim() ?? '').filter(text => text !== '');
  claims.sort((a, b) => a.piece - b.piece);
  return { ...nothingImported, cues, preamble, language, faults, claims, remarks };
}

/** The header goes on to the first blank line, or to the first times where that line is missing. */
function endOfHeader(pieces: readonly SourcePiece[]): number {
  let at = 1;
  while (at < pieces.length && !isBlank(pieces, at)) {
    if (isTimesLine(pieces[at]?.text ?? '') || isTimesLine(pieces[at + 1]?.text ?? '')) return at;
    at++;
  }
  return at;
}
