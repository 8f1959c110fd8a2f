import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { changeStatus, type KnownMention, toggledStatus } from '../../../src/core/change/changeStatus';
import { type GoalStatus, goalStatuses } from '../../../src/core/note/goalMention';
import { markerOfStatus, statusOfMarker } from '../../../src/core/note/markers';
import { parseNote } from '../../../src/core/note/parseNote';
import { compileProtocol } from '../../../src/core/protocol/compileProtocol';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { protocolSchema } from '../../../src/core/protocol/schema';
import { applyEdits } from '../../../src/core/text/textEdit';

const walk = {
  id: 'walk',
  title: { en: 'Walk' },
  stages: [
    { id: 'start', title: { en: 'Start' } },
    {
      id: 'end',
      title: { en: 'End' },
      sections: [{ id: 'doing', title: { en: 'Doing' }, tracks: 'actions' }],
    },
  ],
};
const protocols = protocolSet([compileProtocol(v.parse(protocolSchema, walk))]);
const context = { protocols, defaultProtocol: 'walk' };

function noteOf(...lines: readonly string[]): string {
  return ['---', 'protocol: walk', 'client: A', '---', '## Start', ...lines, ''].join('\n');
}

/** The last mention of a goal in `text`. */
function lastMention(text: string): KnownMention {
  const mention = toCaseNote('n.md', parseNote(text, context)).mentions.at(-1);
  assert.ok(mention);
  return mention.said;
}

/** The text after the change, or the key of the reason for which it was refused. */
function changed(text: string, known: KnownMention, wanted: GoalStatus): string {
  const change = changeStatus(parseNote(text, context), known, wanted);
  if (change.kind === 'refused') return change.reason.key;
  return applyEdits(text, change.edits);
}

const gone = 'goal.change-refused.gone';

describe('a change of status', () => {
  it('replaces the marker and nothing else', () => {
    const text = noteOf(
      'Some words',
      '',
      '- [ ] Walk',
      '  far  ^walk [due:: 2026-01-01]',
      '- [ ] Talk ^talk',
    );
    const known = lastMention(noteOf('- [ ] Walk ^walk'));
    assert.equal(changed(text, known, 'achieved'), text.replace('[ ] Walk', '[x] Walk'));
    assert.equal(changed(text, known, 'dropped'), text.replace('[ ] Walk', '[-] Walk'));
    assert.equal(changed(text, known, 'on-hold'), text.replace('[ ] Walk', '[h] Walk'));
  });

  it('keeps CRLF line ends', () => {
    const text = noteOf('- [/] Walk').replaceAll('\n', '\r\n');
    assert.equal(changed(text, lastMention(text), 'achieved'), text.replace('[/]', '[x]'));
  });

  it('finds the goal again after it moved, was reworded under its id, or gained its id', () => {
    const known = lastMention(noteOf('- [ ] Walk ^walk'));
    const moved = noteOf('- [ ] Talk', '', '## End', '- [ ] Walk far ^walk');
    assert.equal(changed(moved, known, 'achieved'), moved.replace('[ ] Walk', '[x] Walk'));
    const bare = lastMention(noteOf('- [ ] Walk'));
    const signed = noteOf('- [ ] *walk* ^walk');
    assert.equal(changed(signed, bare, 'achieved'), signed.replace('[ ]', '[x]'));
    const unsigned = noteOf('- [ ] Walk');
    assert.equal(changed(unsigned, known, 'achieved'), unsigned.replace('[ ]', '[x]'));
  });

  it('goes to the last of several mentions, which is the one that counts', () => {
    const text = noteOf('- [ ] Walk', '- [ ] Walk');
    assert.equal(changed(text, lastMention(text), 'achieved'), noteOf('- [ ] Walk', '- [x] Walk'));
  });

  it('goes to the mention of the same client', () => {
    const forA = lastMention(noteOf('- [ ] Walk [client:: A]'));
    const text = noteOf('- [ ] Walk [client:: A]', '- [ ] Walk [client:: B]');
    assert.equal(
      changed(text, forA, 'achieved'),
      noteOf('- [x] Walk [client:: A]', '- [ ] Walk [client:: B]'),
    );
  });

  it('is refused when the goal is gone, reworded, or in another stage', () => {
    const known = lastMention(noteOf('- [ ] Walk'));
    assert.equal(changed(noteOf('nothing'), known, 'achieved'), gone);
    assert.equal(changed(noteOf('- [ ] Walk far'), known, 'achieved'), gone);
    assert.equal(changed(noteOf('## End', '- [ ] Walk'), known, 'achieved'), gone);
    assert.equal(changed(noteOf('## End', '### Doing', '- [ ] Walk'), known, 'achieved'), gone);
    assert.equal(changed(noteOf('```', '- [ ] Walk', '```'), known, 'achieved'), gone);
    assert.equal(changed('', known, 'achieved'), gone);
  });

  it('is refused when somebody else changed the status meanwhile', () => {
    const known = lastMention(noteOf('- [ ] Walk'));
    assert.equal(changed(noteOf('- [-] Walk'), known, 'achieved'), gone);
  });

  it('is refused when the text became that of several goals', () => {
    const known = lastMention(noteOf('- [ ] Walk'));
    assert.equal(changed(noteOf('- [ ] Walk ^a', '- [ ] Walk ^b'), known, 'achieved'), gone);
  });

  it('does nothing when the goal has the status already, however it is marked', () => {
    const known = lastMention(noteOf('- [ ] Walk'));
    const text = noteOf('- [X] Walk');
    assert.equal(changed(text, known, 'achieved'), text);
  });

  it('gives the wanted status, and another change gives back the text', () => {
    const statuses = fc.constantFrom(...goalStatuses);
    fc.assert(
      fc.property(statuses, fc.constantFrom(...goalStatuses.map(markerOfStatus)), (wanted, marker) => {
        const text = noteOf('- [ ] Talk', `1. [${marker}] Walk ^walk`);
        const known = lastMention(text);
        const after = changed(text, known, wanted);
        assert.equal(lastMention(after).id, 'walk');
        assert.equal(statusOfMarker(lastMention(after).marker), wanted);
        const before = statusOfMarker(marker);
        assert.ok(before);
        assert.equal(changed(after, lastMention(after), before), text);
      }),
    );
  });
});

describe('a click on the checkbox of a goal', () => {
  it('achieves what is open and opens what has ended', () => {
    for (const status of ['open', 'in-progress', 'on-hold', undefined] as const) {
      assert.equal(toggledStatus(status), 'achieved');
    }
    assert.equal(toggledStatus('achieved'), 'open');
    assert.equal(toggledStatus('dropped'), 'open');
  });
});
