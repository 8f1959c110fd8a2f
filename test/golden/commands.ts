import { createHash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeNotes } from '../bench/noteMaker';
import { folderWith, sessionNotes } from '../unit/cli/commandRun';

/**
 * What the command line puts out over everything that the repository has: examples, fixtures and the notes of the
 * benchmarks. `npm run golden` records it in `test/golden/`; a unit test compares it byte for byte.
 */

/** A command and the corpus that it is run on. */
export interface GoldenRun {
  /** The file in `test/golden/outputs/` that holds what it puts out. */
  readonly name: string;
  readonly corpus: string;
  readonly args: readonly string[];
}

/** How many notes of the benchmarks are read. */
const benchNotes = 400;
const benchNoteSize = 6300;

const corpora: Readonly<Record<string, string>> = {
  examples: 'examples',
  notes: 'test/fixtures/notes',
  builtins: 'test/fixtures/builtins',
  coded: 'test/fixtures/transcripts/coded',
  agreement: 'test/fixtures/transcripts/agreement',
};

const ofNotes: Readonly<Record<string, readonly string[]>> = {
  'check.json': ['check', '--format', 'json', '--language', 'en'],
  'check.id.txt': ['check', '--format', 'text', '--language', 'id'],
  'check.sarif': ['check', '--format', 'sarif', '--language', 'en'],
  'goals.json': ['goals', '--status', 'all', '--format', 'json', '--language', 'en'],
  'goals.csv': ['goals', '--status', 'all', '--format', 'csv', '--language', 'en'],
  'goals.fhir.json': ['goals', '--status', 'all', '--format', 'fhir', '--language', 'en'],
  'protocols.json': ['protocols', '--format', 'json', '--language', 'en'],
};

const ofTranscripts: Readonly<Record<string, readonly string[]>> = {
  'agree.json': ['agree', '--format', 'json', '--language', 'en'],
  'agree.csv': ['agree', '--format', 'csv', '--language', 'en'],
  'agree.stage.txt': ['agree', '--on', 'stage', '--language', 'en'],
  'agree.character.json': ['agree', '--unit', 'character', '--uncoded', 'value', '--format', 'json'],
  'export.csv': ['export', '.', '--to', 'csv', '--language', 'en'],
  'export.jsonl': ['export', '.', '--to', 'jsonl', '--language', 'en'],
  'passages.md': ['passages', '--code', 'trust,empathy', '--language', 'en'],
  'passages.csv': ['passages', '--code', 'trust,empathy', '--format', 'csv', '--language', 'id'],
  'export.qdc': ['export', '.', '--to', 'qdc', '--language', 'en'],
};

const transcriptCorpora: readonly string[] = ['examples', 'coded', 'agreement', 'raters'];

/** Every run. */
export function goldenRuns(): readonly GoldenRun[] {
  return [...Object.keys(corpora), 'raters', 'practice', 'bench'].flatMap(corpus => {
    const commands = transcriptCorpora.includes(corpus) ? { ...ofNotes, ...ofTranscripts } : ofNotes;
    return Object.entries(commands).map(([kind, args]) => ({ name: `${corpus}.${kind}`, corpus, args }));
  });
}

/** Makes the folder of each corpus, to be removed by `removeFolders`. */
export function makeCorpora(): ReadonlyMap<string, string> {
  const folders = { ...copies(), raters: ratersFolder(), practice: practiceFolder(), bench: benchFolder() };
  return new Map(Object.entries(folders));
}

/** From this length on, in UTF-16 code units, only the digest of an output is kept. */
const longest = 100_000;

/** What a run put out, with its exit code. */
export function goldenOutput({ corpus, args }: GoldenRun, folders: ReadonlyMap<string, string>): string {
  const folder = folders.get(corpus) ?? '';
  const { exitCode, output, errors } = sessionNotes(folder, args);
  const all = `exit ${exitCode}\n${errors}${output}`.replaceAll(folder, '<folder>');
  return all.length <= longest ? all : `${all.length} ${createHash('sha256').update(all).digest('hex')}\n`;
}

/** Copies, so that no `.session-notes` above counts, and folders are named alike on every machine. */
function copies(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(corpora).map(([name, source]) => {
      const folder = folderWith({});
      cpSync(source, folder, { recursive: true });
      return [name, folder];
    }),
  );
}

/** Raters whose words are the same, so that they can be compared. */
function ratersFolder(): string {
  const folder = folderWith({});
  cpSync(corpora['agreement'] ?? '', folder, { recursive: true });
  rmSync(join(folder, 'words-differ.md'));
  return folder;
}

/** A practice with a configuration and protocols of its own, some of them faulty. */
function practiceFolder(): string {
  const folder = folderWith({
    '.session-notes/config.yaml': [
      'language: id',
      'rules: { missing-section: info, personal-identifier: warning, no-such-rule: error }',
      'protocols: { "old/**": soap }',
      'exclude: ["skipped/**"]',
      '',
    ].join('\n'),
  });
  cpSync('test/fixtures/protocols', join(folder, '.session-notes/protocols'), { recursive: true });
  cpSync('examples/K-014', join(folder, 'K-014'), { recursive: true });
  cpSync('test/fixtures/builtins/soap', join(folder, 'old'), { recursive: true });
  cpSync('examples/K-021', join(folder, 'skipped'), { recursive: true });
  return folder;
}

function benchFolder(): string {
  const folder = folderWith({});
  makeNotes(folder, benchNotes, benchNoteSize);
  return folder;
}
