import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isLanguageTag, type LanguageTable, languages, tagsOf } from '../../../src/core/language/languages';
import {
  commonestTag,
  dayMonthYear,
  languageByStageWord,
  languageOfTag,
  monthDayYear,
  monthsByName,
  notAddressedPattern,
  stageNumberPattern,
  textByLanguage,
  wordsOf,
} from '../../../src/core/language/languageWords';
import { transcriptWords } from '../../../src/core/language/transcriptWords';
import { fieldsByKey, knownField } from '../../../src/core/protocol/knownFields';
import { comparable } from '../../../src/core/text/comparable';

/** A language that nobody speaks, beside those that there are. */
const madeUp: LanguageTable = {
  threeLetterTag: 'xxx',
  otherTags: ['xy'],
  name: { en: 'Madeup', xx: 'Xuxu' },
  session: 'Xesi',
  stageWords: ['xahap', 'xage'],
  stepWords: ['xangkah'],
  ordinalPrefixes: ['xe'],
  ordinalSuffixes: ['xh'],
  ordinals: ['xirst', 'xecond'],
  and: 'xand',
  outOf: 'vox',
  pastWords: [],
  planWords: [],
  clientWords: [],
  noteFormats: { keys: [], around: [] },
  fieldNames: {},
  fieldValues: {},
  stopWords: ['xhe', 'xlient'],
  affixes: { prefixes: { xe: ['', 'k'] }, suffixes: { xan: [''] }, doubles: false },
  months: Array.from({ length: 12 }, (_, at) => [`xonth${'abcdefghijkl'.charAt(at)}`]),
  beforeMonth: ['xof'],
  dayFirst: true,
  timeWords: {
    today: ['xoday'],
    yesterday: [],
    tomorrow: [],
    dayAfterTomorrow: [],
    weekdays: Array.from({ length: 7 }, (_, at) => [`xay${'abcdefg'.charAt(at)}`]),
    day: [],
    week: [],
    month: [],
    next: [],
    last: [],
    ago: [],
    beforeDay: [],
    endOf: [],
    limits: [],
    fromNow: [],
    numbers: [],
    fillers: [],
  },
  clock: {
    before: ['xat'],
    onlyBefore: ['xam'],
    behind: ['xib'],
    until: ['xil'],
    hours: ['xour'],
    minutes: ['xinute'],
    seconds: ['xecond'],
    short: ['x'],
    titles: ['xime'],
  },
  notAddressed: ['xot xaid'],
  skipped: { words: ['xkipped'], times: ['xoday'], reasons: ['xecause'] },
  units: {
    stage: ['xtage', 'xtages', 'xtage'],
    section: ['xect', 'xects', 'xect'],
    part: ['xart', 'xarts', 'xart'],
  },
  noneReported: ['xone'],
  decisions: {
    leads: ['xase'],
    intentions: ['xill'],
    negations: ['xot'],
    partly: ['xart'],
    affirmations: ['xes'],
    letters: { yes: ['j'], no: ['q'] },
    degrees: ['xully'],
    sessions: ['xession'],
    thisSession: ['xhis'],
    since: ['xince'],
    joins: ['xand'],
    alternatives: ['xor'],
    paces: ['xeekly'],
    reasons: ['xecause'],
    endings: [['x', 'xed']],
    prefixes: ['xi'],
  },
  spreadsheetDelimiter: ';',
  fieldKeys: { session: ['xession'] },
  fieldLabels: { before: ['xame'], behind: ['xode'] },
  goalFieldKeys: { due: ['xue'] },
};
const withMadeUp = { ...languages, xx: madeUp };

