import { message, quoting } from '../../message';
import type { Steps } from '../../steps';
import { readTimestamp } from '../../transcript/timestamps';
import type { ImportFault } from './importedTranscript';

/** A cue of WebVTT or SubRip, its text as it stands. */
export interface TimedBlock {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface TimedBlocks {
  readonly blocks: readonly TimedBlock[];
  readonly faults: readonly ImportFault[];
}

/** How many cues are read in one step. */
const BLOCKS_AT_ONCE = 100;
const ARROW = '-->';

/**
 * The cues among `lines`, from the line `first`: a line of times, perhaps under a line of its own that identifies
 * the cue, and its text up to a blank line or the next times. A block without times is a fault, since its words
 * would be lost; `isAside` tells the blocks without times, by their first line, that hold no words.
 */
export function* timedBlocks(
  lines: readonly string[],
  first: number,
  isAside: (line: string) => boolean,
): Steps<TimedBlocks> {
  const blocks: TimedBlock[] = [];
  const faults: ImportFault[] = [];
  let at = first;
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at++;
      continue;
    }
    const after = endOfBlock(lines, at);
    const timed = timedLines(lines, at, after);
    // What has times is a cue, whatever its identifier looks like.
    if (timed.length > 0 || !isAside(lines[at] ?? '')) readBlock(lines, at, after, timed, blocks, faults);
    at = after;
    if (blocks.length % BLOCKS_AT_ONCE === 0) yield;
  }
  return { blocks, faults };
}

function readBlock(
  lines: readonly string[],
  from: number,
  after: number,
  timed: readonly number[],
  blocks: TimedBlock[],
  faults: ImportFault[],
): void {
  const [first] = timed;
  if (first === undefined || first > from + 1) {
    faults.push({ line: from, reason: message('import.no-times') });
    return;
  }
  timed.forEach((line, index) => {
    const times = readTimes(lines[line] ?? '');
    if ('reason' in times) {
      faults.push({ line, reason: times.reason });
      return;
    }
    // The line above further times is the text of the cue before, never lost as an identifier.
    const text = lines.slice(line + 1, timed[index + 1] ?? after).join('\n');
    blocks.push({ ...times, text });
  });
}

function timedLines(lines: readonly string[], from: number, after: number): readonly number[] {
  const timed: number[] = [];
  for (let line = from; line < after; line++) if (lines[line]?.includes(ARROW)) timed.push(line);
  return timed;
}

function readTimes(line: string): { start: number; end: number } | Pick<ImportFault, 'reason'> {
  const [before = '', behind = ''] = line.split(ARROW);
  const [until = ''] = behind.trim().split(/\s/);
  const start = readTimestamp(before);
  const end = readTimestamp(until);
  if (start === undefined) return { reason: quoting('import.bad-time', { time: before.trim() }) };
  if (end === undefined) return { reason: quoting('import.bad-time', { time: until }) };
  return { start, end };
}

function endOfBlock(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && !isBlank(lines[at])) at++;
  return at;
}

function isBlank(line: string | undefined): boolean {
  return (line ?? '').trim() === '';
}
