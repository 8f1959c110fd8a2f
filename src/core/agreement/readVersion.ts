import type { Note } from '../note/note';
import { parseTranscript } from '../transcript/parseTranscript';
import type { Version } from './version';

/** A version of a transcript as its note has it. */
export interface ReadVersion {
  readonly version: Version;
  /** Whether raters made it together (`consensus:`), so that it is no rating of its own. */
  readonly isConsensus: boolean;
}

/** Reads the note of the file called `file` as a rater's version; undefined where it is no transcript. */
export function readVersion(note: Note, file: string): ReadVersion | undefined {
  if (note.frontMatter.kind !== 'transcript') return undefined;
  const transcript = parseTranscript(note);
  const version = {
    file,
    rater: transcript.rater ?? file,
    transcript,
    lines: note.outline.lines,
    protocol: note.protocol?.protocol,
  };
  const isConsensus = note.frontMatter.entries.some(
    ({ field, values }) => field === 'consensus' && values.length > 0,
  );
  return { version, isConsensus };
}
