import assert from 'node:assert/strict';
import { read } from './importRun';

type Entry = readonly [start: number, end: number, words: string];

function elan(tiers: Readonly<Record<string, readonly Entry[]>>): string {
  const times = [
    ...new Set(
      Object.values(tiers)
        .flat(2)
        .filter(each => typeof each === 'number'),
    ),
  ];
  const slots = times
    .sort((a, b) => a - b)
    .map(time => `<TIME_SLOT TIME_SLOT_ID="t${time}" TIME_VALUE="${time}"/>`);
  const all = Object.entries(tiers).map(([name, entries], tier) => {
    const own = entries.map(
      ([from, to, words], at) =>
        `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${tier}.${at}" TIME_SLOT_REF1="t${from}" TIME_SLOT_REF2="t${to}"><ANNOTATION_VALUE>${words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`,
    );
    return `<TIER TIER_ID="${name}" LINGUISTIC_TYPE_REF="d">${own.join('')}</TIER>\n`;
  });
  return `<ANNOTATION_DOCUMENT FORMAT="3.0"><TIME_ORDER>${slots.join('')}</TIME_ORDER>\n${all.join('')}</ANNOTATION_DOCUMENT>`;
}

describe('tiers of which nothing says whether they are speech', () => {
  const rina: readonly Entry[] = [
    [0, 2000, 'Selamat pagi.'],
    [5000, 7000, 'Apa kabar?'],
  ];
  const bima: readonly Entry[] = [
    [2500, 4500, 'Pagi, Bu.'],
    [7500, 9000, 'Baik.'],
  ];
  const resultOf = (tiers: Readonly<Record<string, readonly Entry[]>>) => {
    const { cues, remarks, leftOut, faults } = read('a.eaf', elan(tiers));
    assert.deepEqual(faults, []);
    return {
      speakers: [...new Set(cues.map(({ speaker }) => speaker))],
      remarks: remarks.map(({ line, reason }) => [line, reason.key, reason.quoted?.['tier']]),
      leftOut: [...new Set(leftOut.map(({ reason }) => reason.quoted?.['tier']))],
    };
  };

  it('are speech without a word where they stand at times of their own', () => {
    assert.deepEqual(resultOf({ Rina: rina, Bima: bima }), {
      speakers: ['Rina', 'Bima'],
      remarks: [],
      leftOut: [],
    });
    assert.deepEqual(resultOf({ Rina: rina, Bima: bima, Konteks: [[0, 9000, 'ruang BK']] }).leftOut, [
      'Konteks',
    ]);
  });

  it('are none where they are called by another tier and stand at its times', () => {
    const english = (entries: readonly Entry[]): readonly Entry[] =>
      entries.map(([from, to]) => [from, to, 'In English.']);
    for (const called of [(name: string) => `${name}_eng`, (name: string) => `ft ${name}`])
      assert.deepEqual(
        resultOf({
          Rina: rina,
          [called('Rina')]: english(rina),
          Bima: bima,
          [called('Bima')]: english(bima),
        }),
        { speakers: ['Rina', 'Bima'], remarks: [], leftOut: [called('Rina'), called('Bima')] },
      );
  });

  it('are asked about where they stand at times of another tier', () => {
    const { speakers, remarks } = resultOf({ Rina: rina, Bima: bima, Salam: [[0, 2000, 'buka']] });
    assert.deepEqual(speakers, ['Rina', 'Salam', 'Bima']);
    assert.deepEqual(remarks, [[3, 'import.tier-taken', 'Salam']]);
  });
});
