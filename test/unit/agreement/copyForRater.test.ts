import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CopyKind, copyForRater } from '../../../src/core/agreement/copyForRater';
import { versionFileName } from '../../../src/core/agreement/versionFileName';
import { parseTranscript } from '../../../src/core/transcript/parseTranscript';
import { readNote } from '../transcript/transcripts';

const original = `---
protocol: training
kind: transcript
client: K-014
session: 2
transcript: t1
counselor: Rina A.
coder: RA
speakers:
  Rina: counselor
  K-014: client
---
# Session 2 with K-014

[0:01] **Rina:** Tell me more. #attending

## Opening

[0:05] **K-014:** It was {==so hard==}{>>#affect #time quoted by Rina<<}, {>>a memo<<}and <!-- hm --> long.
It still is.
#affect
#time

## My own heading

[0:09] **Dodi:** Is this *free*?
`;

function copy(kind: CopyKind, text = original, rater = 'J. Tan'): string | undefined {
  return copyForRater(readNote(text), { kind, rater });
}

describe('a copy for another rater', () => {
  it('keeps the comment beside the field that says who codes', () => {
    const text = copy('blank', original.replace('coder: RA', 'coder: RA # trained in May'));
    assert.match(text ?? '', /\ncoder: J\. Tan # trained in May\n/);
  });

  it('says nothing of what the other rater was called in a project, nor of what was coded there', () => {
    const kept = `${original.replace('coder: RA', 'coder: RA\ncoder-guid: 00000000-0000-4000-8000-000000000001')}
<!-- session-notes codings of 00000000-0000-4000-8000-000000000001
1 - attending 00000000-0000-4000-8000-000000000002 -
-->
`;
    assert.equal(copy('blank', kept)?.trim(), copy('blank')?.trim());
    assert.equal(copy('stages', kept)?.trim(), copy('stages')?.trim());
  });

  it('has no codes, memos and stages, and is as the transcript is in all else', () => {
    assert.equal(
      copy('blank'),
      `---
protocol: training
kind: transcript
client: K-014
session: 2
transcript: t1
counselor: Rina A.
coder: J. Tan
speakers:
  Rina: counselor
  K-014: client
---
# Session 2 with K-014

[0:01] **Rina:** Tell me more.

[0:05] **K-014:** It was so hard, and  long.
It still is.

## My own heading

[0:09] **Dodi:** Is this *free*?
`,
    );
  });

  it('keeps the stages where these are given', () => {
    assert.match(copy('stages') ?? '', /Tell me more\.\n\n## Opening\n\n\[0:05\]/);
  });

  it('tells nothing of the case where it is blinded', () => {
    assert.equal(
      copy('blinded'),
      `---
protocol: training
kind: transcript
transcript: t1
speakers:
  Counselor: counselor
  Client: client
coder: J. Tan
---

<!-- session-notes-disable-file missing-field -->

[0:01] **Counselor:** Tell me more.

[0:05] **Client:** It was so hard, and  long.
It still is.

[0:09] **Speaker 1:** Is this *free*?
`,
    );
  });

  it('keeps line ends', () => {
    const windows = copy('blank', original.replaceAll('\n', '\r\n')) ?? '';
    assert.equal(windows, copy('blank')?.replaceAll('\n', '\r\n'));
  });

  it('is none where taking out a mark would make a code of words', () => {
    const text = original.replace('Tell me more. #attending', 'Call it {==this #attending==}{>>#time<<}');
    assert.equal(copy('blank', text), undefined);
  });

  it('has the same words and id, and no codes, whatever was coded', () => {
    const anyPart = fc.constantFrom(
      'word',
      ' ',
      '🙂',
      '{==a b==}{>>#affect memo<<}',
      '{==c==}',
      '{>>memo<<}',
      '<!-- x -->',
      '\\#no',
      '\n',
      ' #time',
      '{==',
      '<<}',
    );
    const anyTurn = fc
      .array(anyPart, { maxLength: 8 })
      .map(parts => `**K-014:** said ${parts.join('')} #affect`);
    fc.assert(
      fc.property(
        fc.array(anyTurn, { minLength: 1, maxLength: 4 }),
        fc.constantFrom<CopyKind>('blank', 'stages', 'blinded'),
        (turns, kind) => {
          const text = original.replace('## My own heading', turns.join('\n\n## Working\n\n'));
          const made = copy(kind, text);
          if (made === undefined) return;
          const folded = (source: string) =>
            parseTranscript(readNote(source)).turns.map(({ words }) => words.replace(/\s+/g, ' ').trim());
          const { id, rater, turns: read } = parseTranscript(readNote(made));
          assert.deepEqual(folded(made), folded(text));
          assert.deepEqual([id, rater], ['t1', 'J. Tan']);
          assert.ok(read.every(({ codes, spans }) => codes.length === 0 && spans.length === 0));
          if (kind === 'blinded') assert.ok(!made.includes('Rina'));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is called by its rater', () => {
    assert.equal(versionFileName('s2.session.md', 'RA', 'JT'), 's2.JT.session.md');
    assert.equal(versionFileName('s2.RA.session.md', 'RA', 'JT'), 's2.JT.session.md');
    assert.equal(versionFileName('s2.ra.md', 'RA', '../J: T'), 's2.-J- T.md');
    assert.equal(versionFileName('s2.md', undefined, '?'), 's2.-.md');
  });
});
