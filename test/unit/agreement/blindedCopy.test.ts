import assert from 'node:assert/strict';
import { blindTranscripts } from '../../../src/core/agreement/blindedCopy';
import { pairVersions } from '../../../src/core/agreement/pairVersions';
import { readVersion } from '../../../src/core/agreement/readVersion';
import { readNote } from '../transcript/transcripts';

const original = `---
# seen on a Tuesday
protocol: training
kind: transcript
client: K-014
session: 2 # after the break
date: 2026-03-12
transcript: K-014-2
group: treatment
site: "007"
coder: RA
corrections: [turn 1 on 2026-03-14]
speakers:
  Rina: counselor
  K-014: client
---
# Session 2 with K-014

[0:01] **Rina:** Tell me more. #attending

## Opening

[0:05] **K-014:** It was {==so hard==}{>>#affect #time quoted<<} and <!-- hm --> long.
It still is.
#affect

## My own heading

[0:09] **Dodi:** Is this *free*?
`;

function blinded(text = original, fields: readonly string[] = ['group']) {
  const { copies, refused } = blindTranscripts([{ file: 'a.md', note: readNote(text), fields }]);
  assert.deepEqual(refused, []);
  const [copy] = copies;
  assert.ok(copy);
  return copy;
}

describe('a blinded copy', () => {
  it('has what was said and coded, and neither client, session, date nor what the practice lists', () => {
    const { id, name, text } = blinded();
    assert.match(id, /^t[0-9a-f]{10}$/);
    assert.match(name, new RegExp(`^${id}-[0-9a-f]{4}\\.session\\.md$`));
    assert.equal(
      text,
      `---
protocol: training
kind: transcript
site: "007"
coder: RA
transcript: ${id}
speakers:
  Counselor: counselor
  Client: client
---

<!-- session-notes-disable-file missing-field -->

[0:01] **Counselor:** Tell me more. #attending

## Opening

[0:05] **Client:** It was {==so hard==}{>>#affect #time quoted<<} and  long.
It still is.
#affect

## …

[0:09] **Speaker 1:** Is this *free*?
`,
    );
  });

  it('keeps a memo as it is, whatever it looks like', () => {
    const memo = '{>>#affect see <!-- this --> there<<}';
    assert.ok(blinded(original.replace('{>>#affect #time quoted<<}', memo)).text.includes(memo));
  });

  it('says how much it has not', () => {
    assert.deepEqual(blinded().leftOut, { fields: 5, comments: 3, outside: 2 });
  });

  it('is called the same wherever it is made, and otherwise where other words are said', () => {
    assert.equal(blinded().id, blinded(original.replaceAll('K-014', 'X-1').replace('#affect\n', '')).id);
    assert.notEqual(blinded().id, blinded(original.replace('hard', 'heavy')).id);
  });

  it('of one rater is compared with that of another', () => {
    const texts = [original, original.replace('coder: RA', 'coder: JT').replace(' #attending', '')];
    const { copies } = blindTranscripts(
      texts.map((text, at) => ({ file: `${at}.md`, note: readNote(text), fields: [] })),
    );
    const versions = copies.flatMap(({ text, name }) => readVersion(readNote(text), name)?.version ?? []);
    const pairing = pairVersions(versions);
    assert.ok('rated' in pairing);
    assert.deepEqual(
      pairing.rated.map(({ versions: own }) => own.map(({ rater }) => rater)),
      [['JT', 'RA']],
    );
  });

  it('is refused where versions differ in words, where two would be one, and where nothing is said', () => {
    const other = original.replace('coder: RA', 'coder: JT').replace('hard', 'heavy');
    const twice = original.replace('K-014-2', 'K-014-3');
    const empty = original.slice(0, original.indexOf('[0:01]'));
    const plain = '---\nprotocol: training\n---\n';
    const reasons = (...texts: readonly string[]) =>
      blindTranscripts(
        texts.map((text, at) => ({ file: `${at}.md`, note: readNote(text), fields: [] })),
      ).refused.map(({ file, reason }) => [file, reason.key]);
    assert.deepEqual(reasons(original, other), [
      ['0.md', 'blind.words-differ'],
      ['1.md', 'blind.words-differ'],
    ]);
    assert.deepEqual(reasons(original, twice), [['1.md', 'blind.same-copy']]);
    assert.deepEqual(reasons(empty, plain), [
      ['0.md', 'blind.no-turns'],
      ['1.md', 'blind.no-transcript'],
    ]);
  });
});
