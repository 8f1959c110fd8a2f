import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '../../scripts/yamlReader.cjs';
import { timeChangedNote } from './changedNote';
import { type CorpusName, makeCorpus } from './corpora';
import { timeKeystroke } from './keystroke';
import { timeLargeInputs } from './largeInputs';
import { timeTranscript } from './longTranscript';
import { printTable, type Row } from './table';
import { compareWithMarkdownlint, timeWorkspace } from './wholeWorkspace';

/**
 * `npm run bench [-- --notes 10000 --runs 3 --only check --json]`: figures are ratios within this one run; absolute times
 * are this machine's.
 */

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const count = Number(values.notes);
const runs = Number(values.runs);
const corpora: readonly CorpusName[] = ['complete', 'poor', 'free'];
const tables: { title: string; rows: readonly Row[] }[] = [];

if (!existsSync('dist/npm/cli.js')) throw new Error('Build first: npm run build -- --minify');
const folder = mkdtempSync(join(tmpdir(), 'session-notes-bench-'));
const empty = join(folder, 'empty');
mkdirSync(empty);
try {
  for (const corpus of corpora)
    await add(`check of a ${corpus} corpus of ${count} notes`, () => checkRows(corpus));
  await add(`goals of one client among ${2 * count} notes`, goalRows);
  await add('Beside markdownlint-cli2', () => {
    const compared = join(folder, 'compared');
    makeCorpus(compared, count, 'complete');
    return compareWithMarkdownlint(compared, count, runs);
  });
  await add('Texts of 1 MB', timeLargeInputs);
  await add('A keystroke', timeKeystroke);
  await add('A transcript of 1,000 turns', () => timeTranscript(1000));
  await add('A transcript of 100,000 turns', () => timeTranscript(100_000));
  await add('One changed note', timeChangedNote);
  if (tables.length === 0) throw new Error(`No measure has "${values.only}" in its title.`);
  if (values.json) console.log(JSON.stringify(tables, undefined, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function add(title: string, make: () => readonly Row[] | Promise<readonly Row[]>): Promise<void> {
  if (values.only !== undefined && !title.includes(values.only)) return;
  const rows = await make();
  tables.push({ title, rows });
  if (!values.json) printTable(title, rows);
}

function checkRows(corpus: CorpusName): readonly Row[] {
  const [large, small] = [join(folder, corpus), join(folder, `${corpus}-few`)];
  const command = ['check', '--format', 'json'];
  makeCorpus(large, count, corpus);
  makeCorpus(small, count / 10, corpus);
  const all = timeWorkspace(command, large, empty, runs);
  const few = timeWorkspace(command, small, empty, runs);
  return [
    { what: 'read and decode every file', value: all.read, unit: 'ms' },
    { what: 'check, without its start', value: all.check, unit: 'ms' },
    { what: 'so many times as long', value: all.check / all.read, unit: '×', bar: 'within 8' },
    { what: 'with what compiles and collects garbage beside', value: all.all / all.read, unit: '×' },
    { what: 'peak memory', value: all.peak, unit: 'MB', bar: 'under 300' },
    {
      what: 'more memory for each note than with a tenth of them',
      value: ((all.peak - few.peak) * 1024) / (count - count / 10),
      unit: 'KB',
      bar: 'under 3',
    },
  ];
}

function goalRows(): readonly Row[] {
  const large = join(folder, 'goals');
  makeCorpus(large, 2 * count, 'complete');
  const { read, check } = timeWorkspace(['goals', '--client', 'K-3'], large, empty, runs);
  return [
    { what: 'read and decode every file', value: read, unit: 'ms' },
    { what: 'goals --client, without its start', value: check, unit: 'ms' },
    { what: 'so many times as long', value: check / read, unit: '×', bar: 'within 3' },
  ];
}
