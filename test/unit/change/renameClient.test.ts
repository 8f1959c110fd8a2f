import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clientKey } from '../../../src/core/case/clientKey';
import { renameClient } from '../../../src/core/change/renameClient';
import { applyEdits } from '../../../src/core/text/textEdit';
import { noteText, read } from './caseTexts';

function renamed(text: string, to = 'K-020'): string | undefined {
  const change = renameClient(read(text), 'k-014', to);
  return change.kind === 'edits' ? applyEdits(text, change.edits) : undefined;
}

/** A note whose front matter names its client in this way. */
function named(client: string, body = ''): string {
  return noteText(1, body).replace('client: K-014', client);
}

describe('renaming a client in a note', () => {
  it('changes the client alone, wherever and however the field names them', () => {
    const fields: readonly (readonly [before: string, after: string])[] = [
      ['client: K-014 # by code', 'client: K-020 # by code'],
      ['client: " k-014 "', 'client: K-020'],
      ["konseli: 'Ｋ-014'", 'konseli: K-020'],
      ['client: [K-013, K-014, K-015]', 'client: [K-013, K-020, K-015]'],
      ['klien:\n  - K-013\n  - K-014', 'klien:\n  - K-013\n  - K-020'],
      ['client: K-014\nkonseli: K-014', 'client: K-020\nkonseli: K-020'],
      ['client: >-\n  K-014', 'client: K-020'],
    ];
    for (const [before, after] of fields) assert.equal(renamed(named(before)), named(after), before);
    const windows = `\ufeff${named('client: K-014').replaceAll('\n', '\r\n')}`;
    assert.equal(renamed(windows), windows.replace('K-014', 'K-020'));
  });

  it('leaves the words of the note alone', () => {
    const body = '## Termination\nK-014 came early.\n- [ ] Call K-014 ^K-014\n';
    assert.equal(renamed(named('client: K-014', body)), named('client: K-020', body));
  });

  it('renames whose goal it is in a note of several clients, in the comment of a copy too', () => {
    const body = (client: string) =>
      `## Termination\n- [ ] Walk ^walk [client:: ${client}] <!-- Session 1: [ ] [client:: ${client}] -->\n- [ ] Swim [client:: K-015]\n`;
    const clients = 'client: [K-014, K-015]';
    assert.equal(renamed(named(clients, body('K-014'))), named('client: [K-020, K-015]', body('K-020')));
  });

  it('writes any code so that it is read back as it is', () => {
    const codes = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom('014', 'yes', 'a: b', '#1', "'", '"'),
      )
      .map(code =>
        code
          .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter(code => clientKey(code) !== '');
    const fields = fc.constantFrom('client: K-014', 'konseli: [K-013, "K-014"]', 'client:\n- K-014\n- A');
    fc.assert(
      fc.property(codes, fields, (code, field) => {
        const before = read(named(field)).frontMatter.clients.map(({ value }) => value);
        const after = read(renamed(named(field), code) ?? '').frontMatter.clients.map(({ value }) => value);
        assert.deepEqual(
          after,
          before.map(client => (client === 'K-014' ? code : client)),
        );
      }),
    );
  });

  it('is refused where the note is of other clients, or cannot say the new code of a goal', () => {
    assert.equal(renamed(named('client: K-015')), undefined);
    assert.equal(renamed('# No front matter\n'), undefined);
    const body = '## Termination\n- [ ] Walk [client:: K-014]\n';
    assert.equal(renamed(named('client: [K-014, B]', body), 'K[20]'), undefined);
  });

  it('has nothing to change in a note that is named so already', () => {
    assert.equal(renamed(named('client: K-014'), 'K-014'), named('client: K-014'));
    assert.equal(renamed(named('client: k-014'), 'K-014'), named('client: K-014'));
  });
});
