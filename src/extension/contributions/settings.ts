import { defaultConfig, type RuleLevel } from '../../core/config/config';
import { type LanguageTag, languages, languageTags } from '../../core/language/languages';
import { builtinProtocols } from '../../core/protocol/builtinProtocols';
import type { Wording } from './commandEntry';

/*
 * The settings, in the order of the settings editor. `npm run generate` writes the manifest and the page on settings
 * from this table; the rules' own texts are those of the catalogue.
 */

interface SettingEntry {
  /** What may be set, as a JSON Schema without its texts. */
  readonly schema: Readonly<Record<string, unknown>> & { readonly default: unknown };
  /** Whether it is of the machine alone, and no workspace or synchronisation sets it. */
  readonly ofMachine?: true;
  /** Whether folders may have a value of their own. */
  readonly perFolder?: true;
  /** Markdown. */
  readonly text: Wording;
  /** What each value of an enumeration means. */
  readonly choices?: Readonly<Record<string, Wording>>;
  /** What is said of a value that the pattern of the schema does not take. */
  readonly otherwise?: Wording;
}

/** What each rule may be set to, the strictest first. */
export const ruleLevels: readonly RuleLevel[] = ['error', 'warning', 'info', 'hint', 'off'];

const languageChoices = Object.fromEntries(languageTags.map(tag => [tag, languages[tag].name])) as Readonly<
  Record<LanguageTag, Wording>
>;

