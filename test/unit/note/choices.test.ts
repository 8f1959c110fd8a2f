import assert from 'node:assert/strict';
import { at, lines, read } from './workshop';

function named(...content: readonly string[]): readonly (readonly [choice: string, line: string])[] {
  const note = read(lines('# Work', '## Outcome', ...content));
  const choices = note.stages[0]?.sections[0]?.choices ?? [];
  return choices.map(({ choice, range }) => [choice.id, at(note, range)]);
}

describe('the choices that a section names', () => {
  it('stand in lines of paragraphs and in items at any depth', () => {
    assert.deepEqual(named('Done'), [['done', 'Done']]);
    assert.deepEqual(named('words', 'Done, at last'), [['done', 'Done, at last']]);
    assert.deepEqual(named('- Selesai', '  - Continued: twice a month'), [
      ['done', 'Selesai'],
      ['continued', 'Continued: twice a month'],
    ]);
    assert.deepEqual(named('Outcome: Done'), [['done', 'Outcome: Done']]);
  });

  it('are only the ticked ones of task items', () => {
    assert.deepEqual(named('- [ ] Done', '- [x] Continued', '- [-] Done', '- [X]  Done (soon)'), [
      ['continued', 'Continued'],
      ['done', 'Done (soon)'],
    ]);
  });

  it('are the ticked ones of lines with a box of any kind, before or behind the words', () => {
    const ticked: readonly (readonly string[])[] = [
      ['[ ] Done', '[x] Continued'],
      ['[] Done', '[v] Continued'],
      ['( ) Done', '(x) Continued'],
      ['- ( ) Done', '- (v) Continued'],
      ['☐ Done', '☑ Continued'],
      ['-[x] Continued'],
      ['- ☑ Continued'],
      ['- [v] Continued'],
      ['- [√] Continued'],
      ['Done [ ]', 'Continued [x]'],
      ['Done: ☐', 'Continued: ☑'],
      ['Done ( )   Continued (v)'],
      ['☐ Done ☑ Continued'],
      ['Outcome: [ ] Done [x] Continued'],
      ['❌ Done', '✅ Continued'],
      ['Done ✗', 'Continued ✓'],
      ['- [ ] Done', '  [x] Continued'],
      ['• Continued'],
      ['**[ ]** Done', '**[x]** Continued'],
      ['**Done** [ ]', '**Continued** [x]'],
      ['\\[ \\] Done', '\\[x\\] Continued'],
      ['- \\[ \\] Done', '- \\[x\\] Continued'],
      ['<input type="checkbox"> Done', '<input type="checkbox" checked> Continued'],
      ['| [ ] Done | [x] Continued |'],
      ['| Done | [ ] |', '| Continued | [x] |'],
      ['Done [ ] / Continued [x]'],
      ['[x]Continued'],
      ['○ Done', '● Continued'],
      ['- ○ Done', '- ● Continued'],
      ['◯ Done ◉ Continued'],
      ['( ) Done', '(•) Continued'],
      ['● Continued'],
    ];
    for (const content of ticked)
      assert.deepEqual(
        named(...content).map(([choice]) => choice),
        ['continued'],
        content.join(' | '),
      );
  });

  it('are none of a box that is not ticked, nor of what goes on below it', () => {
    const open = ['[] Done', '( ) Done', '- ( ) Done', 'Done [ ]', 'Done: ☐', 'Done ☐', '▢ Done', '[?] Done'];
    for (const line of open) assert.deepEqual(named(line), [], line);
    assert.deepEqual(named('- [ ] Done,', '  Continued'), []);
  });

  it('are all that a line names', () => {
    assert.deepEqual(named('- [v] Continued, monthly'), [['continued', 'Continued, monthly']]);
    assert.deepEqual(named('Selesai, dilanjutkan bulan depan'), []);
  });

  it('are none in other words, quotes and code', () => {
    assert.deepEqual(named('Not done', 'Donest', '> Done', '', '```', 'Done', '```'), []);
  });

  it('are none in sections that ask for no choice', () => {
    const note = read('# Work\n## Findings\nDone\n');
    assert.deepEqual(note.stages[0]?.sections[0]?.choices, []);
  });
});
