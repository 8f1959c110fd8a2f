import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { Cue, ImportedTranscript } from '../../../src/core/exchange/importers/importedTranscript';
import { nothingImported } from '../../../src/core/exchange/importers/importedTranscript';
import { importTranscript, writeImported } from '../../../src/core/exchange/importers/importTranscript';
import { runToEnd } from '../../../src/core/steps';
import { wordsHash } from '../../../src/core/transcript/wordsHash';
import { processorTime } from '../processorTime';
import { imported, read, readBack, request } from './importRun';

/** Lines without blanks at their ends and without blank ones, as Markdown keeps them. */
function lines(words: string): string {
  return words
    .split(/\r\n?|\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n');
}

/** What would be markup of Markdown or of transcripts, if it were not words. */
const tricky = fc.constantFrom(
  ...[
    '{==',
    '==}',
    '{>>',
    '<<}',
    '#code',
    ' #code',
    '#',
    '**',
    '*',
    '_',
    '`',
    '~~~',
    '```',
    '---',
    '===',
    '<!--',
  ],
  ...[
    '-->',
    '<b>',
    '&amp;',
    '&#65;',
    '\\',
    '\\#',
    '[x]',
    '[0:05]',
    '](a)',
    '$x$',
    '1. ',
    '2) ',
    '- ',
    '+ ',
    '> ',
  ],
  ...[
    'Konselor:',
    'Klien :',
    '**Konseli:**',
    'Jam 17: 30',
    'Catatan:',
    '|',
    '{#id}',
    '^s1',
    ':',
    '😔',
    'é',
    ' ',
  ],
  ...[
    '\u00a0',
    '  ',
    '\t',
    '    ',
    '\n',
    '\n\n',
    '\r\n',
    '\u2028',
    'kata',
    'ya.',
    '"',
    '“…”',
    '# Judul',
    '---\nprotocol:',
  ],
);
const words = fc.oneof(
  fc.array(tricky, { minLength: 1, maxLength: 8 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }).map(text => text.replaceAll('\0', '')),
);
const cue = fc.record({
  start: fc.option(fc.integer({ min: 0, max: 40_000_000 }), { nil: undefined }),
  end: fc.option(fc.integer({ min: 0, max: 40_000_000 }), { nil: undefined }),
  speaker: fc.option(fc.constantFrom('Konselor', 'K', 'Rina S.', 'a:b', '*x*', ' '), { nil: undefined }),
  words,
});
const transcript = fc
  .record({
    cues: fc.array(cue, { minLength: 1, maxLength: 6 }),
    preamble: fc.array(words, { maxLength: 2 }),
  })
  .map(({ cues, preamble }): ImportedTranscript => ({ ...nothingImported, cues, preamble }));

function written(given: ImportedTranscript, own: Parameters<typeof request>[0] = {}): string {
  const result = runToEnd(writeImported('a.txt', given, request(own)));
  assert.equal(result.kind, 'transcript', 'It was refused.');
  return result.kind === 'transcript' ? result.text : '';
}

const hasVoice = ({ speaker, start }: Cue): boolean => speaker !== undefined || start !== undefined;

describe('the words of an imported transcript', () => {
  for (const name of readdirSync('test/fixtures/transcripts').filter(file =>
    /\.(vtt|srt|cha|eaf|txt|md)$/.test(file),
  )) {
    it(`are those of ${name}, and the hash is that of what is written`, () => {
      const { text } = imported(name);
      const transcript = readBack(text);
      assert.deepEqual(
        transcript.turns.map(turn => turn.words),
        read(name).cues.map(each => lines(each.words)),
      );
      assert.equal(transcript.recordedWords, wordsHash(transcript));
    });
  }

  it('are the same when they are read again, whatever they are', () => {
    fc.assert(
      fc.property(transcript, fc.boolean(), (given, keepNames) => {
        const { turns } = readBack(written(given, { keepNames }));
        const out = turns.map(turn => lines(turn.words)).join('\n');
        const spoken = given.cues.slice(given.cues.findIndex(hasVoice));
        const expected = given.cues.some(hasVoice) ? spoken.map(each => lines(each.words)) : [];
        assert.equal(out, expected.filter(text => text !== '').join('\n'));
        assert.ok(turns.every(turn => turn.codes.length === 0 && turn.spans.length === 0));
      }),
      { numRuns: 500 },
    );
  });

  it('are the same when the cues of one speaker are joined, with the first time and the last', () => {
    const { turns } = readBack(imported('zoom.vtt', { join: true }).text);
    assert.deepEqual(
      turns.map(({ start, end, words }) => [start, end, words]),
      [
        [3120, 7440, 'Selamat siang. Terima kasih sudah datang lagi.'],
        [8000, 19050, 'Siang, Bu. Tadi hampir tidak jadi.\nJam 10:15 saya masih di kelas, lalu: hujan.'],
        [19400, 21000, 'Catatan: kita punya 40 menit.'],
      ],
    );
  });

  it('are read, told to be nobody’s, or refused with a line and a reason, whatever the bytes of a file are', () => {
    const names = ['a.vtt', 'a.srt', 'a.cha', 'a.eaf', 'a.txt', 'a.md'];
    const part = fc.oneof(
      tricky,
      fc.constantFrom('WEBVTT\n', '1\n', '00:01.000 --> 00:02.000\n', '*A:\t', '| a | b |\n|---|---|\n'),
    );
    const text = fc.array(part, { maxLength: 30 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...names), text, (name, content) => {
        const result = importTranscript(name, content, request());
        if (result.kind === 'fault') return result.remarks.length > 0;
        const isTold = result.remarks.some(({ reason }) => reason.key === 'import.nobody-speaks');
        return isTold || readBack(result.text).turns.length > 0;
      }),
      { numRuns: 500 },
    );
  });

  it('take a time that grows with their number', () => {
    const of = (count: number): number => {
      const text = Array.from(
        { length: count },
        (_, at) => `${at % 2 ? 'Konselor' : 'Konseli'}: kata ${at}\n`,
      ).join('');
      return processorTime(() => imported('long.txt', {}, text));
    };
    of(200);
    const [small, large] = [of(1000), of(8000)];
    assert.ok(large < small * 40 + 500, `${small} ms for 1,000 turns, ${large} ms for 8,000`);
  });
});
