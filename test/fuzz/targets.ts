import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { foldedWords } from '../../src/core/agreement/sameWords';
import { toCaseNote } from '../../src/core/case/toCaseNote';
import { addPassageCode, addTurnCode } from '../../src/core/change/editCodes';
import { withWordsKept } from '../../src/core/change/withWordsKept';
import { exportedTranscripts, exportedVersion } from '../../src/core/exchange/exporters/exportedTranscript';
import { exportTranscripts } from '../../src/core/exchange/exporters/exportTranscripts';
import { planCodes } from '../../src/core/exchange/importers/codePlan';
import { withoutReferences } from '../../src/core/exchange/importers/containers/source';
import { readCodebook } from '../../src/core/exchange/importers/foreignCodebook';
import { readProject } from '../../src/core/exchange/importers/foreignProject';
import { projectTranscripts } from '../../src/core/exchange/importers/importProject';
import {
  type ImportRequest,
  importContext,
  importTranscript,
  importTranscriptFile,
} from '../../src/core/exchange/importers/importTranscript';
import { openProjectFile } from '../../src/core/exchange/importers/projectFile';
import { readTranscript, readTranscriptFile } from '../../src/core/exchange/importers/readTranscript';
import type { Note } from '../../src/core/note/note';
import { fixNote } from '../../src/core/practice/fixNote';
import { type LoadedPractice, loadPractice } from '../../src/core/practice/loadPractice';
import { indexCases, readNote } from '../../src/core/practice/practice';
import { noteProblems, problemsOfCases } from '../../src/core/practice/problems';
import { scaffoldNote } from '../../src/core/practice/scaffoldNote';
import { runToEnd } from '../../src/core/steps';
import { applyEdits } from '../../src/core/text/textEdit';
import type { TextRange } from '../../src/core/text/textRange';
import { TurnChunks } from '../../src/core/transcript/turnChunks';
import { unescaped } from '../../src/core/transcript/turnHead';
import { exportLabels } from '../../src/l10n/exportLabels';
import { mutated, mutatedBytes } from './mutate';
import type { Random } from './random';
import { spokenEndings, spokenFile } from './spoken';

/** One input: makes it of the corpus, tells what it is, and throws where a promise is broken. */
export type Target = (corpus: Corpus, random: Random, tell: (input: string) => void) => void;

/** Texts to begin with, by what they are. */
export interface Corpus {
  readonly notes: readonly string[];
  readonly formats: readonly string[];
  readonly configurations: readonly string[];
  /** By the ending of their names. */
  readonly imports: readonly (readonly [ending: string, text: string])[];
}

const plain = loadPractice(undefined, []);

/** Any text as a note: read, checked, mended and scaffolded, and its case. */
const notes: Target = ({ notes: seeds }, random, tell) => {
  const text = mutated(random.of(seeds), seeds, random);
  tell(text);
  checkNote(plain, text);
  const before = readNote(plain, 'a.session.md', text);
  const next = mutated(text, seeds, random);
  tell(`${text}\n\0\n${next}`);
  const anew = readNote(plain, 'a.session.md', next);
  assert.deepEqual(
    summary(readNote(plain, 'a.session.md', next, before)),
    summary(anew),
    'read on from an older version',
  );
};

function checkNote(practice: LoadedPractice, text: string): void {
  const note = readNote(practice, 'a.session.md', text);
  const problems = noteProblems(practice, note);
  for (const { range, fixes, rule } of problems) {
    assertInside(range, text, rule);
    for (const { edits } of fixes) {
      for (const edit of edits) assertInside(edit.range, text, rule);
      applyEdits(text, edits);
    }
  }
  const index = indexCases(practice);
  index.set(toCaseNote('a.session.md', note));
  problemsOfCases(practice).of('a.session.md', index.casesOf('a.session.md'));
  for (const mend of [fixNote, scaffoldNote]) {
    const once = mend(practice, note);
    assert.equal(applyEdits(text, once.edits), once.note.outline.text);
    assert.deepEqual(
      mend(practice, readNote(practice, 'a.session.md', once.note.outline.text)).edits,
      [],
      mend.name,
    );
  }
}

