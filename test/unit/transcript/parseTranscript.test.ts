import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codingsOf } from '../../../src/core/transcript/codings';
import { parseTranscript } from '../../../src/core/transcript/parseTranscript';
import { within } from '../processorTime';
import { onlyTurn, readNote, readTranscript, transcriptText } from './transcripts';

function speakersOf(...lines: readonly string[]): readonly (string | undefined)[] {
  return readTranscript(...lines).turns.map(({ speaker }) => speaker);
}

function wordsOf(...lines: readonly string[]): readonly string[] {
  return readTranscript(...lines).turns.map(({ words }) => words);
}

describe('the turns of a transcript', () => {
  it('begin with a name in any of its shapes', () => {
    const shapes = [
      '**RA:** a',
      '**RA**: a',
      'RA: a',
      'RA   : a',
      '**RA :** a',
      '[RA]: a',
      '- RA: a',
      '1. RA: a',
    ];
    for (const shape of shapes) {
      const { turns } = readTranscript(shape);
      assert.deepEqual(
        turns.map(({ speaker, role, words }) => ({ speaker, role, words })),
        [{ speaker: 'RA', role: 'counselor', words: 'a' }],
        shape,
      );
    }
  });

  it('take a declared name, or one of a role, whatever its case; no other without a time', () => {
    assert.deepEqual(
      speakersOf('ra: a', '', 'Konseli: b', '', 'guru bk: c', '', 'Budi: d', '', 'Catatan: e'),
      ['ra', 'Konseli', 'guru bk'],
    );
  });

  it('never take a role from a letter that nobody declared', () => {
    assert.deepEqual(speakersOf('C: a', '', 'K: b'), []);
  });

  it('take any name behind a time, or none', () => {
    const { turns } = readTranscript(
      '[0:01:02] **Budi:** a',
      '',
      '[0:01:05.5] b',
      '',
      '[0:01:06 --> 0:01:07.25] c',
    );
    assert.deepEqual(
      turns.map(({ speaker, role, start, end, words }) => ({ speaker, role, start, end, words })),
      [
        { speaker: 'Budi', role: undefined, start: 62_000, end: undefined, words: 'a' },
        { speaker: undefined, role: undefined, start: 65_500, end: undefined, words: 'b' },
        { speaker: undefined, role: undefined, start: 66_000, end: 67_250, words: 'c' },
      ],
    );
  });

  it('take no clock time, address or sentence for a name', () => {
    assert.deepEqual(
      speakersOf('[0:00:01] Jam 17:30 ya', '', '[0:00:02] https://a.id', '', '[0:00:03] Dr. A: b'),
      [undefined, undefined, undefined],
    );
  });

  it('go on over lines, paragraphs and list items up to the next turn or heading', () => {
    const lines = [
      'RA: satu',
      'dua',
      '',
      'tiga',
      '- empat',
      '  lima',
      'K-014: enam',
      '',
      '## Lain',
      '',
      'tujuh',
    ];
    assert.deepEqual(wordsOf(...lines), ['satu\ndua\ntiga\nempat\nlima', 'enam']);
  });

  it('hold neither code blocks, quotes, rules nor comments', () => {
    assert.deepEqual(
      wordsOf('RA: satu', '', '> dua', '', '```', 'K-014: tiga', '```', '', '<!-- empat -->'),
      ['satu'],
    );
  });

  it('stand in the stage of their heading', () => {
    const lines = [
      'RA: a',
      '',
      '## Opening',
      '',
      'RA: b',
      '',
      '## Bekerja',
      'K-014: c',
      '',
      '## Opening',
      'RA: d',
    ];
    const stages = readTranscript(...lines).turns.map(({ stage }) => stage);
    assert.deepEqual(stages, [undefined, 'opening', 'working', 'opening']);
  });

  it('say what is said without backslashes', () => {
    const { turn } = onlyTurn('RA: \\#bukan-kode \\{==bukan==} \\*a\\* C:\\\\dir');
    assert.equal(turn.words, '#bukan-kode {==bukan==} *a* C:\\dir');
    assert.deepEqual([turn.codes, turn.spans], [[], []]);
  });

  it('tell where head and turn stand', () => {
    const { turn, text } = onlyTurn('[0:00:01] **RA:** satu', 'dua #attending');
    assert.equal(text.slice(turn.head.start, turn.head.end), '[0:00:01] **RA:**');
    assert.equal(text.slice(turn.range.start, turn.range.end), '[0:00:01] **RA:** satu\ndua #attending');
  });

  it('tell where a head ends that is long for what nobody sees in it', () => {
    for (const count of [150, 195, 199, 250]) {
      const { turn, text } = onlyTurn(`**RA${'\u200b'.repeat(count)}:** satu ${'dua '.repeat(30)}`);
      assert.equal(text.slice(turn.head.end).trimStart().slice(0, 8), 'satu dua');
    }
  });
});

