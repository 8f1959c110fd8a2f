import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/core/config/config';
import type { Note } from '../../../src/core/note/note';
import { fixNote } from '../../../src/core/practice/fixNote';
import { applyEdits } from '../../../src/core/text/textEdit';
import { parseTranscript } from '../../../src/core/transcript/parseTranscript';
import { TurnChunks } from '../../../src/core/transcript/turnChunks';
import { wordsHash } from '../../../src/core/transcript/wordsHash';
import type { Problem } from '../../../src/core/validate/problem';
import { validateNote } from '../../../src/core/validate/validateNote';
import { readNote, transcriptText } from '../transcript/transcripts';
import { practiceWith } from './support';

function problems(note: Note): readonly Problem[] {
  return validateNote(note, defaultConfig);
}

/** What is flagged: the rule and the text at its place. */
function flagged(text: string): readonly (readonly [string, string])[] {
  return problems(readNote(text)).map(({ rule, range }) => [rule, text.slice(range.start, range.end)]);
}

function fixesOf(text: string): readonly { readonly title: string; readonly after: string }[] {
  const fixes = problems(readNote(text)).flatMap(problem => problem.fixes);
  return fixes.map(({ title, edits }) => ({ title: title.key, after: applyEdits(text, edits) }));
}

const practice = practiceWith();

