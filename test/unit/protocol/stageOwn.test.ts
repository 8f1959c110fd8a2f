import assert from 'node:assert/strict';
import { headingForm } from '../../../src/core/change/markForm';
import { newNote } from '../../../src/core/change/newNote';
import { stageTemplate } from '../../../src/core/change/template';
import { insertableGoals } from '../../../src/core/complete/goalCandidates';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { protocols } from '../validate/support';

const soap = protocols.get('soap');
assert.ok(soap);
const plan = soap.protocol.stages.find(({ id }) => id === 'plan');
assert.ok(plan);

function read(...body: readonly string[]): Note {
  const head = ['---', 'protocol: soap', 'client: C-207', 'session: 1', 'date: 2026-03-12', '---'];
  return parseNote([...head, ...body, ''].join('\n'), { protocols, defaultProtocol: 'none' });
}

describe('a stage without sections', () => {
  it('tracks as actions what the protocol says are actions, and elsewhere goals', () => {
    const note = read('## Assessment', '- [ ] Sleep', '', '## Plan', '- [ ] Note the hour', '');
    assert.deepEqual(
      note.goals.map(({ kind, stage, text }) => [kind, stage, text]),
      [
        ['goal', 'assessment', 'Sleep'],
        ['action', 'plan', 'Note the hour'],
      ],
    );
  });

  it('tracks nothing where the protocol says so', () => {
    const note = read('## Objective', '- [x] Came on time', '');
    assert.deepEqual(note.goals, []);
    assert.deepEqual(insertableGoals(note, note.outline.text.length, [], 'en'), []);
  });

  it('is inserted with its question, where there is one and prompts are written', () => {
    const { lines, writingLines } = stageTemplate(plan, 'id', headingForm(2), 'comments');
    assert.equal(lines[0], '## Rencana');
    assert.match(lines[2] ?? '', /^<!-- Apa langkah berikutnya.* -->$/);
    assert.deepEqual(writingLines, [3]);
    const { prompt: _, ...silent } = plan;
    assert.deepEqual(stageTemplate(silent, 'id', headingForm(2), 'comments').lines, ['## Rencana', '', '']);
    assert.deepEqual(stageTemplate(plan, 'id', headingForm(2)).lines, ['## Rencana', '', '']);
  });

  it('asks its question in a new note where prompts are written, the caret below', () => {
    const made = newNote({
      prompts: 'comments',
      protocol: soap,
      clients: ['C-207'],
      session: 1,
      date: '2026-03-12',
      counselor: 'RA',
      stages: ['plan'],
      language: 'en',
      cases: [],
    });
    assert.match(made.text.slice(0, made.caret), /## Plan\n\n<!-- What happens next.* -->\n$/);
  });
});
