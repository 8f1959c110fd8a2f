/**
 * A practice whose notes break every rule in every way that has a message of its own. Every word that a counselor or
 * client could have written begins with `zq`, which no other word does: what shows one shows a word of a note.
 */

const protocol = `id: own
title: { en: Own format }
rules: [note-without-goal, goal-never-addressed]
roles:
  - { id: counselor, title: { en: Counselor } }
  - { id: client, title: { en: Client } }
fields:
  - { id: room, title: { en: Room }, required: true }
  - { id: setting, title: { en: Setting }, type: enum, choices: [{ id: alone, title: { en: Alone } }, { id: group, title: { en: Group } }] }
measures:
  - { id: fear, title: { en: Fear }, max: 10 }
stages:
  - id: opening
    title: { en: Opening stage }
    minLength: 50
    sections:
      - { id: story, title: { en: The story }, tracks: goals, minLength: 5 }
      - { id: later, title: { en: The later part }, required: case }
      - { id: decision, title: { en: The decision }, required: false, choices: [{ id: go-on, title: { en: Go on } }, { id: stop, title: { en: Stop here }, exclusive: true }, { id: pause, title: { en: Pause a while } }, { id: done, title: { en: Done with it }, closes: true }] }
    goals: [{ id: begin, title: { en: Begin well } }]
    techniques: [{ id: listening, title: { en: Listening } }]
  - id: middle
    title: { en: Middle stage }
    sections: [{ id: plan, title: { en: The plan }, tracks: actions }, { id: findings, title: { en: The findings }, required: false, tracks: none }, { id: third, title: { en: The third part }, required: false }, { id: fourth, title: { en: The fourth part }, required: false }]
    atLeast: [{ count: 1, of: [third, fourth] }]
  - id: ending
    title: { en: Ending stage }
  - id: extra-one
    title: { en: Extra part one }
    required: false
  - id: extra-two
    title: { en: Extra part two }
    required: false
atLeast: [{ count: 1, of: [extra-one, extra-two] }]
`;

interface Head {
  readonly client?: string;
  readonly session?: number | string;
  readonly date?: string;
  readonly more?: readonly string[];
}

function note(head: Head, ...body: readonly string[]): string {
  const { client = 'zqclient', session = 1, date = '2026-01-05', more = [] } = head;
  const fields = [`client: ${client}`, `session: ${session}`, `date: ${date}`, 'room: zqroom', ...more];
  return ['---', 'protocol: own', ...fields, '---', ...body, ''].join('\n');
}

/** A note with nothing but a front matter. */
function front(...lines: readonly string[]): string {
  return ['---', 'protocol: own', ...lines, '---', '## Opening stage', 'zqword', ''].join('\n');
}

const opening = (...items: readonly string[]): readonly string[] => [
  '## Opening stage',
  'zqword zqword zqword',
  '### The story',
  'zqword',
  ...items,
];

const transcript = (...lines: readonly string[]): string =>
  ['---', 'protocol: own', 'kind: transcript', 'client: zqclient', ...lines, ''].join('\n');

const deep = (opener: string, closer: string): string =>
  `zqdeep: ${opener.repeat(300)}zq${closer.repeat(300)}`;

