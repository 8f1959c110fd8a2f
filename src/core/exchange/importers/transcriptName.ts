import { cleanName } from '../../config/noteFileName';
import { wholeWords } from '../../text/literalPattern';
import type { WrittenSpeaker } from './speakerRoles';

const EXTENSION = /\.[^.]{1,10}$/;
const SHORTEST_NAME = 3;
/** In UTF-16 code units. */
const LONGEST_NAME = 255;

/** The name of a file without its extension, and without the names of speakers who are called otherwise now. */
export function transcriptName(file: string, speakers: ReadonlyMap<string, WrittenSpeaker>): string {
  // A file has no longer name; a source in a project may.
  let name = file.replace(EXTENSION, '').normalize('NFC').slice(0, LONGEST_NAME);
  for (const [original, { name: written }] of speakers) {
    // A whole name and each of its words may be a leak.
    for (const word of [original, ...original.split(/\s+/)]) {
      // What has a digit in it is a code, not a name.
      if (
        word.length < SHORTEST_NAME ||
        /\d/.test(word) ||
        written.toLowerCase().includes(word.toLowerCase())
      )
        continue;
      if (word.length <= name.length) name = name.replace(wholeWord(word), written).slice(0, LONGEST_NAME);
    }
  }
  return name;
}

/** The file that a transcript goes to, without a folder. */
export function transcriptFileName(name: string): string {
  return cleanName(name, '.session.md') || 'transcript.session.md';
}

function wholeWord(word: string): RegExp {
  return new RegExp(wholeWords([word.normalize('NFC')]), 'giu');
}