function assertInside({ start, end }: TextRange, text: string, what: string): void {
  assert.ok(
    start >= 0 && start <= end && end <= text.length,
    `${what}: ${start} to ${end} of ${text.length}`,
  );
}

/** What a note says, without the objects that two readings cannot share. */
function summary({ stages, goals, nearMisses, frontMatter, outline }: Note): unknown {
  return {
    stages: stages.map(({ stage, fullness, lines, sections }) => [
      stage.id,
      fullness,
      lines,
      sections.map(({ lines: own }) => own),
    ]),
    goals: goals.map(({ text, id, marker, range }) => [text, id, marker, range]),
    nearMisses: nearMisses.map(({ range }) => range),
    faults: frontMatter.faults.map(({ range, message }) => [range, message.key]),
    blocks: outline.blocks.map(({ kind, range }) => [kind, range]),
  };
}

/** Any text as a format or a configuration, and a note that follows it. */
const formats: Target = ({ formats: seeds, configurations, notes: texts }, random, tell) => {
  const text = mutated(random.of(seeds), seeds, random);
  const configuration = mutated(random.of(configurations), configurations, random);
  tell(`${configuration}\n\0\n${text}`);
  const practice = loadPractice({ path: 'config.yaml', text: configuration }, [{ path: 'a.yaml', text }]);
  for (const file of practice.files) {
    for (const { range, rule } of file.problems) assertInside(range, file.text, rule);
  }
  checkNote(practice, random.of(texts).slice(0, 2000));
};

function request(practice: LoadedPractice): ImportRequest {
  const protocol = practice.protocols.get('four-stage')?.protocol;
  assert.ok(protocol);
  return {
    protocol,
    protocols: practice.protocols,
    roles: new Map(),
    keepNames: false,
    join: false,
    clients: [],
    session: undefined,
    date: undefined,
    language: undefined,
    otherwise: 'en',
    unknownIn: () => 'Speaker',
  };
}

/** Any text as a file of another program: told at its line, or imported so that it reads the same. */
const importers: Target = ({ imports }, random, tell) => {
  const [ending, seed] = random.of(imports);
  const text = mutated(
    seed,
    imports.map(([, each]) => each),
    random,
  );
  tell(`${ending}\n${text}`);
  const result = importTranscript(`a.${ending}`, text, request(plain));
  const count = text.split(/\r\n|\r|\n/).length;
  // The lines of what has paragraphs of its own are those.
  const hasLines = ending !== 'rtf' && ending !== 'html';
  for (const { line = 0 } of result.remarks)
    assert.ok(line >= 0 && (!hasLines || line < Math.max(1, count)), `line ${line} of ${count}`);
  if (result.kind === 'transcript') {
    const problems = noteProblems(plain, readNote(plain, result.fileName, result.text));
    assert.ok(
      problems.every(({ rule }) => rule !== 'words-changed'),
      'words that are not those of the file',
    );
  }
  if (ending === 'qdc') readCodebook(text);
};

/** The words of a text that stand in it once, so that it shows where each of them went. */
function onceSaid(text: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of text.match(/\p{L}[\p{L}\p{N}\p{M}]{2,}/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([, count]) => count === 1).map(([word]) => word);
}

const wordsEndings = new Set(['vtt', 'srt', 'sbv', 'cha', 'csv', 'txt']);

/** Any text as a transcript of another program: each word is in what is written, or told, or the file is refused. */
const words: Target = ({ imports }, random, tell) => {
  const [ending, seed] = random.of(imports.filter(([each]) => wordsEndings.has(each)));
  const text = mutated(
    seed,
    imports.map(([, each]) => each),
    random,
  );
  tell(`${ending}\n${text}`);
  const name = `a.${ending}`;
  const wishes = { ...request(plain), keepNames: true };
  const { claims } = runToEnd(readTranscript(name, text, importContext(wishes.protocol, [])));
  const told = claims.map(claim => claim.text).join('\n');
  for (const lenient of [false, true]) {
    const result = importTranscript(name, text, { ...wishes, lenient });
    if (result.kind === 'fault') {
      assert.ok(result.remarks.length > 0, 'refused without a reason');
      continue;
    }
    const all = `${told}\n${unescaped(result.text)}`;
    const lost = onceSaid(withoutReferences(text)).filter(word => !all.includes(word));
    assert.deepEqual(lost, [], 'words that are lost in silence');
  }
};

