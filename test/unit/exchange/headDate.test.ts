import assert from 'node:assert/strict';
import { headDate } from '../../../src/core/exchange/importers/headDate';
import { languageOfWords } from '../../../src/core/exchange/importers/wordsLanguage';

describe('the day that the head of a file tells', () => {
  it('is found as programs and people write it', () => {
    const heads: readonly (readonly [string, string])[] = [
      ['Senin, 9 November 2026', '2026-11-09'],
      ['Hari/tanggal: Senin, 9 November 2026', '2026-11-09'],
      ['Mon, Nov 23, 2026 10:01AM • 30:12', '2026-11-23'],
      ['Tanggal : 09/11/2026', '2026-11-09'],
      ['Sesi 2 - 9 November 2026', '2026-11-09'],
      ['Wawancara (9 November 2026)', '2026-11-09'],
      ['2026-11-09 10:00', '2026-11-09'],
    ];
    for (const [line, date] of heads) assert.equal(headDate(['Transkrip', line], 'id'), date, line);
  });

  it('is none where nothing in the head is a day', () => {
    assert.equal(headDate([], 'id'), undefined);
    assert.equal(headDate(['Sesi 2', 'Durasi: 30:12', 'Usia 16 tahun, kelas XI'], 'id'), undefined);
    const far = Array.from({ length: 40 }, () => 'kata');
    assert.equal(headDate([...far, '9 November 2026'], 'id'), undefined);
  });

  it('is the first of several', () => {
    assert.equal(headDate(['9 November 2026', 'Diketik: 12 November 2026'], 'id'), '2026-11-09');
  });
});

describe('the language of what is said', () => {
  const english = 'I have been okay, but the nights are still hard and I wake up.';
  const indonesian = 'Saya sudah tidur, tetapi di malam hari saya masih bangun karena itu.';

  it('is told by the words, whatever the speakers are called', () => {
    assert.equal(languageOfWords([{ words: english }]), 'en');
    assert.equal(languageOfWords([{ words: indonesian }]), 'id');
  });

  it('is not told by few words, nor where two languages are spoken', () => {
    assert.equal(languageOfWords([]), undefined);
    assert.equal(languageOfWords([{ words: 'the exam' }]), undefined);
    assert.equal(languageOfWords([{ words: english }, { words: indonesian }]), undefined);
  });
});
