import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConfig } from '../../../src/core/config/config';
import type { Note, SectionRegion } from '../../../src/core/note/note';
import { validateNote } from '../../../src/core/validate/validateNote';
import { readNote, transcriptText } from '../transcript/transcripts';
import { markdownText } from './markdownTexts';

const turn = 'RA: Waktu itu saya salah sebut satu kata, lalu ada yang tertawa.';
const few = turns(3);
/** With these, a text is longer than 64 KiB. */
const many = turns(1100);

const heading = fc.constantFrom('## Opening', 'Opening\n---', '  ## Working', ' Working\n ====', '\tOpening');
const said = fc.constantFrom('RA: satu #time', 'Working', '**Opening**', 'RA: {==dua', 'lain');
const stretch = fc.oneof(heading, said, markdownText);
const body = fc
  .tuple(fc.array(stretch, { maxLength: 6 }), fc.constantFrom('\n', '\n\n'))
  .map(([stretches, between]) => stretches.join(between));

describe('a transcript', () => {
  it('misses no heading where a title is only said, and one that is misspelt', () => {
    const missed = (...lines: readonly string[]): readonly string[] => {
      const { nearMisses, outline } = readNote(transcriptText('', ...lines));
      return nearMisses.map(({ range }) => outline.text.slice(range.start, range.end));
    };
    assert.deepEqual(missed('Working', '', '[0:00:01] Opening', '', 'RA: Working', '', '**Opening**'), []);
    assert.deepEqual(missed('## Workin', '', 'RA: Working'), ['Workin']);
  });
});

describe('a transcript of any length', () => {
  it('is read alike, however many turns follow', () => {
    assert.ok(many.length > 64 * 1024);
    fc.assert(
      fc.property(body, fc.boolean(), (text, isWindows) => {
        const read = (followed: string): unknown => {
          const whole = transcriptText('', text, '', followed);
          return told(readNote(isWindows ? whole.replace(/(?<!\r)\n/g, '\r\n') : whole));
        };
        assert.deepEqual(read(many), read(few));
      }),
      { numRuns: 150 },
    );
  });
});

function turns(count: number): string {
  return Array.from({ length: count }, () => turn).join('\n\n');
}

/** What a note is read as, less the turns at its end and where it ends. */
function told(note: Note): unknown {
  const { blocks, text } = note.outline;
  const own = text.indexOf(turn);
  return {
    blocks: blocks.filter(({ range }) => range.end < own),
    stages: note.stages.map(({ sections, ownBlocks, ...stage }) => ({
      ...beginning({ ...stage, blocks: ownBlocks.flatMap(blocks => [...blocks]) }, own),
      sections: sections.map(section => beginning(section, own)),
    })),
    nearMisses: note.nearMisses,
    language: note.language,
    problems: validateNote(note, defaultConfig).map(({ rule, range: { start } }) => `${rule} ${start}`),
  };
}

/** A region without where it ends, with what stands in it before `own`. */
function beginning(
  { body, lines, blocks, ...rest }: Pick<SectionRegion, 'body' | 'lines' | 'mark' | 'blocks'>,
  own: number,
): object {
  const before = [...blocks].filter(({ range }) => range.end < own);
  return { ...rest, start: body.start, first: lines.first, blocks: before };
}
