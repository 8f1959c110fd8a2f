import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Change } from '../../../src/core/change/change';
import { correctLike, correctTurn } from '../../../src/core/change/correctWords';
import { wordsIn } from '../../../src/core/change/turnWords';
import type { Note } from '../../../src/core/note/note';
import { applyEdits } from '../../../src/core/text/textEdit';
import { type WordChange, withWordChanges, wordChanges } from '../../../src/core/text/wordChanges';
import { codingsOf } from '../../../src/core/transcript/codings';
import { parseTranscript } from '../../../src/core/transcript/parseTranscript';
import { wordsHash } from '../../../src/core/transcript/wordsHash';
import { readNote } from '../transcript/transcripts';

const date = '2026-11-29';

function copy(...turns: readonly string[]): string {
  const front = ['---', 'protocol: training', 'kind: transcript', 'client: K-014', 'transcript: t-1'];
  const speakers = ['speakers: { RA: counselor, K-014: client }', '---', ''];
  return [...front, ...speakers, ...turns.flatMap(turn => [turn, ''])].join('\n');
}

/** With the hash of its words, as an import records it. */
function recorded(text: string): string {
  const hash = wordsHash(parseTranscript(readNote(text)));
  return text.replace('transcript: t-1', `transcript: t-1\nwords: ${hash}`);
}

function textAfter(note: Note, change: Change): string {
  assert.ok(change.kind === 'edits', change.kind === 'refused' ? change.reason.key : '');
  return applyEdits(note.outline.text, change.edits);
}

/** Corrects a turn of a copy as it was seen in it. */
function corrected(text: string, turn: number, change: WordChange): string {
  const note = readNote(text);
  return textAfter(note, correctTurn(note, parseTranscript(note), { turn, changes: [change] }, date));
}

function reasonOf(change: Change): string {
  return change.kind === 'refused' ? change.reason.key : 'none';
}

/** Each coding of a turn with what it lies on. */
function codedWords(text: string, turn = 0): readonly (readonly [string, string])[] {
  const read = parseTranscript(readNote(text)).turns[turn];
  assert.ok(read);
  return codingsOf(read).map(({ code, words }) => [code, read.words.slice(words.start, words.end)] as const);
}

const affect = '**K-014:** Saya takut {==gagal lagi==}{>>#affect berat<<} di sana #time';

