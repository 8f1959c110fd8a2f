import type { Titles } from '../message';

/** What the parts of a format may be called. */
export const unitNames = ['stage', 'section', 'part'] as const;
type UnitName = (typeof unitNames)[number];

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
  /** What may stand with a number and a colon before a title, but counts no stages by itself: `Step 2: …`. */
  readonly stepWords: readonly string[];
  /** What may stand before a number to make it an ordinal, with or without a hyphen: `tahap ke-2`. */
  readonly ordinalPrefixes: readonly string[];
  /** The words for first, second, third, … beside the word for a stage: `first stage`, `tahap pertama`. */
  readonly ordinals: readonly string[];
  /** What a heading has in it that calls what stands below it a plan. */
  readonly planWords: readonly string[];
  /** What joins two words, as `&` does. */
  readonly and: string;
  /** What stands between a number and how many there are: `3 of 8`. */
  readonly outOf: string;
  /**
   * Words that do not tell what a heading is about: function words, negations, adverbs of time, question words, names of
   * roles, and what the whole is called (stage, session, process, counseling).
   */
  readonly stopWords: readonly string[];
  /** Those of them that speak of earlier sessions. */
  readonly pastWords: readonly string[];
  /** What a word may be inflected by, so that forms of one word are found to be one. */
  readonly affixes: Affixes;
  /** What may follow a number to make it an ordinal: `3rd`. */
  readonly ordinalSuffixes: readonly string[];
  /** The names of the twelve months, and how they are shortened. */
  readonly months: readonly (readonly string[])[];
  /** What may stand before the month in a date: `3rd of May`. */
  readonly beforeMonth: readonly string[];
  /** Whether numeric dates are day first; else they are read only where one reading alone is in the calendar. */
  readonly dayFirst: boolean;
  /** What says a day by its distance from another. */
  readonly timeWords: TimeWords;
  /** What times of a clock and of a recording are said with. */
  readonly clock: ClockWords;
  /** What begins a line that says why nothing is recorded, before a colon and the reason. */
  readonly notAddressed: readonly string[];
  /**
   * What says the same as a line of its own, `N/A this session`: the words, the time that may stand behind them, and what
   * a reason begins with. What may be an answer itself, such as "none", is none of them.
   */
  readonly skipped: Readonly<Record<'words' | 'times' | 'reasons', readonly string[]>>;
  /**
   * What the parts of a format are called: one of them, several, and one as the subject of a sentence, which begins with
   * it where the language has no article.
   */
  readonly units: Readonly<Record<UnitName, readonly [one: string, several: string, subject: string]>>;
  /** What a part on risk begins with that says that there is none. */
  readonly noneReported: readonly string[];
  /** What lines that name a decision may say around it. */
  readonly decisions: {
    /** What it is about, and that it is so: `the problem is`. */
    readonly leads: readonly string[];
    /** That it is to be so: no case is closed by it. */
    readonly intentions: readonly string[];
    /** That it is not so. */
    readonly negations: readonly string[];
    /** That only a part of it is so. */
    readonly partly: readonly string[];
    /** What answers that it is so: `Continued: yes`. */
    readonly affirmations: readonly string[];
    /** The letters that forms have for an answer: `Y/N`. */
    readonly letters: Readonly<Record<'yes' | 'no', readonly string[]>>;
    /** How far it is so, or is not so: `not yet`, `sepenuhnya`. */
    readonly degrees: readonly string[];
    /** What speaks of the session, whose end is not that of the case. */
    readonly sessions: readonly string[];
    /** What stands for the session of the note. */
    readonly thisSession: readonly string[];
    /** What stands before the day from which it is so, or on which something goes on. */
    readonly since: readonly string[];
    /** What joins what is decided, and what parts choices that are not decided. */
    readonly joins: readonly string[];
    readonly alternatives: readonly string[];
    /** How often something goes on. */
    readonly paces: readonly string[];
    /** What begins the reason or the manner of what is decided. */
    readonly reasons: readonly string[];
    /** What a verb may have in place of what a choice has: `continue` for `continued`, `teruskan` for `diteruskan`. */
    readonly endings: readonly (readonly [said: string, meant: string])[];
    readonly prefixes: readonly string[];
  };
  /** What spreadsheets part the columns of CSV by. */
  readonly spreadsheetDelimiter: ',' | ';';
  /** The keys that mean the known fields of front matter, beside the fields' own ids. */
  readonly fieldKeys: Readonly<Record<string, readonly string[]>>;
  /** What forms put around the name of a field, as in `nama konseli` and `pertemuan ke`. */
  readonly fieldLabels: { readonly before: readonly string[]; readonly behind: readonly string[] };
  /** What forms call the known fields besides, where nothing else in a note is that field. */
  readonly fieldNames: Readonly<Record<string, readonly string[]>>;
  /**
   * What the values of the known fields that have a fixed set of them are called, by field and value; `none` has what says
   * that it is none of them: `closed: no`.
   */
  readonly fieldValues: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** How notes say what format they follow. */
  readonly noteFormats: {
    /** Keys of the front matter that mean it where their value names a format, and may be anything else. */
    readonly keys: readonly string[];
    /** What may stand around the name of a format in the title of a note. */
    readonly around: readonly string[];
  };
  /** Words that tell what kind of client a code is of, and are no names. */
  readonly clientWords: readonly string[];
  /** The keys that mean the fields of goals, beside the fields' own ids. */
  readonly goalFieldKeys: Readonly<Record<string, readonly string[]>>;
}

