import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesSource } from '../../../src/core/exchange/importers/containers/source';
import { type Claim, nothingImported } from '../../../src/core/exchange/importers/importedTranscript';
import { importContext, importTranscript } from '../../../src/core/exchange/importers/importTranscript';
import { lineUnaccounted } from '../../../src/core/exchange/importers/wordAccount';
import { runToEnd } from '../../../src/core/steps';
import { fourStage, readBack, request } from './importRun';

const context = importContext(fourStage(), []);
const cue = (words: string) => ({ start: undefined, end: undefined, speaker: undefined, words });

function account(text: string, words: readonly string[], claims: readonly Claim[] = []): number | undefined {
  return runToEnd(
    lineUnaccounted(linesSource(text), { ...nothingImported, cues: words.map(cue), claims }, context),
  );
}

describe('the account of words', () => {
  const text = 'Rina: Pagi semua.\nBima: Ya.';
  const heads: readonly Claim[] = [
    { piece: 0, text: 'Rina:', as: 'speaker' },
    { piece: 1, text: 'Bima:', as: 'speaker' },
  ];

  it('is even where each word is said or claimed, once and in order', () => {
    assert.equal(account(text, ['Pagi semua.', 'Ya.'], heads), undefined);
  });

  it('tells the line where a word is lost, said twice, glued, parted or out of order', () => {
    assert.equal(account(text, ['Pagi.', 'Ya.'], heads), 0);
    assert.equal(account(text, ['Pagi semua.', 'Ya. Ya.'], heads), 1);
    assert.equal(account(text, ['Pagisemua.', 'Ya.'], heads), 0);
    assert.equal(account(text, ['Pagi se mua.', 'Ya.'], heads), 0);
    assert.equal(account(text, ['Ya.', 'Pagi semua.'], heads), 0);
  });

  it('takes no claim on what does not stand there, or on the same stretch twice', () => {
    assert.equal(
      account(text, ['Pagi semua.', 'Ya.'], [...heads, { piece: 1, text: 'Tono', as: 'time' }]),
      1,
    );
    const twice = [...heads, { piece: 0, text: 'Rina: Pagi', as: 'time' } as const];
    assert.equal(account(text, ['semua.', 'Ya.'], twice), 0);
  });

  it('takes no sentence that comes once for a name', () => {
    const claims: readonly Claim[] = [{ piece: 0, text: 'Saya sudah lama ingin', as: 'speaker' }];
    assert.equal(account('Saya sudah lama ingin\nbercerita.', ['bercerita.'], claims), 0);
  });
});

/** Words that come once each, so that it can be seen where each of them went. */
const said = fc.array(fc.constantFrom(...'kata pagi lalu takut gagal rumah hujan kelas'.split(' ')), {
  minLength: 1,
  maxLength: 6,
});
const noise = fc.constantFrom(
  '',
  '(diam) ',
  '[tertawa] ',
  '— ',
  '12 ',
  '“ya” ',
  'a:b ',
  '10:30 ',
  '# ',
  '-> ',
);
const turn = fc.record({
  speaker: fc.nat({ max: 2 }),
  lines: fc.array(fc.tuple(noise, said), { minLength: 1, maxLength: 3 }),
});
const names = ['Konselor', 'Bima S.', 'Lestari, Rina'];

/** A transcript in each of several shapes; `at` is the number of the turn. */
const shapes: Readonly<Record<string, (name: string, words: string, at: number) => string>> = {
  'label.txt': (name, words) => `${name}: ${words}\n`,
  'padded.txt': (name, words) => `${name}    : ${words}\n\n`,
  'head.txt': (name, words, at) => `${name}  ${at}:05\n${words}\n\n`,
  'rev.txt': (name, words, at) => `${name} (00:${10 + at}):\n${words}\n\n`,
  'timed.txt': (name, words, at) => `[0:${10 + at}:00] ${name}: ${words}\n`,
  'f4.txt': (name, words, at) => `${name}: ${words} #00:00:${10 + at}-5#\n`,
  'a.vtt': (name, words, at) =>
    `${at === 0 ? 'WEBVTT\n\n' : ''}00:${10 + at}.000 --> 00:${11 + at}.000\n${name}: ${words}\n\n`,
  'voices.vtt': (name, words, at) =>
    `${at === 0 ? 'WEBVTT\n\n' : ''}${at}\n00:${10 + at}.000 --> 00:${11 + at}.000\n<v ${name}>${words}</v>\n\n`,
  'a.srt': (name, words, at) =>
    `${at + 1}\n00:00:${10 + at},000 --> 00:00:${11 + at},000\n${name}: ${words}\n`,
  'a.csv': (name, words, at) =>
    `${at === 0 ? 'speaker,text\n' : ''}"${name}","${words.replaceAll('"', '""')}"\n`,
  'a.cha': (name, words, at) =>
    `${at === 0 ? '@UTF8\n@Begin\n' : ''}*${name.slice(0, 3).toUpperCase()}:\t${words.replaceAll('\n', '\n\t')}\n`,
};

describe('the words of a file of any shape', () => {
  for (const [name, shape] of Object.entries(shapes))
    it(`are all in the transcript, or the line is told: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(turn, { minLength: 2, maxLength: 8 }), turns => {
          const words = turns.map(({ lines }) =>
            lines.map(([before, after]) => before + after.join(' ')).join('\n'),
          );
          const text = turns
            .map(({ speaker }, at) => shape(names[speaker] ?? '', words[at] ?? '', at))
            .join('');
          const result = importTranscript(name, text, request());
          if (result.kind === 'fault') return result.remarks.length > 0;
          const given = turns.flatMap(({ lines }) => lines.flatMap(([, each]) => each)).join(' ');
          return onlyWords(result.text) === given;
        }),
        { numRuns: 60 },
      );
    });

  it('are nobody’s where it cannot be told whose they are, if that is wished, and counted in the front matter', () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\nKonselor: Pagi.\n\n00:0x.000 --> 00:04.000\nhilang\n';
    assert.equal(importTranscript('a.vtt', text, request()).kind, 'fault');
    const result = importTranscript('a.vtt', text, request({ lenient: true, nobodyIn: () => 'Nobody' }));
    assert.ok(result.kind === 'transcript');
    assert.match(result.text, /\nunassigned: 1\n/);
    assert.deepEqual(
      readBack(result.text).turns.map(({ speaker, words }) => [speaker, words]),
      [
        ['Konselor', 'Pagi.'],
        ['Nobody', 'hilang'],
      ],
    );
  });
});

/** The words of a transcript, without what the shapes put between them. */
function onlyWords(text: string): string {
  const body = text.slice(text.indexOf('\n---\n', 4) + 5);
  const all = body.match(/\p{L}+/gu) ?? [];
  return all.filter(word => /^(?:kata|pagi|lalu|takut|gagal|rumah|hujan|kelas)$/.test(word)).join(' ');
}
