import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clientKey } from '../../../src/core/case/clientKey';
import { type Change, editsOf } from '../../../src/core/change/change';
import { changeStatus } from '../../../src/core/change/changeStatus';
import { closeCase, reopenCase } from '../../../src/core/change/closeCase';
import { insertStage } from '../../../src/core/change/insertion';
import { renameClient } from '../../../src/core/change/renameClient';
import type { Note } from '../../../src/core/note/note';
import { parseOutline } from '../../../src/core/note/parseOutline';
import { changeFormat } from '../../../src/core/practice/changeFormat';
import { finishNote } from '../../../src/core/practice/finishNote';
import { fixNote } from '../../../src/core/practice/fixNote';
import { loadPractice } from '../../../src/core/practice/loadPractice';
import { readNote } from '../../../src/core/practice/practice';
import { noteProblems } from '../../../src/core/practice/problems';
import { scaffoldNote } from '../../../src/core/practice/scaffoldNote';
import { applyEdits } from '../../../src/core/text/textEdit';
import { anyNote } from '../validate/anyNote';

const practice = loadPractice(undefined, [], {});

/** A note with remarks of the user on some of its lines: `<!-- zq1 -->`, or `# zq1` in its front matter. */
const remarkedNote = fc
  .tuple(anyNote, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
  .map(([text, places]) => {
    const { lines, frontMatter } = parseOutline(text);
    const bodyStart = frontMatter?.range.end ?? 0;
    let remarked = '';
    let done = 0;
    for (let number = 0; number < lines.lineCount; number++) {
      const { start, end } = lines.lineRange(number);
      const line = text.slice(start, end);
      const isPassed = line.trim() === '' || /^\ufeff?---|^\.\.\.|`|~/.test(line);
      if (places[number % places.length] !== true || isPassed) continue;
      remarked += text.slice(done, end) + (start < bodyStart ? ` # zq${number}` : ` <!-- zq${number} -->`);
      done = end;
    }
    return remarked + text.slice(done);
  });

/** Everything that changes a note, by what it is called. */
function changesOf(note: Note): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  for (const [number, problem] of noteProblems(practice, note).entries()) {
    for (const [place, fix] of problem.fixes.entries()) {
      changes.set(`fix ${number}.${place} of ${problem.rule}`, editsOf(fix.edits));
    }
  }
  changes.set('all safe fixes', fixNote(practice, note));
  changes.set('the scaffold', scaffoldNote(practice, note));
  changes.set('Finish Note', finishNote(practice, note));
  const undiscussed = finishNote(practice, note, { settled: () => 'not-discussed' });
  changes.set('Finish Note with nothing discussed', undiscussed);
  for (const { value } of note.frontMatter.clients) {
    changes.set('Close Case', closeCase(note, clientKey(value), 'resolved'));
    changes.set('Reopen Case', reopenCase(note, clientKey(value)));
    changes.set('Rename Client', renameClient(note, clientKey(value), 'Z: 9'));
  }
  for (const [number, goal] of note.goals.entries()) {
    changes.set(`Drop Goal ${number}`, changeStatus(note, goal, 'dropped'));
  }
  for (const id of practice.protocols.ids) {
    const to = practice.protocols.get(id);
    if (to === undefined) continue;
    changes.set(`Change Format to ${id}`, changeFormat(note, to, { language: 'en', leftHeading: 'Left' }));
    const [stage] = to.protocol.stages;
    if (id === note.protocolId && stage !== undefined) {
      changes.set('Insert Stage', editsOf(insertStage(note, stage, 'en').edits));
    }
  }
  return changes;
}

describe('a comment that the user wrote', () => {
  it('stays, whatever changes the note', () => {
    fc.assert(
      fc.property(remarkedNote, text => {
        const note = readNote(practice, 'a.session.md', text);
        const remarks = text.match(/(?:<!--|#) zq\d+/g) ?? [];
        for (const [what, change] of changesOf(note)) {
          if (change.kind === 'refused') continue;
          const after = applyEdits(text, change.edits);
          for (const remark of remarks)
            assert.ok(after.includes(remark), `${what} takes ${remark}:\n${after}`);
        }
      }),
      { numRuns: 80 },
    );
  });
});
