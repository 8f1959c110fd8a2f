import { message } from '../../message';
import { runToEnd } from '../../steps';
import type { TextRange } from '../../text/textRange';
import type { TurnChunks } from '../../transcript/turnChunks';
import { replacement } from '../replacement';
import type { Rule } from '../rule';

/** In how many turns changed words are shown. */
const MOST_PLACES = 100;

/** Words that are no longer those of the import, whose hash the field `words:` keeps. */
export const wordsChanged: Rule = {
  id: 'words-changed',
  isShared: true,
  check({ note, turns }) {
    const entry = note.frontMatter.entries.find(({ field }) => field === 'words');
    const [recorded] = entry?.shape === 'scalar' ? entry.values : [];
    if (turns === undefined || recorded === undefined) return [];
    const hash = recorded.text.trim();
    const now = runToEnd(turns.hasher.read(turns.said()));
    if (now === hash) {
      turns.hasher.keep(hash, turns.said());
      return [];
    }
    const { title, ...fix } = replacement(recorded.range, now, 'suggestion');
    const fixes = [{ ...fix, title: message('fix.record-words') }];
    const places = changedPlaces(turns, hash);
    if (places.length === 0)
      return [{ message: message('problem.words-changed'), range: recorded.range, fixes: () => fixes }];
    return places.map(range => ({
      message: message('problem.words-changed-here'),
      range,
      fixes: () => fixes,
    }));
  },
};

/** The first turns whose words were changed while the transcript was open; none where that cannot be told. */
function changedPlaces(turns: TurnChunks, hash: string): readonly TextRange[] {
  const changed = new Set(turns.hasher.changedSince(hash, turns.said())?.slice(0, MOST_PLACES));
  if (changed.size === 0) return [];
  const places: TextRange[] = [];
  for (const { chunk, start, firstTurn } of turns.placed()) {
    if (places.length === changed.size) break;
    for (const { index, range } of chunk.turns)
      if (changed.has(firstTurn + index)) places.push({ start: start + range.start, end: start + range.end });
  }
  return places;
}