describe('the rules for transcripts', () => {
  it('find a code among the words before a comment, and none within it', () => {
    const text = transcriptText('RA: Halo #affect <!-- ragu #affect? -->', 'Silakan duduk.', '', 'K: dua');
    assert.deepEqual(flagged(text), [['unknown-code', '#affect']]);
  });

  it('say nothing of a sound one', () => {
    assert.deepEqual(
      flagged(
        transcriptText(
          '[0:00:01] RA: {==satu==}{>>#affect<<} #attending',
          '',
          'Konseli: dua',
          '',
          'Catatan: x',
        ),
      ),
      [],
    );
  });

  it('say nothing of what looks like turns in a note', () => {
    const text = transcriptText('[0:00:09] Budi: x #nothing', '', '[0:00:01] y {==').replace(
      'kind: transcript\n',
      '',
    );
    assert.deepEqual(
      flagged(text).filter(([rule]) => /speaker|code|span|order/.test(rule) && rule !== 'stage-order'),
      [],
    );
  });

  it('name an unknown speaker once, and offer each role', () => {
    const text = transcriptText('[0:00:01] **Budi:** satu', '', '[0:00:02] **budi:** dua');
    assert.deepEqual(flagged(text), [['unknown-speaker', 'Budi']]);
    const fixes = fixesOf(text);
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['fix.declare-speaker', 'fix.declare-speaker', 'fix.declare-other-speaker'],
    );
    for (const { after } of fixes) assert.deepEqual(flagged(after), []);
    assert.match(fixes[1]?.after ?? '', /\n {2}K-014: Konseli\n {2}Budi: client\n---\n/);
  });

  it('declare a speaker in any way of writing them', () => {
    for (const [written, expected] of [
      ['speakers: { RA: counselor }', 'speakers: { RA: counselor, Budi: counselor }'],
      ['speakers:', 'speakers:\n  Budi: counselor'],
      ['coder: X', 'coder: X\nspeakers:\n  Budi: counselor'],
      ['speakers:\n    RA: counselor # saya', 'speakers:\n    RA: counselor # saya\n    Budi: counselor'],
    ]) {
      const text = `---\nprotocol: training\nkind: transcript\n${written}\n---\n[0:00:01] Budi: satu\n`;
      assert.ok(
        fixesOf(text).some(({ after }) => after === text.replace(`${written}`, `${expected}`)),
        written,
      );
    }
  });

  it('put a slip in a name right where one name is nearest', () => {
    const text = transcriptText('[0:00:01] **Guru KB:** satu');
    const fixed = fixNote(practice, readNote(text)).note.outline;
    assert.equal(fixed.text, text.replace('Guru KB', 'Guru BK'));
    const line = transcriptText('RA: satu', 'Guru KB: dua');
    assert.deepEqual(flagged(line), [['unknown-speaker', 'Guru KB']]);
    assert.equal(problems(readNote(line))[0]?.severity, 'info');
    assert.equal(fixNote(practice, readNote(line)).note.outline.text, line);
  });

  it('flag a turn without a speaker, and offer those that are declared', () => {
    const text = transcriptText('[0:00:01] satu');
    assert.deepEqual(flagged(text), [['unknown-speaker', '[0:00:01]']]);
    assert.deepEqual(
      fixesOf(text).map(({ after }) => after.includes('[0:00:01] **RA:** satu')),
      [true, false],
    );
  });

  it('flag a role that the protocol does not have', () => {
    const text = transcriptText('RA: a').replace('Konseli', 'kawan');
    assert.deepEqual(flagged(text), [['unknown-speaker', 'kawan']]);
  });

  it('flag an unknown code, and put a slip or a title right', () => {
    const text = transcriptText('RA: {==a==}{>>#afect<<} #menghampiri #wholly-other');
    assert.deepEqual(flagged(text), [
      ['unknown-code', '#afect'],
      ['unknown-code', '#menghampiri'],
      ['unknown-code', '#wholly-other'],
    ]);
    const fixed = fixNote(practice, readNote(text)).note.outline;
    assert.deepEqual(flagged(fixed.text), [['unknown-code', '#wholly-other']]);
    assert.ok(fixed.text.includes('{==a==}{>>#affect<<} #attending #wholly-other'));
  });

  it('flag times that go back, and ends before starts', () => {
    const text = transcriptText(
      '[0:00:05] RA: a',
      '',
      'RA: b',
      '',
      '[0:00:04] RA: c',
      '',
      '[0:00:06 --> 0:00:05] RA: d',
    );
    assert.deepEqual(flagged(text), [
      ['timestamp-order', '[0:00:04] RA:'],
      ['timestamp-order', '[0:00:06 --> 0:00:05] RA:'],
    ]);
  });

  it('flag marks without counterpart, and take them literally', () => {
    const text = transcriptText('RA: a {==b', '', 'K-014: c ==}');
    assert.deepEqual(flagged(text), [
      ['unclosed-span', '{=='],
      ['unclosed-span', '==}'],
    ]);
    for (const { after } of fixesOf(text)) assert.equal(flagged(after).length, 1);
  });

  it('take a code that is being written for no changed word', () => {
    const plain = transcriptText('RA: satu dua', '', 'K-014: tiga');
    const hash = wordsHash(parseTranscript(readNote(plain)));
    const text = plain.replace('kind:', `words: ${hash}\nkind:`);
    for (const begun of ['#', '#affect #', '#affect # #time']) {
      assert.deepEqual(flagged(text.replace('dua', `dua ${begun}`)), []);
      assert.deepEqual(flagged(text.replace('dua', `duo ${begun}`)), [['words-changed', hash]]);
    }
  });

  it('flag a changed word at once, and neither codes nor headings', () => {
    const plain = transcriptText('RA: satu dua', '', 'K-014: tiga');
    const hash = wordsHash(parseTranscript(readNote(plain)));
    const text = plain.replace('kind:', `words: ${hash}\nkind:`);
    assert.deepEqual(flagged(text), []);
    assert.deepEqual(flagged(text.replace('satu dua', '{==satu==}{>>#time<<} dua #affect')), []);
    const changed = text.replace('dua', 'duo');
    assert.deepEqual(flagged(changed), [['words-changed', hash]]);
    for (const { after } of fixesOf(changed)) assert.deepEqual(flagged(after), []);
  });

  it('flag changed words where they stand while the transcript is open', () => {
    const plain = transcriptText('RA: satu dua', '', 'K-014: tiga', '', 'RA: empat', '', 'K-014: lima');
    const hash = wordsHash(parseTranscript(readNote(plain)));
    const text = plain.replace('kind:', `words: ${hash}\nkind:`);
    const open = TurnChunks.of(readNote(text), 20);
    assert.deepEqual(validateNote(open.note, defaultConfig, { turns: open }), []);
    const placesIn = (changed: string): readonly string[] => {
      const turns = open.next(readNote(changed));
      const found = validateNote(turns.note, defaultConfig, { turns });
      assert.ok(found.every(({ rule }) => rule === 'words-changed'));
      return found.map(({ range }) => changed.slice(range.start, range.end));
    };
    assert.deepEqual(placesIn(text.replace('tiga', 'tigo')), ['K-014: tigo']);
    assert.deepEqual(placesIn(text.replace('satu', 'sato').replace('lima', 'limo')), [
      'RA: sato dua',
      'K-014: limo',
    ]);
    assert.deepEqual(placesIn(text.replace('tiga', 'tiga\n\nRA: dan')), ['RA: dan']);
    const otherRole = text.replace('RA: counselor', 'RA: other');
    assert.notEqual(otherRole, text);
    assert.deepEqual(placesIn(otherRole.replace('tiga', 'tigo')), ['K-014: tigo']);
    assert.deepEqual(placesIn(text.replace('\n\nK-014: lima', '')), [hash]);
    assert.deepEqual(placesIn(text), []);
  });

  it('are silenced by comments', () => {
    const text = transcriptText(
      '<!-- session-notes-disable-next-line unknown-code -->',
      'RA: a #x',
      '',
      'RA: b #y',
    );
    assert.deepEqual(flagged(text), [['unknown-code', '#y']]);
  });
});

