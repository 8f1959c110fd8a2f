import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { languageTags } from '../../../src/core/language/languages';
import { ruleIds } from '../../../src/core/ruleIds';
import { type CommandRun, folderWith, removeFolders, sessionNotes } from '../cli/commandRun';
import { lettersIn, markTexts, unmarked } from './pseudoLanguage';

const corpora = [
  'examples',
  'test/fixtures/notes',
  'test/fixtures/builtins',
  'test/fixtures/transcripts/coded',
  'test/fixtures/transcripts/agreement',
];

/** Every word of the practice's own begins with these letters, so that no other word can be taken for one. */
const own = /^zq/;

/** A practice whose protocol, notes and names are words that nobody uses. */
const practice: Readonly<Record<string, string>> = {
  '.session-notes/config.yaml': 'defaultProtocol: zqp\nzqsetting: zqx\n',
  '.session-notes/protocols/zqp.yaml': [
    'id: zqp',
    'title: { en: Zqtitle }',
    'stages:',
    '  - id: zqstage',
    '    title: { en: Zqstage }',
    '    required: true',
    '    sections:',
    '      - { id: zqsection, title: { en: Zqsection }, required: true, tracks: goals }',
    '      - { id: zqactions, title: { en: Zqactions }, tracks: actions }',
    '',
  ].join('\n'),
  '.session-notes/protocols/zqbroken.yaml': 'id: zqbroken\nzqkey: zqvalue\nstages: [{ title: zqtitle }]\n',
  'zqfirst.session.md': [
    '---',
    'protocol: zqp',
    'client: zqclient',
    'session: 1',
    'date: zqdate',
    'zqfield: zqvalue',
    '---',
    '## Zqstage',
    '### Zqsection',
    '- [ ] Zqgoal zqone ^zqid [due:: zqdue]',
    '- [?] Zqgoal zqtwo ^zqid',
    '- [x] Zqgoal zqthree',
    '### Zqactions',
    '- [>] Zqaction zqone [due:: 2026-01-01]',
    '',
  ].join('\n'),
  'zqsecond.session.md': '---\nprotocol: zqmissing\nclient: zqclient\nsession: 3\n---\n## Zqstagee\n',
  'zqthird.session.md': '---\nprotocol: zqp\nclient: zqnobody\nclosed: resolved\n---\n',
  'zqlatin.session.md': 'zq\u0000zq',
};

/** What is asked wrongly of the command line, or comes to nothing. */
const faulty: readonly (readonly string[])[] = [
  [],
  ['zqcommand'],
  ['--zqoption'],
  ['check', '--zqoption'],
  ['check', '--fix=zq'],
  ['check', '--format'],
  ['check', '--format', 'zq'],
  ['check', '--max-warnings', 'zq'],
  ['check', 'zqnowhere'],
  ['check', '--protocol', 'zqother'],
  ['goals', '--client', 'zqnobody'],
  ['goals', '--status', 'zq'],
  ['protocols', '--check', 'zqnowhere.yaml'],
  ['protocols', '--check', '.session-notes/protocols/zqbroken.yaml'],
  ['agree', '--on', 'zq'],
  ['agree', '--unit', 'zq'],
  ['agree'],
  ['export', '.'],
  ['export', '.', '--to', 'zq'],
  ['export', '.', '--to', 'qdpx'],
  ['export', '.', '--to', 'csv', '--for', 'zq'],
  ['export', '--to', 'qdc', '--protocol', 'zqother'],
  ['export', '.', '--to', 'csv', '--out', 'zqfirst.session.md'],
  ['import'],
  ['import', 'zqnowhere.vtt'],
  ['import', 'zqfirst.session.md', '--speaker', 'zq'],
  ['import', 'zqlatin.session.md'],
  ['new'],
  ['new', '--client', 'zqclient', '--date', 'zq'],
  ['new', '--client', 'zqclient', '--stages', 'zq'],
  ['new', '--client', 'zqclient', '--protocol', 'zqother'],
];
/** What options take, and a client as they may be called. */
const choices =
  'text json sarif github junit open all in-progress on-hold carried-over achieved dropped not-started codes stage ' +
  'turn character qdpx qdc csv jsonl vtt any excel K-014';