/** Beginnings and endings of words, each with what may have stood in its place before. */
export interface Affixes {
  readonly prefixes: Readonly<Record<string, readonly string[]>>;
  readonly suffixes: Readonly<Record<string, readonly string[]>>;
  /** Whether a last consonant is doubled before an ending: `plan`, `planning`. */
  readonly doubles: boolean;
}

/** What says a day by its distance from another: `next Friday`, `dua minggu lagi`. */
interface TimeWords {
  readonly today: readonly string[];
  readonly yesterday: readonly string[];
  readonly tomorrow: readonly string[];
  readonly dayAfterTomorrow: readonly string[];
  /** The names of the seven days, from Monday, and how they are shortened. */
  readonly weekdays: readonly (readonly string[])[];
  readonly day: readonly string[];
  readonly week: readonly string[];
  readonly month: readonly string[];
  /** What says that it is the one to come, before or behind it. */
  readonly next: readonly string[];
  /** What says that it is the one that has been; no word stands before a longer one that ends in it. */
  readonly last: readonly string[];
  /** What stands behind a number of days, weeks or months that have been. */
  readonly ago: readonly string[];
  /** What stands before the number of a day: `tgl 23`. */
  readonly beforeDay: readonly string[];
  readonly endOf: readonly string[];
  /** What stands before the last day on which something may be done: `by Friday`. */
  readonly limits: readonly string[];
  /** What stands before a number of days, weeks or months from now, or behind them. */
  readonly fromNow: readonly string[];
  /** One, two, three, …; in `one` what else stands for it. */
  readonly numbers: readonly (readonly string[])[];
  /** What may stand before all of these and says nothing of the day. */
  readonly fillers: readonly string[];
}

/** `pukul 10.00 WIB sampai 11.00 WIB`, `3 minutes 5 sec`. */
interface ClockWords {
  /** What stands before a time of day, and may stand in a name, too. */
  readonly before: readonly string[];
  /** What stands there and in no name. */
  readonly onlyBefore: readonly string[];
  /** The half of the day or the zone, behind a time of day. */
  readonly behind: readonly string[];
  /** What stands between two times. */
  readonly until: readonly string[];
  readonly hours: readonly string[];
  readonly minutes: readonly string[];
  readonly seconds: readonly string[];
  /** What these three are shortened to. */
  readonly short: readonly string[];
  /** What a column of times is called, and what may stand before a number that is one. */
  readonly titles: readonly string[];
}

/** Languages by tag. Where one is to be chosen and nothing speaks for another, the first is. */
export type LanguageTables<Tag extends string = string> = Readonly<Record<Tag, LanguageTable>>;

