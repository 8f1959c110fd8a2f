import assert from 'node:assert/strict';
import { loadProtocol } from '../../../src/core/protocol/loadProtocol';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';
import { faultTexts } from './faultText';

const text = `id: own
title: { en: Own, id: Sendiri }
stages:
  - id: start
    title: { en: Start, id: Mulai }
    sections: [{ id: mood, title: { en: Mood } }]
  - id: end
    title: { id: Akhir }
    goals: [{ id: rest, title: { en: Rest, id: Istirahat, jv: Leren } }]
`;

describe('the titles of a protocol', () => {
  it('are missed in the languages that its own title or most others have, as a warning at their key', () => {
    const { protocol, faults } = loadProtocol(text);
    assert.deepEqual(faultTexts(text, faults), [
      ['protocol.missing-language', { languages: 'id' }, 'title'],
      ['protocol.missing-language', { languages: 'en' }, 'title'],
    ]);
    assert.deepEqual(
      faults.map(({ severity, range }) => [severity, text.slice(0, range.start).split('\n').length]),
      [
        ['warning', 6],
        ['warning', 8],
      ],
    );
    assert.ok(protocol);
  });

  it('that come from another protocol are told of once, where that is named', () => {
    const own = 'id: ours\nextends: four-stage\ntitle: { jv: Dhewe }\n';
    const { faults } = loadWorkspaceProtocols([{ path: 'a.yaml', text: own }]);
    assert.deepEqual(faultTexts(own, faults.get('a.yaml') ?? []), [
      ['protocol.missing-language', { languages: 'jv' }, 'four-stage'],
    ]);
  });
});