/** What stands in the place of a rule where a protocol has a fault. */
const ofProtocols = 'protocol';
const commands = ['agree', 'check', 'export', 'goals', 'import', 'new', 'protocols'];

const said = ({ output, errors }: CommandRun): string => output + errors;

/** Hexadecimal digits are no words of any language. */
function withoutHashes(shown: readonly string[]): readonly string[] {
  return shown.map(text => text.replace(/\b[0-9a-f]{12}\b/g, ''));
}

/** The names and the content of all files in a folder. */
function textsIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  );
  return entries.map(({ parentPath, name }) => `${name} ${readFileSync(join(parentPath, name), 'utf8')}`);
}

/** The letters that are shown but stand in none of the `known` texts. */
function strange(shown: readonly string[], ...known: readonly string[]): readonly string[] {
  const letters = lettersIn(...known);
  return [...lettersIn(...shown)].filter(word => !letters.has(word) && !own.test(word));
}

/**
 * A language of marks stands for one that is not there yet: what does not become marked would stay English in it. What
 * is not marked may be names, ids and words of the record.
 */
describe('what the command line says', () => {
  const protocols = textsIn('protocols');
  const ids = [...ruleIds, ...languageTags];
  let restore = (): void => undefined;
  before(() => {
    restore = markTexts();
  });
  after(() => {
    restore();
    removeFolders();
  });

  for (const corpus of corpora) {
    const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' });
    const notes = [...names, ...textsIn(corpus)];
    const run = (...args: readonly string[]) =>
      unmarked(said(sessionNotes(corpus, [...args, '--language', 'en'])));

    it(`of problems in ${corpus} is in the catalogue, but for paths and rules`, () => {
      const { args, rest } = run('check');
      assert.deepEqual(strange([rest], ...names, ...ids), []);
      assert.deepEqual(strange(args, ...notes, ...protocols), []);
    });

    it(`of goals and raters in ${corpus} is in the catalogue, but for words of these`, () => {
      for (const { args, rest } of [run('goals', '--status', 'all'), run('agree')])
        assert.deepEqual(strange(withoutHashes([rest, ...args]), ...notes, ...protocols, ...ids), []);
    });
  }

  it('of a practice without a known word is in the catalogue', () => {
    const folder = folderWith(practice);
    for (const args of [['check'], ['goals', '--status', 'all']]) {
      const run = sessionNotes(folder, [...args, '--language', 'en']);
      const { rest } = unmarked(said(run));
      assert.match(rest, /zq/i);
      assert.deepEqual(
        strange([rest], '.session-notes config.yaml protocols session.md', ...ruleIds),
        [],
        args.join(' '),
      );
    }
  });

  it('of what is asked wrongly is in the catalogue, but for what was asked and what may be', () => {
    const folder = folderWith(practice);
    for (const args of faulty) {
      const run = sessionNotes(folder, args);
      const { args: put, rest } = unmarked(said(run));
      assert.notEqual(said(run), '', args.join(' '));
      assert.deepEqual(strange([rest], ...args, ofProtocols), [], args.join(' '));
      assert.deepEqual(
        strange(put, ...args, choices, ...ids, ...readdirSync('protocols'), ...Object.values(practice)),
        [],
        args.join(' '),
      );
    }
  });

  it('of protocols is in the catalogue, but for words of these', () => {
    const { args, rest } = unmarked(said(sessionNotes('examples', ['protocols', '--language', 'en'])));
    assert.deepEqual(strange([rest, ...args], ...protocols, ...ids), []);
  });

  it('of itself is in the catalogue', () => {
    for (const command of [[], ...commands.map(name => [name])]) {
      const { args, rest } = unmarked(said(sessionNotes('.', [...command, '--help'])));
      assert.deepEqual(strange([rest]), []);
      assert.deepEqual(args, [languageTags.join('|')]);
    }
  });
});
