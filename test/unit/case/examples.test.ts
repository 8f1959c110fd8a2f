import assert from 'node:assert/strict';
import { type Case, isOpen } from '../../../src/core/case/case';
import { changeTarget } from '../../../src/core/case/newestNote';
import { processProgress } from '../../../src/core/case/openGoals';
import { changeStatus } from '../../../src/core/change/changeStatus';
import { parseNote } from '../../../src/core/note/parseNote';
import { applyEdits } from '../../../src/core/text/textEdit';
import { builtin, indexTexts, noteTexts } from './noteTexts';

const texts = noteTexts('examples');

function caseOf(client: string): Case {
  const found = indexTexts(texts).get(client.toLowerCase());
  assert.ok(found, `${client} is among the samples`);
  return found;
}

function statusesOf(found: Case): Readonly<Record<string, string>> {
  return Object.fromEntries(
    found.goals.filter(({ protocolGoal }) => protocolGoal === undefined).map(goal => [goal.key, goal.status]),
  );
}

describe('the cases of the sample workspace', () => {
  it('are those of its clients; other Markdown files are none', () => {
    const clients = indexTexts(texts)
      .cases()
      .map(({ client }) => client);
    assert.deepEqual(clients, ['C-007', 'K-014', 'K-021', 'K-033', 'M-003', 'S-052']);
  });

  it('have K-014 closed with everything ended, its transcript and process note adding nothing', () => {
    const found = caseOf('K-014');
    assert.equal(found.closed, true);
    assert.equal(found.sessions, 5);
    assert.equal(found.notes.length, 7);
    assert.ok(!found.goals.some(({ status }) => isOpen(status)));
    assert.deepEqual(processProgress(found), { done: 8, total: 8 });
    const main = found.goals.find(({ id }) => id === 'berani-bicara');
    assert.deepEqual([main?.mentions.length, main?.gas, main?.age], [5, 1, 4]);
  });

  it('have in C-007 the goals that its four sessions leave open', () => {
    const found = caseOf('C-007');
    assert.equal(found.closed, false);
    assert.deepEqual(statusesOf(found), {
      '^decide': 'in-progress',
      '^join': 'achieved',
      '^tutor': 'on-hold',
      '^choir': 'achieved',
      '^questions': 'achieved',
      '^calls': 'in-progress',
      '^list': 'open',
    });
    assert.deepEqual(processProgress(found), { done: 4, total: 8 });
  });

  it('have in M-003 process goals in two languages, and no session for the missed one', () => {
    const found = caseOf('M-003');
    assert.equal(found.sessions, 3);
    const explained = found.goals.find(({ protocolGoal }) => protocolGoal === 'explain-process');
    assert.equal(explained?.status, 'achieved');
    assert.deepEqual([...(found.recordedStages.get('four-stage') ?? [])].sort(), [
      'exploration',
      'planning',
      'relationship',
    ]);
  });

  it('are the same when the files are read backwards', () => {
    assert.deepEqual(indexTexts([...texts].reverse()).cases(), indexTexts(texts).cases());
  });

  it('take a tick in the newest note, and only that goal changes', () => {
    const before = caseOf('C-007');
    const goal = before.goals.find(({ id }) => id === 'calls');
    assert.ok(goal);
    const target = changeTarget(before, goal);
    assert.ok(target.kind === 'write');
    const { path } = target.note;
    const text = texts.get(path) ?? '';
    const note = parseNote(text, { protocols: builtin, defaultProtocol: 'four-stage' });
    const change = changeStatus(note, target.mention.said, 'achieved');
    assert.ok(change.kind === 'edits');
    const changed = new Map(texts).set(path, applyEdits(text, change.edits));
    const after = indexTexts(changed).get('c-007');
    assert.ok(after);
    assert.deepEqual(statusesOf(after), { ...statusesOf(before), '^calls': 'achieved' });
  });

  it('carry a goal that the newest note leaves out there when it is ticked', () => {
    const found = caseOf('C-007');
    const goal = found.goals.find(({ protocolGoal }) => protocolGoal === 'verify-problem');
    assert.ok(goal);
    const target = changeTarget(found, goal);
    assert.equal(target.kind === 'carry' && target.note.path, 'C-007/2026-10-27-session-4.session.md');
  });
});