/** The settings by their ids. */
export const settings: Readonly<Record<`sessionNotes.${string}`, SettingEntry>> = {
  'sessionNotes.language': {
    schema: { type: 'string', enum: ['auto', ...languageTags], default: defaultConfig.language },
    text: {
      en: 'Language of messages, views, menus and inserted text where a note does not tell its own. These settings follow the display language.',
      id: 'Bahasa pesan, tampilan, menu, dan teks sisipan bila catatan tidak menyebut bahasanya. Setelan ini mengikuti bahasa tampilan.',
    },
    choices: {
      auto: {
        en: 'The display language if it is English or Indonesian, else the language of the workspace’s notes.',
        id: 'Bahasa tampilan bila Inggris atau Indonesia; bila bukan, bahasa catatan di ruang kerja.',
      },
      ...languageChoices,
    },
  },
  'sessionNotes.counselor': {
    schema: { type: 'string', default: '' },
    text: {
      en: 'Your name or initials as notes give them in `counselor:`. *Open Goals* and *Clients* then show only your cases, until you choose *Show Everyone’s Cases*.',
      id: 'Nama atau inisial Anda seperti tertulis di `counselor:` pada catatan. *Tujuan Terbuka* dan *Konseli* lalu hanya menampilkan kasus Anda, sampai Anda memilih *Tampilkan Kasus Semua Konselor*.',
    },
  },
  'sessionNotes.validate.scope': {
    schema: { type: 'string', enum: ['open', 'case', 'workspace'], default: 'case' },
    text: {
      en: 'Which notes show their problems. Only notes from `#sessionNotes.validate.since#` on are looked at, if that is set.',
      id: 'Catatan mana yang diperiksa. Bila `#sessionNotes.validate.since#` diisi, hanya catatan sejak tanggal itu yang diperiksa.',
    },
    choices: {
      open: { en: 'Only open notes.', id: 'Hanya catatan yang terbuka.' },
      case: {
        en: 'Open notes and the other notes of the same clients.',
        id: 'Catatan yang terbuka dan catatan lain dari konseli yang sama.',
      },
      workspace: { en: 'All notes of the workspace.', id: 'Semua catatan di ruang kerja.' },
    },
  },
  'sessionNotes.clientRegister': {
    schema: { type: 'string', default: '' },
    ofMachine: true,
    text: {
      en: 'Path of a CSV file (code, name, class) on this machine, outside the folders with notes. *Clients*, *Open Goals* and lists of clients show and find the names beside the codes; nothing of it goes into notes, exports or logs, and *Hide Words* hides it. Not in a browser.',
      id: 'Lokasi berkas CSV (kode, nama, kelas) di komputer ini, di luar folder catatan. *Konseli*, *Tujuan Terbuka*, dan daftar konseli menampilkan dan menemukan namanya di samping kode; tidak ada yang masuk ke catatan, ekspor, atau log, dan *Sembunyikan Kata* menyembunyikannya. Tidak berlaku di peramban.',
    },
  },
  'sessionNotes.validate.since': {
    schema: { type: 'string', pattern: '^(\\d{4}-\\d{2}-\\d{2})?$', default: '' },
    text: {
      en: 'Notes dated before this day (`YYYY-MM-DD`) show no problems. Empty: all notes do.',
      id: 'Catatan bertanggal sebelum tanggal ini (`YYYY-MM-DD`) tidak menampilkan masalah. Kosong: semua catatan menampilkannya.',
    },
    otherwise: {
      en: 'Write the day as YYYY-MM-DD, for example 2026-03-12, or leave it empty.',
      id: 'Tulis tanggalnya sebagai YYYY-MM-DD, misalnya 2026-03-12, atau kosongkan.',
    },
  },
  'sessionNotes.defaultProtocol': {
    schema: {
      anyOf: [{ enum: builtinProtocols().map(({ protocol }) => protocol.id) }, { type: 'string' }],
      default: defaultConfig.defaultProtocol,
    },
    perFolder: true,
    text: {
      en: 'The note format of notes that name none: the id of a built-in one, or of one of your own.',
      id: 'Format catatan untuk catatan yang tidak menyebutkannya: id format bawaan, atau id format buatan sendiri.',
    },
  },
  'sessionNotes.protocols': {
    schema: { type: 'object', additionalProperties: { type: 'string' }, default: {} },
    perFolder: true,
    text: {
      en: 'Note formats by path, for notes that name none: glob patterns relative to the folder, each with the id of a note format. Example: `{ "intake/**": "intake" }`.',
      id: 'Format catatan menurut letak berkas, untuk catatan yang tidak menyebutkannya: pola glob relatif terhadap folder, masing-masing dengan id format. Contoh: `{ "intake/**": "intake" }`.',
    },
  },
  'sessionNotes.files': {
    schema: { type: 'array', items: { type: 'string' }, default: defaultConfig.files },
    perFolder: true,
    text: {
      en: 'Glob patterns of files that are session notes even without `protocol:` in their front matter.',
      id: 'Pola glob berkas yang merupakan catatan sesi walaupun kepala catatannya (front matter) tidak memuat `protocol:`.',
    },
  },
  'sessionNotes.exclude': {
    schema: { type: 'array', items: { type: 'string' }, default: defaultConfig.exclude },
    perFolder: true,
    text: {
      en: 'Glob patterns of files to ignore. Folders that begin with a dot and `node_modules` are always ignored.',
      id: 'Pola glob berkas yang diabaikan. Folder yang diawali titik dan `node_modules` selalu diabaikan.',
    },
  },
  'sessionNotes.fileName': {
    schema: { type: 'string', default: defaultConfig.fileName },
    perFolder: true,
    text: {
      en: 'Where *New Session Note* puts a note, relative to the folder: `{client}`, `{date}`, `{session}`, `{counselor}` and `{protocol}` are filled in. Characters that a file system does not take are replaced.',
      id: 'Tempat *Buat Catatan Sesi* menyimpan catatan, relatif terhadap folder: `{client}`, `{date}`, `{session}`, `{counselor}`, dan `{protocol}` diganti dengan isinya. Karakter yang tidak diterima sistem berkas juga diganti.',
    },
  },
  'sessionNotes.goalIds': {
    schema: { type: 'string', enum: ['letters', 'words'], default: defaultConfig.goalIds },
    perFolder: true,
    text: {
      en: 'What a new `^id` of a goal looks like. The key `goalIds` in `.session-notes/config.yaml` takes precedence.',
      id: 'Bentuk `^id` baru sebuah tujuan. Kunci `goalIds` dalam `.session-notes/config.yaml` diutamakan.',
    },
    choices: {
      letters: {
        en: 'Six letters and digits that hold no word of the goal, such as ^kq4tza.',
        id: 'Enam huruf dan angka yang tidak memuat kata apa pun dari tujuan itu, misalnya ^kq4tza.',
      },
      words: {
        en: 'The first words of the goal, such as ^sleep-before-eleven.',
        id: 'Kata-kata pertama tujuan itu, misalnya ^tidur-sebelum-pukul-23.',
      },
    },
  },
  'sessionNotes.prompts': {
    schema: { type: 'string', enum: ['ghost', 'comments'], default: defaultConfig.prompts },
    perFolder: true,
    text: {
      en: 'Where the question of an empty part is shown. The key `prompts` in `.session-notes/config.yaml` takes precedence. While `#editor.accessibilitySupport#` is `on`, it is `comments` unless you choose.',
      id: 'Tempat pertanyaan untuk bagian yang masih kosong. Kunci `prompts` dalam `.session-notes/config.yaml` diutamakan. Selama `#editor.accessibilitySupport#` bernilai `on`, nilainya `comments` kecuali jika Anda memilih sendiri.',
    },
    choices: {
      ghost: {
        en: 'In gray in the empty part, until you write there; the file does not hold it.',
        id: 'Tampil abu-abu di bagian yang kosong, sampai Anda menulis di situ; berkas tidak memuatnya.',
      },
      comments: {
        en: 'In the file, as a comment below the heading of each new part.',
        id: 'Di dalam berkas, sebagai komentar di bawah judul setiap bagian baru.',
      },
    },
  },
  'sessionNotes.goals.lines': {
    schema: { type: 'boolean', default: true },
    text: {
      en: 'Shows behind the line of a goal what the case knows of it, such as “begun in session 2 · due in 4 days”, and dims its id and fields while the caret is elsewhere. The file does not change.',
      id: 'Menampilkan di belakang baris sebuah tujuan apa yang diketahui dari kasusnya, misalnya “mulai di sesi 2 · tenggat 4 hari lagi”, dan memudarkan id serta isiannya selama kursor berada di tempat lain. Berkas tidak berubah.',
    },
  },
  'sessionNotes.goals.outside': {
    schema: { type: 'boolean', default: defaultConfig['goals.outside'] },
    perFolder: true,
    text: {
      en: 'Whether task items outside every stage are goals, too. The key `goals.outside` in `.session-notes/config.yaml` takes precedence.',
      id: 'Apakah butir tugas di luar semua tahap juga menjadi tujuan. Kunci `goals.outside` dalam `.session-notes/config.yaml` diutamakan.',
    },
  },
  'sessionNotes.items': {
    schema: { type: 'string', enum: ['ask', 'actions', 'text'], default: defaultConfig.items },
    perFolder: true,
    text: {
      en: 'What items without a box are in parts of a note where goals or actions are asked for. The key `items` in `.session-notes/config.yaml` takes precedence.',
      id: 'Arti butir tanpa kotak di bagian catatan yang menanyakan tujuan atau tindakan. Kunci `items` dalam `.session-notes/config.yaml` diutamakan.',
    },
    choices: {
      ask: {
        en: 'A hint asks at each of them whether it is to be followed.',
        id: 'Petunjuk pada setiap butir menanyakan apakah butir itu diikuti.',
      },
      actions: { en: 'They are goals or actions, too.', id: 'Juga menjadi tujuan atau tindakan.' },
      text: { en: 'They are just text.', id: 'Hanya teks.' },
    },
  },
  'sessionNotes.goals.staleAfter': {
    schema: { type: 'integer', minimum: 0, default: 4 },
    text: {
      en: 'Open goals and actions older than this many sessions are highlighted and listed first. `0` turns this off.',
      id: 'Tujuan dan tindakan yang sudah terbuka lebih lama dari sekian sesi ditandai dan ditampilkan lebih dahulu. `0`: tidak ditandai.',
    },
  },
  'sessionNotes.newNote.brief': {
    schema: { type: 'boolean', default: true },
    text: {
      en: 'Opens *Session Brief* beside the first new note of a day.',
      id: 'Membuka *Ringkasan Sesi* di samping catatan baru pertama pada suatu hari.',
    },
  },
  'sessionNotes.continueLists': {
    schema: { type: 'boolean', default: false },
    text: {
      en: 'Enter in a list of a note begins the next item, with a box where the item above has one; Enter in an item without words ends the list. Leave it off where another extension does the same.',
      id: 'Enter dalam daftar pada catatan memulai butir berikutnya, dengan kotak centang bila butir di atasnya memilikinya; Enter pada butir tanpa kata mengakhiri daftar. Biarkan mati bila ekstensi lain sudah melakukannya.',
    },
  },
  'sessionNotes.index.limit': {
    schema: { type: 'integer', minimum: 0, default: 20_000 },
    text: {
      en: 'Above this many Markdown files in the workspace, not all notes are read: only those of the clients whose notes are open, and of the clients of `#sessionNotes.counselor#`. The views say so.',
      id: 'Bila berkas Markdown di ruang kerja lebih banyak dari ini, tidak semua catatan dibaca: hanya catatan konseli yang catatannya sedang terbuka dan konseli dari `#sessionNotes.counselor#`. Tampilan memberi tahu bila demikian.',
    },
  },
  'sessionNotes.rules': {
    schema: { type: 'object', additionalProperties: false, default: {} },
    perFolder: true,
    text: {
      en: 'Severity of each rule: `error`, `warning`, `info`, `hint` or `off`. The file `.session-notes/config.yaml` takes precedence.',
      id: 'Tingkat keparahan setiap aturan: `error`, `warning`, `info`, `hint`, atau `off`. Berkas `.session-notes/config.yaml` diutamakan.',
    },
  },
};
