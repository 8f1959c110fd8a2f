import assert from 'node:assert/strict';
import { addPassageCode, addTurnCode } from '../../../src/core/change/editCodes';
import { withWordsKept } from '../../../src/core/change/withWordsKept';
import { TurnChunks } from '../../../src/core/transcript/turnChunks';
import { readNote, transcriptText } from '../transcript/transcripts';

function turnsOf(...lines: readonly string[]) {
  const turns = TurnChunks.of(readNote(transcriptText(...lines)));
  const [turn] = [...turns.turns()];
  assert.ok(turn);
  return { turns, turn, text: turns.note.outline.text };
}

describe('a code beside a mark that stands there literally', () => {
  it('is refused where a passage would read differently', () => {
    const { turns, turn, text } = turnsOf('**RA:** {=');
    const start = text.indexOf('{=');
    const { edits } = addPassageCode(text, turn, { start, end: start + 2 }, 'attending');
    const change = withWordsKept(turns, edits);
    assert.equal(change.kind, 'refused');
    assert.equal(change.reason.key, 'code.would-change-words');
  });

  it('is refused where a line would become an item of a list', () => {
    const { turns, turn } = turnsOf('**K-014:** first line', '*');
    assert.equal(withWordsKept(turns, addTurnCode(turn, 'attending').edits).kind, 'refused');
  });

  it('is applied where the words stay what they are', () => {
    const { turns, turn, text } = turnsOf('**RA:** plain words');
    const start = text.indexOf('plain');
    const { edits } = addPassageCode(text, turn, { start, end: start + 5 }, 'attending');
    assert.deepEqual(withWordsKept(turns, edits), { kind: 'edits', edits });
  });
});
