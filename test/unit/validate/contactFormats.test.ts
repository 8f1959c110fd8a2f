import assert from 'node:assert/strict';
import { isSession } from '../../../src/core/case/sessions';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { describeAt } from '../../../src/core/describe/describeAt';
import { parseNote } from '../../../src/core/note/parseNote';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { parse, problemsOf } from './support';

const head = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n`;
const rulesOf = (text: string) => problemsOf(text).map(({ rule }) => rule);

describe('a contact', () => {
  it('leads a note that names no format to the one for it, and asks nothing of it', () => {
    const formats = [
      ['home-visit', 'home-visit'],
      ['consultation', 'consultation'],
      ['parent', 'consultation'],
      ['group', 'laporan-kelompok'],
      ['phone', 'four-stage'],
      ['other', 'four-stage'],
      ['fax', 'four-stage'],
    ];
    for (const [contact, id] of formats) {
      const note = parse(head('client: K-021', 'date: 2026-02-25', `contact: ${contact}`));
      assert.equal(note.protocolId, id, contact);
    }
    const text = `${head('konseli: K-021', 'tanggal: 2026-02-25', 'kontak: home-visit')}## Tujuan kunjungan\nMenanyakan pagi hari.\n`;
    assert.deepEqual(rulesOf(text), []);
    assert.deepEqual(
      parse(text).stages.map(({ stage }) => stage.id),
      ['purpose'],
    );
  });

  it('is asked for the parts of its format once the note names that, and for none of another', () => {
    const named = head('protocol: home-visit', 'client: K-021', 'date: 2026-02-25', 'contact: home-visit');
    assert.deepEqual(rulesOf(named), ['missing-field', 'missing-stage', 'missing-stage', 'missing-stage']);
    const other = head('protocol: four-stage', 'client: K-021', 'date: 2026-02-25', 'contact: home-visit');
    assert.deepEqual(rulesOf(other), []);
    const none = head('protocol: home-visit', 'client: K-021', 'date: 2026-02-25', 'contact: phone');
    assert.deepEqual(rulesOf(none), []);
  });

  it('says on hover which format is for it, unless the note names that', () => {
    const formatAt = (text: string) => {
      const found = describeAt(parse(text), text.indexOf('contact:'), []);
      assert.equal(found?.kind, 'field');
      return found.leadsTo?.id;
    };
    assert.equal(formatAt(head('protocol: soap', 'contact: home-visit')), 'home-visit');
    assert.equal(formatAt(head('contact: home-visit')), 'home-visit');
    assert.equal(formatAt(head('protocol: home-visit', 'contact: home-visit')), undefined);
    assert.equal(formatAt(head('protocol: soap', 'contact: phone')), undefined);
  });

  it('is known by its format, and is a session where the format is for sessions', () => {
    const caseNote = (...lines: readonly string[]) =>
      toCaseNote('a.md', parse(head(...lines, 'client: K-1')));
    assert.equal(caseNote('protocol: home-visit').contact, 'home-visit');
    assert.equal(caseNote('protocol: consultation').contact, 'consultation');
    assert.equal(caseNote('protocol: consultation', 'contact: parent').contact, 'parent');
    assert.equal(isSession(caseNote('protocol: home-visit')), false);
    const group = caseNote('protocol: laporan-kelompok', 'contact: group');
    assert.equal(group.contact, undefined);
    assert.equal(isSession(group), true);
    assert.equal(isSession(caseNote('contact: group')), false);
  });

  it("leads to the workspace's own format before a built-in one", () => {
    const text = 'id: our-visit\nextends: home-visit\ntitle: { en: Our visit, id: Kunjungan kami }\n';
    const { set } = loadWorkspaceProtocols([{ path: 'our.yaml', text }]);
    const read = (protocols: typeof set) =>
      parseNote(head('contact: home-visit'), { protocols, defaultProtocol: 'soap' }).protocolId;
    assert.equal(read(set), 'our-visit');
    assert.equal(read(protocolSet(builtinProtocols())), 'home-visit');
  });
});
