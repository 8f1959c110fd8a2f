import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { statusOfMarker } from '../../../src/core/note/markers';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { within } from '../processorTime';
import { noteText } from './markdownTexts';
import { allRanges } from './outlineWalk';
import { at, read } from './workshop';

const builtin = protocolSet(builtinProtocols());
const root = join(__dirname, '../../..');
const messy = 'test/fixtures/notes/messy';

function readFile(path: string): Note {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(join(root, path)));
  return parseNote(text, { protocols: builtin, defaultProtocol: 'four-stage' });
}

/** What a note says, without the places, which depend on its line ends. */
function essence(note: Note): unknown {
  const { frontMatter, stages, goals, nearMisses, coveredStages, language } = note;
  const lineOf = (offset: number): number => note.outline.lines.positionAt(offset).line;
  return {
    entries: frontMatter.entries.map(({ field, values }) => [field, ...values.map(({ text }) => text)]),
    stages: stages.map(({ stage, mark, fullness, sections }) => [
      stage.id,
      mark.line,
      fullness,
      ...sections.map(({ section, mark: { line }, fullness: how }) => [section.id, line, how]),
    ]),
    goals: goals.map(({ text, id, marker, line, range }) => [text, id, marker, line, lineOf(range.end)]),
    nearMisses: nearMisses.map(({ near, range }) => [near.title, lineOf(range.start)]),
    coveredStages,
    language,
  };
}

function placesOf({ frontMatter, stages, goals, nearMisses }: Note): unknown {
  return [
    frontMatter,
    stages.map(({ stage, ...region }) => region),
    goals,
    nearMisses.map(({ range }) => range),
  ];
}

/** A text as one line without the signs that quote its lines; those of its own words go, too. */
function withoutQuoteMarks(text: string): string {
  return text.replace(/[\s>]+/g, ' ').trim();
}