const SAID_ONCE = /zq[a-z]x[a-z]/g;
/** The front matter, and who speaks: a name stands before each turn. */
const NAMES = /^---[\s\S]*?\n---\n|\*\*[^*\n]+:\*\*/g;

/** The same of formats that are no plain text, whose words are known since the file was made of them. */
const spoken: Target = ({ imports }, random, tell) => {
  const ending = random.of(spokenEndings);
  const { text: sound, file, shown } = spokenFile(ending, random);
  const text = mutated(
    sound,
    imports.map(([, each]) => each),
    random,
  );
  tell(`${ending}\n${text}`);
  const name = `a.${ending}`;
  const bytes = file(text);
  const wishes = { ...request(plain), keepNames: true };
  const { claims } = runToEnd(readTranscriptFile(name, bytes, importContext(wishes.protocol, [])));
  const told = claims.map(claim => claim.text).join('\n');
  for (const lenient of [false, true]) {
    const result = importTranscriptFile(name, bytes, { ...wishes, lenient });
    if (result.kind === 'fault') {
      assert.ok(result.remarks.length > 0, 'refused without a reason');
      continue;
    }
    // Line ends of RTF are nothing, nor are tags of pages: two parts of a word become one.
    const inFile = [text, text.replace(/<[^<>]*>|\\[^a-z]|\s/g, '')];
    const mostIn = (word: string): number => Math.max(...inFile.map(each => each.split(word).length - 1));
    const written: readonly string[] = unescaped(result.text.replace(NAMES, '')).match(SAID_ONCE) ?? [];
    const lost = (shown(text).match(SAID_ONCE) ?? []).filter(
      word => !result.text.includes(word) && !told.includes(word),
    );
    assert.deepEqual(lost, [], 'words that are lost in silence');
    const doubled = written.filter(word => written.filter(each => each === word).length > mostIn(word));
    assert.deepEqual(doubled, [], 'words that are there more often than in the file');
  }
};

/** Codes put on turns and passages of any transcript: the words stay what they are, or nothing is done. */
const codes: Target = ({ notes: seeds }, random, tell) => {
  const text = mutated(random.of(seeds.filter(each => each.includes('kind: transcript'))), seeds, random);
  tell(text);
  const turns = TurnChunks.of(readNote(plain, 'a.md', text));
  const all = [...turns.turns()];
  if (all.length === 0) return;
  const turn = random.of(all);
  const start = turn.range.start + random.below(turn.range.end - turn.range.start + 1);
  const end = Math.min(turn.range.end, start + random.below(20));
  const { edits } =
    random.below(2) === 0 ? addTurnCode(turn, 'trust') : addPassageCode(text, turn, { start, end }, 'trust');
  for (const edit of edits) assertInside(edit.range, text, 'a code');
  const change = withWordsKept(turns, edits);
  if (change.kind === 'edits') {
    const after = [...TurnChunks.of(readNote(plain, 'a.md', applyEdits(text, change.edits))).turns()];
    assert.deepEqual(
      after.map(({ words }) => words),
      all.map(({ words }) => words),
    );
  }
};

