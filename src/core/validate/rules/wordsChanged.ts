import { message } from '../../message';
import { runToEnd } from '../../steps';
import { ID_CHARACTER } from '../../text/ids';
import type { Turn } from '../../transcript/transcript';
import type { TurnChunk } from '../../transcript/turnChunk';
import type { TurnChunks } from '../../transcript/turnChunks';
import { replacement } from '../replacement';
import type { Rule } from '../rule';

/** Words that are no longer those of the import, whose hash the field `words:` keeps. */
export const wordsChanged: Rule = {
  id: 'words-changed',
  isShared: true,
  check({ note, turns }) {
    const entry = note.frontMatter.entries.find(({ field }) => field === 'words');
    const [recorded] = entry?.shape === 'scalar' ? entry.values : [];
    if (turns === undefined || recorded === undefined) return [];
    const now = runToEnd(turns.hasher.read(turns.said()));
    if (now === recorded.text.trim() || isCodeBegun(turns, recorded.text.trim())) return [];
    const { title, ...fix } = replacement(recorded.range, now, 'suggestion');
    return [
      {
        message: message('problem.words-changed'),
        range: recorded.range,
        fixes: [{ ...fix, title: message('fix.record-words') }],
      },
    ];
  },
};

/** A code that is being written behind a turn: a lone `#`, or an id that ends in a hyphen, with the codes before it. */
const BEGUN_CODE = new RegExp(String.raw`(?:(?:^|\s+)#${ID_CHARACTER}*)+$`);

/** Whether all words are those of the import but for a code that is being written, which is no word yet. */
function isCodeBegun(turns: TurnChunks, recorded: string): boolean {
  const chunks = [...turns.read()];
  if (!chunks.some(hasBegunCode)) return false;
  const written = chunks.map(chunk =>
    hasBegunCode(chunk)
      ? chunk.turns.map(({ words }) => ({ words: words.replace(BEGUN_CODE, '') }))
      : chunk.turns,
  );
  return runToEnd(turns.hasher.read(written)) === recorded;
}

/** No id that is being written is longer, in UTF-16 code units. */
const LONGEST_BEGUN = 80;

/** Whether a code is being written in some turn of a piece, which holds it. */
class BegunCode {
  readonly isThere: boolean;

  constructor(turns: readonly Turn[]) {
    this.isThere = turns.some(({ words }) => BEGUN_CODE.test(words.slice(-LONGEST_BEGUN)));
  }
}

function hasBegunCode(chunk: TurnChunk): boolean {
  return chunk.derived(BegunCode).isThere;
}
