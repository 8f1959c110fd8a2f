import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closeCase, closingOf, reopenCase } from '../../../src/core/change/closeCase';
import { applyEdits } from '../../../src/core/text/textEdit';
import { caseOf, noteText, read } from './caseTexts';

const planning = '## Planning the solution\n### Best-fitting solution\nSmall steps.\n';
const solved = '## Termination\n### Decision\nResolved\n';

function closed(text: string): string | undefined {
  const change = closeCase(read(text), 'k-014', 'referred');
  return change.kind === 'edits' ? applyEdits(text, change.edits) : undefined;
}

function reopened(text: string): string | undefined {
  const change = reopenCase(read(text), 'k-014');
  return change.kind === 'edits' ? applyEdits(text, change.edits) : undefined;
}

describe('closing a case', () => {
  it('adds one line to the front matter of the note and changes nothing else', () => {
    const text = noteText(3, planning, 'status: draft # not yet\n');
    assert.equal(closed(text), noteText(3, planning, 'status: draft # not yet\nclosed: referred\n'));
    const windows = `\ufeff${text.replaceAll('\n', '\r\n')}`;
    assert.equal(closed(windows), windows.replace('not yet\r\n', 'not yet\r\nclosed: referred\r\n'));
  });

  it('gives a value to a field that has none or another, under the key that the note uses', () => {
    for (const [before, after] of [
      ['closed:\n', 'closed: referred\n'],
      ['closed: soon # ask\n', 'closed: referred # ask\n'],
      ['ditutup: [resolved]\n', 'ditutup: referred\n'],
      ['closed: # why\n  - resolved # mine\n  - other # too\n', 'closed: # why\n  referred\n# mine\n# too\n'],
    ] as const) {
      assert.equal(closed(noteText(3, planning, before)), noteText(3, planning, after), before);
    }
  });

  it('is refused where the front matter takes no line, and in a note of another client', () => {
    const texts = [
      '---\n{ protocol: four-stage, client: K-014 }\n---\n',
      '---\nprotocol: four-stage\nclient: K-014\n',
      noteText(3, planning).replace('K-014', 'K-015'),
      '',
    ];
    for (const text of texts) assert.equal(closed(text), undefined, text);
  });

  it('is undone, to the byte, by reopening', () => {
    const eols = fc.constantFrom('\n', '\r\n');
    const extras = fc.constantFrom('', 'status: draft\n', 'counselor: "R: A"\n', 'stages: [planning]\n');
    fc.assert(
      fc.property(eols, extras, fc.boolean(), (eol, extra, hasMark) => {
        const text = `${hasMark ? '\ufeff' : ''}${noteText(1, planning, extra).replaceAll('\n', eol)}`;
        assert.equal(reopened(closed(text) ?? ''), text);
      }),
    );
  });
});

describe('reopening a case', () => {
  it('takes away every line that closes it, but for the comments on them', () => {
    const text = noteText(3, planning, 'closed: resolved # by letter\nditutup: other\nstatus: draft\n');
    assert.equal(reopened(text), noteText(3, planning, '# by letter\nstatus: draft\n'));
    const below = noteText(3, planning, 'closed: # why\n  resolved # mine\n  # more\nstatus: draft\n');
    assert.equal(reopened(below), noteText(3, planning, '# why\n# mine\n  # more\nstatus: draft\n'));
    const windows = text.replaceAll('\n', '\r\n');
    assert.equal(
      reopened(windows),
      noteText(3, planning, '# by letter\nstatus: draft\n').replaceAll('\n', '\r\n'),
    );
  });

  it('takes a # in a value for no comment', () => {
    const text = noteText(3, planning, 'closed: "other" # "#1"\nroom: "a # b"\n');
    assert.equal(reopened(text), noteText(3, planning, '# "#1"\nroom: "a # b"\n'));
  });

  it('is refused where nothing closes it any more', () => {
    assert.equal(reopened(noteText(3, planning)), undefined);
    assert.equal(reopened(noteText(3, planning, 'closed: soon\n')), undefined);
  });

  it('knows whether the field alone closes the case, or a decision does', () => {
    const byField = caseOf(noteText(1, planning), noteText(2, planning, 'closed: resolved\n'));
    assert.deepEqual([closingOf(byField)?.note.path, closingOf(byField)?.byFieldAlone], ['2.md', true]);
    const byChoice = caseOf(noteText(1, solved));
    assert.equal(closingOf(byChoice)?.byFieldAlone, false);
    assert.equal(closingOf(caseOf(noteText(1, solved, 'closed: resolved\n')))?.byFieldAlone, false);
    const later = caseOf(noteText(1, planning, 'closed: resolved\n'), noteText(2, planning));
    assert.equal(closingOf(later), undefined);
  });
});