const english = {
  otherTags: [],
  threeLetterTag: 'eng',
  name: { en: 'English', id: 'Inggris' },
  session: 'Session',
  stageWords: ['stage'],
  stepWords: ['step', 'phase'],
  ordinalPrefixes: [],
  ordinalSuffixes: ['st', 'nd', 'rd', 'th'],
  ordinals: words('first second third fourth fifth sixth seventh eighth ninth tenth'),
  planWords: words('plan plans planning'),
  and: 'and',
  outOf: 'of',
  pastWords: words('yesterday last previous past before ago earlier'),
  stopWords: words(
    [
      'a an the this that these those some any all each every both such same other others another own more most much many',
      'i me my we us our you your he him his she her it its they them their who whose',
      'of in on at to for from with by into about as than then so if but or and also too only just very',
      'between among during through over under within toward towards regarding concerning via per',
      'is are was were be been being am do does did have has had can could will would shall should may might must let',
      'not no none never nor without cannot don doesn didn isn wasn',
      'now today tonight tomorrow yesterday next last previous past later soon since until till before after again ago',
      'upcoming recent recently currently still yet already week weeks month months day days',
      'what when where why which how whether',
      'client clients counselee counselees patient patients counselor counselors counsellor counsellors therapist',
      'therapists clinician clinicians student students pupil pupils',
      'stage stages session sessions meeting meetings process processes counseling counselling therapy',
    ].join(' '),
  ),
  affixes: {
    prefixes: {},
    suffixes: { s: [''], ies: ['y'], ing: ['', 'e'], ed: ['', 'e'] },
    doubles: true,
  },
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
  timeWords: {
    today: ['today', 'tonight'],
    yesterday: ['yesterday'],
    tomorrow: ['tomorrow'],
    dayAfterTomorrow: ['day after tomorrow'],
    weekdays: [
      ['monday', 'mon'],
      ['tuesday', 'tue', 'tues'],
      ['wednesday', 'wed'],
      ['thursday', 'thu', 'thur', 'thurs'],
      ['friday', 'fri'],
      ['saturday', 'sat'],
      ['sunday', 'sun'],
    ],
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    next: words('next this coming following'),
    last: ['last', 'past'],
    ago: ['ago'],
    beforeDay: ['on the', 'the'],
    endOf: ['end of', 'end of the'],
    limits: ['by', 'before', 'no later than'],
    fromNow: ['in', 'within', 'from now'],
    numbers: [
      ['one', 'a', 'an'],
      ...words('two three four five six seven eight nine ten').map(word => [word]),
    ],
    fillers: words('on by until before till the due no later than at latest target'),
  },
  clock: {
    before: ['at'],
    onlyBefore: [],
    behind: ['am', 'pm'],
    until: ['to', 'until'],
    hours: ['hours', 'hour'],
    minutes: ['minutes', 'minute'],
    seconds: ['seconds', 'second'],
    short: words('h min m sec s'),
    titles: words('time timestamp timespan timecode start begin onset'),
  },
  notAddressed: ['not addressed', 'deferred', 'none reported'],
  skipped: {
    words: ['not addressed', 'not covered', 'not discussed', 'not done', 'not yet', 'skipped', 'n/a'],
    times: ['this session', 'in this session', 'this time', 'this week', 'today', 'yet'],
    reasons: ['because', 'since', 'as', 'due to'],
  },
  units: {
    stage: ['stage', 'stages', 'stage'],
    section: ['section', 'sections', 'section'],
    part: ['part', 'parts', 'part'],
  },
  noneReported: ['none reported', 'no risk reported', 'none', 'nothing reported'],
  decisions: {
    leads: words(
      'the this that our problem problems concern concerns issue case counseling counselling process therapy session sessions is are was has have been now already',
    ),
    intentions: words('will to be shall we should'),
    negations: words('not no never none'),
    partly: words('partly partially half almost nearly mostly'),
    affirmations: ['yes'],
    letters: { yes: ['y'], no: ['n', 'n/a'] },
    degrees: words('yet quite fully completely entirely really all well'),
    sessions: words('session sessions meeting meetings'),
    thisSession: words('today'),
    since: words('on since at'),
    joins: words('and but then so also however'),
    alternatives: ['or'],
    paces: words('weekly fortnightly biweekly monthly daily once twice times'),
    reasons: words('because since for with until till by'),
    endings: [
      ['', 'd'],
      ['', 'ed'],
      ['ing', 'ed'],
    ],
    prefixes: [],
  },
  spreadsheetDelimiter: ',',
  fieldKeys: {
    client: ['clients', 'counselee'],
    counselor: ['counsellor'],
    next: ['next session', 'next appointment', 'next appt', 'next visit'],
    stages: ['stage'],
  },
  noteFormats: {
    keys: ['format', 'note format', 'note type', 'type of note'],
    around: words('note notes report form format progress session of the counseling counselling'),
  },
  fieldLabels: {
    before: ['name of the', 'name of', 'day and', 'day'],
    behind: ['name', 'number', 'no', 'code', 'id', 'of the session', 'of session'],
  },
  fieldNames: {
    client: ['student', 'pupil', 'patient'],
  },
  fieldValues: {
    attendance: {
      attended: ['present', 'came'],
      'no-show': [
        'no show',
        'noshow',
        'dna',
        'did not attend',
        'did not come',
        'absent',
        'not present',
        'missed',
      ],
      cancelled: ['canceled', 'cancelled by client', 'canceled by client', 'excused'],
    },
    contact: {
      group: ['group session'],
      parent: ['parents', 'guardian', 'carer', 'mother', 'father'],
      'home-visit': ['home visit'],
      phone: ['telephone', 'phone call', 'call', 'text', 'message'],
      consultation: ['consult', 'colleague', 'teacher'],
    },
    closed: {
      resolved: ['solved', 'completed', 'goals met'],
      referred: ['referral', 'referred on'],
      transferred: ['transfer'],
      'dropped-out': ['dropped out', 'drop out', 'dropout'],
      none: ['no', 'not yet', 'none', 'n/a', 'false', 'open', 'ongoing', 'still open'],
    },
    status: { none: ['final', 'finished', 'done', 'complete', 'completed'] },
  },
  clientWords: words(
    'client group couple family class case student pupil patient anonymous test person child parent parents unknown',
  ),
  goalFieldKeys: {
    due: ['due date', 'deadline'],
  },
} as const satisfies LanguageTable;

