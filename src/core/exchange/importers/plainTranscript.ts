import { message } from '../../message';
import type { Steps } from '../../steps';
import { textLines } from '../../text/textLines';
import { type Cue, type ImportContext, type ImportedTranscript, nothingImported } from './importedTranscript';
import { type PlainLine, plainLine } from './plainLine';
import { speakersAmong } from './speakerLabel';
import { hasTurnTable, readTurnTable } from './turnTable';

/**
 * Reads plain text with speakers, as Zoom, Teams and Otter export it or people type it: `Name: words` or
 * `Name      : words`, perhaps with a time before or behind the name; a line with a name and a time above the words;
 * a Markdown table of turns. Lines without a name of their own belong to the turn above; lines before the first turn
 * to nobody. Which names are speakers' the whole file tells (see {@link speakersAmong}).
 */
export function* readPlainTranscript(text: string, context: ImportContext): Steps<ImportedTranscript> {
  const lines = textLines(text);
  return hasTurnTable(lines) ? readTurnTable(lines, context) : yield* readPlainLines(text, context);
}

/** The same without a look for tables. Each cue tells where its lines stand in the text, if its line ends are LF. */
export function* readPlainLines(text: string, context: ImportContext): Steps<ImportedTranscript> {
  const read = yield* withNamesBelow(placedLines(text));
  const unsure = read.filter(({ line }) => line?.begins === 'if named' || line?.begins === 'timed');
  const speakers = speakersAmong(
    unsure.flatMap(({ line }) => line?.name ?? []),
    unsure.length,
    context,
  );
  const { cues, preamble } = gather(read, speakers);
  if (cues.length > 0) return { ...nothingImported, cues, preamble };
  return { ...nothingImported, faults: [{ line: 0, reason: message('import.no-turns') }] };
}

/** A line without the blanks around it. */
interface PlacedLine {
  readonly text: string;
  /** Where it begins in the text, in UTF-16 code units. */
  readonly at: number;
}

interface ReadLine extends PlacedLine {
  /** Undefined for a blank line. */
  readonly line: PlainLine | undefined;
}

/** The lines of a text, blank ones too. */
export function placedLines(text: string): readonly PlacedLine[] {
  let start = 0;
  return textLines(text).map(line => {
    const at = start + (line.length - line.trimStart().length);
    start += line.length + 1;
    return { text: line.trim(), at };
  });
}

/** How many lines are read in one step. */
const LINES_AT_ONCE = 200;

/** Under times alone, the next line is the name, if another with words follows. */
function* withNamesBelow(lines: readonly PlacedLine[]): Steps<readonly ReadLine[]> {
  const read: ReadLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (index % LINES_AT_ONCE === 0) yield;
    const { text = '', at = 0 } = lines[index] ?? {};
    const line = text === '' ? undefined : plainLine(text);
    const name = lines[index + 1]?.text ?? '';
    const isNamed = line?.begins === 'times' && name !== '' && (lines[index + 2]?.text ?? '') !== '';
    if (line === undefined || !isNamed) {
      read.push({ text, at, line });
      continue;
    }
    read.push({ text, at, line: { ...line, name, begins: 'turn' } });
    index++;
  }
  return read;
}

interface OpenCue extends Pick<Cue, 'start' | 'end' | 'speaker'> {
  readonly lines: PlacedLine[];
}

function gather(
  read: readonly ReadLine[],
  speakers: ReadonlySet<string>,
): Pick<ImportedTranscript, 'cues' | 'preamble'> {
  const cues: OpenCue[] = [];
  const preamble: string[] = [];
  let last: string | undefined;
  for (const { text, at, line } of read) {
    const begun = line === undefined ? undefined : cueFrom(line, speakers, last);
    if (begun !== undefined) {
      const { words, ...cue } = begun;
      // The words are always the rest of the line.
      cues.push({ ...cue, lines: [{ text: words, at: at + text.length - words.length }] });
      last = begun.speaker;
    } else if (cues.length > 0) cues.at(-1)?.lines.push({ text, at });
    else preamble.push(text);
  }
  return { cues: cues.map(closed), preamble: preamble.filter(text => text !== '') };
}

function closed({ lines, ...cue }: OpenCue): Cue {
  const said = lines.filter(({ text }) => text !== '');
  return { ...cue, words: said.map(({ text }) => text).join('\n'), places: said.map(({ at }) => at) };
}

/** The cue that a line begins, if it begins one. */
function cueFrom(
  line: PlainLine,
  speakers: ReadonlySet<string>,
  last: string | undefined,
): Pick<Cue, 'start' | 'end' | 'speaker' | 'words'> | undefined {
  const { start, end, name, words, begins } = line;
  const isNamed = name !== undefined && (begins === 'turn' || speakers.has(name));
  if (isNamed) return { start, end, speaker: name, words };
  // A time without a name is one more stretch of the same speaker.
  if (begins === 'timed' || begins === 'times') return { start, end, speaker: last, words: line.unnamed };
  return undefined;
}
