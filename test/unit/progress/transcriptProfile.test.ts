import assert from 'node:assert/strict';
import { transcriptCsv } from '../../../src/core/progress/transcriptCsv';
import { readTranscriptProfile, type TranscriptProfile } from '../../../src/core/progress/transcriptProfile';
import { TurnChunks } from '../../../src/core/transcript/turnChunks';
import { readNote, transcriptText } from '../transcript/transcripts';

function profileOf(...lines: readonly string[]): TranscriptProfile {
  const steps = readTranscriptProfile(TurnChunks.of(readNote(transcriptText(...lines))));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const lines = [
  'RA: satu',
  '',
  '## Working',
  '',
  'K-014: satu dua tiga #affect',
  '',
  '## Opening',
  '',
  'RA: satu {==dua==}{>>#affect<<} #attending #own-code',
  '',
  '[0:00:09] Ibu: x',
];

describe('the profile of a transcript', () => {
  it('tells who says how many words, in the order of the protocol', () => {
    const { turns, coded, roles } = profileOf(...lines);
    assert.deepEqual([turns, coded], [4, 2]);
    assert.deepEqual(
      roles.map(({ role, turns: count, words }) => [role, count, words]),
      [
        ['counselor', 2, 3],
        ['client', 1, 3],
        [undefined, 1, 1],
      ],
    );
  });

  it('tells the turns and words in each stage, however often it recurs', () => {
    assert.deepEqual(
      profileOf(...lines).stages.map(({ stage, turns, words }) => [stage, turns, words]),
      [
        ['opening', 2, [2, 0, 1]],
        ['working', 1, [0, 3, 0]],
        [undefined, 1, [1, 0, 0]],
      ],
    );
  });

  it('tells how often each code is applied in each stage, and where', () => {
    const { codes } = profileOf(...lines);
    assert.deepEqual(
      codes.map(({ code, colour, counts, marks }) => [
        code,
        colour,
        counts,
        marks.map(({ column }) => column),
      ]),
      [
        ['attending', '#2f6fde', [1, 0, 0], [2]],
        ['affect', 'charts.purple', [1, 1, 0], [1, 2]],
        ['own-code', undefined, [1, 0, 0], [2]],
      ],
    );
  });

  it('puts many turns into few columns and loses none', () => {
    const many = Array.from({ length: 1000 }, () => ['', 'RA: a b #affect']).flat();
    const { columns, codes } = profileOf(...many);
    assert.ok(columns.length <= 120);
    assert.deepEqual([columns[0]?.from, columns.at(-1)?.to], [0, 1000]);
    assert.equal(
      columns.reduce((sum, { words }) => sum + (words[0] ?? 0), 0),
      2000,
    );
    assert.equal(
      codes[0]?.marks.reduce((sum, { count }) => sum + count, 0),
      1000,
    );
  });

  it('is written as a row for each number', () => {
    const csv = transcriptCsv('t.md', profileOf('## Opening', '', 'RA: satu dua #affect'));
    assert.deepEqual(csv.trimEnd().split('\r\n'), [
      'transcript,rater,stage,measure,key,value',
      't.md,,opening,turns,,1',
      't.md,,opening,words,counselor,2',
      't.md,,opening,code,affect,1',
    ]);
  });
});
