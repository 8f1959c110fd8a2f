import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { wordsHash } from '../../../src/core/transcript/wordsHash';
import { readTranscript } from './transcripts';

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

describe('the hash of the words', () => {
  it('is that of the turns, in groups', () => {
    const turns = Array.from({ length: 300 }, (_, at) => ({ words: `kata ${at} é😀` }));
    const digests = turns.map(({ words }) => sha256(Buffer.from(words)));
    const whole = sha256(sha256(...digests.slice(0, 256)), sha256(...digests.slice(256)));
    assert.equal(
      wordsHash({ turns: readTranscript(...turns.map(({ words }) => `- RA: ${words}`)).turns }),
      `sha256-${whole.toString('hex')}`,
    );
  });

  it('stays when codes, memos, headings, speakers, times and line breaks change', () => {
    const plain = wordsHash(readTranscript('RA: satu dua', '', 'K-014: tiga'));
    const coded = [
      '## Opening',
      '[0:00:01] **Konselor:** {==satu==}{>>#time memo<<}',
      'dua #attending',
      '- Konseli: tiga',
    ];
    assert.equal(wordsHash(readTranscript(...coded)), plain);
  });

  it('changes with a word, its case, or where a turn ends', () => {
    const plain = wordsHash(readTranscript('RA: satu dua'));
    for (const lines of [
      ['RA: satu duo'],
      ['RA: Satu dua'],
      ['RA: satu', 'RA: dua'],
      ['RA: satu dua', 'RA:'],
    ]) {
      assert.notEqual(wordsHash(readTranscript(...lines)), plain);
    }
  });
});
