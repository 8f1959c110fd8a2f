import type { Wording } from './commandEntry';

/*
 * The first steps. A text may hold the id of a command in braces: its title then stands there as a link.
 */

interface Step {
  /** Also the name of its picture in `media/walkthrough/`. */
  readonly id: string;
  readonly title: Wording;
  readonly text: Wording;
  /** What its picture shows. */
  readonly picture: Wording;
  /** What tells that the step was done, as VS Code writes it: not that it was begun. */
  readonly doneBy: `on${string}:${string}`;
}

/** The walkthrough of the first steps. */
export const walkthrough: {
  readonly title: Wording;
  readonly description: Wording;
  readonly steps: readonly Step[];
} = {
  title: { en: 'Session Notes: first steps', id: 'Session Notes: langkah awal' },
  description: {
    en: 'From an empty folder to notes that miss nothing.',
    id: 'Dari folder kosong sampai catatan yang lengkap.',
  },
  steps: [
    {
      id: 'language',
      title: { en: 'Choose your language', id: 'Pilih bahasa Anda' },
      text: {
        en: 'Messages, views and menus speak English or Indonesian, whatever the display language.\n[Choose Language](command:workbench.action.openSettings?%5B%22sessionNotes.language%22%5D)',
        id: 'Pesan, tampilan, dan menu tersedia dalam bahasa Inggris atau Indonesia, apa pun bahasa tampilannya.\n[Pilih Bahasa](command:workbench.action.openSettings?%5B%22sessionNotes.language%22%5D)',
      },
      picture: {
        en: 'The same page in English and in Indonesian.',
        id: 'Halaman yang sama dalam bahasa Inggris dan bahasa Indonesia.',
      },
      doneBy: 'onSettingChanged:sessionNotes.language',
    },
    {
      id: 'note',
      title: { en: 'Your first note', id: 'Catatan pertama Anda' },
      text: {
        en: 'Open the folder that your notes are to lie in, and answer who came. The note is there, with its stages.\n[Open Folder](command:vscode.openFolder)\n{sessionNotes.newSessionNote}',
        id: 'Buka folder tempat catatan Anda disimpan, lalu jawab siapa yang datang. Catatannya langsung siap dengan tahap-tahapnya.\n[Buka Folder](command:vscode.openFolder)\n{sessionNotes.newSessionNote}',
      },
      picture: {
        en: 'A new note with the headings of its stages, and the caret in the first of them.',
        id: 'Catatan baru dengan judul tahap-tahapnya, dan kursor di tahap pertama.',
      },
      doneBy: 'onContext:sessionNotes.noteMade',
    },
    {
      id: 'start',
      title: { en: 'Look at a case', id: 'Lihat sebuah kasus' },
      text: {
        en: 'Open invented cases in both languages, with open goals and a few faults to find. They are kept apart from your own notes.\n{sessionNotes.openSampleWorkspace}',
        id: 'Buka kasus rekaan dalam dua bahasa, dengan tujuan yang masih terbuka dan beberapa kekurangan untuk ditemukan. Letaknya terpisah dari catatan Anda sendiri.\n{sessionNotes.openSampleWorkspace}',
      },
      picture: {
        en: 'Folders with notes beside a case whose stages are done but for the last.',
        id: 'Folder berisi catatan di samping sebuah kasus yang tahapnya sudah selesai kecuali yang terakhir.',
      },
      doneBy: 'onContext:sessionNotes.sampleOpened',
    },
    {
      id: 'write',
      title: { en: 'Write with the stages', id: 'Menulis menurut tahap' },
      text: {
        en: 'In an open note, press Ctrl+Space on an empty line or after #: the next missing stage and its sections are offered.\n{sessionNotes.insertStage}',
        id: 'Dalam catatan yang terbuka, tekan Ctrl+Spasi pada baris kosong atau sesudah #: tahap berikutnya dan bagian-bagiannya ditawarkan.\n{sessionNotes.insertStage}',
      },
      picture: {
        en: 'A note with a list of headings that fit at the caret.',
        id: 'Sebuah catatan dengan daftar judul yang dapat ditulis di tempat kursor.',
      },
      doneBy: 'onContext:sessionNotes.stageInserted',
    },
    {
      id: 'check',
      title: { en: 'See what is missing', id: 'Lihat yang belum ada' },
      text: {
        en: 'Missing stages and sections are shown where you can fix them, each with a quick fix (Ctrl+., on a Mac ⌘.).\n[Open Problems](command:workbench.actions.view.problems)',
        id: 'Tahap dan bagian yang belum ada ditunjukkan di tempat yang dapat diperbaiki, masing-masing dengan perbaikan cepat (Ctrl+., di Mac ⌘.).\n[Buka Masalah](command:workbench.actions.view.problems)',
      },
      picture: {
        en: 'A heading with a wavy line and a light bulb, and the list of problems below the note.',
        id: 'Sebuah judul bergaris gelombang dengan bola lampu, dan daftar masalah di bawah catatan.',
      },
      doneBy: 'onCommand:workbench.actions.view.problems',
    },
    {
      id: 'goals',
      title: { en: 'Keep goals in sight', id: 'Pantau tujuan konseling' },
      text: {
        en: 'Every open goal of every client, across all sessions. Tick one and the newest note is updated.\n[Show Open Goals](command:sessionNotes.openGoals.focus)',
        id: 'Semua tujuan yang masih terbuka dari setiap konseli, di seluruh sesi. Centang satu, dan catatan terbaru diperbarui.\n[Tampilkan Tujuan Terbuka](command:sessionNotes.openGoals.focus)',
      },
      picture: {
        en: 'A tree of goals with a count of those that are open, each with a box that tells its status.',
        id: 'Pohon tujuan dengan jumlah yang masih terbuka, masing-masing dengan kotak yang menunjukkan statusnya.',
      },
      doneBy: 'onView:sessionNotes.openGoals',
    },
  ],
};
