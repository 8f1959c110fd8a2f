import assert from 'node:assert/strict';
import { parseNote } from '../../../src/core/note/parseNote';
import { decisionWords, planWords, type SectionWords } from '../../../src/core/progress/recordedWords';
import { builtin } from '../case/noteTexts';

function noteOf(...lines: readonly string[]) {
  const text = ['---', 'protocol: four-stage', 'client: A', '---', ...lines].join('\n');
  return parseNote(text, { protocols: builtin, defaultProtocol: 'four-stage' });
}

/** Each section as its English title and its lines, items indented. */
function read(sections: readonly SectionWords[]): readonly string[] {
  return sections.flatMap(({ title, lines }) => [
    `${title['en']}:`,
    ...lines.map(({ text, depth }) => `${'  '.repeat(depth)}${text}`),
  ]);
}

describe('Words of the last plan', () => {
  it('are the lines of its sections without markup, comments and goals', () => {
    const note = noteOf(
      '## Planning how to solve the problem',
      '- [ ] Sleep before eleven ^sleep',
      '### Best-fitting solution',
      '**One talk** with the [tutor](https://example.org),',
      'on Thursday. <!-- ask again -->',
      '- first *this*',
      '  - then that',
      '- [x] tried already',
      '### Alternative solutions',
      '<!-- What else was considered? -->',
      '### Explanation of the solution',
      '- [ ] a goal of its own',
      '> in her words',
      '',
      '```',
      'as written',
      '```',
    );
    assert.deepEqual(read(planWords(note)), [
      'Best-fitting solution:',
      'One talk with the tutor, on Thursday.',
      '  first this',
      '    then that',
      'Explanation of the solution:',
      'in her words',
      'as written',
    ]);
  });

  it('are none where the plan was not addressed', () => {
    const note = noteOf('## Planning', '### Best-fitting solution', 'Deferred: no time left');
    assert.deepEqual(planWords(note), []);
  });
});

describe('Words of the last decision', () => {
  it('are all lines of the section with the choice, its reason too, and of choices to tick the ticked ones', () => {
    const note = noteOf(
      '## Applying the solution and closing',
      "### Client's actions",
      '- [ ] Call home',
      '### Decision',
      'Reduced: once a month',
      '',
      '- [x] Continued',
      '- [ ] Resolved',
      '- Until spring',
    );
    assert.deepEqual(read(decisionWords(note)), [
      'Decision:',
      'Reduced: once a month',
      '  Continued',
      '  Until spring',
    ]);
    assert.deepEqual(planWords(note), []);
  });
});
