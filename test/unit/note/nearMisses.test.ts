import assert from 'node:assert/strict';
import { at, lines, read } from './workshop';

function misses(
  ...content: readonly string[]
): readonly (readonly [kind: string, place: string, title: string])[] {
  const note = read(lines(...content));
  return note.nearMisses.map(({ kind, near, range }) => [kind, at(note, range), near.title]);
}

describe('near misses', () => {
  it('are headings that nearly name a stage, or a section of the stage that they stand in', () => {
    assert.deepEqual(misses('# Opening the sesion', '## Mood todya'), [
      ['spelling', 'Opening the sesion', 'Opening the session'],
    ]);
    assert.deepEqual(misses('# Opening the session', '## Mood todya ##', '## Findigns'), [
      ['spelling', 'Mood todya', 'Mood today'],
    ]);
  });

  it('are none where the term is there', () => {
    assert.deepEqual(misses('# Opening the session', '# Opening the sesion'), []);
    assert.deepEqual(misses('# Work', '## Findings', '# Work', '## Findigns'), []);
  });

  it('are looked for among the first thousand headings, while what is named exactly counts wherever it stands', () => {
    const other = Array.from({ length: 1000 }, (_, number) => `# Number ${number}`);
    assert.deepEqual(misses(...other, '# Opening the sesion'), []);
    assert.deepEqual(misses(...other.slice(1), '# Opening the sesion').length, 1);
    const { stages } = read(lines(...other, '# Opening the session', '## Mood today', 'Calm.'));
    assert.deepEqual(
      stages.map(({ stage }) => stage.id),
      ['opening'],
    );
  });

  it('are reported once for each term, the first', () => {
    assert.deepEqual(misses('# Work', '## Findigns', '## Fndings'), [['spelling', 'Findigns', 'Findings']]);
  });

  it('of a section at the level of the stage do not tear the stage apart', () => {
    const note = read('# Work\n# Findigns\na\n# Homework\n- [ ] Read\n');
    assert.equal(note.nearMisses.length, 1);
    assert.deepEqual(
      note.stages.map(({ sections }) => sections.map(({ section }) => section.id)),
      [['homework']],
    );
    assert.equal(note.goals[0]?.section, 'homework');
  });

  it('of a section at a higher level than the stage end it, as any heading there does', () => {
    const note = read('## Work\n# Findigns\na\n## Homework\n- [ ] Read\n');
    assert.equal(note.nearMisses.length, 1);
    assert.deepEqual(note.stages[0]?.sections, []);
    assert.deepEqual(
      note.goals.map(({ section }) => section),
      [undefined],
    );
  });

  it('are paragraphs that are only a title, with the level that they are to get', () => {
    const note = read(
      lines(
        '### Opening the session',
        '',
        'Mood today:',
        '',
        'fine',
        '',
        'Bekerja bersama',
        '',
        'Reviewing',
        '',
      ),
    );
    assert.deepEqual(
      note.nearMisses.map(({ kind, near, range, level }) => [
        kind,
        at(note, range),
        near.title,
        near.language,
        level,
      ]),
      [
        ['not-a-heading', 'Mood today:', 'Mood today', 'en', 4],
        ['not-a-heading', 'Bekerja bersama', 'Bekerja bersama', 'id', 3],
        ['not-a-heading', 'Reviewing', 'Reviewing', 'en', 3],
      ],
    );
  });

  it('give a section paragraph the level of the sections beside it, and a first stage level 2', () => {
    const beside = read('# Work\n### Findings\na\n\nHomework\n');
    assert.equal(beside.nearMisses[0]?.level, 3);
    assert.equal(read('Work\n').nearMisses[0]?.level, 2);
  });

  it('are lines that are only a title and begin a paragraph, which stays content', () => {
    const note = read('A. Bekerja bersama\nLatihan.\n');
    assert.deepEqual(
      note.nearMisses.map(({ kind, near, range, level }) => [kind, near.title, at(note, range), level]),
      [['not-a-heading', 'A. Bekerja bersama', 'A. Bekerja bersama', 2]],
    );
    const [miss] = misses('Work', 'Went through the week.');
    assert.deepEqual(miss?.slice(0, 2), ['not-a-heading', 'Work']);
  });

  it('are no paragraphs with more than a title, items, or titles outside their stage', () => {
    assert.deepEqual(
      misses('Work was hard', '', '- Work', '', '> Work', '', 'Work\nand more', '', 'Findings'),
      [],
    );
  });

  it('that are paragraphs are no content', () => {
    assert.equal(read('# Opening the session\n\n**Mood today**\n').stages[0]?.fullness, 'empty');
    assert.equal(
      read('# Opening the session\n## Mood today\n\n**Mood today**\n').stages[0]?.fullness,
      'filled',
    );
  });
});
