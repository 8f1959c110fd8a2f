import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ConsensusRequest, consensusText, type Settlement } from '../../../src/core/agreement/consensus';
import { readVersion } from '../../../src/core/agreement/readVersion';
import { parseTranscript } from '../../../src/core/transcript/parseTranscript';
import { readNote } from '../transcript/transcripts';
import { versionText } from './versions';

function versionNote(rater: string, ...lines: readonly string[]) {
  const note = readNote(versionText({ rater }, ...lines));
  const read = readVersion(note, `${rater}.md`);
  assert.ok(read);
  return { note, version: read.version };
}

const ra = versionNote(
  'RA',
  '## Opening',
  '',
  '**RA:** Tell me more. #attending',
  '',
  '**K-014:** It was {==hard==}{>>#affect RA says<<} and long. #time',
  '',
  '**RA:** Yes. #open-question',
);
const jt = versionNote(
  'JT',
  '**RA:** Tell me more. #open-question',
  '',
  '**K-014:** It was hard and {==long==}{>>#time JT says<<}. #change-talk',
  '',
  '**RA:** Yes. #open-question',
);

function settled(...settlements: readonly (readonly [turn: number, Settlement])[]): string {
  const text = consensusText(request(settlements));
  assert.ok(text);
  return text;
}

function request(settlements: readonly (readonly [turn: number, Settlement])[]): ConsensusRequest {
  return { base: ra, others: [jt], settled: new Map(settlements) };
}

function codesOf(text: string): readonly (readonly string[])[] {
  return parseTranscript(readNote(text)).turns.map(({ codes, spans }) =>
    [...codes, ...spans.flatMap(span => span.codes)].map(({ code }) => code).sort(),
  );
}

describe('a consensus', () => {
  it('is a version of its own that names its raters', () => {
    const text = settled();
    const read = readVersion(readNote(text), 'consensus.md');
    assert.ok(read);
    assert.equal(read.isConsensus, true);
    assert.equal(read.version.rater, 'consensus');
    assert.equal(read.version.transcript.id, 't1');
    assert.match(text, /\nconsensus: \[JT, RA\]\n---\n/);
  });

  it('keeps the comment beside the field that says who coded the base, and adds no line to fields in one', () => {
    const base = (...fields: readonly string[]) => {
      const speakers = 'speakers: {RA: counselor, K-014: client}';
      return ['---', ...fields, speakers, '---', '**RA:** Tell me more.', ''].join('\n');
    };
    const made = (text: string) => {
      const note = readNote(text);
      const read = readVersion(note, 'RA.md');
      assert.ok(read);
      return consensusText({ base: { note, version: read.version }, others: [], settled: new Map() });
    };
    const kept = made(base('kind: transcript', 'transcript: t1', 'coder: RA # trained in May'));
    assert.match(kept ?? '', /\ncoder: consensus # trained in May\n/);
    const braced = '{kind: transcript, transcript: t1, coder: RA, speakers: {RA: counselor}}';
    assert.equal(made(`---\n${braced}\n---\n**RA:** Tell me more.\n`), undefined);
  });

  it("takes a rater's codings of a turn as they stand", () => {
    const theirs = settled([1, { kind: 'rater', version: jt.version }]);
    assert.match(theirs, /\*\*K-014:\*\* It was hard and \{==long==\}\{>>#time JT says<<\}\. #change-talk\n/);
    const own = settled([1, { kind: 'rater', version: ra.version }]);
    assert.ok(own.includes(ra.note.outline.text.slice(ra.version.transcript.turns[1]?.range.start)));
  });

  it('takes all codes of several raters, passages as passages', () => {
    const text = settled([1, { kind: 'codes', codes: ['affect', 'change-talk', 'time'] }]);
    assert.match(text, /It was \{==hard==\}\{>>#affect RA says<<\} and long\. #time #change-talk\n/);
    const other = settled([1, { kind: 'codes', codes: ['change-talk'] }]);
    assert.deepEqual(codesOf(other)[1], ['change-talk']);
    const passage = consensusText({
      base: jt,
      others: [ra],
      settled: new Map([[1, { kind: 'codes', codes: ['affect'] }]]),
    });
    assert.match(passage ?? '', /It was \{==hard==\}\{>>#affect<<\} and \{==long==\}\{>>JT says<<\}\.\n/);
  });

  it('takes codes that no rater gave, or none', () => {
    const text = settled([0, { kind: 'codes', codes: ['time'] }], [2, { kind: 'codes', codes: [] }]);
    assert.deepEqual(codesOf(text), [['time'], ['affect', 'time'], []]);
  });

  it('leaves all else as the base has it', () => {
    const text = settled([0, { kind: 'rater', version: jt.version }]);
    const rest = ra.note.outline.text.slice(ra.version.transcript.turns[0]?.range.end);
    assert.ok(text.endsWith(`## Opening\n\n**RA:** Tell me more. #open-question${rest}`));
  });

  it('has just the codes that were settled, and the same words, whatever these are', () => {
    const anyCodes = fc.subarray(['attending', 'open-question', 'affect', 'time', 'change-talk']);
    fc.assert(
      fc.property(anyCodes, anyCodes, (first, second) => {
        const text = settled([0, { kind: 'codes', codes: first }], [1, { kind: 'codes', codes: second }]);
        const [codesOfFirst, codesOfSecond, codesOfThird] = codesOf(text);
        assert.deepEqual(codesOfFirst, [...first].sort());
        assert.deepEqual([...new Set(codesOfSecond)], [...second].sort());
        assert.deepEqual(codesOfThird, ['open-question']);
        const words = (source: string) => parseTranscript(readNote(source)).turns.map(turn => turn.words);
        assert.deepEqual(words(text), words(ra.note.outline.text));
      }),
      { numRuns: 60 },
    );
  });
});
