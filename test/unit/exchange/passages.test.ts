import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { exportedVersion } from '../../../src/core/exchange/exporters/exportedTranscript';
import { findPassages } from '../../../src/core/exchange/exporters/passages';
import { passagesMarkdown } from '../../../src/core/exchange/exporters/passagesMarkdown';
import { renderer, setInterfaceLanguage } from '../../../src/l10n/catalogue';
import { folderWith, removeFolders, sessionNotes } from '../cli/commandRun';
import { readNote } from '../transcript/transcripts';

const text = `---
protocol: training
kind: transcript
client: K-014
session: 2
date: 2026-03-12
transcript: t1
coder: RA
speakers: { RA: counselor, K-014: client }
---
## Opening

[0:01] **RA:** What *is* it?

[0:05] **K-014:** It was {==so hard==}{>>#affect quoted<<} and long. #time

[0:09] **RA:** Hm. #attending

[0:12] **K-014:** Yes. #affect
`;

function found(codes: readonly string[], context: number) {
  const version = exportedVersion(readNote(text), 'notes/a.md');
  assert.ok(version);
  return findPassages([version], codes, context);
}

describe('the passages of codes', () => {
  before(() => setInterfaceLanguage('en'));
  after(removeFolders);

  it('are a page with each place, what is coded, and the turns around it', () => {
    const { text: page } = passagesMarkdown(
      found(['time', 'affect'], 1),
      { codes: ['time', 'affect'], bare: false },
      renderer(),
    );
    assert.equal(
      page,
      `# Passages: time, affect

Places: 3 · transcripts: 1

## Time · #time (1)

### K-014 · Session 2 · 2026-03-12 · RA · notes/a.md:15

> **RA:** What \\*is\\* it?
>
> **K-014:** ⟦It was so hard and long.⟧
>
> **RA:** Hm.

Opening

## Affect · #affect (2)

### K-014 · Session 2 · 2026-03-12 · RA · notes/a.md:15

> **RA:** What \\*is\\* it?
>
> **K-014:** It was ⟦so hard⟧ and long.
>
> **RA:** Hm.

Opening · Memo: quoted

### K-014 · Session 2 · 2026-03-12 · RA · notes/a.md:19

> **RA:** Hm.
>
> **K-014:** ⟦Yes.⟧

Opening
`,
    );
  });

  it('lead from each place in the page to the turn', () => {
    const passages = found(['affect'], 0);
    const page = passagesMarkdown(passages, { codes: ['affect'], bare: false }, renderer());
    assert.deepEqual(
      page.links.map(({ range, to }) => [page.text.slice(range.start, range.end), to.turn.index]),
      [
        ['notes/a.md:15', 1],
        ['notes/a.md:19', 3],
      ],
    );
  });

  it('make no markup of what was said', () => {
    const evil = text.replace('What *is* it?', '<b>x</b> [a](command:x) # | ![i](http://x)');
    const version = exportedVersion(readNote(evil), 'a.md');
    assert.ok(version);
    const page = passagesMarkdown(
      findPassages([version], ['time'], 1),
      { codes: ['time'], bare: false },
      renderer(),
    );
    assert.doesNotMatch(new MarkdownIt({ html: true }).render(page.text), /<(?:b|a|img)[ >]/);
  });

  it('come from the command line as Markdown and CSV', () => {
    const folder = folderWith({ 'a.md': text.replace('protocol: training', 'protocol: four-stage') });
    const md = sessionNotes(folder, ['passages', '--code', 'affect,time', '--context', '0']);
    assert.equal(md.exitCode, 0, md.errors);
    assert.match(md.output, /^# Passages: affect, time\n[\s\S]*⟦so hard⟧/);
    const csv = sessionNotes(folder, ['passages', '--code', '#affect', '--format', 'csv']);
    const [head, first] = csv.output.split('\r\n');
    assert.equal(
      head,
      'code,transcript,file,line,turn,start,end,stage,role,rater,client,session,date,speaker,before,text,passage,behind,memo',
    );
    assert.equal(
      first,
      'affect,t1,a.md,15,2,5000,,relationship,client,RA,K-014,2,2026-03-12,K-014,RA: What *is* it?,It was so hard and long.,so hard,RA: Hm.,quoted',
    );
  });

  it('are places alone in the log of a build, unless words are asked for', () => {
    const folder = folderWith({ 'a.md': text });
    const environment = { CI: 'true' };
    for (const format of ['md', 'csv']) {
      const args = ['passages', '--code', 'affect', '--format', format];
      const bare = sessionNotes(folder, args, { environment });
      assert.match(bare.output, /a\.md/);
      assert.doesNotMatch(bare.output, /hard|K-014|quoted|RA\b/);
      assert.match(sessionNotes(folder, [...args, '--quote'], { environment }).output, /so hard/);
    }
  });

  it('are refused for a code that is in no codebook and nowhere applied', () => {
    const folder = folderWith({ 'a.md': text });
    assert.equal(sessionNotes(folder, ['passages', '--code', 'afect']).exitCode, 2);
    assert.equal(sessionNotes(folder, ['passages']).exitCode, 2);
    const none = sessionNotes(folder, ['passages', '--code', 'empathy']);
    assert.deepEqual([none.exitCode, none.output.includes('Places: 0')], [0, true]);
  });
});
