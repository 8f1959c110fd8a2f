import { message } from '../../message';
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
export function readPlainTranscript(text: string, context: ImportContext): ImportedTranscript {
  const lines = text.split(/\r\n?|\n/);
  if (hasTurnTable(lines)) return readTurnTable(lines, context);
  const read = withNamesBelow(lines.map(line => line.trim()));
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

interface ReadLine {
  readonly text: string;
  /** Undefined for a blank line. */
  readonly line: PlainLine | undefined;
}

/** Under times alone, the next line is the name, if another with words follows. */
function withNamesBelow(lines: readonly string[]): readonly ReadLine[] {
  const read: ReadLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at] ?? '';
    const line = text === '' ? undefined : plainLine(text);
    const name = lines[at + 1] ?? '';
    const isNamed = line?.begins === 'times' && name !== '' && (lines[at + 2] ?? '') !== '';
    if (line === undefined || !isNamed) {
      read.push({ text, line });
      continue;
    }
    read.push({ text, line: { ...line, name, begins: 'turn' } });
    at++;
  }
  return read;
}

function gather(
  read: readonly ReadLine[],
  speakers: ReadonlySet<string>,
): Pick<ImportedTranscript, 'cues' | 'preamble'> {
  const cues: Cue[] = [];
  const preamble: string[] = [];
  let last: string | undefined;
  for (const { text, line } of read) {
    const begun = line === undefined ? undefined : cueFrom(line, speakers, last);
    const current = cues.at(-1);
    if (begun !== undefined) {
      cues.push(begun);
      last = begun.speaker;
    } else if (current !== undefined)
      cues[cues.length - 1] = { ...current, words: `${current.words}\n${text}` };
    else preamble.push(text);
  }
  return {
    cues: cues.map(cue => ({ ...cue, words: withoutBlankLines(cue.words) })),
    preamble: preamble.filter(text => text !== ''),
  };
}

/** The cue that a line begins, if it begins one. */
function cueFrom(line: PlainLine, speakers: ReadonlySet<string>, last: string | undefined): Cue | undefined {
  const { start, end, name, words, begins } = line;
  const isNamed = name !== undefined && (begins === 'turn' || speakers.has(name));
  if (isNamed) return { start, end, speaker: name, words };
  // A time without a name is one more stretch of the same speaker.
  if (begins === 'timed' || begins === 'times') return { start, end, speaker: last, words: line.unnamed };
  return undefined;
}

function withoutBlankLines(words: string): string {
  return words
    .split('\n')
    .filter(line => line !== '')
    .join('\n');
}
