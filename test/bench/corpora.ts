import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Practices of many notes, the same at each run: notes of about 6,300 UTF-16 code units in Indonesian and English, the
 * language by the client. Goals recur over the sessions of a client. One note in twenty is written as no format has it.
 */

/** What the notes of a practice are like. */
export type CorpusName = 'complete' | 'poor' | 'free';

interface NoteOf {
  readonly client: number;
  readonly session: number;
  readonly words: Words;
}

/** What differs between the languages. */
interface Words {
  readonly keys: string;
  readonly stages: readonly (readonly [string, readonly string[]])[];
  readonly nearly: string;
  readonly free: readonly (readonly string[])[];
  readonly goals: readonly string[];
  readonly item: string;
  readonly sentence: string;
}

const sessionsPerClient = 20;
const size = 6300;

const indonesian: Words = {
  keys: 'konseli konselor sesi tanggal',
  stages: [
    [
      'Identifikasi dan eksplorasi masalah',
      ['Definisi masalah', 'Dimensi waktu', 'Dimensi perasaan', 'Dimensi kognitif'],
    ],
    ['Perencanaan pemecahan masalah', ['Solusi yang paling tepat', 'Alternatif solusi']],
  ],
  nearly: 'Perencanaan pemecahan masalh',
  free: [
    ['Menggali masalahnya', 'Pemecahan masalah'],
    ['Eksplorasi permasalahan konseli', 'Rencana untuk pemecahan masalah'],
    ['Keluhan', 'Solusi'],
    ['Identifikasi & eksplorasi masalah', 'Merencanakan pemecahan masalah konseli'],
    ['Mengidentifikasi masalah (lanjutan)', 'Perencanaan solusi minggu ini'],
  ],
  goals: [
    'Tidur sebelum pukul sebelas pada hari sekolah',
    'Bercerita kepada wali kelas tentang tugas yang menumpuk',
    'Menulis tiga hal yang berjalan baik setiap malam',
    'Datang ke sekolah lima hari dalam sepekan',
    'Menyapa dua teman baru di kelas',
    'Membagi tugas besar menjadi bagian kecil',
  ],
  item: 'Catatan tanpa kotak centang',
  sentence:
    'Konseli bercerita dengan tenang, menunjuk contoh dari pekan lalu, dan menimbang apa yang ingin diubah lebih dahulu. ',
};

const english: Words = {
  keys: 'client counselor session date',
  stages: [
    [
      'Identifying and exploring the problem',
      ['Definition of the problem', 'Time dimension', 'Feeling dimension', 'Cognitive dimension'],
    ],
    ['Planning how to solve the problem', ['Most suitable solution', 'Alternative solutions']],
  ],
  nearly: 'Planning how to solve the problm',
  free: [
    ['What the problem is', 'Solving it'],
    ['Exploring the client’s problem', 'A plan for solving the problem'],
    ['Complaint', 'Solution'],
    ['Identification & exploration', 'Planning together'],
    ['Exploring the problem (continued)', 'Plan for this week'],
  ],
  goals: [
    'Go to bed before eleven on school nights',
    'Tell the class teacher about the pile of homework',
    'Write down three things that went well each evening',
    'Come to school five days a week',
    'Greet two new people in class',
    'Cut a large task into small parts',
  ],
  item: 'A remark without a box',
  sentence:
    'The client spoke calmly, named an example from last week, and weighed what should change first of all that was said. ',
};

const texts: Readonly<Record<CorpusName, (note: NoteOf) => string>> = {
  complete: completeText,
  poor: poorText,
  free: freeText,
};

/** Writes `count` notes below `folder`, a folder for each client. */
export function makeCorpus(folder: string, count: number, corpus: CorpusName): void {
  for (let number = 0; number < count; number++) {
    const client = Math.floor(number / sessionsPerClient);
    const session = (number % sessionsPerClient) + 1;
    const directory = join(folder, `K-${client}`);
    if (session === 1) mkdirSync(directory, { recursive: true });
    const path = join(directory, `session-${session}.session.md`);
    writeFileSync(path, corpusText(corpus, client, session));
  }
}

/** One note of a corpus. */
function corpusText(corpus: CorpusName, client: number, session: number): string {
  const words = client % 2 === 0 ? indonesian : english;
  const text = texts[corpus]({ client, session, words });
  // A number that goes with no other one here, so that each kind of note is a mess now and then.
  const mess = (client * 7919 + session * 104_729) % (20 * messes.length);
  return messes[mess]?.(text) ?? text;
}

