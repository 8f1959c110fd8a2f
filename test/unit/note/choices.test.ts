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

  it('are none in other words, quotes and code', () => {
    assert.deepEqual(named('Not done', 'Donest', '> Done', '', '```', 'Done', '```'), []);
  });

  it('are none in sections that ask for no choice', () => {
    const note = read('# Work\n## Findings\nDone\n');
    assert.deepEqual(note.stages[0]?.sections[0]?.choices, []);
  });
});
