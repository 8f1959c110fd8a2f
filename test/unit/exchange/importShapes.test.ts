import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { read, said } from './importRun';

const page = readFileSync('docs/import-export.md', 'utf8');

/** The shapes of plain text that the page names, and whether the words stand below them. */
function shapes(): readonly (readonly [shape: string, isAbove: boolean])[] {
  const rows = page.slice(page.indexOf('| shape of plain text |')).split('\n\n')[0] ?? '';
  return rows
    .split('\n')
    .slice(2)
    .flatMap(row => {
      const cell = row.split(/(?<!\\)\|/)[1] ?? '';
      const isAbove = cell.includes('above the words');
      return [...cell.matchAll(/`([^`]*Name[^`]*)`/g)].map(
        match => [(match[1] ?? '').replaceAll('\\|', '|'), isAbove || !/words/.test(match[1] ?? '')] as const,
      );
    });
}

describe('the shapes of plain text that the page names', () => {
  it('are those that are read: who speaks, from when, what', () => {
    const all = shapes();
    assert.ok(all.length >= 16, `${all.length}`);
    for (const [shape, isAbove] of all) {
      const turns = [
        ['Rina Lestari', '5', 'Selamat pagi semua.'],
        ['Bima Saputra', '7', 'Pagi, Bu.'],
        ['Rina Lestari', '8', 'Silakan duduk.'],
      ] as const;
      const text = turns
        .map(([name, second, words]) => {
          const head = shape
            .replace('Name', name)
            .replace(/0:05/, `0:0${second}`)
            .replace(/0(m|')05/, `0$10${second}`)
            .replace('5.0s', `${second}.0s`)
            .replace('5 seconds', `${second} seconds`)
            .replace('--> 0:07', `--> 0:0${Number(second) + 1}`)
            .replace('words', words);
          return isAbove ? `${head}\n${words}\n` : head;
        })
        .join('\n');
      const hasTime = /0[:m']05|5(?:\.0s| seconds)/.test(shape);
      assert.deepEqual(
        said(read('a.txt', `${text}\n`)),
        turns.map(([name, second, words]) => [hasTime ? Number(second) * 1000 : undefined, name, words]),
        shape,
      );
    }
  });
});

describe('segments in JSON', () => {
  it('have times and speakers by the keys that programs give them', () => {
    for (const [speaker, start, end] of [
      ['speaker', 'start', 'end'],
      ['speakerName', 'startTime', 'endTime'],
      ['speaker_label', 'start_time', 'end_time'],
    ] as const) {
      const segment = (name: string, from: number) => ({
        [speaker]: name,
        [start]: from,
        [end]: from + 1,
        text: 'Ya.',
      });
      const { cues } = read('a.json', JSON.stringify([segment('Rina', 0.5), segment('Bima', 1.5)]));
      assert.deepEqual(
        cues.map(cue => [cue.speaker, cue.start, cue.end]),
        [
          ['Rina', 500, 1500],
          ['Bima', 1500, 2500],
        ],
      );
    }
  });
});
