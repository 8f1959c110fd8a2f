import assert from 'node:assert/strict';
import { parseNote } from '../../../src/core/note/parseNote';
import {
  decisionWords,
  planWords,
  riskWords,
  type SectionWords,
} from '../../../src/core/progress/recordedWords';
import { builtin } from '../case/noteTexts';

function noteOf(...lines: readonly string[]) {
  return noteBy('four-stage', ...lines);
}

function noteBy(protocol: string, ...lines: readonly string[]) {
  const text = ['---', `protocol: ${protocol}`, 'client: A', '---', ...lines].join('\n');
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

  it('are those of a part that its heading calls a plan', () => {
    const note = noteOf(
      '## Rencana Tindak Lanjut',
      '- Menulis jurnal',
      '- [ ] Tidur sebelum pukul 23.00',
      '### Hasil penerapan',
      'Belum ada.',
    );
    assert.deepEqual(read(planWords(note)), ["Client's actions:", '  Menulis jurnal']);
  });

  it('are what stands directly under the stage, too, where a format gives it no sections', () => {
    const note = noteBy('soap', '## Plan', '- [ ] Keep a sleep diary', '- Weekly until March', 'S: no plan');
    assert.deepEqual(read(planWords(note)), ['Plan:', '  Weekly until March S: no plan']);
    assert.deepEqual(read(planWords(noteBy('soap', 'S: Tired.', 'P: Weekly until March'))), [
      'Plan:',
      'Weekly until March',
    ]);
    assert.deepEqual(planWords(noteBy('soap', '## Plan', 'Not addressed: no time left')), []);
  });

  it('are none where the plan was not addressed', () => {
    const note = noteOf('## Planning', '### Best-fitting solution', 'Deferred: no time left');
    assert.deepEqual(planWords(note), []);
  });
});

describe('Words about risk', () => {
  it('are those of the part that a format has for it, in notes of several formats too', () => {
    const note = noteBy(
      '[soap, audit-us]',
      '## Subjective',
      'Tired.',
      '## Risk',
      'Thoughts of dying, no plan.',
    );
    assert.deepEqual(read(riskWords(note)), ['Risk:', 'Thoughts of dying, no plan.']);
    assert.deepEqual(riskWords(noteOf('## Planning', 'Risk of relapse.')), []);
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
      '- [v] Continued',
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
