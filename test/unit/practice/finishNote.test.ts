import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/core/config/config';
import { finishNote } from '../../../src/core/practice/finishNote';
import { makePractice } from '../../../src/core/practice/practice';
import { applyEdits, offsetBefore } from '../../../src/core/text/textEdit';
import { builtin } from '../case/noteTexts';
import { noteText, read } from '../change/caseTexts';

function finish(text: string, options: Parameters<typeof finishNote>[2] = {}) {
  const finished = finishNote(makePractice(defaultConfig, builtin), read(text), options);
  return { ...finished, text: applyEdits(text, finished.edits) };
}

const date = 'date: 2026-03-12\n';
const planning = `## Planning the solution
### Best-fitting solution
Small steps.
### Alternative solutions
Letters.
`;

describe('finishing a note', () => {
  it('removes the line of the draft mark and nothing else: a comment on it stays', () => {
    const done = noteText(1, planning, `${date}stages: [planning]\n`);
    const draft = noteText(1, planning, `${date}status: draft\nstages: [planning]\n`);
    assert.deepEqual([finish(draft).text, finish(draft).remaining], [done, []]);
    const asked = noteText(1, planning, `${date}status: draft # ask the supervisor\nstages: [planning]\n`);
    assert.equal(
      finish(asked).text,
      noteText(1, planning, `${date}# ask the supervisor\nstages: [planning]\n`),
    );
    const marks: readonly string[] = ['status:   Draft  \n', '"status": "draft"\n', 'status:\n  draft\n'];
    for (const mark of marks) assert.equal(finish(noteText(1, planning, mark)).text, noteText(1, planning));
    const windows = noteText(1, planning, 'status: draft\n').replaceAll('\n', '\r\n');
    assert.equal(finish(windows).text, noteText(1, planning).replaceAll('\n', '\r\n'));
  });

  it('changes nothing in a note that is no draft', () => {
    for (const extra of ['', 'status: signed\n', 'status: [draft]\n', 'status:\n']) {
      assert.deepEqual(finish(noteText(1, planning, extra)).edits, [], extra);
    }
  });

  it('empties the mark where the line holds more', () => {
    const text = '---\n{ protocol: four-stage, status: draft, client: K }\n---\n';
    assert.equal(finish(text).text, '---\n{ protocol: four-stage, status: , client: K }\n---\n');
    assert.equal(read(finish(text).text).frontMatter.draft, false);
  });

  it('tells what remains as a finished note has it, at its places in the text without the mark', () => {
    const draft = noteText(
      1,
      '## Planning the solution\n### Best-fitting solution\nSteps.\n',
      'status: draft\nstages: [planning]\n',
    );
    const { text, remaining } = finish(draft);
    assert.deepEqual(
      remaining.map(({ rule, severity, range }) => [rule, severity, text.slice(range.start, range.end)]),
      [
        ['missing-field', 'warning', '---'],
        ['missing-section', 'warning', 'Planning the solution'],
      ],
    );
    const [, gap] = remaining;
    assert.ok(gap);
    const place = offsetBefore(finish(draft).edits, gap.range.start);
    assert.ok(draft.slice(place).startsWith('Planning the solution'));
  });

  it('says when it was written, where that is another day than that of the session', () => {
    const draft = noteText(1, planning, `${date}status: draft\n`);
    const written = (today: string): string => finish(draft, { today }).text;
    assert.equal(written('2026-03-12'), noteText(1, planning, date));
    assert.equal(written('2026-03-14'), noteText(1, planning, `${date}written: 2026-03-14\n`));
    const finished = noteText(1, planning, date);
    assert.equal(finish(finished, { today: '2026-03-14' }).text, finished);
  });

  it('writes the next appointment, in place of the one that is there', () => {
    const next = 'next: 2026-03-19\n';
    const { text } = finish(noteText(1, planning, `${date}status: draft\n`), {
      next: '2026-03-19',
      today: '2026-03-14',
    });
    assert.equal(text, noteText(1, planning, `${date}written: 2026-03-14\n${next}`));
    const other = noteText(1, planning, `${date}next: 2026-03-20\n`);
    assert.equal(finish(other, { next: '2026-03-19' }).text, noteText(1, planning, `${date}${next}`));
  });

  it('takes out what was carried over and not discussed, but no comment of the user with it', () => {
    const draft = (goals: string): string => noteText(1, `${planning}${goals}- [x] Talk ^b\n`, date);
    const options = { settled: () => 'not-discussed' as const };
    assert.equal(finish(draft('- [>] Walk ^a\n'), options).text, draft(''));
    assert.equal(
      finish(draft('- [>] Walk ^a <!-- ask her aunt -->\n'), options).text,
      draft('- [ ] Walk ^a <!-- ask her aunt -->\n'),
    );
  });

  it('makes goals and actions of the items that are to be followed, and leaves the others', () => {
    const closing = '## Applying the solution and closing\n### Client’s actions\n- Walk\n- Talk\n';
    const draft = noteText(1, closing, `${date}status: draft\n`);
    const { untracked, text } = finish(draft, {
      follows: ({ item }) => item.firstParagraph[0]?.text === 'Talk',
    });
    assert.equal(untracked.length, 2);
    assert.match(text, /\n- Walk\n- \[ \] Talk\n/);
  });
});
