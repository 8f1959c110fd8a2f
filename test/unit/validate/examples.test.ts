import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { casePlaces } from './caseSupport';
import { parse, placesOf, problemsOf } from './support';

const folder = join(__dirname, '../../../examples');

/** The faults that the sample workspace is to show, by note: rule, line and severity. */
const planted: Readonly<Record<string, readonly string[]>> = {
  'C-007/2026-09-22-session-2.session.md': ['goal-status:14'],
  'C-007/2026-10-06-session-3.session.md': ['empty-section:23'],
  'C-007/2026-10-27-session-4.session.md': ['unknown-stage:7'],
  'K-021/2026-04-14-session-1.session.md': ['invalid-field:5'],
  'K-021/2026-04-21-session-2.session.md': ['missing-stage:13'],
  'K-021/2026-05-05-session-4.session.md': ['similar-heading:13'],
  'K-021/2026-05-19-session-5.session.md': ['invalid-choice:28'],
  'M-003/2026-09-02-session-3.session.md': ['missing-section:13'],
  'M-003/2026-11-18-session-4.session.md': ['missing-stage:12', 'empty-section:21'],
};

function notes(): readonly (readonly [path: string, text: string])[] {
  const clients = readdirSync(folder, { withFileTypes: true }).filter(
    entry => entry.isDirectory() && !entry.name.startsWith('.'),
  );
  return clients.flatMap(({ name: client }) =>
    readdirSync(join(folder, client)).map(name => {
      return [`${client}/${name}`, readFileSync(join(folder, client, name), 'utf8')] as const;
    }),
  );
}

describe('the sample workspace', () => {
  it('has the faults that were planted in it and no others', () => {
    const found = notes().map(([path, text]) => [path, placesOf(text)] as const);
    assert.deepEqual(Object.fromEntries(found.filter(([, places]) => places.length > 0)), planted);
  });

  it('has cases that bring no further problems to its notes', () => {
    assert.deepEqual(casePlaces(Object.fromEntries(notes())), []);
  });

  it('shows the gaps of its draft as hints only', () => {
    const drafts = notes().filter(([, text]) => parse(text).frontMatter.draft);
    const severities = drafts.flatMap(([, text]) => problemsOf(text)).map(({ severity }) => severity);
    assert.deepEqual(severities, ['hint', 'hint']);
  });
});