describe('codes and heads that are nearly written', () => {
  const codesOf = (text: string) =>
    parseTranscript(readNote(text)).turns.map(({ codes }) => codes.map(({ code }) => code));

  it('hide no code beside them, and are told at the word with what is meant', () => {
    for (const [run, codes, wrong, fixed] of [
      ['#affect #Time', ['affect'], ['#Time'], '#affect #time'],
      ['#affect #Time #change-talk', ['affect', 'change-talk'], ['#Time'], '#affect #time #change-talk'],
      ['#affect.', [], ['#affect.'], '#affect'],
      ['#change_talk', [], ['#change_talk'], '#change-talk'],
      ['#Afect', [], ['#Afect'], '#affect'],
      ['#affect,#time', [], ['#affect,#time'], '#affect #time'],
      ['#affect,', [], ['#affect,'], '#affect'],
      ['#time #Ä', ['time'], ['#Ä'], '#time #Ä'],
    ] as const) {
      const text = transcriptText(`RA: satu dua ${run}`);
      assert.deepEqual(codesOf(text), [codes], run);
      assert.deepEqual(
        flagged(text),
        wrong.map(word => ['unknown-code', word]),
      );
      assert.equal(
        fixNote(practice, readNote(text)).note.outline.text,
        transcriptText(`RA: satu dua ${fixed}`),
      );
    }
  });

  it('of few letters are offered where one is meant, and left to a person', () => {
    const asTime = (written: string): boolean => {
      const text = transcriptText(`RA: satu ${written}`);
      assert.equal(fixNote(practice, readNote(text)).note.outline.text, text, written);
      return fixesOf(text).some(({ after }) => after === text.replace(written, '#time'));
    };
    assert.deepEqual(['#tme', '#times', '#itme', '#Tine', '#tie'].filter(asTime).length, 5);
    assert.deepEqual(['#timely', '#tm', '#mite'].filter(asTime), []);
  });

  it('are told in the comment of a passage, too, and are no memo', () => {
    const text = transcriptText('RA: {==a==}{>>#Affect #time lihat<<} b');
    assert.deepEqual(flagged(text), [['unknown-code', '#Affect']]);
    const [span] = parseTranscript(readNote(text)).turns[0]?.spans ?? [];
    assert.deepEqual([span?.codes.map(({ code }) => code), span?.memo], [['time'], 'lihat']);
  });

  it('are words where a backslash stands before them, and can be made so', () => {
    assert.deepEqual(flagged(transcriptText('RA: satu \\#Time', '', 'RA: satu \\#time dua')), []);
    const text = transcriptText('RA: satu #Viral');
    assert.ok(fixesOf(text).some(({ after }) => after === text.replace('#Viral', '\\#Viral')));
  });

  it('among the words are told where they are a code or a slip of one, else they are words', () => {
    const text = transcriptText('RA: satu #affect dua #viral tiga #Afect empat #3 #x9z.');
    assert.deepEqual(flagged(text), [
      ['unknown-code', '#affect'],
      ['unknown-code', '#Afect'],
      ['unknown-code', '#x9z.'],
    ]);
    const [first] = fixesOf(text);
    assert.ok(first?.after.includes('satu dua #viral'), first?.after);
    assert.ok(first?.after.includes(' #affect'));
  });

  it('are told with blanks for hyphens, behind a blank, and with a wide sign', () => {
    for (const [written, range, id] of [
      ['#change talk', '#change talk', 'change-talk'],
      ['#Change Talk', '#Change Talk', 'change-talk'],
      ['#ucapan perubahan', '#ucapan perubahan', 'change-talk'],
      ['# affect', '# affect', 'affect'],
      ['＃affect', '＃affect', 'affect'],
      ['#change talk lagi', '#change talk', 'change-talk'],
    ] as const) {
      const text = transcriptText(`K-014: satu ${written}`);
      assert.deepEqual(flagged(text), [['unknown-code', range]], written);
      assert.deepEqual(codesOf(fixesOf(text)[0]?.after ?? ''), [[id]], written);
    }
    const memo = transcriptText('K-014: {==satu==}{>>#change talk lihat<<}');
    assert.match(fixesOf(memo)[0]?.after ?? '', /\{>>#change-talk lihat<<\}/);
    for (const words of ['# satu', 'nomor # afect', '#viral kemarin', '\\#change talk'])
      assert.deepEqual(flagged(transcriptText(`K-014: satu ${words} dua`)), [], words);
  });

  it('among the words are told in brackets, in emphasis and behind a letter, too, and not in an address', () => {
    const text = transcriptText(
      'RA: satu (#affect) dua *#affect* tiga#affect ##affect https://a.id/#affect [x](#affect) empat',
    );
    assert.deepEqual(
      flagged(text),
      Array.from({ length: 4 }, () => ['unknown-code', '#affect']),
    );
  });

  it('of a turn begin one of their own, so that nothing goes to who spoke before', () => {
    for (const [line, rule, place, speaker] of [
      ['[1:75] **K-014:** dua', 'timestamp-order', '[1:75]', 'K-014'],
      ['[0:00:090] **K-014:** dua', 'timestamp-order', '[0:00:090]', 'K-014'],
      ['[00:00:12-3] **K-014:** dua', 'timestamp-order', '[00:00:12-3]', 'K-014'],
      ['(0:12) K-014: dua', 'timestamp-order', '(0:12)', 'K-014'],
      ['*K-014*: dua', 'unknown-speaker', '*K-014*:', 'K-014'],
      ['K-014 (pelan): dua', 'unknown-speaker', 'K-014 (pelan):', 'K-014'],
      ['K-014： dua', 'unknown-speaker', 'K-014：', 'K-014'],
      ['K-014; dua', 'unknown-speaker', 'K-014;', 'K-014'],
      ['K-014 - dua', 'unknown-speaker', 'K-014 -', 'K-014'],
      ['**K-014** dua', 'unknown-speaker', '**K-014**', 'K-014'],
    ] as const) {
      const text = transcriptText('RA: satu #affect', line);
      const turns = parseTranscript(readNote(text)).turns;
      assert.deepEqual(
        turns.map(turn => [turn.speaker, turn.words, turn.codes.length]),
        [
          ['RA', 'satu', 1],
          [speaker, 'dua', 0],
        ],
        line,
      );
      assert.deepEqual(flagged(text), [[rule, place]], line);
    }
  });

  it('have the time that their numbers come to, if that is wished', () => {
    for (const [written, meant] of [
      ['[1:75]', '[0:02:15]'],
      ['[0:00:090]', '[0:01:30]'],
      ['[00:09:025]', '[0:09:25]'],
      ['[00:00:12-3]', '[0:00:12.300]'],
      ['[00:00:61 --> 00:00:65]', '[0:01:01 --> 0:01:05]'],
      ['(0:12)', '[0:00:12]'],
    ] as const) {
      const text = transcriptText('RA: satu', '', `${written} **K-014:** dua`);
      const [first] = fixesOf(text);
      assert.equal(first?.after, text.replace(written, meant), written);
      assert.equal(fixNote(practice, readNote(text)).note.outline.text, text);
    }
  });

  it('begin a turn whatever stands around the time, and have the time that is meant, if that is wished', () => {
    for (const [head, meant] of [
      ['[0:15 → 0:16] **K-014:**', '[0:00:15 --> 0:00:16] **K-014:**'],
      ['[0:26s] K-014:', '[0:00:26] **K-014:**'],
      ['[0:37 to 0:38] K-014:', '[0:00:37 --> 0:00:38] **K-014:**'],
      ['[0:37 s.d. 0:38] K-014:', '[0:00:37 --> 0:00:38] **K-014:**'],
      ['［0:43］ K-014:', '[0:00:43] **K-014:**'],
      ['**[0:50] K-014:**', '[0:00:50] **K-014:**'],
      ['`[0:52]` **K-014:**', '[0:00:52] **K-014:**'],
      ['[0：54] **K-014：**', '[0:00:54] **K-014:**'],
      ['[t=0:59] **K-014:**', '[0:00:59] **K-014:**'],
      ['Pukul 10.30 K-014:', '[0:10:30] **K-014:**'],
    ] as const) {
      const text = transcriptText('RA: satu', `${head} dua`);
      const turns = parseTranscript(readNote(text)).turns;
      assert.deepEqual(
        turns.map(turn => [turn.speaker, turn.words]),
        [
          ['RA', 'satu'],
          ['K-014', 'dua'],
        ],
        head,
      );
      assert.equal(flagged(text).length, 1, head);
      const [first] = fixesOf(text);
      assert.equal(
        first?.after.includes(`${meant} dua`) ||
          first?.after.includes(`${meant.split(' **')[0]} **K-014:** dua`),
        true,
        head,
      );
    }
    assert.deepEqual(flagged(transcriptText('RA: satu', '[26 detik] K-014: dua')), [
      ['unknown-speaker', '[26 detik] K-014:'],
    ]);
  });

  it('are read without what nobody sees in them', () => {
    for (const head of [
      '\u200b[0:03] **K-014:**',
      '\ufeff[0:03] **K-014:**',
      '\u200e[0:03] **K-014:**',
      '\u00a0[0:03]\u00a0**K-014:**',
      '[0:03] **\u200bK-014**\u200b:',
      '[0:03] \u202a**K-014**\u202c:',
    ]) {
      const text = transcriptText('RA: satu', `${head} dua`);
      const turn = parseTranscript(readNote(text)).turns[1];
      assert.deepEqual(
        [turn?.speaker, turn?.start, turn?.words],
        ['K-014', 3000, 'dua'],
        JSON.stringify(head),
      );
      assert.equal(turn?.head.end, text.indexOf(' dua'), JSON.stringify(head));
      assert.deepEqual(flagged(text), [], JSON.stringify(head));
    }
  });

  it('are told in the middle of a line, where another turn can be begun', () => {
    for (const inner of ['**RA:**', '**RA**:', '[0:12] **RA:**', '[0:12] RA:']) {
      const text = transcriptText(`K-014: satu ${inner} dua`);
      assert.deepEqual(flagged(text), [['unknown-speaker', inner]]);
      const [newTurn, literally] = fixesOf(text);
      const turns = parseTranscript(readNote(newTurn?.after ?? '')).turns;
      assert.deepEqual(
        turns.map(turn => [turn.speaker, turn.words]),
        [
          ['K-014', 'satu'],
          ['RA', 'dua'],
        ],
      );
      assert.deepEqual(flagged(literally?.after ?? ''), []);
    }
    for (const words of ['satu **dua:** tiga', 'satu [0:12] RA bilang', 'satu \\**RA:** dua'])
      assert.deepEqual(flagged(transcriptText(`K-014: ${words}`)), [], words);
  });

  it('with the time behind the name have it read as words, which is told', () => {
    const text = transcriptText('K-014: [0:10] satu');
    assert.deepEqual(flagged(text), [['timestamp-order', 'K-014: [0:10]']]);
    assert.match(fixesOf(text)[0]?.after ?? '', /^\[0:10\] K-014: satu$/m);
    assert.deepEqual(flagged(transcriptText('K-014: \\[0:10] satu', '', '[0:12] K-014: [0:13] dua')), []);
  });

  it('are told in quotes, headings, code and under a line that makes a heading of them', () => {
    for (const lines of [
      ['> **K-014:** dua'],
      ['### [0:12] **K-014:** dua'],
      ['```', 'K-014: dua', '```'],
      ['    K-014: dua'],
      ['<div>', 'K-014: dua', '</div>'],
      ['K-014: dua', '---'],
    ]) {
      const text = transcriptText('RA: satu', '', ...lines, '', 'RA: tiga');
      assert.deepEqual(
        flagged(text).map(([rule]) => rule),
        ['unknown-speaker'],
        lines.join(),
      );
      const [fix] = fixesOf(text);
      if (fix === undefined) continue;
      const turns = parseTranscript(readNote(fix.after)).turns;
      assert.deepEqual(
        turns.map(({ words }) => words),
        ['satu', 'dua', 'tiga'],
        lines.join(),
      );
    }
    for (const lines of [['> kata orang: dua'], ['## Konseli: latar belakang'], ['```', '{"a": 1}', '```']])
      assert.deepEqual(flagged(transcriptText('RA: satu', '', ...lines, '', 'RA: tiga')), [], lines.join());
    const only = transcriptText('> **RA:** satu', '>', '> **K-014:** dua');
    assert.deepEqual(
      flagged(only).map(([rule]) => rule),
      ['unknown-speaker'],
    );
  });

  it('are not seen in what people say', () => {
    for (const line of [
      'RA bilang: dua',
      '(0:12) dua',
      'K-014\\: dua',
      '\\[0:12\\] \\*\\*K-014:\\*\\* dua',
      'jam 7:30 K-014 datang',
      'jam 7:30 ibu K-014: datang',
      'RA- dua',
    ])
      assert.deepEqual(flagged(transcriptText('RA: satu', line)), [], line);
  });
});

describe('what no turn says', () => {
  it('is told: a transcript without turns, words above the first, a speaker declared twice', () => {
    assert.deepEqual(flagged(transcriptText('Hanya kata-kata #affect')), [
      ['unknown-speaker', 'Hanya kata-kata #affect'],
    ]);
    const above = transcriptText('Kemarin saya', 'terlambat, Bu.', '', 'RA: satu');
    assert.deepEqual(flagged(above), [['unknown-speaker', 'Kemarin saya\nterlambat, Bu.']]);
    assert.equal(problems(readNote(above))[0]?.severity, 'info');
    const twice = transcriptText('RA: a').replace('  K-014:', '  ra: counselor\n  K-014:');
    assert.deepEqual(flagged(twice), [['unknown-speaker', 'ra']]);
  });

  it('is not told of titles and dates above the first turn, but of whatever stands below it', () => {
    const heads = ['VERBATIM KONSELING', '', 'Tanggal: 5 Februari 2026', 'Hadir: RA, K-014', ''];
    assert.deepEqual(flagged(transcriptText(...heads, 'RA: satu')), []);
    const between = transcriptText('RA: satu', '', '## Bagian dua', '', 'Pengantar', '', 'RA: dua');
    assert.deepEqual(flagged(between), [['unknown-speaker', 'Pengantar']]);
  });

  it('is told: a memo without a code or a passage, and a passage with nothing in it', () => {
    const text = transcriptText('RA: {==x==}{>>catatan<<} y {>>lepas<<} z {====}{>>#affect<<} {==w==}');
    assert.deepEqual(flagged(text), [
      ['unclosed-span', '{==x==}{>>catatan<<}'],
      ['unclosed-span', '{>>lepas<<}'],
      ['unclosed-span', '{====}{>>#affect<<}'],
    ]);
  });
});
