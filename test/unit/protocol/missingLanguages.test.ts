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

  it('are not missed in a language that only the protocol has which they start from', () => {
    const own = `id: ours
extends: four-stage
title: { en: Our way }
stages: [{ id: after, title: { en: Afterwards } }]
`;
    const { set, faults } = loadWorkspaceProtocols([{ path: 'a.yaml', text: own }]);
    assert.equal(faults.size, 0);
    assert.deepEqual(set.get('ours')?.protocol.title, { en: 'Our way' });
  });

  it('of codes are missed where most codes have them: a codebook may be in one language', () => {
    const codes = (titles: readonly string[]) => `id: own
title: { en: Own, id: Sendiri }
codes:
${titles.map((title, at) => `  - { id: c${at}, title: { ${title} } }\n`).join('')}`;
    const faultsOf = (titles: readonly string[]) =>
      faultTexts(codes(titles), loadProtocol(codes(titles)).faults).map(([, given]) => given);
    assert.deepEqual(faultsOf(['en: Fear', 'en: Joy', 'en: Anger']), []);
    assert.deepEqual(faultsOf(['en: Fear, id: Takut', 'en: Joy, id: Senang', 'en: Anger']), [
      { languages: 'id' },
    ]);
  });

  it('of fields and their choices are missed, too', () => {
    const own = `id: own
title: { en: Own, id: Sendiri }
fields: [{ id: mood, title: { en: Mood }, type: enum, choices: [{ id: low, title: { id: Rendah } }] }]
`;
    assert.deepEqual(
      faultTexts(own, loadProtocol(own).faults).map(([, given]) => given),
      [{ languages: 'id' }, { languages: 'en' }],
    );
  });
});
