import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import english from '../../../l10n/bundle.l10n.json';
import { languageTags } from '../../../src/core/language/languages';
import { ruleIds } from '../../../src/core/ruleIds';
import { type CommandRun, folderWith, removeFolders, sessionNotes } from '../cli/commandRun';
import { markedPractice } from './markedPractice';

const marked = /zq/i;
/** Where a build server runs the program. */
const ci = { environment: { CI: 'true' } };

/** What only the practice's own files, or the file system, can be told, and what only an editor asks. */
const notOfNotes =
  /^(?:file\.(?!not-text)|yaml\.(?:duplicate-key|key-not-text|syntax|too-deep|too-large|too-many-values|unknown-alias)$|problem\.missing-stage\.together$|problem\.words-changed-here$)/;

const texts: Readonly<Record<string, string>> = english;
/** The keys of everything that is said of a note. */
const ofNotes = Object.keys(texts).filter(
  key => /^(?:problem|front-matter|yaml|file)\./.test(key) && !notOfNotes.test(key),
);

function says(key: string): (said: string) => boolean {
  const pattern = (texts[key] ?? '').replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.*');
  const test = new RegExp(`^${pattern}$`, 's');
  return said => test.test(said);
}

function messagesIn({ output }: CommandRun): readonly string[] {
  return JSON.parse(output).problems.map((problem: { readonly message: string }) => problem.message);
}

function showsNothing({ output, errors }: CommandRun, what: string): void {
  assert.doesNotMatch(output + errors, marked, what);
}

const faulty: Readonly<Record<string, string | Uint8Array>> = {
  'time.vtt': 'WEBVTT\n\nzqsaid zqthis --> zqthat\nzqname: zqword\n',
  'until.srt': '1\n00:00:01,000 --> zqlater\nzqword\n',
  'no-times.vtt': 'WEBVTT\n\nzqname: zqsaid\n',
  'names.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v zqname zqlast>zqsaid\n',
  'broken.eaf': '<ANNOTATION_DOCUMENT><zqname></zqother></ANNOTATION_DOCUMENT>',
  'other.eaf': '<zqname>zqword</zqname>',
  'tier.cha': '@UTF8\nzqname zqsaid\n*ZQA:\tzqword\n',
  'talk.cha': '@UTF8\n@Begin\n@Participants:\tZQA zqname zqrole\n*ZQA:\tzqword .\n%com:\tzqcomment\n@End\n',
  'plain.txt': 'zqword zqword\nzqword\n',
  'once.txt':
    'Counselor: zqword\nClient: zqword\nZqonce: zqword\nzqword zqword zqword\nzqword\nzqword\nzqword\n',
  'named.txt': 'zqname: zqword\nzqother: zqword\n',
  'table.md': '| zqa | zqb |\n|---|---|\n| zqword | zqword |\n',
  'note.md': '---\nprotocol: zqformat\n---\nzqword\n',
  'broken.qdc': '<CodeBook><zqname></CodeBook>',
  'codes.qdc':
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa" name="zqcode" isCodable="true"/></Codes></CodeBook>',
  'broken.qdpx': zipSync({ 'project.qde': strToU8('<Project><zqname></Project>') }),
  'bytes.txt': Buffer.from('zq\u00e9', 'latin1'),
};

const raters = (first: string, second: string): Readonly<Record<string, string>> => ({
  'a.md': `---\nprotocol: own\nkind: transcript\ntranscript: zqt\ncoder: zqa\n---\n\n${first}\n`,
  'b.md': `---\nprotocol: own\nkind: transcript\ntranscript: zqt\ncoder: zqb\n---\n\n${second}\n`,
});

/** Why raters cannot be compared. */
const incomparable: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'agree.words-differ': raters('**Client:** zqone zqtwo', '**Client:** zqone zqthree'),
  'agree.turns-differ': raters('**Client:** zqone zqtwo', '**Client:** zqone\n\n**Client:** zqtwo'),
  'agree.turn-missing': raters('**Client:** zqone', '**Client:** zqone\n\n**Client:** zqtwo'),
  'agree.speakers-differ': raters('**Client:** zqone', '**Counselor:** zqone'),
  'agree.same-rater': {
    ...raters('**Client:** zqone', ''),
    'c.md': raters('**Client:** zqone', '')['a.md'] ?? '',
  },
};