describe('parsing a note', () => {
  it('gives the same whatever ends the lines and begins the file', () => {
    const expected = essence(readFile(`${messy}/lf.session.md`));
    for (const name of ['cr-only', 'bom', 'no-final-newline']) {
      assert.deepEqual(essence(readFile(`${messy}/${name}.session.md`)), expected, name);
    }
    const english = essence(readFile(`${messy}/crlf-en.session.md`));
    assert.deepEqual(essence(readFile(`${messy}/bom-crlf.session.md`)), english);
  });

  it('reads the sample notes', () => {
    const note = readFile('examples/K-014/2026-02-18-session-4.session.md');
    assert.equal(note.language, 'id');
    assert.deepEqual(note.coveredStages, ['closing']);
    assert.deepEqual(
      note.stages.map(({ stage, sections }) => [stage.id, ...sections.map(({ section }) => section.id)]),
      [['closing', 'actions', 'start-end', 'decision']],
    );
    assert.deepEqual(
      note.stages[0]?.sections[2]?.choices.map(({ choice }) => choice.id),
      ['continued', 'changed'],
    );
    assert.deepEqual(
      note.goals.map(({ kind, marker, id }) => [kind, statusOfMarker(marker), id]),
      [
        ['goal', 'in-progress', 'berani-bicara'],
        ['goal', 'dropped', 'presentasi-sendiri'],
        ['goal', 'open', 'presentasi-kelompok'],
        ['action', 'achieved', 'latihan-cermin'],
        ['action', 'achieved', 'cerita-teman'],
        ['action', 'open', 'latihan-kelompok'],
        ['action', 'dropped', 'rekam-latihan'],
      ],
    );
    assert.equal(note.goals[2]?.replaces, 'presentasi-sendiri');
    assert.deepEqual(note.nearMisses, []);
  });

  it('knows the process goals of the four stages in both languages', () => {
    const processGoals = (path: string) =>
      readFile(path).goals.flatMap(({ protocolGoal }) => protocolGoal ?? []);
    assert.equal(processGoals('examples/K-014/2026-01-14-session-1.session.md').length, 8);
    assert.ok(processGoals('examples/C-007/2026-09-08-session-1.session.md').length > 0);
  });

  it('counts the goals at every depth and nothing that only looks like one', () => {
    assert.equal(readFile(`${messy}/nested-tasks.session.md`).goals.length, 11);
  });

  it('takes every file, and all its places are inside', () => {
    const files = readdirSync(join(root, messy)).filter(name => name.endsWith('.md'));
    assert.ok(files.length > 50);
    for (const file of files) {
      const note = readFile(`${messy}/${file}`);
      for (const { start, end } of allRanges(placesOf(note))) {
        assert.ok(start >= 0 && start <= end && end <= note.outline.text.length, file);
      }
    }
  });

  it('takes any text, and all its places are inside', () => {
    fc.assert(
      fc.property(fc.oneof(noteText, fc.string({ unit: 'binary', maxLength: 300 })), text => {
        const note = read(text);
        for (const { start, end } of allRanges(placesOf(note))) {
          assert.ok(start >= 0 && start <= end && end <= text.length);
        }
        for (const goal of note.goals) {
          const marker = text.slice(goal.markerRange.start, goal.markerRange.end);
          assert.equal(
            marker.trim(),
            goal.box === 'sign' && goal.marker === ' ' ? marker : goal.marker.trim(),
          );
          assert.equal(text.charAt(goal.markerRange.end) === ']', goal.box === 'brackets');
          const { start, end } = goal.textRange;
          const among = goal.fields.filter(({ range }) => range.end <= end);
          const words = among.reduce(
            (rest, { range }) => rest.replace(at(note, range), ''),
            text.slice(start, end),
          );
          assert.equal(withoutQuoteMarks(words), withoutQuoteMarks(goal.text));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('has its regions in order, the sections within their stages', () => {
    fc.assert(
      fc.property(noteText, text => {
        let done = 0;
        for (const { mark, body, sections } of read(text).stages.filter(({ isShared }) => !isShared)) {
          assert.ok(mark.range.start >= done && body.start === mark.range.end && body.end >= body.start);
          let inner = body.start;
          for (const section of sections) {
            assert.ok(section.mark === mark || section.mark.range.start >= inner);
            assert.ok(section.body.end <= body.end);
            inner = section.body.end;
          }
          done = body.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  describe('takes its time in proportion to the length', () => {
    const count = 20_000;
    const texts = {
      'stages, sections and goals':
        '## Work\n### Homework\n- [ ] Ask ^ask [due:: 2026-03-19]\n\nwords\n\n'.repeat(count / 10),
      'headings that name nothing': '## A heading of its own\n'.repeat(count / 10),
      'a paragraph of many lines': `# Work\n\n${'words and words\n'.repeat(count * 5)}`,
      'a goal of many lines with a long run': `# Work\n- [ ] a\n${'  more #tag [a:: b] ^c\n'.repeat(count)}`,
      'an item of many items': `# Work\n- a\n${'  - [ ] b\n'.repeat(count)}`,
      'open brackets': `# Work\n- [ ] a ${'['.repeat(count * 10)}\n`,
      'closing brackets': `# Work\n- [ ] a ${'[a::b'.repeat(count)}]\n`,
      'comments that close': `# Work\n\n${'<!-- session-notes-disable a --> '.repeat(count)}\n`,
      'comments that do not close': `# Work\n- a ${'<!-- '.repeat(count)}\n`,
      'comments behind a goal': `# Work\n- [ ] a ${'<!--'.repeat(count)}${'-->'.repeat(count)}\n`,
      'conflict markers': `${'<<<<<<< a\n'.repeat(count)}${'=======\n'.repeat(count)}`,
      'fences in a list': `# Work\n${'- ```\n'.repeat(count)}<!-- session-notes-disable -->\n`,
      'blank lines': `# Work\n- a\n${'\n'.repeat(count * 10)}- b\n`,
      blanks: `# Work\n- a ${' '.repeat(count * 10)}b\n`,
    };
    for (const [name, text] of Object.entries(texts)) {
      it(name, () => {
        // What takes a square of these lengths takes minutes.
        within(8000, () => read(text));
      });
    }
  });
});