describe('a mis-heard word of a transcript', () => {
  it('is corrected where it stands, and codes, memos and what lies behind it stay', () => {
    const after = corrected(copy(affect), 0, { from: 1, to: 2, words: ['kalut'] });
    assert.ok(after.includes('**K-014:** Saya kalut {==gagal lagi==}{>>#affect berat<<} di sana #time\n'));
  });

  it('is noted in the front matter by turn and date, without the word', () => {
    const first = corrected(copy(affect), 0, { from: 1, to: 2, words: ['kalut'] });
    assert.match(first, /\ncorrections: \[turn 1 on 2026-11-29\]\n/);
    const second = corrected(first, 0, { from: 0, to: 1, words: ['Aku'] });
    assert.match(second, /\ncorrections: \[turn 1 on 2026-11-29, turn 1 on 2026-11-29\]\n/);
  });

  it('has the hash of the words renewed where that was true, and left where it was not', () => {
    const change = { from: 1, to: 2, words: ['kalut'] };
    const true_ = corrected(recorded(copy(affect)), 0, change);
    const { recordedWords } = parseTranscript(readNote(true_));
    assert.equal(recordedWords, wordsHash(parseTranscript(readNote(true_))));
    const changed = recorded(copy(affect)).replace('di sana', 'di sini');
    const before = parseTranscript(readNote(changed)).recordedWords;
    assert.equal(parseTranscript(readNote(corrected(changed, 0, change))).recordedWords, before);
  });

  it('of a coded passage stays coded, whatever comes in its place', () => {
    const one = corrected(copy(affect), 0, { from: 2, to: 3, words: ['gugup', 'sekali'] });
    assert.deepEqual(codedWords(one), [['affect', 'gugup sekali lagi']]);
    const over = corrected(copy(affect), 0, { from: 1, to: 3, words: ['bertakut-takut'] });
    assert.deepEqual(codedWords(over), [['affect', 'bertakut-takut lagi']]);
  });

  it('is put in beside a passage, not into it', () => {
    const before = corrected(copy(affect), 0, { from: 2, to: 2, words: ['akan'] });
    const behind = corrected(copy(affect), 0, { from: 4, to: 4, words: ['nanti'] });
    assert.deepEqual(
      [before, behind].map(text => codedWords(text)),
      [[['affect', 'gagal lagi']], [['affect', 'gagal lagi']]],
    );
    assert.ok(before.includes('takut akan {==gagal lagi==}'), before);
    assert.ok(behind.includes('<<} nanti di sana #time'), behind);
  });

  it('that is none is taken out, but not with all that a coding lies on', () => {
    const without = corrected(copy(affect), 0, { from: 0, to: 1, words: [] });
    assert.ok(without.includes('**K-014:** takut {=='), without);
    const change = { from: 1, to: 2, words: [] };
    const lone = readNote(copy('**K-014:** Saya {==gagal==}{>>#affect<<} lagi'));
    const lost = correctTurn(lone, parseTranscript(lone), { turn: 0, changes: [change] }, date);
    assert.equal(reasonOf(lost), 'correct.would-read-otherwise');
  });

  it('never becomes a code, a memo or markup', () => {
    for (const word of ['#time', '{>>#affect<<}', '*a*', '\\', '<!--', '{==x==}']) {
      const text = corrected(copy('**RA:** Saya dengar itu'), 0, { from: 2, to: 3, words: [word] });
      const [turn] = parseTranscript(readNote(text)).turns;
      assert.deepEqual([turn && wordsIn(turn), turn?.codes, turn?.spans], [['Saya', 'dengar', word], [], []]);
    }
  });

  it('never becomes another speaker', () => {
    const note = readNote(copy('**RA:** Saya', 'dengar itu'));
    const change = { from: 1, to: 2, words: ['K-014:'] };
    const outcome = correctTurn(note, parseTranscript(note), { turn: 0, changes: [change] }, date);
    if (outcome.kind === 'refused') return;
    const after = parseTranscript(readNote(textAfter(note, outcome)));
    assert.deepEqual(after.turns.map(wordsIn), [['Saya', 'K-014:', 'itu']]);
  });

  it('is corrected in a copy that says the same, with other codes', () => {
    const seen = parseTranscript(readNote(copy(affect)));
    const other = readNote(
      copy('**Konseli:** Saya {==takut gagal==}{>>#time<<} lagi', 'di sana').replace(
        'K-014: client',
        'Konseli: client',
      ),
    );
    const correction = { turn: 0, changes: [{ from: 2, to: 3, words: ['gugup'] }] };
    const after = textAfter(other, correctTurn(other, seen, correction, date));
    assert.deepEqual(codedWords(after), [['time', 'takut gugup']]);
  });

  it('leaves every coding with what the project that it comes from calls it', () => {
    const guid = '11111111-2222-4333-8444-555555555555';
    const comment = `<!-- session-notes codings of -\n1 11-21 affect ${guid} -\n1 - time ${guid} -\n-->\n`;
    const after = corrected(copy(affect, comment), 0, { from: 1, to: 2, words: ['sangat', 'kalut'] });
    const moved = comment.replace('11-21', '18-28');
    assert.ok(after.includes(moved), after);
  });

  it('is refused with the line where a copy says something else there', () => {
    const seen = parseTranscript(readNote(copy(affect)));
    const correction = { turn: 0, changes: [{ from: 2, to: 3, words: ['gugup'] }] };
    const other = readNote(copy('**K-014:** Saya takut lapar lagi di sana'));
    const outcome = correctTurn(other, seen, correction, date);
    assert.deepEqual(outcome, {
      kind: 'refused',
      reason: { key: 'correct.other-words', args: { line: 9 } },
    });
    const more = readNote(copy(affect, '**RA:** Ya.'));
    assert.equal(reasonOf(correctTurn(more, seen, correction, date)), 'correct.other-turns');
  });
});