describe('words of notes', () => {
  let folder = '';
  before(() => {
    folder = folderWith(markedPractice);
  });
  after(removeFolders);

  it('are in what the practice breaks: every rule, in each of its messages', () => {
    const { output } = sessionNotes(folder, ['check', '--quote', '--format', 'json', '--language', 'en']);
    const rules = new Set(JSON.parse(output).problems.map(({ rule }: { readonly rule: string }) => rule));
    const own = ['protocol', 'configuration'];
    assert.deepEqual(
      ruleIds.filter(id => !rules.has(id) && !own.includes(id)),
      [],
    );
    const quoted = messagesIn({ output, errors: '', exitCode: 1 });
    const plain = messagesIn(sessionNotes(folder, ['check', '--format', 'json', '--language', 'en']));
    const unsaid = ofNotes.filter(key => {
      const said = key.endsWith('.unquoted') || texts[`${key}.unquoted`] === undefined ? plain : quoted;
      return !said.some(says(key));
    });
    assert.deepEqual(unsaid, []);
  });

  for (const format of ['text', 'json', 'sarif', 'github', 'junit'] as const) {
    it(`are not shown by check as ${format}, in any language; with --quote they are`, () => {
      for (const language of languageTags) {
        const args = ['check', '--format', format, '--language', language];
        const options = { isTerminal: language === 'en' };
        showsNothing(sessionNotes(folder, args, options), language);
        assert.match(sessionNotes(folder, [...args, '--quote'], options).output, marked);
      }
    });
  }

  it('are not shown by check where it mends notes', () => {
    const own = folderWith(markedPractice);
    for (const args of [['--fix'], ['--scaffold'], []]) {
      showsNothing(sessionNotes(own, ['check', ...args]), args.join(' '));
    }
  });

  it('are not shown by import of any format, whatever is wrong; with --quote they are', () => {
    for (const language of languageTags) {
      const own = folderWith(faulty);
      for (const file of Object.keys(faulty)) {
        showsNothing(sessionNotes(own, ['import', file, '--language', language]), file);
      }
    }
    const own = folderWith(faulty);
    const quoted = ['once.txt', 'time.vtt', 'until.srt', 'broken.eaf', 'broken.qdc', 'broken.qdpx'];
    for (const file of quoted) {
      assert.match(sessionNotes(own, ['import', file, '--quote']).errors, marked, file);
    }
  });

  it('are not shown by commands that correct and blind transcripts, nor by passages on a build server', () => {
    const coded = (...turns: readonly [string, string]): string =>
      folderWith(
        Object.fromEntries(
          Object.entries(raters(...turns)).map(([name, text]) => [name, text.replace('own', 'four-stage')]),
        ),
      );
    const own = coded('**Client:** zqone #zqcode zqtwo', '**Client:** zqone {==zqtwo zqx==}{>>#trust<<}');
    const same = coded('**Client:** zqone {==zqtwo==}{>>#trust zqmemo<<}', '**Client:** zqone zqtwo #trust');
    for (const [folderOf, args] of [
      [own, ['correct', 'b.md', '--like', 'a.md']],
      [own, ['blind', '.', '--key', 'key.csv', '--out', 'out']],
      [same, ['blind', '.', '--key', 'key.csv', '--out', 'out']],
      [same, ['passages', '--code', 'trust']],
      [same, ['passages', '--code', 'trust', '--format', 'csv']],
    ] as const) {
      const run = sessionNotes(folderOf, args, ci);
      assert.notEqual(run.output + run.errors, '', args.join(' '));
      showsNothing(run, args.join(' '));
    }
    assert.match(sessionNotes(same, ['passages', '--code', 'trust', '--quote'], ci).output, marked);
  });

  it('are not shown by agree: raters, transcripts and unknown codes are called by their places', () => {
    for (const format of ['text', 'json', 'csv']) {
      for (const more of [[], ['--on', 'stage'], ['--unit', 'character'], ['--uncoded', 'value']]) {
        const args = ['agree', 'raters', '--format', format, ...more];
        const run = sessionNotes(folder, args);
        assert.equal(run.exitCode, 0, run.errors);
        showsNothing(run, args.join(' '));
        assert.match(run.output, /raters\/two\.JT\.md/);
        assert.match(sessionNotes(folder, [...args, '--quote']).output, marked);
      }
    }
    const { output } = sessionNotes(folder, ['agree', 'raters', '--format', 'json']);
    const { raters: named, codes, transcripts, confusion } = JSON.parse(output);
    assert.deepEqual(named, ['raters/two.RA.md', 'raters/two.JT.md']);
    assert.deepEqual(
      codes.map(({ code }: { readonly code: string }) => code),
      ['listening', 'raters/two.RA.md:10:27', 'raters/two.JT.md:10:27'],
    );
    assert.deepEqual(transcripts[0].raters, named);
    assert.deepEqual(confusion[0].raters, named);
    showsNothing(sessionNotes(folder, ['agree', 'raters', '--role', 'nobody']), 'roles');
  });

  for (const [key, files] of Object.entries(incomparable)) {
    it(`are not shown where raters cannot be compared (${key}); with --quote they are`, () => {
      const own = folderWith({
        '.session-notes/protocols/own.yaml': markedPractice['.session-notes/protocols/own.yaml'] ?? '',
        ...files,
      });
      for (const language of languageTags) {
        const run = sessionNotes(own, ['agree', '--language', language]);
        assert.equal(run.exitCode, 2);
        showsNothing(run, language);
      }
      const { errors } = sessionNotes(own, ['agree', '--quote', '--language', 'en']);
      assert.match(errors, marked);
      assert.ok(says(key)(errors.split('\n')[0] ?? ''), errors);
    });
  }

  for (const format of ['text', 'json', 'csv']) {
    it(`are given by goals as ${format}, but not where CI is set; there with --quote`, () => {
      const args = ['goals', '--status', 'all', '--format', format];
      assert.match(sessionNotes(folder, args).output, marked);
      assert.match(sessionNotes(folder, [...args, '--quote'], ci).output, marked);
      const { output } = sessionNotes(folder, args, ci);
      // Ids are given: they tell the goals apart. Made of words, they are these.
      assert.doesNotMatch(output.replace(/\bzq(?:speak-zqup|other|sleep|twice|same|drafted)\b/g, ''), marked);
      assert.match(output, /zqspeak-zqup/);
      assert.match(output, /case\/1\.session\.md/);
    });
  }

  for (const format of ['csv', 'jsonl']) {
    it(`are given by export as ${format}, but not where CI is set; there with --quote`, () => {
      const args = ['export', 'raters', 'transcripts', '--to', format];
      assert.match(sessionNotes(folder, args).output, marked);
      assert.match(sessionNotes(folder, [...args, '--quote'], ci).output, marked);
      const run = sessionNotes(folder, args, ci);
      assert.equal(run.exitCode, 0);
      showsNothing(run, format);
      assert.match(run.output, /listening/);
    });
  }

  it('are refused where CI is set and a format is nothing without them', () => {
    for (const args of [
      ['goals', '--format', 'fhir'],
      ['export', 'raters', '--to', 'qdpx', '--out', 'out.qdpx'],
      ['export', 'raters/alone.RA.md', '--to', 'vtt'],
    ]) {
      const { exitCode, output, errors } = sessionNotes(folder, args, ci);
      assert.deepEqual([exitCode, output], [2, ''], args.join(' '));
      assert.match(errors, /--quote/);
    }
  });

  it('are given out by commands that say so in their help', () => {
    for (const command of ['goals', 'export']) {
      const { output } = sessionNotes(folder, [command, '--help', '--language', 'en']);
      assert.match(output, /words/);
      assert.match(output, /Where\s+CI\s+is\s+set/);
      assert.match(output, /--quote/);
    }
  });
});
