import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseOutline } from '../../../src/core/note/parseOutline';
import { readSpeakers } from '../../../src/core/transcript/speakers';
import { TurnChunks } from '../../../src/core/transcript/turnChunks';
import { readTurns } from '../../../src/core/transcript/turns';
import { readNote, transcriptText } from './transcripts';

const bit = fc.constantFrom(
  '\n\nRA: satu {==dua==}{>>#time<<} #affect',
  '\n\n[0:00:01] **K-014:** tiga',
  '\n\n## Opening',
  '\n\n## Working\n',
  '\nlanjut',
  '\n\nparagraf',
  '\n\n- RA: butir\n- K-014: lain\n  lanjut',
  '\n\n> kutipan',
  '\n\n    RA: kode',
  '\n\n```\nRA: dalam pagar',
  '\n\n<!-- RA: dalam komentar',
  ' -->',
  '\n```',
);

/** The turns as they are when the text is read in one go. */
function whole(text: string): unknown {
  const note = readNote(text);
  return readTurns(text, parseOutline(text).blocks, readSpeakers(note)).turns.map(
    ({ stage, ...turn }) => turn,
  );
}

function pieced(chunks: TurnChunks): unknown {
  return [...chunks.turns()].map(({ stage, ...turn }) => turn);
}

describe('a transcript that is read in pieces', () => {
  it('has the turns that it has when it is read in one go', () => {
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 30 }), fc.integer({ min: 1, max: 80 }), (bits, length) => {
        const text = transcriptText(bits.join(''));
        assert.deepEqual(pieced(TurnChunks.of(readNote(text), length)), whole(text));
      }),
      { numRuns: 300 },
    );
  });

  it('has them after every change, too', () => {
    const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 20 }), put: fc.option(bit, { nil: '' }) });
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 25 }), fc.array(change, { maxLength: 5 }), (bits, changes) => {
        const head = transcriptText().length;
        let text = transcriptText(bits.join(''));
        let chunks = TurnChunks.of(readNote(text), 30);
        for (const { at, length, put } of changes) {
          assert.deepEqual(pieced(chunks), whole(text));
          const start = head + (at % (text.length - head + 1));
          text = text.slice(0, start) + put + text.slice(start + length);
          chunks = chunks.next(readNote(text));
        }
        assert.deepEqual(pieced(chunks), whole(text));
      }),
      { numRuns: 300 },
    );
  });

  it('reads only the pieces that a change or a look is about', () => {
    const lines = Array.from({ length: 200 }, (_, at) => ['', `RA: giliran ${at} #time`]).flat();
    const before = TurnChunks.of(readNote(transcriptText(...lines)), 200);
    const [...all] = before.read();
    const changed = transcriptText(...lines.slice(0, 200), 'lanjut', ...lines.slice(200));
    const after = before.next(readNote(changed));
    const unread = [...after.read()].filter(chunk => !all.some(({ turns }) => turns === chunk.turns));
    assert.equal(unread.length, 1);
    assert.deepEqual(
      after
        .turnsIn({ start: changed.indexOf('lanjut'), end: changed.indexOf('lanjut') })
        .map(({ words }) => words),
      ['giliran 99\nlanjut'.replace('\n', ' #time\n')],
    );
  });

  it('is read anew when a speaker gets another role', () => {
    const text = transcriptText('', 'RA: satu');
    const after = TurnChunks.of(readNote(text)).next(readNote(text.replace('RA: counselor', 'RA: client')));
    assert.deepEqual(
      [...after.turns()].map(({ role }) => role),
      ['client'],
    );
  });

  it('knows the stages of a long one by its headings', () => {
    const talk = Array.from({ length: 12_000 }, (_, at) => [
      '',
      `RA: giliran ${at} yang agak panjang supaya cukup`,
    ]);
    const hidden = ['', '```', '## Working', '```', '', '<!--', '## Working', '-->'];
    const text = transcriptText(
      '',
      '## Opening',
      ...hidden,
      ...talk.flat(),
      '',
      '## Working',
      '',
      'RA: akhir',
    );
    assert.ok(text.length > 512 * 1024);
    const turns = [...TurnChunks.of(readNote(text)).turns()];
    assert.equal(turns.length, 12_001);
    assert.deepEqual(
      [turns[0]?.stage, turns.at(-2)?.stage, turns.at(-1)?.stage],
      ['opening', 'opening', 'working'],
    );
    assert.equal(turns.at(-1)?.words, 'akhir');
  });
});
