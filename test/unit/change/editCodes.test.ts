import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addPassageCode,
  addTurnCode,
  removePassageCode,
  removeTurnCode,
} from '../../../src/core/change/editCodes';
import { applyEdits } from '../../../src/core/text/textEdit';
import { codingsOf } from '../../../src/core/transcript/codings';
import { parseTranscript } from '../../../src/core/transcript/parseTranscript';
import type { Turn } from '../../../src/core/transcript/transcript';
import { onlyTurn, readNote } from '../transcript/transcripts';

/** The lines of the turn after its text was edited. */
function bodyOf(text: string): string {
  return text.slice(text.lastIndexOf('---\n') + 4).trimEnd();
}

function rangeOf(text: string, passage: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(passage, text.lastIndexOf('---\n'));
  assert.ok(start >= 0);
  return { start, end: start + passage.length };
}

function coded(line: string, passage: string, code: string): string {
  const { turn, text } = onlyTurn(...line.split('\n'));
  return bodyOf(applyEdits(text, addPassageCode(text, turn, rangeOf(text, passage), code).edits));
}

function uncoded(line: string, passage: string, code: string): string {
  const { turn, text } = onlyTurn(...line.split('\n'));
  return bodyOf(applyEdits(text, removePassageCode(text, turn, rangeOf(text, passage), code).edits));
}

describe('coding a turn', () => {
  it('adds the code at its end, once', () => {
    const { turn, text } = onlyTurn('RA: a', 'b #attending <!-- x -->');
    assert.equal(
      bodyOf(applyEdits(text, addTurnCode(turn, 'time').edits)),
      'RA: a\nb #attending #time <!-- x -->',
    );
    assert.deepEqual(addTurnCode(turn, 'attending').edits, []);
  });

  it('and taking the code off again leaves the turn as it was', () => {
    const { turn, text } = onlyTurn('RA: a #attending #time', '#affect');
    const without = (code: string): string =>
      bodyOf(applyEdits(text, removeTurnCode(text, turn, code).edits));
    assert.equal(without('attending'), 'RA: a #time\n#affect');
    assert.equal(without('affect'), 'RA: a #attending #time');
    assert.equal(without('none'), 'RA: a #attending #time\n#affect');
  });
});

describe('coding a passage', () => {
  it('marks it, without the blanks around it', () => {
    assert.equal(coded('RA: satu dua tiga', ' dua ', 'time'), 'RA: satu {==dua==}{>>#time<<} tiga');
  });

  it('adds the code where the same passage is coded', () => {
    assert.equal(
      coded('RA: {==dua==}{>>#time memo<<} x', 'dua', 'affect'),
      'RA: {==dua==}{>>#time #affect memo<<} x',
    );
  });

  it('changes nothing where all of it has the code, or nothing is said', () => {
    assert.equal(coded('RA: {==dua tiga==}{>>#time<<} x', 'dua', 'time'), 'RA: {==dua tiga==}{>>#time<<} x');
    assert.equal(coded('RA: dua #time', ' #time', 'affect'), 'RA: dua #time');
  });

  it('splits what overlaps at the borders and joins the pieces by a sign', () => {
    assert.equal(
      coded('RA: {==satu dua==}{>>#time memo<<} tiga', 'dua==}{>>#time memo<<} tiga', 'affect'),
      'RA: {==satu ==}{>>#time ^s1 memo<<}{==dua==}{>>#time #affect ^s1<<}{== tiga==}{>>#affect ^s1<<}',
    );
  });

  it('makes a piece in each paragraph', () => {
    assert.equal(
      coded('RA: satu dua\n\ntiga empat', 'dua\n\ntiga', 'time'),
      'RA: satu {==dua==}{>>#time ^s1<<}\n\n{==tiga==}{>>#time ^s1<<} empat',
    );
  });

  it('parts no escape and no character', () => {
    assert.equal(coded('RA: \\*a\\* b', '*a\\*', 'time'), 'RA: {==\\*a\\*==}{>>#time<<} b');
    assert.equal(coded('RA: x😀y', '\ude00', 'time'), 'RA: x{==😀==}{>>#time<<}y');
  });

  it('and taking the code off makes whole again what was split', () => {
    const split =
      'RA: {==satu ==}{>>#time ^s1 memo<<}{==dua==}{>>#time #affect ^s1<<}{== tiga==}{>>#affect ^s1<<}';
    assert.equal(uncoded(split, 'tiga', 'affect'), 'RA: {==satu dua==}{>>#time memo<<} tiga');
    assert.equal(uncoded(split, 'dua', 'time'), 'RA: {==satu ==}{>>memo<<}{==dua tiga==}{>>#affect<<}');
  });

  it('keeps the markup of a memo when the last code goes', () => {
    assert.equal(uncoded('RA: {==dua==}{>>#time memo<<} x', 'dua', 'time'), 'RA: {==dua==}{>>memo<<} x');
    assert.equal(uncoded('RA: {==dua==}{>>#time<<} x', 'dua', 'time'), 'RA: dua x');
  });

  it('never changes a word, and codes what was selected and no more', () => {
    const bit = fc.constantFrom(
      'satu ',
      'dua ',
      '\\*',
      '😀',
      'tiga\n',
      'empat ',
      '\n\n',
      '{==lima ==}{>>#time ^s1<<}',
      '{==enam==}{>>#affect memo<<}',
    );
    fc.assert(
      fc.property(
        fc.array(bit, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (bits, from, length) => {
          const { turn, text } = onlyTurn(...`RA: x ${bits.join('')}`.split('\n'));
          const body = { start: turn.head.end, end: turn.range.end };
          const start = body.start + (from % (body.end - body.start));
          const range = { start, end: Math.min(body.end, start + (length % 40)) };
          const after = applyEdits(text, addPassageCode(text, turn, range, 'attending').edits);
          const [changed] = parseTranscript(readNote(after)).turns;
          assert.ok(changed);
          assert.equal(changed.words, turn.words);
          assert.deepEqual(changed.faults, []);
          assert.deepEqual(codedLetters(changed, 'time'), codedLetters(turn, 'time'));
          assert.deepEqual(codedLetters(changed, 'affect'), codedLetters(turn, 'affect'));
          const back = applyEdits(after, removePassageCode(after, changed, changed.range, 'attending').edits);
          const [restored] = parseTranscript(readNote(back)).turns;
          assert.ok(restored);
          assert.equal(restored.words, turn.words);
          assert.deepEqual(codedLetters(restored, 'attending'), []);
          assert.deepEqual(codedLetters(restored, 'time'), codedLetters(turn, 'time'));
        },
      ),
    );
  });
});

/** The offsets of the words' letters that have a code. */
function codedLetters(turn: Turn, code: string): readonly number[] {
  const letters = new Set<number>();
  for (const coding of codingsOf(turn).filter(each => each.code === code)) {
    for (const { words } of coding.pieces) for (let at = words.start; at < words.end; at++) letters.add(at);
  }
  return [...letters].sort((a, b) => a - b);
}
