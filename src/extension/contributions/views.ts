import type { MessageKey } from '../../core/message';
import type { IndexState } from '../services/tools/contextKeys';
import type { ViewName, Wording } from './commandEntry';
import { all, is, isNot, isNotSet, isSet, type When } from './when';

/*
 * The views and what they say where they have no rows. A text may hold the id of a command in braces: its title then
 * stands there as a link.
 */

interface WelcomeText {
  readonly when: When | undefined;
  readonly text: Wording;
}

interface ViewEntry {
  /** What it is called: in the manifest, and by the view itself as soon as it is there. */
  readonly name: MessageKey;
  /** Where it is shown; everywhere where nothing is said. */
  readonly when?: When;
  readonly welcome: readonly WelcomeText[];
}

/** What is said as long as there are no notes. */
const beforeNotes: Readonly<Record<Exclude<IndexState, 'ready'>, Wording>> = {
  'no-folder': {
    en: 'Open a folder with session notes to see which goals remain open.\n[Open Folder](command:vscode.openFolder)\nOr look at invented cases first: {sessionNotes.openSampleWorkspace}.',
    id: 'Buka folder berisi catatan sesi untuk melihat tujuan mana yang masih terbuka.\n[Buka Folder](command:vscode.openFolder)\nAtau lihat dahulu kasus rekaan: {sessionNotes.openSampleWorkspace}.',
  },
  indexing: { en: 'Reading session notes …', id: 'Membaca catatan sesi …' },
  'no-notes': {
    en: 'There are no notes in this folder yet. Start with New Session Note.\n{sessionNotes.newSessionNote}\n{sessionNotes.importTranscript}\n{sessionNotes.openSampleWorkspace}\nA note is a Markdown file whose front matter has a line “protocol:”, or whose name ends in .session.md. Missing a note? {sessionNotes.showLog}.',
    id: 'Belum ada catatan di folder ini. Mulailah dengan Buat Catatan Sesi.\n{sessionNotes.newSessionNote}\n{sessionNotes.importTranscript}\n{sessionNotes.openSampleWorkspace}\nCatatan adalah berkas Markdown yang kepala catatannya (front matter) memuat baris “protocol:”, atau yang namanya berakhir dengan .session.md. Catatan tidak muncul? {sessionNotes.showLog}.',
  },
};

/** What *Open Goals* is for, until there are notes: how to begin stands in the view above it. */
const goalsBeforeNotes: typeof beforeNotes = {
  'no-folder': {
    en: 'Open goals will be listed here.',
    id: 'Tujuan yang masih terbuka akan tampil di sini.',
  },
  indexing: beforeNotes.indexing,
  'no-notes': { en: 'Open goals will be listed here.', id: 'Tujuan yang masih terbuka akan tampil di sini.' },
};

/** A text for each state of the notes, `ready` for when they are there. */
function byState(before: typeof beforeNotes, ready: readonly WelcomeText[]): readonly WelcomeText[] {
  const states = ['no-folder', 'indexing', 'no-notes'] as const;
  return [
    ...states.map(state => inState(state, before[state])),
    ...ready.map(({ when, text }) => inState('ready', text, when)),
  ];
}

function inState(state: IndexState, text: Wording, when?: When): WelcomeText {
  return { when: all(is('sessionNotes.state', state), when), text };
}

const mine = isSet('sessionNotes.filter.mine');
const everyones = isNotSet('sessionNotes.filter.mine');
const overdue = isSet('sessionNotes.filter.overdue');
const anyDue = isNotSet('sessionNotes.filter.overdue');
const someClosed = isSet('sessionNotes.closedLeftOut');
const noneClosed = isNotSet('sessionNotes.closedLeftOut');

/**
 * The views of the container *Sessions*, in its order; what the folder has nothing for is left out, so that *Codes* come
 * first where there are only transcripts.
 */
export const views: Readonly<Record<ViewName, ViewEntry>> = {
  clients: {
    name: 'view.clients',
    when: isNot('sessionNotes.holds', 'transcripts'),
    welcome: byState(beforeNotes, [
      {
        when: mine,
        text: {
          en: 'No case of yours.\n{sessionNotes.showEveryones}\n{sessionNotes.newSessionNote}',
          id: 'Tidak ada kasus Anda.\n{sessionNotes.showEveryones}\n{sessionNotes.newSessionNote}',
        },
      },
    ]),
  },
  openGoals: {
    name: 'view.open-goals',
    when: isNot('sessionNotes.holds', 'transcripts'),
    welcome: byState(goalsBeforeNotes, [
      {
        when: all(everyones, anyDue, noneClosed),
        text: { en: 'No open goals.', id: 'Tidak ada tujuan yang terbuka.' },
      },
      {
        when: all(everyones, anyDue, someClosed),
        text: {
          en: 'No open goals. Cases that are closed are not listed: {sessionNotes.chooseViewOptions}.',
          id: 'Tidak ada tujuan yang terbuka. Kasus yang sudah ditutup tidak ditampilkan: {sessionNotes.chooseViewOptions}.',
        },
      },
      {
        when: all(mine, anyDue, someClosed),
        text: {
          en: 'None of your cases has an open goal. Cases that are closed are not listed: {sessionNotes.chooseViewOptions}.\n{sessionNotes.showEveryones}',
          id: 'Tidak ada tujuan yang terbuka di kasus Anda. Kasus yang sudah ditutup tidak ditampilkan: {sessionNotes.chooseViewOptions}.\n{sessionNotes.showEveryones}',
        },
      },
      {
        when: all(mine, anyDue, noneClosed),
        text: {
          en: 'None of your cases has an open goal.\n{sessionNotes.showEveryones}',
          id: 'Tidak ada tujuan yang terbuka di kasus Anda.\n{sessionNotes.showEveryones}',
        },
      },
      {
        when: all(everyones, overdue),
        text: {
          en: 'No open goal is overdue.\n{sessionNotes.showAnyDue}',
          id: 'Tidak ada tujuan terbuka yang lewat tenggat.\n{sessionNotes.showAnyDue}',
        },
      },
      {
        when: all(mine, overdue),
        text: {
          en: 'No open goal of your cases is overdue.\n{sessionNotes.showAnyDue}\n{sessionNotes.showEveryones}',
          id: 'Tidak ada tujuan terbuka di kasus Anda yang lewat tenggat.\n{sessionNotes.showAnyDue}\n{sessionNotes.showEveryones}',
        },
      },
    ]),
  },
  codes: {
    name: 'view.codes',
    when: isNot('sessionNotes.holds', 'notes'),
    welcome: [
      {
        when: undefined,
        text: {
          en: 'No transcript is coded yet. In a transcript, write # at the end of a turn, or put the caret there and choose Apply Code from the editor’s menu.',
          id: 'Belum ada transkrip yang berkode. Di dalam transkrip, tulis # di akhir giliran, atau letakkan kursor di sana dan pilih Terapkan Kode dari menu editor.',
        },
      },
    ],
  },
  thisNote: {
    name: 'view.this-note',
    welcome: [
      {
        when: isNotSet('sessionNotes.inNote'),
        text: {
          en: 'Open a session note to see its stages and sections.',
          id: 'Buka catatan sesi untuk melihat tahap dan bagiannya.',
        },
      },
    ],
  },
};
