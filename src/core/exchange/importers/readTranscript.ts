import { message } from '../../message';
import { looksLikeNote } from '../../note/recognise';
import type { Steps } from '../../steps';
import { markdownEndings } from '../../text/markdownPath';
import { readChat } from './chat';
import { readElan } from './elan';
import { type ImportContext, type ImportedTranscript, nothingImported } from './importedTranscript';
import { readPlainTranscript } from './plainTranscript';
import { readSubRip } from './subRip';
import { readWebVtt } from './webVtt';

/** The formats that a transcript is read from. */
type TranscriptFormat = 'vtt' | 'srt' | 'cha' | 'eaf' | 'text';

/** The formats by the end of the file's name; what has none of these is read as text. */
const byExtension: Readonly<Record<string, TranscriptFormat>> = {
  vtt: 'vtt',
  webvtt: 'vtt',
  srt: 'srt',
  cha: 'cha',
  eaf: 'eaf',
};

/** The ends of the names of files that may hold a transcript, without the dot. */
export const transcriptExtensions: readonly string[] = [
  ...Object.keys(byExtension),
  'txt',
  ...markdownEndings,
];

/** The ends of the names of REFI-QDA projects and codebooks, without the dot. */
export const projectExtensions: readonly string[] = ['qdpx', 'qdc'];

const readers: Readonly<
  Record<TranscriptFormat, (text: string, context: ImportContext) => Steps<ImportedTranscript>>
> = {
  vtt: readWebVtt,
  srt: readSubRip,
  cha: readChat,
  eaf: readElan,
  text: readPlainTranscript,
};

/**
 * Reads a transcript from the text of a file, without a byte order mark; `name` is the file's. No word of it is lost
 * or changed, except where there are faults. In steps, as a long one takes a while. Never throws.
 */
export function* readTranscript(
  name: string,
  text: string,
  context: ImportContext,
): Steps<ImportedTranscript> {
  if (looksLikeNote(text))
    return { ...nothingImported, faults: [{ line: 0, reason: message('import.is-note') }] };
  const read = yield* readers[formatOf(name, text)](text, context);
  if (read.faults.length > 0 || read.cues.some(({ words }) => words.trim() !== '')) return read;
  return { ...read, faults: [{ line: 0, reason: message('import.nothing') }] };
}

/** The format that the name of a file says, else the one that its text begins like. */
function formatOf(name: string, text: string): TranscriptFormat {
  const named = byExtension[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (named !== undefined) return named;
  const head = text.slice(0, 4096).trimStart();
  if (/^WEBVTT\b/.test(head)) return 'vtt';
  if (/^@(?:UTF8|Begin)\b/.test(head)) return 'cha';
  if (/^<\?xml/.test(head) && head.includes('<ANNOTATION_DOCUMENT')) return 'eaf';
  return /^(?:\d+\s*\n)?\d{1,2}:\d{2}:\d{2},\d{3}\s*-->/.test(head) ? 'srt' : 'text';
}
