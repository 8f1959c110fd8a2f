import { message } from '../../message';
import { runToEnd } from '../../steps';
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
    if (now === recorded.text.trim()) return [];
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
