import { message } from '../../message';
import { runToEnd } from '../../steps';
import type { Turn } from '../../transcript/transcript';
import type { TurnChunks } from '../../transcript/turnChunks';
import { readWordsHash } from '../../transcript/wordsHash';
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
    const now = runToEnd(readWordsHash(turns.said()));
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
const BEGUN_CODE = /(?:(?:^|\s+)#[a-z0-9-]*)+$/;

/** Whether all words are those of the import but for a code that is being written, which is no word yet. */
function isCodeBegun(turns: TurnChunks, recorded: string): boolean {
  const lists = [...turns.said()];
  if (!lists.some(hasBegunCode)) return false;
  const written = lists.map(said =>
    hasBegunCode(said) ? said.map(({ words }) => ({ words: words.replace(BEGUN_CODE, '') })) : said,
  );
  return runToEnd(readWordsHash(written)) === recorded;
}

/** Whether a code is being written in some turn, by the list of the turns. */
const begun = new WeakMap<readonly Turn[], boolean>();
/** No id that is being written is longer, in UTF-16 code units. */
const LONGEST_BEGUN = 80;

function hasBegunCode(said: readonly Turn[]): boolean {
  const isBegun = begun.get(said) ?? said.some(({ words }) => BEGUN_CODE.test(words.slice(-LONGEST_BEGUN)));
  begun.set(said, isBegun);
  return isBegun;
}
