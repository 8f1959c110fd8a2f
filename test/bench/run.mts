import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '../../scripts/yamlReader.cjs';
import { timeChangedNote } from './changedNote';
import { timeKeystroke } from './keystroke';
import { timeTranscript } from './longTranscript';
import { freeNoteText, makeNotes } from './noteMaker';
import { printTable } from './table';
import { compareWithMarkdownlint, timeWorkspace } from './wholeWorkspace';

/** `npm run bench`: figures are ratios within this one run; absolute times are this machine's. */

const { values } = parseArgs({ options: { notes: { type: 'string', default: '10000' } } });
const count = Number(values.notes);
const noteSize = 6300;
const compared = 1000;

if (!existsSync('dist/npm/cli.js')) throw new Error('Build first: npm run build -- --minify');
const folder = mkdtempSync(join(tmpdir(), 'session-notes-bench-'));
try {
  const small = join(folder, 'small');
  const large = join(folder, 'large');
  const smallPaths = makeNotes(small, compared, noteSize);
  const largePaths = makeNotes(large, count, noteSize);
  printTable('Beside markdownlint-cli2', compareWithMarkdownlint(small, smallPaths));
  const few = timeWorkspace(small, smallPaths);
  const all = timeWorkspace(large, largePaths);
  printTable(`A whole workspace of ${count} notes`, [
    { what: 'read and decode every file', value: all.read, unit: 'ms' },
    { what: 'session-notes check', value: all.check, unit: 'ms' },
    {
      what: 'check takes so many times as long as reading',
      value: all.check / all.read,
      unit: '×',
      bar: 'within 8',
    },
    { what: 'peak memory of check', value: all.peak, unit: 'MB', bar: 'under 300' },
    {
      what: `growth from ${compared} to ${count} notes, per note`,
      value: all.check / few.check / (count / compared),
      unit: '×',
      bar: 'linear: 1',
    },
  ]);
  const free = join(folder, 'free');
  const written = timeWorkspace(free, makeNotes(free, compared, noteSize, freeNoteText));
  printTable(`A workspace of ${compared} notes as people write them`, [
    { what: 'read and decode every file', value: written.read, unit: 'ms' },
    { what: 'session-notes check', value: written.check, unit: 'ms' },
    {
      what: 'check takes so many times as long as with the titles of the format',
      value: written.check / few.check,
      unit: '×',
    },
  ]);
  printTable('A keystroke', await timeKeystroke());
  printTable('A transcript of 1,000 turns', timeTranscript(1000));
  printTable('A transcript of 100,000 turns', timeTranscript(100_000));
  printTable('One changed note', await timeChangedNote());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