/** Any transcript, exported and taken back: what was said is there again. */
const exchange: Target = ({ notes: seeds }, random, tell) => {
  const text = mutated(random.of(seeds.filter(each => each.includes('kind: transcript'))), seeds, random);
  tell(text);
  const version = exportedVersion(readNote(plain, 'a.md', text), 'a.md');
  const found = exportedTranscripts(version === undefined ? [] : [version]);
  if (!('transcripts' in found) || found.transcripts.length === 0) return;
  const exported = exportTranscripts(found.transcripts, {
    format: 'qdpx',
    positions: random.below(2) === 0 ? 'codepoint' : 'utf16',
    protocols: [],
    name: 'a',
    now: new Date('2026-01-05T00:00:00Z'),
    origin: 'a',
    words: exportLabels('en'),
    bare: false,
    csv: {},
  });
  assert.ok('content' in exported && typeof exported.content !== 'string');
  runToEnd(openProjectFile(mutatedBytes(exported.content, random)));
  const archive = runToEnd(openProjectFile(exported.content));
  assert.ok('project' in archive);
  const project = readProject(archive);
  assert.ok('sources' in project, JSON.stringify(project));
  const said = project.sources.map(({ text: plainText }) => foldedWords({ words: plainText })).join(' ');
  for (const { words } of version?.version.transcript.turns ?? []) {
    assert.ok(said.includes(foldedWords({ words: xmlWords(words) })), 'words that are not in the project');
  }
  const { ids } = planCodes(project.codebook, undefined, []);
  runToEnd(projectTranscripts(project, ids, request(plain)));
};

/** Plain texts of a project are files of their own; nothing has to go that XML does not know. */
function xmlWords(words: string): string {
  return words.replace(/\r\n?/g, '\n').replace(/\p{Cs}/gu, '\ufffd');
}

const names: readonly string[] = [
  'check',
  'goals',
  'agree',
  'export',
  'import',
  'new',
  'protocols',
  '--help',
  '--version',
  '--language',
  'en',
  'id',
  'xx',
  '--format',
  'json',
  'csv',
  'text',
  'sarif',
  'github',
  'junit',
  'fhir',
  '--quote',
  '--fix',
  '--scaffold',
  '--max-warnings',
  '1',
  '-1',
  '--client',
  'K-1',
  '../x',
  '--date',
  '2026-01-05',
  '--stages',
  'planning',
  '--no-show',
  '--dir',
  'out',
  '--out',
  'a.csv',
  '--to',
  'qdpx',
  '--for',
  'excel',
  '--on',
  'stage',
  '--unit',
  'character',
  '--role',
  'client',
  '--protocol',
  'soap',
  '__proto__',
  'constructor',
  '--check',
  'a.session.md',
  'b.md',
  '.',
  '..',
  '*.md',
  '**',
  '--',
  '-',
  '',
  '=',
  '--speaker',
  'K=counselor',
  '\u001b[31m',
  '\u202e',
  '--status',
  'all',
];
const unsafe = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/** Any arguments: an exit code, nothing unexpected, nothing that a terminal would obey, nothing outside the folder. */
const args: Target = ({ notes: seeds }, random, tell) => {
  const given = Array.from({ length: random.below(7) }, () => random.of(names));
  const text = mutated(random.of(seeds), seeds, random);
  tell(`${given.join(' ')}\n${text}`);
  const outer = mkdtempSync(join(tmpdir(), 'session-notes-fuzz-'));
  // Some arguments name the folder above, whose files are to be nobody's.
  const folder = join(outer, 'in');
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.session.md'), text);
    writeFileSync(join(folder, 'b.md'), random.of(seeds));
    const said: string[] = [];
    const stream = { isTerminal: true, write: (part: string) => void said.push(part) };
    const environment = { NO_COLOR: '1', CI: random.below(2) === 0 ? '' : 'true' };
    // What shows that work goes on is written over in a terminal.
    const errors = { ...stream, isTerminal: false };
    const exitCode = run(given, { directory: folder, environment, output: stream, errors });
    const all = said.join('');
    assert.ok(exitCode >= 0 && exitCode <= 2);
    assert.doesNotMatch(all, /should not have/, given.join(' '));
    for (const line of all.split(/\r?\n/)) assert.doesNotMatch(line, unsafe, given.join(' '));
  } finally {
    rmSync(outer, { recursive: true, force: true });
  }
};

/** What is fuzzed, by name, and its share of all inputs. */
export const targets: Readonly<Record<string, readonly [share: number, target: Target]>> = {
  notes: [34, notes],
  formats: [16, formats],
  importers: [20, importers],
  words: [14, words],
  spoken: [14, spoken],
  codes: [14, codes],
  exchange: [10, exchange],
  arguments: [6, args],
};