describe('the table of languages', () => {
  it('has words as they are compared, twelve months, and a name for each language', () => {
    for (const tag of tagsOf(languages)) {
      const table: LanguageTable = languages[tag];
      const { columns, announcements, codebooks, messages, attendees } = transcriptWords[tag];
      const { until: _, ...clock } = table.clock;
      const words = [
        table.stageWords,
        table.stepWords,
        table.ordinalPrefixes,
        table.ordinalSuffixes,
        table.ordinals,
        [table.and],
        table.stopWords,
        Object.keys(table.affixes.prefixes),
        Object.keys(table.affixes.suffixes),
        table.beforeMonth,
        table.notAddressed,
        table.noneReported,
        ...table.months,
        announcements,
        ...Object.values(clock).flat(),
        ...Object.values(columns),
        ...Object.values(codebooks),
        ...Object.values(messages),
        attendees,
      ].flat();
      for (const word of words) assert.match(comparable(word), /^\p{L}+(?: \p{L}+)*$/u, word);
      for (const word of words) assert.equal(word, comparable(word));
      assert.equal(table.months.length, 12);
      assert.ok(table.stageWords.length > 0, tag);
      for (const other of tagsOf(languages))
        assert.ok(Object.hasOwn(table.name, other), `${tag} in ${other}`);
    }
  });

  it('gives each word for a stage, and each month, one meaning', () => {
    const stageWords = wordsOf(languages, table => table.stageWords);
    assert.equal(languageByStageWord(languages).size, stageWords.length);
    const named = monthsByName(languages);
    for (const { months } of Object.values<LanguageTable>(languages))
      months.forEach((names, at) => {
        for (const name of names) assert.equal(named.get(name), at + 1, name);
      });
  });

  it('has keys of known fields alone', () => {
    for (const { fieldKeys } of Object.values<LanguageTable>(languages))
      for (const [field, keys] of Object.entries(fieldKeys))
        for (const key of keys) assert.equal(knownField(key), field, key);
  });
});

describe('a language that is added to the table', () => {
  it('is chosen by its tags', () => {
    assert.deepEqual(tagsOf(withMadeUp), [...tagsOf(languages), 'xx']);
    for (const tag of ['xx', 'xx-YZ', 'xx_YZ.UTF-8', 'xy'])
      assert.equal(languageOfTag(tag, withMadeUp), 'xx');
    assert.equal(languageOfTag('xz', withMadeUp), undefined);
    assert.equal(isLanguageTag('xx'), false);
  });

  it('wins where most notes are written in it, and no earlier', () => {
    assert.equal(commonestTag(['id', 'xx', undefined, 'xx'], withMadeUp), 'xx');
    assert.equal(commonestTag(['xx', 'id'], withMadeUp), 'id');
    assert.equal(commonestTag([undefined], withMadeUp), undefined);
  });

  it('has its stages counted', () => {
    const pattern = stageNumberPattern(withMadeUp);
    for (const heading of ['xahap 2', 'xage xe-2', 'tahap ke-2', 'stage 2'])
      assert.equal(pattern.exec(heading)?.[2], '2', heading);
    assert.equal(languageByStageWord(withMadeUp).get('xage'), 'xx');
  });

  it('has its dates read', () => {
    const day = dayMonthYear(withMadeUp);
    for (const date of ['3 xonthc 2026', '3xh xof xonthc, 2026', '3rd of march 2026']) {
      const [, , name = ''] = day.exec(date) ?? [];
      assert.equal(monthsByName(withMadeUp).get(name), 3, date);
    }
    assert.equal(monthDayYear(withMadeUp).exec('xonthc 3xh, 2026')?.[2], '3');
  });

  it('has its words understood in notes and tables', () => {
    assert.ok(notAddressedPattern(withMadeUp).test('**Xot  xaid:** no time'));
    assert.equal(fieldsByKey(withMadeUp).get('xession'), 'session');
    const titles = wordsOf(withMadeUp, ({ clock }) => clock.titles);
    assert.ok(titles.includes('xime') && titles.includes('waktu'));
  });

  it('gives its own word for a session', () => {
    const words = textByLanguage(withMadeUp, ({ session }) => session);
    assert.equal(words['xx'], 'Xesi');
    assert.equal(words['id'], 'Sesi');
  });
});
