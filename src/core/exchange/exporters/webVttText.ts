import { writeTimestamp } from '../../transcript/timestamps';
import type { Turn } from '../../transcript/transcript';

/** How long a cue lasts whose end nothing tells, in milliseconds. */
const SHORTEST = 1000;

/**
 * Turns as WebVTT, each the voice of its speaker; undefined where none has a time. A turn without a time is said in
 * the cue of the one before it (the first of them in that of the next), so that no words are lost. A cue without an
 * end lasts until the next begins, the last one for a second. Codes have no place in the format.
 */
export function webVttText(turns: readonly Turn[]): string | undefined {
  const cues = cuesOf(turns);
  if (cues.length === 0) return undefined;
  const blocks = cues.map(({ start, end, lines }, at) => {
    const next = cues[at + 1]?.start;
    const until = end !== undefined && end > start ? end : next;
    const stop = until !== undefined && until > start ? until : start + SHORTEST;
    return `${time(start)} --> ${time(stop)}\n${lines.join('\n')}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

interface TimedCue {
  readonly start: number;
  end: number | undefined;
  readonly lines: string[];
}

function cuesOf(turns: readonly Turn[]): readonly TimedCue[] {
  const cues: TimedCue[] = [];
  const early: string[] = [];
  for (const turn of turns) {
    const line = voiced(turn);
    const last = cues.at(-1);
    if (turn.start !== undefined)
      cues.push({
        start: turn.start,
        end: turn.end,
        lines: [...early.splice(0), ...(line === '' ? [] : [line])],
      });
    else if (line === '') continue;
    else if (last === undefined) early.push(line);
    else last.lines.push(line);
  }
  return cues.filter(({ lines }) => lines.length > 0);
}

function voiced({ speaker, words }: Turn): string {
  const lines = words.split('\n').filter(line => line.trim() !== '');
  const text = lines.map(escaped).join('\n');
  return speaker === undefined || text === '' ? text : `<v ${escaped(speaker)}>${text}</v>`;
}

/** Also `>`, so that no words are taken for the arrow between times. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function time(milliseconds: number): string {
  return writeTimestamp(milliseconds, 2, 'always');
}
