import assert from 'node:assert/strict';
import { insertAll, insertSection, insertStage } from '../../../src/core/change/insertion';
import { headingForm } from '../../../src/core/change/markForm';
import { sectionTemplate, stageTemplate } from '../../../src/core/change/template';
import type { Note } from '../../../src/core/note/note';
import type { Section, Stage } from '../../../src/core/protocol/schema';
import { applyEdits } from '../../../src/core/text/textEdit';
import { lines, read, workshop } from '../note/workshop';

function stage(id: string): Stage {
  const found = workshop.protocol.stages.find(each => each.id === id);
  assert(found);
  return found;
}

function section(stageId: string, id: string): Section {
  const found = stage(stageId).sections.find(each => each.id === id);
  assert(found);
  return found;
}

/** The text after a stage was inserted, `|` where the caret stands. */
function withStage(text: string, id: string, language = 'en'): string {
  const { edits, caret } = insertStage(read(text), stage(id), language);
  const after = applyEdits(text, edits);
  return `${after.slice(0, caret)}|${after.slice(caret)}`;
}

/** The text after a section was inserted into the first region of its stage, `|` where the caret stands. */
function withSection(text: string, stageId: string, id: string): string {
  const note = read(text);
  const region = note.stages.find(each => each.stage.id === stageId);
  assert(region);
  const { edits, caret } = insertSection(note, region, section(stageId, id), 'en');
  const after = applyEdits(text, edits);
  return `${after.slice(0, caret)}|${after.slice(caret)}`;
}

describe('inserting a stage', () => {
  it('puts it behind the region of its nearest predecessor, at its level, with one blank line around', () => {
    const text = lines('# Day', '### Opening', '#### Mood today', 'Good.', '### Appendix', 'Words.', '');
    const protocolText = text.replace('Opening', 'Opening the session');
    assert.equal(
      withStage(protocolText, 'reviewing'),
      lines(
        '# Day',
        '### Opening the session',
        '#### Mood today',
        'Good.',
        '',
        '### Reviewing',
        '',
        '|',
        '',
        '### Appendix',
        'Words.',
        '',
      ),
    );
  });

  it('puts it before its nearest successor where it has no predecessor', () => {
    assert.equal(
      withStage(lines('# Day', 'Words.', '', '#### Reviewing', ''), 'working'),
      lines(
        '# Day',
        'Words.',
        '',
        '#### Working together',
        '',
        '##### Findings',
        '',
        '|',
        '',
        '##### Homework',
        '',
        '',
        '',
        '##### Outcome',
        '',
        '',
        '',
        '#### Reviewing',
        '',
      ),
    );
  });

  it('leaves a comment, such as the switch of a rule, at the heading that it stands above', () => {
    const comment = '<!-- session-notes-disable-next-line stage-order -->';
    const after = withStage(lines('# Day', '', comment, '## Reviewing', ''), 'working');
    assert.equal(after.includes(`\n${comment}\n## Reviewing\n`), true);
    assert.equal(after.indexOf('## Working together') < after.indexOf(comment), true);
  });

  it('puts it at the end at level 2 where the note has no stage', () => {
    assert.equal(withStage('', 'reviewing'), lines('## Reviewing', '', '|', ''));
    assert.equal(withStage('Words.', 'reviewing'), lines('Words.', '', '## Reviewing', '', '|', ''));
    assert.equal(withStage('Words.\n\n', 'reviewing'), lines('Words.', '', '## Reviewing', '', '|', ''));
    assert.equal(
      withStage('---\nclient: a\n---', 'reviewing'),
      lines('---\nclient: a\n---', '', '## Reviewing', '', '|', ''),
    );
  });

  it('keeps the line ends of the text and stays behind a byte order mark', () => {
    assert.equal(withStage('Words.\r\n', 'reviewing'), 'Words.\r\n\r\n## Reviewing\r\n\r\n|\r\n');
    assert.equal(withStage('A\rB', 'reviewing'), 'A\rB\r\r## Reviewing\r\r|\r');
    assert.equal(
      withStage('\ufeff## Reviewing\n', 'opening', 'id').startsWith('\ufeff## Membuka sesi\n'),
      true,
    );
    assert.equal(withStage('\ufeff', 'reviewing'), '\ufeff## Reviewing\n\n|\n');
  });

  it('writes the title in the language asked for, in English where there is none', () => {
    assert.equal(withStage('', 'reviewing', 'id'), lines('## Meninjau', '', '|', ''));
    assert.equal(withStage('', 'reviewing', 'fr'), lines('## Reviewing', '', '|', ''));
  });

  it('never goes deeper than six levels', () => {
    const text = lines('###### Reviewing', 'Words.', '');
    assert(withStage(text, 'opening').includes('\n###### Mood today\n'));
    const after = withStage(text, 'opening').replace('|', '');
    assert.deepEqual(read(after).stages[0]?.sections.length, 2);
  });

  it('ends what was left open at the end of the text, which would swallow it', () => {
    const openings: readonly (readonly [string, string])[] = [
      ['```js', '```'],
      ['~~~~~', '~~~~~'],
      ['<!-- never closed', '-->'],
      ['<script>', '</script>'],
      ['<?php', '?>'],
      ['<![CDATA[', ']]>'],
      ['<!DOCTYPE', '>'],
    ];
    for (const [opening, closing] of openings) {
      const text = lines('## Opening the session', opening, 'words');
      const after = withStage(text, 'reviewing').replace('|', '');
      assert.equal(after, lines(text, closing, '', '## Reviewing', '', '', ''));
      assert.deepEqual(
        read(after).stages.map(region => region.stage.id),
        ['opening', 'reviewing'],
      );
    }
  });

  it('adds no end to what ends by itself', () => {
    for (const ended of [
      '```\nwords\n```',
      '<!-- words -->',
      '    words',
      '<div>',
      '> ```',
      '- ```\n  words',
    ]) {
      const after = withStage(lines('## Opening the session', '', ended), 'reviewing').replace('|', '');
      assert.equal(after, lines('## Opening the session', '', ended, '', '## Reviewing', '', '', ''));
      assert.equal(read(after).stages.length, 2);
    }
  });
});

