import assert from 'node:assert/strict';
import type { Note } from '../../../src/core/note/note';
import { at, lines, read } from './workshop';

/** The stages of a note with their sections, in order. */
function shape(note: Note): readonly (readonly [stage: string, ...sections: string[]])[] {
  return note.stages.map(({ stage, sections }) => [stage.id, ...sections.map(({ section }) => section.id)]);
}

describe('the stages and sections of a note', () => {
  it('are named by headings of any level, in titles and aliases of every language', () => {
    const note = read(
      '# Opening the session\n## Suasana hari ini\nfine\n# Work\n### Findings\n#### Homework\n',
    );
    assert.deepEqual(shape(note), [
      ['opening', 'mood'],
      ['working', 'findings', 'homework'],
    ]);
  });

  it('may be underlined headings', () => {
    assert.deepEqual(shape(read('Opening the session\n---\n\nMood\ntoday\n===\n')), [['opening']]);
    assert.deepEqual(shape(read('Opening the session\n===\n\nMood\ntoday\n---\n')), [['opening', 'mood']]);
  });

  it('are not named in front matter, fences, comments, quotes and items in items', () => {
    const text =
      '---\nx: 1\n# Work\n---\n```\n# Work\n```\n<!--\n# Work\n-->\n> # Work\n\n- Note\n  - # Work\n- of\n\n  # Work\n';
    assert.deepEqual(shape(read(text)), []);
  });

  it('run to the next heading that names a stage, at any level', () => {
    const note = read('# Opening the session\na\n#### Working together\nb\n# Reviewing\nc\n');
    assert.deepEqual(shape(note), [['opening'], ['working'], ['reviewing']]);
    assert.deepEqual(
      note.stages.map(({ body }) => at(note, body)),
      ['\na\n', '\nb\n', '\nc\n'],
    );
  });

  it('run to an unmatched heading of their own or a higher level, and over deeper ones', () => {
    const own = read('## Opening the session\na\n### Own words\nb\n## Appendix\n### Mood today\nc\n');
    assert.deepEqual(shape(own), [['opening']]);
    assert.equal(own.stages[0] && at(own, own.stages[0].body), '\na\n### Own words\nb\n');
    const higher = read('## Opening the session\na\n# Appendix\nb\n');
    assert.equal(higher.stages[0] && at(higher, higher.stages[0].body), '\na\n');
  });

  it('keep a heading at their own level that names one of their sections', () => {
    const note = read('## Working together\n## Findings\na\n## Homework\nb\n## Reviewing\n');
    assert.deepEqual(shape(note), [['working', 'findings', 'homework'], ['reviewing']]);
  });

  it('end at a heading of a higher level though it names one of their sections', () => {
    const note = read('## Working together\n### Findings\na\n# Homework\n### Outcome\nb\n');
    assert.deepEqual(shape(note), [['working', 'findings']]);
  });

  it('do not take sections of other stages, nor sections outside any stage', () => {
    const note = read('# Mood today\n# Opening the session\n## Findings\na\n## Mood today\nb\n');
    assert.deepEqual(shape(note), [['opening', 'mood']]);
    assert.equal(note.stages[0]?.sections[0] && at(note, note.stages[0].sections[0].body), '\nb\n');
  });

  it('may recur', () => {
    assert.deepEqual(shape(read('# Work\na\n# Reviewing\n# Work\n## Findings\n')), [
      ['working'],
      ['reviewing'],
      ['working', 'findings'],
    ]);
  });

  it('have sections that run to a matched heading, or to one of the same or a higher level', () => {
    const note = read(
      lines(
        '# Work',
        '### Findings',
        'a',
        '#### Details',
        'b',
        '### Own',
        'c',
        '## Homework',
        'd',
        '#### Outcome',
        'e',
      ),
    );
    assert.deepEqual(
      note.stages[0]?.sections.map(({ section, body }) => [section.id, at(note, body)]),
      [
        ['findings', '\na\n#### Details\nb\n'],
        ['homework', '\nd\n'],
        ['outcome', '\ne'],
      ],
    );
  });

  it('are named by an id before the title', () => {
    const note = read('# Whatever {#working}\n## Findings {#homework}\n## Homework {#reviewing}\n');
    assert.deepEqual(shape(note), [['working', 'homework'], ['reviewing']]);
  });

  it('give the note the language of most of them, unless it says its own', () => {
    assert.equal(read('# Opening the session\n## Suasana hari ini\n# Bekerja bersama\n').language, 'id');
    assert.equal(read('# Opening the session\n## Mood today\n# Bekerja bersama\n').language, 'en');
    assert.equal(read('---\nlanguage: id\n---\n# Opening the session\n').language, 'id');
    assert.equal(read('# Nothing known\n').language, undefined);
  });

  it('are asked for all, unless stages: names some by id, title or alias', () => {
    const covered = (stages: string) => read(`---\nstages: ${stages}\n---\n`).coveredStages;
    for (const none of ['', '[]', '[~]'])
      assert.deepEqual(covered(none), ['opening', 'working', 'reviewing']);
    assert.deepEqual(covered('[reviewing, Membuka sesi]'), ['opening', 'reviewing']);
    assert.deepEqual(covered('work'), ['working']);
    assert.deepEqual(covered('[reviewing, nothing]'), ['reviewing']);
  });

  it('are none where the protocol is not known', () => {
    const note = read('---\nprotocol: other\n---\n# Opening the session\n- [ ] a\n');
    assert.deepEqual([note.stages, note.goals, note.nearMisses, note.coveredStages], [[], [], [], []]);
  });
});
