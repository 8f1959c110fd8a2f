import type { Titles } from '../message';

/**
 * What the program needs to know of a language to speak it and to read notes in it, beside the texts of the catalogue
 * (`l10n/`). All words are in lower case, letters and single blanks, and as they are compared: without diacritics.
 */
export interface LanguageTable {
  /** Tags that systems still report for it, such as codes withdrawn from ISO 639. */
  readonly otherTags: readonly string[];
  /** Its tag of three letters (ISO 639-3), which some transcripts have. */
  readonly threeLetterTag: string;
  /** What it is called in the languages. */
  readonly name: Titles;
  /** What a session is called in a heading. */
  readonly session: string;
  /** What the number of a stage may follow in a heading: `Stage 2`. */
  readonly stageWords: readonly string[];
  /** What may stand before a number to make it an ordinal, with or without a hyphen: `tahap ke-2`. */
  readonly ordinalPrefixes: readonly string[];
  /** What may follow a number to make it an ordinal: `3rd`. */
  readonly ordinalSuffixes: readonly string[];
  /** The names of the twelve months, and how they are shortened. */
  readonly months: readonly (readonly string[])[];
  /** What may stand before the month in a date: `3rd of May`. */
  readonly beforeMonth: readonly string[];
  /** Whether numeric dates are day first; else they are read only where one reading alone is in the calendar. */
  readonly dayFirst: boolean;
  /** What begins a line that says why nothing is recorded, before a colon and the reason. */
  readonly notAddressed: readonly string[];
  /** What spreadsheets part the columns of CSV by. */
  readonly spreadsheetDelimiter: ',' | ';';
  /** The keys that mean the known fields of front matter, beside the fields' own ids. */
  readonly fieldKeys: Readonly<Record<string, readonly string[]>>;
  /** What transcripts of other formats are told apart by. */
  readonly transcripts: {
    /** What announces something else than a speaker at the beginning of a line, before a colon. */
    readonly announcements: readonly string[];
    /** What stands before the time of day. */
    readonly beforeTime: readonly string[];
    /** What the columns of a table are called, alone or among other words. */
    readonly columns: Readonly<
      Record<'speaker' | 'words' | 'time' | 'end' | 'number' | 'code' | 'stage', readonly string[]>
    >;
    /** What tiers are called that hold what is said, and those that hold something else. */
    readonly tiers: Readonly<Record<'speech' | 'other', readonly string[]>>;
    /** What counselors and clients are called besides the names of their roles, as whole names. */
    readonly roleNames: Readonly<Record<'counselor' | 'client', readonly string[]>>;
  };
}

/** Languages by tag. Where one is to be chosen and nothing speaks for another, the first is. */
export type LanguageTables<Tag extends string = string> = Readonly<Record<Tag, LanguageTable>>;

const english = {
  otherTags: [],
  threeLetterTag: 'eng',
  name: { en: 'English', id: 'Inggris' },
  session: 'Session',
  stageWords: ['stage'],
  ordinalPrefixes: [],
  ordinalSuffixes: ['st', 'nd', 'rd', 'th'],
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  beforeMonth: ['of'],
  dayFirst: false,
  notAddressed: ['not addressed', 'deferred', 'none reported'],
  spreadsheetDelimiter: ',',
  fieldKeys: {
    client: ['clients', 'counselee'],
    counselor: ['counsellor'],
    stages: ['stage'],
  },
  transcripts: {
    announcements: [
      ...words(
        'nb note notes example date time place title session duration topic audio file media recording',
      ),
      ...[
        'audio file',
        'media file',
        'begin transcript',
        'end transcript',
        'end of transcript',
        'transcript',
      ],
    ],
    beforeTime: [],
    columns: {
      speaker: words('speaker name who role interlocutor participant'),
      words: words('verbatim dialogue transcript utterance text words statement sentence content value'),
      time: words('time timestamp start begin'),
      end: words('end stop'),
      number: words('number row line turn'),
      code: words('technique techniques skill skills code codes'),
      stage: words('stage phase'),
    },
    tiers: {
      speech: words('speech utterance utterances transcript transcription words text orthography'),
      other: words(
        'gaze gesture gestures mouth hands gloss note notes comment comments action posture phones phonemes translation researcher',
      ),
    },
    roleNames: { counselor: [], client: [] },
  },
} as const satisfies LanguageTable;

const indonesian = {
  otherTags: ['in'],
  threeLetterTag: 'ind',
  name: { en: 'Indonesian', id: 'Indonesia' },
  session: 'Sesi',
  stageWords: ['tahap'],
  ordinalPrefixes: ['ke'],
  ordinalSuffixes: [],
  months: [
    ['januari', 'jan'],
    ['februari', 'pebruari', 'feb', 'peb'],
    ['maret', 'mar'],
    ['april', 'apr'],
    ['mei'],
    ['juni', 'jun'],
    ['juli', 'jul'],
    ['agustus', 'agu', 'agt', 'ags'],
    ['september', 'sept', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nopember', 'nov', 'nop'],
    ['desember', 'des'],
  ],
  beforeMonth: [],
  dayFirst: true,
  notAddressed: ['tidak dibahas', 'belum dibahas', 'tidak ada'],
  spreadsheetDelimiter: ';',
  fieldKeys: {
    protocol: ['protokol', 'format catatan', 'format-catatan'],
    client: ['konseli', 'klien'],
    session: ['sesi', 'pertemuan'],
    date: ['tanggal'],
    counselor: ['konselor'],
    kind: ['jenis'],
    stages: ['tahap', 'tahapan'],
    attendance: ['kehadiran'],
    contact: ['kontak'],
    closed: ['ditutup', 'penutupan'],
    language: ['bahasa'],
    coder: ['pengode'],
    speakers: ['penutur', 'pembicara'],
    transcript: ['transkrip'],
    consensus: ['konsensus'],
  },
  transcripts: {
    announcements: words(
      'catatan keterangan ket contoh misalnya tanggal waktu tempat jam pukul judul sesi durasi topik rekaman berkas',
    ),
    beforeTime: ['jam', 'pukul'],
    columns: {
      speaker: words('penutur pembicara pelaku subjek nama peran'),
      words: words('ujaran verbatim percakapan dialog kalimat transkrip teks kata pernyataan isi tuturan'),
      time: words('waktu menit jam mulai'),
      end: words('selesai akhir'),
      number: words('nomor baris urut'),
      code: words('teknik keterampilan kode'),
      stage: words('tahap tahapan fase langkah'),
    },
    tiers: {
      speech: words('ucapan ujaran transkrip tuturan kata teks'),
      other: words(
        'tatapan gestur gerak gerakan catatan komentar mimik ekspresi tindakan postur terjemahan peneliti',
      ),
    },
    roleNames: { counselor: words('kons ko'), client: [...words('siswa murid ki siswi'), 'peserta didik'] },
  },
} as const satisfies LanguageTable;

/** The languages that the program speaks: their tables, and with them all that is chosen by language. */
export const languages = { en: english, id: indonesian } as const satisfies LanguageTables;

/** The tag of a language that the program speaks. */
export type LanguageTag = keyof typeof languages;

/** The tags of these languages. */
export const languageTags = tagsOf(languages);

/** Whether a value is the tag of one of these languages, as it stands. */
export function isLanguageTag(value: unknown): value is LanguageTag {
  return languageTags.some(tag => tag === value);
}

/** The tags of languages, in their order. */
export function tagsOf<Tag extends string>(tables: LanguageTables<Tag>): readonly Tag[] {
  return Object.keys(tables).filter((key): key is Tag => Object.hasOwn(tables, key));
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