/** Files by path; the paths are no words of notes. */
export const markedPractice: Readonly<Record<string, string | Uint8Array>> = {
  '.session-notes/config.yaml': 'defaultProtocol: own\nrules: { similar-goal: info }\n',
  '.session-notes/protocols/own.yaml': protocol,
  // A case in which goals are left out, worded anew and replaced.
  'case/1.session.md': note(
    { client: 'zqcase' },
    ...opening('- [ ] zqspeak zqup zqin zqclass ^zqspeak-zqup', '- [ ] zqtell zqher zqmother'),
  ),
  'case/2.session.md': note(
    { client: 'zqcase', session: 2, date: '2026-01-12' },
    ...opening(
      '- [ ] zqother zqgoal ^zqother',
      '- [ ] zqunnamed zqone',
      '- [ ] zqsleep zqearlier zqeach zqnight ^zqsleep',
      '- [ ] zqwalk zqa zqlong zqway zqhome',
    ),
  ),
  'case/3.session.md': note(
    { client: 'zqcase', session: 3, date: '2026-01-19' },
    ...opening(
      '- [ ] zqsleep zqearlier zqeach zqnigh',
      '- [ ] zqwalk zqa zqlong zqway zqhom',
      '- [ ] zqnew [replaces:: ^zqnowhere]',
    ),
  ),
  // One id on other words, and what looks like goals and is none.
  'reused/1.session.md': note(
    { client: 'zqreused' },
    ...opening('- [ ] zqspeak zqup zqin zqclass ^zqsame', '- zqplain zqitem'),
    '## Middle stage',
    '### The plan',
    '- zqplain zqaction',
    '### The findings',
    '- [ ] zqfinding',
  ),
  'reused/2.session.md': note(
    { client: 'zqreused', session: 2, date: '2026-01-12' },
    ...opening('- [ ] zqwalk zqhome zqtogether ^zqsame'),
    '',
    '| zqa | zqb |',
    '|---|---|',
    '| - [ ] zqone | - [ ] zqtwo |',
    '',
    '## Middle stage',
    '### The findings',
    '- [ ] zqfinding',
    '- [ ] zqother',
  ),
  'reused/stray.session.md': note(
    { client: 'zqstray' },
    ...opening(),
    '',
    '    - [ ] zqcode',
    '    - [ ] zqmore',
    '',
  ),
  'reused/stray2.session.md': note({ client: 'zqstray2' }, ...opening(), '', '    - [ ] zqcode', ''),
  // Titles where they begin no part.
  'enclosed/1.session.md': note(
    { client: 'zqquoted' },
    '> ## Opening stage',
    '> zqword',
    '',
    '- zqoutline',
    '  - ## Middle stage',
    '    - zqword',
    '',
    '[5/1/26, 10.02.11] zqsender: Ending stage: zqword',
  ),
  // Words in the headings of parts.
  'worded/1.session.md':
    '---\nprotocol: soap\nclient: zqworded\nsession: 1\ndate: 2026-01-05\n---\n## S: zqa\n## O: zqb\n## A: zqc\n## P: zqd\n',
  // All parts of a format that the note does not name.
  'fitting/1.session.md':
    '---\nclient: zqfit\nsession: 1\ndate: 2026-01-05\nroom: zqroom\n---\nS: zqa\nO: zqb\nA: zqc\nP: zqd\n',
  'unopened/1.session.md': 'client: zqunopened\nsession: 1\ndate: 2026-01-05\n---\n\nzqword zqsaid\n',
  'codes/1.session.md': note({ client: 'Zqname' }, ...opening()),
  'codes/2.session.md': note({ client: 'zqcode-8B' }, ...opening()),
  'process/1.session.md': note({ client: 'zqprocess', more: ['kind: process'] }, '- [ ] zqmine'),
  'process/2.session.md': note(
    { client: 'zqprocess', more: ['kind: process'] },
    '- [ ] zqmine',
    '- [ ] zqtoo',
  ),
  // What was carried over and not settled, and goals that other programs do not read.
  'drafts/1.session.md': note({ client: 'zqdrafts' }, ...opening('- [/] zqspeak zqup ^zqdrafted')),
  'drafts/2.session.md': note(
    { client: 'zqdrafts', session: 2, date: '2026-01-12', more: ['status: draft'] },
    ...opening('- [>] zqspeak zqlouder zqtoday ^zqdrafted'),
  ),
  'drafts/3.session.md': note(
    { client: 'zqdrafts', session: 3, date: '2026-01-19' },
    ...opening('- [>] zqspeak zqup ^zqdrafted'),
  ),
  'unread.session.md': note(
    { client: 'zqunread' },
    ...opening(
      '- [ ] zqearly [due:: 2026-03-19] zqbehind',
      '- [ ] zqsooner ^zqmiddle zqafter',
      '- [ ] zqlate [due: 2026-03-19]',
      '- [ ] zqodd ^zqodd_id',
      '- [ ] zqglued^zqtail',
      '- [ ] zqabove',
      '  - [due:: 2026-03-19]',
      '- ☐ zqsigned',
      '',
      '☐ zqbare',
    ),
    '## Middle stage',
    '### The plan',
    '- ☐ zqacted',
  ),
  'labels.session.md': note(
    { client: 'zqlabels' },
    '**Opening stage** Zqword.',
    '',
    'Middle stage. Zqword.',
    '',
    'Ending stage. Zqword.',
  ),
  'table.session.md': note(
    { client: 'zqtable' },
    '| Opening stage | zqword |',
    '|---|---|',
    '| Middle stage | zqword |',
  ),
  // Sessions out of order.
  'order/1.session.md': note({ client: 'zqorder' }),
  'order/3.session.md': note({ client: 'zqorder', session: 3, date: '2026-01-19' }),
  'order/3b.session.md': note({ client: 'zqorder', session: 3, date: '2026-01-20' }),
  'order/4.session.md': note({ client: 'zqorder', session: 4, date: '2026-01-12' }),
  'order/4 copy.session.md': note({ client: 'zqorder', session: 4, date: '2026-01-12' }),
  'closed/1.session.md': note({ client: 'zqother' }, ...opening('- [ ] zqone')),
  'closed/5.session.md': note(
    { client: 'zqother', session: 5, date: '2026-02-05' },
    ...opening('- [ ] zqtwo', '- [ ] zqthree'),
  ),
  'closed/9.session.md': note(
    { client: 'zqother', session: 9, date: '2026-02-09', more: ['closed: resolved'] },
    ...opening('- [ ] zqtwo', '- [ ] zqthree'),
  ),
  'closed/one.session.md': note(
    { client: 'zqthird', more: ['closed: resolved'] },
    ...opening('- [ ] zqonly'),
  ),
  // Notes with every problem that a note can have by itself.
  'gaps.session.md': note(
    { client: 'zqgaps' },
    '## Opening stage',
    '## Middle stage',
    'zqword',
    '### The plan',
  ),
  'order.session.md': note(
    { client: 'zqstage-order' },
    '## Ending stage',
    'zqword',
    ...opening(),
    '## Ending stage',
    'zqword',
  ),
  'near.session.md': note(
    { client: 'zqnear' },
    '## Openning stage',
    'zqword',
    '',
    '**Middle stage**',
    '',
    'zqword',
  ),
  'near2.session.md': note(
    { client: 'zqnear2' },
    'Opening stage',
    '',
    'zqword',
    '',
    '##Middle stage',
    'zqword',
    '## Ending of zqword',
    'zqword',
  ),
  'joined.session.md': note(
    { client: 'zqjoined' },
    ...opening('- [ ] zqgoal', 'Zqlabel: zqword'),
    '## Middle stage',
    '### The plan',
    '- [ ] zqaction',
    'Zqlabel: zqword',
  ),
  'near9.session.md': note({ client: 'zqnear9' }, '## Opening stage', 'zqword zqword', '### Story', 'zqword'),
  'near3.session.md': note({ client: 'zqnear3' }, 'Opening stage: zqword. Middle stage: zqword.'),
  'near4.session.md': note(
    { client: 'zqnear4' },
    '## Opening stage',
    'zqword',
    '## Middle stage',
    'Ending stage: zqword',
  ),
  'stages.session.md': note(
    { client: 'zqstages', more: ['stages: [opening, zqstage]'] },
    ...opening(),
    '## Ending stage',
    'zqword',
  ),
  'undeclared.session.md': note(
    { client: 'zqundeclared', more: ['stages: [opening]'] },
    ...opening(),
    '## Ending stage',
    'zqword',
  ),
  'choices.session.md': note(
    { client: 'zqchoices' },
    ...opening(),
    '### The decision',
    'zqdecided zqnothing',
  ),
  'choices2.session.md': note(
    { client: 'zqchoices2' },
    ...opening(),
    '### The decision',
    'Go on: zqword',
    '',
    'Stop here: zqword',
  ),
  'choices3.session.md': note(
    { client: 'zqchoices3' },
    ...opening(),
    '### The decision',
    'Go on: zqword',
    '',
    'Pause a while: zqword',
  ),
  'choices4.session.md': note(
    { client: 'zqchoices4' },
    ...opening(),
    '### The decision',
    'Done with it, go on (zqword)',
  ),
  'choices5.session.md': note(
    { client: 'zqchoices5' },
    ...opening(),
    '### The decision',
    'Done with it (session 3): zqword',
  ),
  'goals.session.md': note(
    { client: '[zqclient-a, zqclient-b]', more: ['zqkey: zqvalue'] },
    ...opening(
      '- [?] zqmark ^zqtwice',
      '- [ ] zqagain ^zqtwice [client:: zqnobody]',
      '- [ ] zqweekday [due:: Monday, 2026-03-19]',
      '- [ ] zqfields [due:: zqdue] [gas:: zqgas] [weight:: zqweight] [role:: zqrole] [replaces:: zqreplaced]',
    ),
  ),
  'fields.session.md': front(
    'client: zqfields',
    'session: zqsession',
    'date: zqdate',
    'language: zq language',
    'setting: zqsetting',
    'attendance: [zqa, zqb]',
    'counselor: { zqname: zqvalue }',
  ),
  'fields3.session.md': front('client: zqfields3', 'session: 1', 'date: Monday, 2026-03-19'),
  'scores.session.md': note(
    { client: 'zqscores', more: ['fear: 7 zqhigh'] },
    ...opening(),
    '',
    'Fear: 12 (zqword)',
    '',
    'Fear: 7/27, zqword',
  ),
  'scores2.session.md': front('client: [zqscores-a, zqscores-b]', 'fear: 7 (zqword)'),
  'fields2.session.md': front('client: zqclient-c', 'room:', 'session: 1', 'date: 2026-01-05'),
  'clients.session.md': front(
    `client: [${Array.from({ length: 61 }, (_, at) => `zqgroup-${at}`).join(', ')}]`,
  ),
  'unknown.session.md': '---\nprotocol: zqformat\nclient: zqclient\n---\nzqword\n',
  'conflict.session.md': note(
    { client: 'zqconflict' },
    '<<<<<<< zqours',
    'zqword',
    '=======',
    'zqother',
    '>>>>>>> zqtheirs',
  ),
  'deep.session.md': note({ client: 'zqdeep' }, `${'> '.repeat(400)}zqword`),
  'latin.session.md': Uint8Array.from(
    [...note({ client: 'zq\u00e9' }, 'zqword')].map(each => each.charCodeAt(0)),
  ),
  'other-name.session.md': note({ client: 'zqother-name' }, ...opening()).replace(
    'protocol: own',
    'protocol: Own format',
  ),
  'form.session.md':
    '---\nprotocol: own\n---\nName of client : zqname\nRoom : zqroom\n\n## Opening stage\nzqword\n',
  // Front matter of every kind that is none.
  'yaml/below.session.md': `zqword\n${front('client: zqbelow')}`,
  'yaml/twice.session.md': front('"zqkey of zqname": zq', '"zqkey of zqname": zq'),
  'yaml/nested-twice.session.md': front('zqmap: { zqkey: zq, zqkey: zq }'),
  'yaml/list.session.md': '---\n- zqone\n- protocol: own\n---\nzqword\n',
  'yaml/open.session.md': '---\nprotocol: own\nclient: zqclient\nzqword zqword\n',
  'yaml/alias.session.md': front('client: *zqanchor'),
  'yaml/deep.session.md': front(deep('[', ']')),
  'yaml/large.session.md': front(`zqlong: ${'zqword '.repeat(11_000)}`),
  'yaml/many.session.md': front(...Array.from({ length: 1100 }, (_, at) => `zqkey${at}: zq`)),
  'yaml/escape.session.md': front('zqkey: "zq\\q zqword"'),
  'yaml/indent.session.md': front('zqkey: [zqone, zqtwo', 'zqother: zq'),
  'yaml/start.session.md': front('zqkey: @zqname'),
  'yaml/colon.session.md': front('zqkey: zqname: zqvalue'),
  'yaml/quote.session.md': front('zqkey: "zqname', 'zqother: zq'),
  'yaml/tab.session.md': front('zqkey:', '\tzqname: zq'),
  'yaml/documents.session.md': front('zqkey: zq', '--- zqsecond'),
  'yaml/key.session.md': front('? [zqone, zqtwo]', ': zq'),
  // Transcripts.
  'transcripts/one.RA.md': transcript(
    'transcript: zqtranscript',
    'coder: zqrater-a',
    'words: sha256-0000zq',
    'speakers: { zqsiti: zqfriend, zqbudi: client }',
    '---',
    '',
    '[0:00:09 --> 0:00:02] **Counselor:** zqsaid {==zqpassage #zqcode',
    '',
    '[0:00:05] **zqunknown zqname:** zqsaid ==} zqmore #zqcode #listening',
    '',
    '[0:00:06] zqnobody says this #zqother-code',
    '',
    '[0:00:07] **Counselor:** zqsaid {>>#zqloose<<}',
    '',
    '[0:00:08] **Client:** zqsaid {==zqpassage==}{>>#zqcode zqmemo<<} #listening',
  ),
  'transcripts/two.RA.md': transcript(
    'transcript: zqtranscript-three',
    'coder: zqrater-a',
    'speakers: { zqsiti: counselor, zqbudi: client, ZQSITI: counselor }',
    '---',
    '',
    'zqbefore zqthe zqfirst.',
    '',
    '[0:75] **zqsiti:** zqsaid #Listening zqmore #listening zqthen',
    '',
    '**zqbudi:** [0:08] zqlate **zqsiti:** zqsaid',
    '',
    '> **zqbudi:** zqquoted',
    '',
    '[0:00:09] **zqbudi:** zqsaid {==zqpassage==}{>>zqmemo<<} {>>zqloose<<} {====}{>>#listening<<} #Zq_Code',
    '',
    '*zqbudi* (zqlaughs): zqsaid',
  ),
  'transcripts/none.RA.md': transcript(
    'transcript: zqtranscript-four',
    'coder: zqrater-a',
    '---',
    '',
    'zqwords',
  ),
  'raters/two.RA.md': transcript(
    'transcript: zqtranscript-two',
    'coder: zqrater-a',
    'speakers: { zqsiti: counselor, zqbudi: client }',
    '---',
    '',
    '**zqsiti:** zqsaid zqthis #zqcode #listening',
    '',
    '**zqbudi:** {==zqpassage==}{>>#zqother zqmemo<<} zqsaid',
    '',
    '**zqsiti:** zqthird #listening',
  ),
  'raters/two.JT.md': transcript(
    'transcript: zqtranscript-two',
    'coder: zqrater-b',
    'speakers: { zqsiti: counselor, zqbudi: client }',
    '---',
    '',
    '**zqsiti:** zqsaid zqthis #zqthird-code',
    '',
    '**zqbudi:** {==zqpassage==}{>>#zqother zqmemo<<} zqsaid',
    '',
    '**zqsiti:** zqthird',
  ),
  'raters/alone.RA.md': transcript(
    'transcript: zqalone',
    'coder: zqrater-a',
    '---',
    '',
    '**Client:** zqsaid',
  ),
  'raters/no-id.RA.md': transcript('coder: zqrater-a', '---', '', '**Client:** zqsaid'),
  'raters/consensus.md': transcript(
    'transcript: zqtranscript-two',
    'consensus: [zqrater-a, zqrater-b]',
    'speakers: { zqsiti: counselor, zqbudi: client }',
    '---',
    '',
    '**zqsiti:** zqsaid zqthis',
    '',
    '**zqbudi:** zqpassage zqsaid',
    '',
    '**zqsiti:** zqthird',
  ),
};
