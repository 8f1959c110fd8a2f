import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { overdueDates } from '../../../src/extension/appearance/overdueDates';

const protocols = protocolSet(builtinProtocols());

function noteOf(session: number, goals: string, more = '') {
  const text = `---\nprotocol: four-stage\nclient: K-014\nsession: ${session}\n${more}---\n## Planning how to solve the problem\n\n${goals}\n`;
  return parseNote(text, { protocols, defaultProtocol: 'four-stage' });
}

/** The dates shown as overdue on 2026-03-20 in each of a case's notes. */
function shown(...notes: readonly ReturnType<typeof noteOf>[]): readonly (readonly string[])[] {
  const path = (at: number): string => `${at}.md`;
  const ofCase = buildCase(
    'k-014',
    notes.map((note, at) => toCaseNote(path(at), note)),
    protocols,
  );
  return notes.map((note, at) =>
    overdueDates(note, path(at), [ofCase], '2026-03-20').map(({ start, end }) =>
      note.outline.text.slice(start, end),
    ),
  );
}

describe('Overdue dates', () => {
  it('are those before today of goals that are open and not on hold', () => {
    const goals = [
      '- [ ] a [due:: 2026-03-19]',
      '- [/] b [due:: 2026-03-01] ^b',
      '- [ ] c [Tenggat:: 2025-12-31]',
      '- [h] d [due:: 2025-12-31]',
    ];
    assert.deepEqual(shown(noteOf(1, goals.join('\n'))), [['2026-03-19', '2026-03-01', '2025-12-31']]);
  });

  it('are none of today, of later days, of what is no date, and of what is done or dropped', () => {
    const goals = [
      '- [ ] a [due:: 2026-03-20]',
      '- [ ] b [due:: soon]',
      '- [x] c [due:: 2026-01-01]',
      '- [-] d [due:: 2026-01-01]',
      '- [ ] e [due:: 2026-03-19]',
    ];
    assert.deepEqual(shown(noteOf(1, goals.join('\n'))), [['2026-03-19']]);
  });

  it('are shown where the goal stands last, not in the notes before', () => {
    const first = noteOf(1, '- [ ] a ^a [due:: 2026-03-01]\n- [ ] b ^b [due:: 2026-03-02]');
    const second = noteOf(2, '- [>] a ^a [due:: 2026-03-01]\n- [x] b ^b [due:: 2026-03-02]');
    assert.deepEqual(shown(first, second), [[], ['2026-03-01']]);
  });

  it('are not shown in a closed case', () => {
    const goal = '- [ ] a [due:: 2026-03-01]';
    assert.deepEqual(shown(noteOf(1, goal)), [['2026-03-01']]);
    assert.deepEqual(shown(noteOf(1, goal, 'closed: transferred\n')), [[]]);
  });
});