describe('a copy that is given the words of another', () => {
  const source = parseTranscript(
    readNote(copy('**RA:** Apa kabar hari ini?', '**K-014:** Saya kalut gugup lagi di sana')),
  );

  it('has them, its own codings on them, and the hash of them', () => {
    const note = readNote(recorded(copy('**RA:** Apa kabar {==hari==}{>>#time<<} ini?', affect)));
    const { change, turns } = correctLike(note, source, date);
    const after = textAfter(note, change);
    const read = parseTranscript(readNote(after));
    assert.equal(turns, 1);
    assert.deepEqual(read.turns.map(wordsIn), source.turns.map(wordsIn));
    assert.equal(read.recordedWords, wordsHash(source));
    assert.deepEqual(codedWords(after, 1), [['affect', 'gugup lagi']]);
    assert.match(after, /\ncorrections: \[turn 2 on 2026-11-29\]\n/);
  });

  it('is left as it is where it has them', () => {
    const note = readNote(
      copy('**RA:** Apa kabar hari ini?', '**K-014:** Saya kalut gugup lagi di sana #time'),
    );
    assert.deepEqual(correctLike(note, source, date), { change: { kind: 'edits', edits: [] }, turns: 0 });
  });

  it('is refused where it is of another transcript, or another speaks', () => {
    const other = readNote(copy(affect).replace('t-1', 't-2'));
    assert.equal(reasonOf(correctLike(other, source, date).change), 'correct.other-transcript');
    const turned = readNote(copy('**K-014:** Apa kabar hari ini?', affect));
    assert.deepEqual(correctLike(turned, source, date).change, {
      kind: 'refused',
      reason: { key: 'correct.other-speaker', args: { line: 9 } },
    });
  });

  it('is refused with the line where words come over the border of two passages', () => {
    const note = readNote(
      copy(
        '**RA:** Apa kabar hari ini?',
        '**K-014:** Saya {==takut==}{>>#affect<<} {==gagal==}{>>#time<<} lagi di sana',
      ),
    );
    const wanted = parseTranscript(
      readNote(copy('**RA:** Apa kabar hari ini?', '**K-014:** Saya bertakut-takut lagi di sana')),
    );
    assert.deepEqual(correctLike(note, wanted, date).change, {
      kind: 'refused',
      reason: { key: 'correct.two-passages', args: { line: 11 } },
    });
  });

  it('comes to its words, whatever these are, with every code and memo, or is refused', () => {
    const word = fc.constantFrom(
      'a',
      'b',
      'c',
      'ya',
      '#time',
      '*d*',
      'RA:',
      '{==',
      '-',
      '1.',
      '(0:03)',
      '\\e',
    );
    const said = fc.array(word, { minLength: 1, maxLength: 8 });
    const lines = fc.constantFrom(
      '**RA:** a {==b c==}{>>#affect memo<<} ya #time',
      '**RA:** {==a==}{>>#affect #time^s1<<}{== b==}{>>#time ^s1<<} c\nya',
      '**RA:** a\nb c {==ya==}{>>m<<}',
      '**RA:** a \\#time b\\* c <!-- d --> e #affect #time',
      '**RA:**',
    );
    fc.assert(
      fc.property(lines, said, (line, words) => {
        const note = readNote(copy(line, '**K-014:** Ya.'));
        const before = parseTranscript(note);
        const [turn] = before.turns;
        assert.ok(turn);
        const changes = wordChanges(wordsIn(turn), words);
        assert.deepEqual(withWordChanges(wordsIn(turn), changes), words);
        const outcome = correctTurn(note, before, { turn: 0, changes }, date);
        if (outcome.kind === 'refused') return;
        const after = parseTranscript(readNote(textAfter(note, outcome)));
        assert.deepEqual(after.turns.map(wordsIn), [words, ['Ya.']]);
        const [now] = after.turns;
        assert.deepEqual(
          now?.codes.map(({ code }) => code),
          turn.codes.map(({ code }) => code),
        );
        assert.deepEqual(
          now?.spans.map(({ codes, memo }) => [codes.map(({ code }) => code), memo]),
          turn.spans.map(({ codes, memo }) => [codes.map(({ code }) => code), memo]),
        );
      }),
      { numRuns: 300 },
    );
  });
});