/** What people do to notes, so to speak; what is more rare than one in two hundred is left out. */
const messes: readonly ((text: string) => string)[] = [
  text => text.replaceAll('\n', '\r\n'),
  text => `\ufeff${text}`,
  text =>
    text.replace(/^protocol: (.*)$/m, 'protocol: "$1" # from the template\ntags:\n  - school\n  - 2026'),
  text =>
    `${text}\n> A quotation\n> with a [ ] box in it\n>\n> - and an item\n\n\`\`\`\n## no heading\n\`\`\`\n`,
  text => text.replace(/^## (.*)$/m, '$1\n======').replace(/^### (.*)$/m, '### 1. **$1**:'),
  text => text.replaceAll('- [', '* ['),
  text => `${text}\n<!-- remember:\n- [ ] not a goal\n-->\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`,
  text => text.replace(/^date: .*$/m, 'date: 14/01/2026').replace(/ {2}?\[due/g, '\t[due'),
  text => text.replace(/^(- \[.\] .*)$/m, '$1\n\t- [ ] under it\n\t\tand on\n   1. first\n   2. second'),
  text =>
    text
      .replace(/^(## .*)$/m, '$1 💬 — “ok”')
      .replaceAll(' me', ' mé')
      .replaceAll(' the', ' thé'),
];

function head({ client, session, words }: NoteOf, protocol: string, rest: string): string {
  const [clientKey, counselorKey, sessionKey, dateKey] = words.keys.split(' ');
  const date = new Date(Date.UTC(2026, 0, 5 + session * 7 + (client % 5))).toISOString().slice(0, 10);
  const known = `${clientKey}: K-${client}\n${sessionKey}: ${session}\n${dateKey}: ${date}\n${counselorKey}: RA`;
  return `---\nprotocol: ${protocol}\n${known}\n${rest}---\n`;
}

/** Text of about `length`, with a word in it that tells the notes apart. */
function prose({ client, session, words }: NoteOf, length: number): string {
  const sentences = Math.max(1, Math.round(length / words.sentence.length));
  return `${words.sentence.repeat(sentences)}(${client}.${session})\n`;
}

function goalLine({ session, words }: NoteOf, goal: number, id: string): string {
  const marker = session > 12 + goal ? 'x' : session % 3 === goal % 3 ? '/' : ' ';
  const due = goal % 2 === 0 ? ` [due:: 2026-06-0${goal + 1}]` : '';
  return `- [${marker}] ${words.goals[goal]}${id && ` ^${id}`}${due}`;
}

/** All that its format asks for. */
function completeText(note: NoteOf): string {
  const parts = note.words.stages.map(([stage, titles], at) => {
    const goals = [0, 1, 2].map(goal => goalLine(note, at * 3 + goal, `t${at}${goal}`));
    const sections = titles.map(title => `### ${title}\n${prose(note, (size - 900) / 6)}`);
    return `## ${stage}\n${goals.join('\n')}\n\n${sections.join('\n')}`;
  });
  const title = `# ${note.session}\n\n`;
  return `${head(note, 'four-stage', 'stages: [exploration, planning]\n')}${title}${parts.join('\n')}`;
}

/** With some nine problems: sections that are missing or empty, a slip in a title, an odd marker, a bad value. */
function poorText(note: NoteOf): string {
  const [[stage, titles]] = note.words.stages as [Words['stages'][number]];
  const goals = [0, 1, 2].map(goal => goalLine(note, goal, ''));
  const body = [
    `## ${stage}\n${goals.join('\n')}\n${goals[0]}\n- [?] ${note.words.goals[3]} [due:: ${note.session}]\n`,
    `### ${titles[0]}\n${prose(note, size - 900)}`,
    `### ${titles[1]}\n\n### ${titles[2]}\n-\n`,
    `## ${note.words.nearly}\n\n## ${note.words.item} ${note.session}\n- ${note.words.item}\n`,
  ];
  return `${head(note, 'four-stage', 'stages: [exploration, planing]\nattendance: maybe\n')}\n${body.join('\n')}`;
}

/** Headings in words of their own, or labels, with a plain list below each. */
function freeText(note: NoteOf): string {
  const { client, session, words } = note;
  const hasLabels = client % 4 > 1;
  const parts = hasLabels ? ['S', 'O', 'A', 'P'] : (words.free[(client + session) % words.free.length] ?? []);
  const list = [0, 1, 2, 3]
    .map(item => `- ${words.goals[item]}, ${words.item.toLowerCase()} ${item}\n`)
    .join('');
  const body = parts.map(part => {
    const said = prose(note, (size - 900) / parts.length);
    return hasLabels
      ? `**${part}:** ${said}\n${list}`
      : `## ${part}\n${said}\n${list}\n## ${words.item} ${session}\n`;
  });
  const stages = hasLabels ? '' : 'stages: [exploration, planning]\n';
  return `${head(note, hasLabels ? 'soap' : 'four-stage', stages)}# ${session}\n\n${body.join('\n')}`;
}
