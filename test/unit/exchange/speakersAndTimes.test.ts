import assert from 'node:assert/strict';
import { read } from './importRun';

/** Speaker and words of each turn. */
function turns(name: string, text: string, speakers: readonly string[] = []): readonly unknown[] {
  const transcript = read(name, text, speakers);
  assert.deepEqual(transcript.faults, []);
  return transcript.cues.filter(({ words }) => words !== '').map(({ speaker, words }) => [speaker, words]);
}

/** Lines, from 1, and keys of what a file is refused for. */
function faults(name: string, text: string): readonly (readonly [number, string])[] {
  return read(name, text).faults.map(({ line = 0, reason }) => [line + 1, reason.key.replace('import.', '')]);
}

function srt(...cues: readonly string[]): string {
  return cues.map((words, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${words}\n`).join('\n');
}

describe('captions as people keep them', () => {
  it('have numbers apart from their times, which nobody says', () => {
    const text =
      '1\n\n00:00:01,000 --> 00:00:02,000\n\nKonselor: Halo\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nKonseli: 3\n\n3\n\n00:00:05,000 --> 00:00:06,000\n\nBaik\n';
    assert.deepEqual(turns('a.srt', text), [
      ['Konselor', 'Halo'],
      ['Konseli', '3'],
      ['Konseli', 'Baik'],
    ]);
  });

  it('tell times with a faulty arrow or sign at their line, which are no words', () => {
    for (const sign of ['->', '=>', '→', '--', '-', '–>', ','])
      assert.deepEqual(
        faults('a.srt', `1\n00:00:01,000 ${sign} 00:00:02,000\nKonselor: Halo\n\n${srt('Konseli: Hai')}`),
        [[2, 'bad-time']],
        sign,
      );
    assert.deepEqual(
      faults('a.txt', '00:00:01,000 -> 00:00:02,000\nHalo\n\n00:00:03,000 -> 00:00:04,000\nHai\n'),
      [
        [1, 'bad-time'],
        [4, 'bad-time'],
      ],
    );
    assert.deepEqual(turns('a.srt', srt('Konselor: Buka jam\n10:30 - 11:00')), [
      ['Konselor', 'Buka jam\n10:30 - 11:00'],
    ]);
  });

  it('change the speaker at >>, to the one whose name stands there, else to nobody', () => {
    assert.deepEqual(
      turns('a.srt', srt('>> RINA: Halo', '>> BIMA: Hai', '>> RINA: Ya\n>> Oh.', 'lalu', '>> Baik.')),
      [
        ['RINA', 'Halo'],
        ['BIMA', 'Hai'],
        ['RINA', 'Ya'],
        [undefined, '>> Oh.'],
        [undefined, 'lalu'],
        [undefined, '>> Baik.'],
      ],
    );
  });

  it('are refused in formats that are not read, with those that are', () => {
    const styled =
      '[Script Info]\nTitle: x\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,Rina,0,0,0,,Halo\nDialogue: 0,0:00:03.00,0:00:04.00,Default,Bima,0,0,0,,Hai\n';
    const timed =
      '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><p begin="0s">Halo</p></body></tt>';
    for (const [name, text] of [
      ['a.ass', styled],
      ['a.ttml', timed],
    ] as const)
      assert.deepEqual(faults(name, text), [[1, 'not-read']]);
  });
});

describe('a name', () => {
  it('that is written in several ways is one speaker’s', () => {
    assert.deepEqual(turns('a.txt', 'KONSELOR: Halo\nKonseli: Hai\nKonselor: Ya\nKONSELI: Oh\n'), [
      ['KONSELOR', 'Halo'],
      ['Konseli', 'Hai'],
      ['KONSELOR', 'Ya'],
      ['Konseli', 'Oh'],
    ]);
  });
});