const indonesian = {
  otherTags: ['in'],
  threeLetterTag: 'ind',
  name: { en: 'Indonesian', id: 'Indonesia' },
  session: 'Sesi',
  stageWords: ['tahap'],
  stepWords: ['langkah', 'fase'],
  ordinalPrefixes: ['ke'],
  ordinalSuffixes: [],
  ordinals: words('pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh'),
  planWords: words('rencana perencanaan rtl'),
  and: 'dan',
  outOf: 'dari',
  pastWords: words('tadi kemarin lalu sebelumnya terakhir'),
  stopWords: words(
    [
      'yang dan atau serta juga pun ini itu tersebut para si sang suatu sebuah seorang beberapa semua setiap tiap hal lain',
      'saya aku kami kita anda kamu ia dia beliau mereka nya',
      'di ke dari pada untuk dengan oleh dalam tentang atas bagi kepada terhadap antara mengenai melalui secara sebagai per',
      'adalah ialah yaitu ada akan sudah telah sedang masih bisa dapat harus agar supaya karena jika bila kalau maka',
      'saat ketika sambil selama hanya sangat lebih paling',
      'tidak bukan belum tanpa jangan tak',
      'kini sekarang tadi nanti besok kemarin hari minggu pekan bulan lalu depan berikutnya selanjutnya mendatang',
      'sebelumnya sesudahnya sejak terakhir lagi',
      'apa siapa kapan mengapa kenapa bagaimana mana dimana berapa',
      'konseli klien konselor terapis pasien siswa siswi murid peserta didik',
      'tahap tahapan sesi pertemuan proses konseling',
    ].join(' '),
  ),
  affixes: {
    prefixes: {
      me: [''],
      mem: ['', 'p'],
      men: ['', 't'],
      meng: ['', 'k'],
      meny: ['s'],
      pe: [''],
      pem: ['', 'p'],
      pen: ['', 't'],
      peng: ['', 'k'],
      peny: ['s'],
    },
    suffixes: { nya: [''], kan: [''], an: [''], i: [''] },
    doubles: false,
  },
  months: [
    ['januari', 'jan'],
    ['februari', 'pebruari', 'feb', 'peb'],
    ['maret', 'mar', 'mrt', 'mart'],
    ['april', 'apr'],
    ['mei'],
    ['juni', 'jun'],
    ['juli', 'jul'],
    ['agustus', 'agu', 'agt', 'ags', 'agust', 'agus'],
    ['september', 'sept', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nopember', 'nov', 'nop'],
    ['desember', 'des'],
  ],
  beforeMonth: [],
  dayFirst: true,
  timeWords: {
    today: ['hari ini', 'malam ini', 'nanti malam'],
    yesterday: ['kemarin'],
    tomorrow: ['besok', 'esok'],
    dayAfterTomorrow: ['lusa', 'besok lusa'],
    weekdays: [
      ['senin', 'sen'],
      ['selasa', 'sel'],
      ['rabu', 'rab'],
      ['kamis', 'kam'],
      ['jumat', "jum'at", 'jum'],
      ['sabtu', 'sab'],
      ['minggu', 'ahad', 'min'],
    ],
    day: ['hari'],
    week: ['minggu', 'pekan'],
    month: ['bulan'],
    next: ['depan', 'ini', 'mendatang', 'berikutnya', 'yang akan datang'],
    last: ['yang lalu', 'lalu', 'kemarin'],
    ago: ['yang lalu', 'lalu'],
    beforeDay: ['tanggal', 'tgl'],
    endOf: ['akhir'],
    limits: ['sebelum', 'sblm', 's.d.', 's/d', 'sd', 'maks', 'maksimal', 'selambatnya'],
    fromNow: ['lagi', 'dalam'],
    numbers: [
      ['satu', 'se'],
      ...words('dua tiga empat lima enam tujuh delapan sembilan sepuluh').map(word => [word]),
    ],
    fillers: words(
      'pada hari sampai hingga sebelum sblm paling lambat maksimal maks batas tanggal tgl tenggat dl sd target selambatnya',
    ),
  },
  clock: {
    before: ['pkl', 'pk'],
    onlyBefore: ['jam', 'pukul'],
    behind: words('wib wita wit'),
    until: words('sampai hingga s.d s/d sd'),
    hours: ['jam'],
    minutes: ['menit'],
    seconds: ['detik'],
    short: words('j mnt m dtk s'),
    titles: words('waktu menit jam mulai'),
  },
  notAddressed: ['tidak dibahas', 'belum dibahas', 'tidak ada'],
  skipped: {
    words: [
      'tidak dibahas',
      'belum dibahas',
      'tidak dilakukan',
      'belum dilakukan',
      'belum sampai',
      'belum',
      'dilewati',
    ],
    times: [
      'sesi ini',
      'pada sesi ini',
      'di sesi ini',
      'dalam sesi ini',
      'hari ini',
      'kali ini',
      'minggu ini',
    ],
    reasons: ['karena', 'sebab'],
  },
  units: {
    stage: ['tahap', 'tahap', 'Tahap'],
    section: ['bagian', 'bagian', 'Bagian'],
    part: ['bagian', 'bagian', 'Bagian'],
  },
  noneReported: ['tidak ada', 'tidak ada risiko', 'tidak ditemukan', 'nihil'],
  decisions: {
    leads: words(
      'ini apakah masalah permasalahan konseling proses kasus layanan sesi pertemuan sudah telah kini sekarang dinyatakan',
    ),
    intentions: words('akan perlu kita kami'),
    negations: words('tidak belum bukan tak tdk blm'),
    partly: words('sebagian separuh setengah hampir'),
    affirmations: words('ya iya'),
    letters: { yes: ['y'], no: ['t'] },
    degrees: words('sepenuhnya seluruhnya semua semuanya juga baik dengan'),
    sessions: words('sesi pertemuan'),
    thisSession: words('ini'),
    since: words('pada sejak tanggal tgl pukul jam'),
    joins: words('dan serta tetapi tapi namun lalu kemudian jadi maka sehingga juga'),
    alternatives: words('atau ataukah'),
    paces: words('menjadi sekali kali mingguan bulanan seminggu sebulan setiap'),
    reasons: words('karena sebab dengan untuk sampai hingga selama'),
    endings: [],
    prefixes: ['di'],
  },
  spreadsheetDelimiter: ';',
  fieldKeys: {
    protocol: ['protokol', 'format catatan', 'format-catatan'],
    client: ['konseli', 'klien'],
    session: ['sesi', 'pertemuan'],
    date: ['tanggal'],
    written: ['ditulis'],
    next: ['sesi berikutnya', 'pertemuan berikutnya', 'sesi selanjutnya', 'pertemuan selanjutnya'],
    counselor: ['konselor'],
    class: ['kelas'],
    place: ['tempat'],
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
  noteFormats: {
    keys: ['format', 'format laporan', 'jenis catatan', 'jenis laporan'],
    around: words('catatan laporan formulir format lembar hasil pelaksanaan kegiatan sesi konseling'),
  },
  fieldLabels: {
    before: ['nama', 'inisial', 'kode', 'hari dan', 'hari'],
    behind: ['ke', 'nomor', 'konseling', 'pelaksanaan'],
  },
  fieldNames: {
    client: ['siswa', 'siswi', 'murid', 'peserta didik', 'nama'],
    date: ['tgl'],
  },
  fieldValues: {
    kind: { note: ['catatan'], transcript: ['transkrip', 'verbatim'], process: ['catatan proses'] },
    status: { draft: ['draf', 'konsep'], none: ['selesai', 'lengkap', 'jadi', 'sudah selesai'] },
    attendance: {
      attended: ['hadir', 'datang'],
      'no-show': ['tidak hadir', 'tidak datang', 'tak hadir', 'absen', 'alpa', 'alpha', 'mangkir'],
      cancelled: ['dibatalkan', 'batal', 'ditunda', 'izin', 'ijin', 'sakit'],
    },
    contact: {
      group: ['kelompok', 'sesi kelompok'],
      parent: ['orang tua', 'orangtua', 'ortu', 'wali', 'wali murid', 'ayah', 'ibu'],
      'home-visit': ['kunjungan rumah', 'kunjungan'],
      phone: ['telepon', 'telpon', 'telp', 'pesan', 'whatsapp', 'wa'],
      consultation: ['konsultasi', 'wali kelas', 'guru', 'rekan'],
      other: ['lain', 'lainnya', 'lain lain'],
    },
    closed: {
      resolved: ['selesai', 'teratasi', 'terselesaikan', 'tuntas'],
      referred: ['dirujuk', 'rujukan', 'dialihtangankan', 'alih tangan', 'alih tangan kasus'],
      transferred: ['dipindahkan', 'dialihkan'],
      'dropped-out': ['berhenti', 'putus', 'mengundurkan diri', 'tidak melanjutkan'],
      none: ['belum', 'tidak', 'belum ditutup', 'tidak ada', 'masih berjalan', 'berjalan', 'lanjut'],
      other: ['lain', 'lainnya', 'lain lain'],
    },
  },
  clientWords: words(
    'konseli klien kelompok keluarga pasangan kelas kasus siswa siswi murid peserta didik anonim uji coba anak orang tua wali',
  ),
  goalFieldKeys: {
    due: ['tenggat', 'tenggat waktu', 'batas waktu', 'jatuh tempo', 'paling lambat', 'dikumpulkan'],
    role: ['peran'],
    gas: ['capaian'],
    weight: ['bobot'],
    replaces: ['menggantikan', 'mengganti', 'pengganti'],
    client: ['konseli', 'klien'],
    reworded: ['kalimat baru'],
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