describe('the codes of a turn', () => {
  it('are the run of ids at its end', () => {
    const { turn, text } = onlyTurn(
      'RA: Nomor #satu itu apa? #open-question #a1',
      '#attending <!-- ragu -->',
    );
    assert.deepEqual(
      turn.codes.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
      [
        ['open-question', '#open-question'],
        ['a1', '#a1'],
        ['attending', '#attending'],
      ],
    );
    assert.equal(turn.words, 'Nomor #satu itu apa?');
  });

  it('need no words', () => {
    const { turn } = onlyTurn('**K-014:** #affect');
    assert.deepEqual([turn.words, turn.codes.map(({ code }) => code)], ['', ['affect']]);
  });

  it('are read one by one: what is no id hides none, and what is no code ends them', () => {
    const read = (text: string) => onlyTurn(text).turn.codes.map(({ code }) => code);
    assert.deepEqual(read('RA: a #x #Y #z'), ['x', 'z']);
    assert.deepEqual(read('RA: a #x 3 #z'), ['z']);
    assert.deepEqual(read('RA: a #x #3 #z'), ['z']);
    for (const end of ['', '.', ' #z']) {
      const { spans, words, faults } = onlyTurn(`RA: a {==b==}{>>#x #y<<}${end}`).turn;
      assert.deepEqual([spans[0]?.codes.length, words, faults], [2, `a b${end.replace(' #z', '')}`, []]);
    }
  });
});

describe('a coded passage', () => {
  it('has codes, a memo and its place in words and text, over a soft line break too', () => {
    const { turn, text } = onlyTurn(
      'K-014: Saya {==takut',
      'gagal==}{>>#affect #time lihat #3<<}, Bu. #change-talk',
    );
    const [span] = turn.spans;
    assert.ok(span);
    assert.equal(turn.words, 'Saya takut\ngagal, Bu.');
    assert.equal(turn.words.slice(span.words.start, span.words.end), 'takut\ngagal');
    assert.equal(text.slice(span.passage.start, span.passage.end), 'takut\ngagal');
    assert.ok(text.slice(span.range.start, span.range.end).endsWith('#3<<}'));
    assert.deepEqual(
      span.codes.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
      [
        ['affect', '#affect'],
        ['time', '#time'],
      ],
    );
    assert.equal(span.memo, 'lihat #3');
  });

  it('is one coding over the pieces that share a sign', () => {
    const { turn } = onlyTurn(
      'RA: {==satu==}{>>#affect ^s1 memo<<} {==dua==}{>>#affect #time ^s1<<} {==tiga==}{>>#time ^s1<<} {==x==}{>>#time<<}',
    );
    assert.deepEqual(
      codingsOf(turn).map(({ code, words, memo }) => [code, turn.words.slice(words.start, words.end), memo]),
      [
        ['affect', 'satu dua', 'memo'],
        ['time', 'dua tiga', undefined],
        ['time', 'x', undefined],
      ],
    );
  });

  it('lets no comment into the words', () => {
    assert.equal(onlyTurn('RA: satu {>>memo<<}{==du{>>x<<}a==}').turn.words, 'satu dua');
  });

  it('that does not close, or that codes nothing, is told with its place', () => {
    const { turn, text } = onlyTurn('RA: {==satu {==dua==}{>>#x<<} ==} {>>#y<<} <<} {>>', '', 'akhir {==');
    assert.deepEqual(
      turn.faults.map(({ kind, range }) => [kind, text.slice(range.start, range.end), range.start]),
      [
        ['unclosed', '{==', text.indexOf('{==')],
        ['unopened', '==}', text.indexOf('==} ')],
        ['no-passage', '#y', text.indexOf('#y')],
        ['unopened', '<<}', text.indexOf('<<} {>>')],
        ['unclosed', '{>>', text.lastIndexOf('{>>')],
        ['unclosed', '{==', text.lastIndexOf('{==')],
      ],
    );
    assert.deepEqual(
      turn.spans.map(({ words }) => turn.words.slice(words.start, words.end)),
      ['dua'],
    );
  });
});

describe('a transcript', () => {
  it('tells its id, rater, recorded words and the roles of its speakers', () => {
    const head = [
      '---',
      'protocol: training',
      'kind: transcript',
      'transcript: T-1',
      'coder: AB',
      'words: sha256-0',
    ];
    const text = [
      ...head,
      'speakers: { K: konseli, "T 1": counselor, X: observer }',
      '---',
      'T 1: a',
      '',
    ].join('\n');
    const transcript = parseTranscript(readNote(text));
    assert.deepEqual([transcript.id, transcript.rater, transcript.recordedWords], ['T-1', 'AB', 'sha256-0']);
    assert.deepEqual(
      [...transcript.speakers],
      [
        ['K', 'client'],
        ['T 1', 'counselor'],
        ['X', 'observer'],
      ],
    );
    assert.equal(transcript.turns[0]?.role, 'counselor');
  });

  it('is read of any text, each range inside of it', () => {
    const bit = fc.constantFrom(
      'RA: ',
      '[0:00:01] ',
      '{==',
      '==}',
      '{>>',
      '<<}',
      '#a ',
      ' ^s1 ',
      '\\',
      '\n',
      '\r\n',
      '- ',
      'kata ',
      '<!--',
      '-->',
      '## ',
      '> ',
      '😀',
      ':',
      '[',
      ']',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 40 }), bits => {
        const text = transcriptText(bits.join(''));
        for (const turn of parseTranscript(readNote(text)).turns) {
          const { spans, codes, faults } = turn;
          for (const { range } of [turn, ...spans, ...codes, ...faults]) {
            assert.ok(
              range.start >= turn.range.start && range.end <= turn.range.end && range.start <= range.end,
            );
          }
          for (const { words } of spans)
            assert.ok(words.start <= words.end && words.end <= turn.words.length);
        }
      }),
    );
  });

  it('full of marks that do not close is read in no time', () => {
    const { turn } = within(2000, () => onlyTurn(`RA: ${'{>> {== <!-- '.repeat(20_000)}`));
    assert.equal(turn.faults.length, 40_000);
  });
});