describe('inserting a section', () => {
  const head = lines('## Working together', 'Words.', '');

  it('puts it at the end of a stage without sections, one level below', () => {
    assert.equal(
      withSection(lines(head, '## Reviewing', ''), 'working', 'homework'),
      lines('## Working together', 'Words.', '', '### Homework', '', '|', '', '## Reviewing', ''),
    );
  });

  it('puts it to its place among its siblings, at their level', () => {
    const text = lines('## Working together', '#### Findings', 'a', '#### Outcome', 'Done.', '');
    assert.equal(
      withSection(text, 'working', 'homework'),
      lines(
        '## Working together',
        '#### Findings',
        'a',
        '',
        '#### Homework',
        '',
        '|',
        '',
        '#### Outcome',
        'Done.',
        '',
      ),
    );
    const only = lines('## Working together', '#### Outcome', 'Done.', '');
    assert.equal(
      withSection(only, 'working', 'findings'),
      lines('## Working together', '', '#### Findings', '', '|', '', '#### Outcome', 'Done.', ''),
    );
  });
});

describe('inserting several at once', () => {
  it('keeps sections in the stage that ends there, then adds stages in the order of the protocol', () => {
    const text = lines('## Opening the session', 'Words.', '### Mood today', 'Good.', '');
    const note: Note = read(text);
    const wanted = [
      { stage: stage('reviewing') },
      { stage: stage('opening'), section: section('opening', 'wishes') },
      { stage: stage('working') },
    ];
    const insertions = insertAll(note, wanted, 'en');
    const after = applyEdits(
      text,
      insertions.flatMap(({ edits }) => edits),
    );
    const headings = [...after.matchAll(/^#.*$/gm)].map(([heading]) => heading);
    assert.deepEqual(headings, [
      '## Opening the session',
      '### Mood today',
      "### Client's wishes",
      '## Working together',
      '### Findings',
      '### Homework',
      '### Outcome',
      '## Reviewing',
    ]);
    assert.equal(after.slice(0, insertions[0]?.caret).endsWith("### Client's wishes\n\n"), true);
  });

  it('says where each is to be written, in the text after all of them', () => {
    const text = lines('## Opening the session', '### Mood today', 'a', '## Reviewing', '');
    const insertions = insertAll(
      read(text),
      [{ stage: stage('opening'), section: section('opening', 'wishes') }, { stage: stage('working') }],
      'en',
    );
    assert.equal(insertions.length, 1);
    const split = lines(
      '## Working together',
      '### Findings',
      'a',
      '',
      '## Opening the session',
      '### Mood today',
      'a',
      '',
    );
    const two = insertAll(
      read(split),
      [
        { stage: stage('opening'), section: section('opening', 'wishes') },
        { stage: stage('working'), section: section('working', 'homework') },
      ],
      'en',
    );
    const after = applyEdits(
      split,
      two.flatMap(({ edits }) => edits),
    );
    assert.deepEqual(
      two.map(({ caret }) => after.slice(0, caret).trimEnd().split('\n').at(-1)),
      ['### Homework', "### Client's wishes"],
    );
  });
});

describe('the template', () => {
  it('of a section has its prompt only where prompts are comments: one that nothing in it can end', () => {
    const prompt = { en: 'What --> next?\nAnd ---- then?' };
    const asking: Section = { ...section('opening', 'mood'), prompt };
    assert.deepEqual(sectionTemplate(asking, 'id', headingForm(3)).lines, ['### Suasana hari ini', '', '']);
    assert.deepEqual(sectionTemplate(asking, 'id', headingForm(3), 'comments'), {
      lines: ['### Suasana hari ini', '', '<!-- What –> next? And – then? -->', ''],
      writingLines: [3],
    });
  });

  it('of a stage has its required sections only, and a line to write on for each', () => {
    const optional: Stage = {
      ...stage('opening'),
      sections: stage('opening').sections.map((each, at) => ({ ...each, required: at > 0 })),
    };
    assert.deepEqual(stageTemplate(optional, 'en', headingForm(2)), {
      lines: ['## Opening the session', '', "### Client's wishes", '', ''],
      writingLines: [4],
    });
    assert.deepEqual(stageTemplate(stage('working'), 'en', headingForm(2)).writingLines, [4, 8, 12]);
  });
});
