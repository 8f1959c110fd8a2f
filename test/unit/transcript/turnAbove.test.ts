import assert from 'node:assert/strict';
import { turnAbove } from '../../../src/core/transcript/turnAbove';
import { TurnChunks } from '../../../src/core/transcript/turnChunks';
import { readNote, transcriptText } from './transcripts';

describe('the turn above a blank line', () => {
  const text = transcriptText(
    'RA: satu',
    '',
    '',
    'K-014: dua',
    'lanjut',
    '',
    '## Penutup',
    '',
    'RA: tiga',
    '',
  );
  const turns = TurnChunks.of(readNote(text));
  const wordsAbove = (words: string, behind: number) =>
    turnAbove(turns, text.indexOf(words) + words.length + behind)?.words;

  it('is the one that ends there, over several blank lines, too', () => {
    assert.equal(wordsAbove('satu', 1), 'satu');
    assert.equal(wordsAbove('satu', 2), 'satu');
    assert.equal(wordsAbove('lanjut', 1), 'dua\nlanjut');
  });

  it('is none where the line is not blank, or something else stands above', () => {
    assert.equal(wordsAbove('lanjut', 2), undefined);
    assert.equal(wordsAbove('## Penutup', 1), undefined);
  });
});
